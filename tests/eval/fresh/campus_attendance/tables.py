"""Source tables."""

from make_projects import written

TABLES = {
    "ef_leas": written(
        "tenant_code VARCHAR | lea_id INTEGER | lea_name VARCHAR | lea_category VARCHAR",
        """
        northco     | 100  | Ashford ISD                      | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 200  | Bellmont Unified School District | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 300  | Carver ISD                       | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 400  | Dunmore Unified School District  | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 500  | Eastlake ISD                     | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 600  | Fairview Unified School District | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 700  | Glenwood ISD                     | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 800  | Harlan Unified School District   | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 900  | Ironton ISD                      | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 1000 | Jasper Unified School District   | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 1100 | Kenton ISD                       | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 1200 | Linden Unified School District   | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 1300 | Mapleton ISD                     | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 1400 | Norwood Unified School District  | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 1500 | Oakdale ISD                      | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 1600 | Parkston Unified School District | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 1700 | Quincy ISD                       | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 1800 | Redfield Unified School District | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        northco     | 1900 | Stanton ISD                      | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        rivervalley | 2000 | Tremont Unified School District  | uri://ed-fi.org/LocalEducationAgencyCategoryDescriptor#Independent
        """,
    ),
    "ef_schools": written(
        "tenant_code VARCHAR | school_id INTEGER | lea_id INTEGER | name_of_institution VARCHAR"
        " | short_name VARCHAR | school_category VARCHAR | charter_status VARCHAR"
        " | web_site VARCHAR",
        """
        northco     | 10001  | 100  | Ashford Elementary School    | ASH ES | uri://ed-fi.org/SchoolCategoryDescriptor#Elementary School | uri://ed-fi.org/CharterStatusDescriptor#Not a Charter School       | https://www.ashford.k12.us
        rivervalley | 20001  | 200  | Bellmont Middle School       |        | uri://ed-fi.org/SchoolCategoryDescriptor#Middle School     | uri://ed-fi.org/CharterStatusDescriptor#Not a Charter School       | https://www.bellmont.k12.us
        northco     | 30001  | 300  | Carver High School           | CAR HS | uri://ed-fi.org/SchoolCategoryDescriptor#High School       | uri://ed-fi.org/CharterStatusDescriptor#College/University Charter | https://www.carver.k12.us
        rivervalley | 40001  | 400  | Dunmore K-8 School           | DUN K8 | uri://ed-fi.org/SchoolCategoryDescriptor#K-8 School        |                                                                    | https://www.dunmore.k12.us
        northco     | 50001  | 500  | Eastlake Elementary School   |        | uri://ed-fi.org/SchoolCategoryDescriptor#Elementary School | uri://ed-fi.org/CharterStatusDescriptor#Open Enrollment            | https://www.eastlake.k12.us
        rivervalley | 60001  | 600  | Fairview Middle School       | FAI MS | uri://ed-fi.org/SchoolCategoryDescriptor#Middle School     | uri://ed-fi.org/CharterStatusDescriptor#Not a Charter School       | https://www.fairview.k12.us
        northco     | 70001  | 700  | Glenwood High School         | '  '   | uri://ed-fi.org/SchoolCategoryDescriptor#High School       | uri://ed-fi.org/CharterStatusDescriptor#Not a Charter School       | https://www.glenwood.k12.us
        rivervalley | 80001  | 800  | Harlan K-8 School            |        | uri://ed-fi.org/SchoolCategoryDescriptor#K-8 School        |                                                                    | https://www.harlan.k12.us
        northco     | 90001  | 900  | Ironton Elementary School    | IRO ES | uri://ed-fi.org/SchoolCategoryDescriptor#Elementary School | uri://ed-fi.org/CharterStatusDescriptor#College/University Charter | https://www.ironton.k12.us
        rivervalley | 100001 | 9900 | Jasper Middle School         | JAS MS | uri://ed-fi.org/SchoolCategoryDescriptor#Middle School     | uri://ed-fi.org/CharterStatusDescriptor#Open Enrollment            | https://www.jasper.k12.us
        northco     | 110001 | 1100 | Kenton High School           |        |                                                            | uri://ed-fi.org/CharterStatusDescriptor#Not a Charter School       | https://www.kenton.k12.us
        rivervalley | 120001 | 1200 | Linden K-8 School            | LIN K8 | uri://ed-fi.org/SchoolCategoryDescriptor#K-8 School        |                                                                    | https://www.linden.k12.us
        northco     | 130001 | 1300 | Mapleton Elementary School   | MAP ES | uri://ed-fi.org/SchoolCategoryDescriptor#Elementary School | uri://ed-fi.org/CharterStatusDescriptor#College/University Charter | https://www.mapleton.k12.us
        rivervalley | 140001 | 1400 | Norwood Middle School        |        | uri://ed-fi.org/SchoolCategoryDescriptor#Middle School     | uri://ed-fi.org/CharterStatusDescriptor#College/University Charter | https://www.norwood.k12.us
        northco     | 150001 | 1500 | Oakdale High School          | OAK HS | uri://ed-fi.org/SchoolCategoryDescriptor#High School       | uri://ed-fi.org/CharterStatusDescriptor#Open Enrollment            | https://www.oakdale.k12.us
        rivervalley | 160001 | 1600 | Parkston K-8 School          | PAR K8 | uri://ed-fi.org/SchoolCategoryDescriptor#K-8 School        |                                                                    | https://www.parkston.k12.us
        northco     | 170001 | 1700 | ' Quincy Elementary School ' |        | uri://ed-fi.org/SchoolCategoryDescriptor#Elementary School | uri://ed-fi.org/CharterStatusDescriptor#Not a Charter School       | https://www.quincy.k12.us
        rivervalley | 180001 | 1800 | Redfield Middle School       | RED MS | uri://ed-fi.org/SchoolCategoryDescriptor#Middle School     | uri://ed-fi.org/CharterStatusDescriptor#College/University Charter | https://www.redfield.k12.us
        northco     | 190001 | 1900 | Stanton High School          | STA HS | uri://ed-fi.org/SchoolCategoryDescriptor#High School       | uri://ed-fi.org/CharterStatusDescriptor#College/University Charter | https://www.stanton.k12.us
        rivervalley | 200001 | 2000 | Tremont K-8 School           |        | uri://ed-fi.org/SchoolCategoryDescriptor#K-8 School        |                                                                    | https://www.tremont.k12.us
        northco     | 10002  | 100  | Ashford Elementary School    | ASH ES | uri://ed-fi.org/SchoolCategoryDescriptor#Elementary School | uri://ed-fi.org/CharterStatusDescriptor#Not a Charter School       | https://www.ashford.k12.us
        rivervalley | 20002  | 200  | Bellmont Middle School       | BEL MS | uri://ed-fi.org/SchoolCategoryDescriptor#Middle School     | uri://ed-fi.org/CharterStatusDescriptor#Not a Charter School       | https://www.bellmont.k12.us
        northco     | 30002  | 300  | Carver High School           |        | uri://ed-fi.org/SchoolCategoryDescriptor#High School       | uri://ed-fi.org/CharterStatusDescriptor#College/University Charter | https://www.carver.k12.us
        rivervalley | 40002  | 400  | Dunmore K-8 School           | DUN K8 | uri://ed-fi.org/SchoolCategoryDescriptor#K-8 School        |                                                                    | https://www.dunmore.k12.us
        """,
    ),
    "ef_school_addresses": written(
        "tenant_code VARCHAR | school_id INTEGER | address_type VARCHAR"
        " | street_number_name VARCHAR | city VARCHAR | state_abbreviation VARCHAR"
        " | postal_code VARCHAR | end_date DATE",
        """
        northco     | 10001  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 100 School Road  | Ashfordville  | tx | 75001-1200 |
        rivervalley | 20001  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 107 School Road  | Bellmontville | tx | 75014      | 2022-06-30
        northco     | 30001  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 114 School Road  | Carverville   | TX | 75027      |
        northco     | 30001  | uri://ed-fi.org/AddressTypeDescriptor#Mailing  | PO Box 13        | Carverville   | TX | 75027      |
        rivervalley | 40001  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 121 School Road  | Dunmoreville  | TX | 75040-1203 |
        northco     | 50001  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 128 School Road  | Eastlakeville | TX | 75053      |
        rivervalley | 60001  | uri://ed-fi.org/AddressTypeDescriptor#Mailing  | PO Box 16        | Fairviewville | TX | 75066      |
        rivervalley | 60001  | uri://ed-fi.org/AddressTypeDescriptor#Billing  | 5 Finance Plaza  | Central City  | TX | 75990-0001 |
        northco     | 70001  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 142 School Road  | Glenwoodville | TX | 75079-1206 |
        rivervalley | 80001  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 149 School Road  | Harlanville   | tx | 75092      |
        rivervalley | 100001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 163 School Road  | Jasperville   | tx | 75118-1209 |
        northco     | 110001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 170 School Road  | Kentonville   | CA | 75131      |
        rivervalley | 120001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 177 School Road  | Lindenville   | CA | 75144      | 2023-06-30
        rivervalley | 120001 | uri://ed-fi.org/AddressTypeDescriptor#Mailing  | PO Box 22        | Lindenville   | TX | 75144      |
        northco     | 130001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 184 School Road  | Mapletonville | TX | 75157-1212 |
        rivervalley | 140001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 191 School Road  | Norwoodville  | TX | 75170      |
        northco     | 150001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 198 School Road  | Oakdaleville  | CA | 75183      |
        northco     | 150001 | uri://ed-fi.org/AddressTypeDescriptor#Mailing  | PO Box 25        | Oakdaleville  | TX | 75183      |
        northco     | 150001 | uri://ed-fi.org/AddressTypeDescriptor#Billing  | 14 Finance Plaza | Central City  | TX | 75990-0001 |
        rivervalley | 160001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 205 School Road  | Parkstonville | CA | 75196-1215 |
        northco     | 170001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 212 School Road  | Quincyville   | CA | 75209      |
        rivervalley | 180001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 219 School Road  | Redfieldville | CA | 75222      |
        rivervalley | 180001 | uri://ed-fi.org/AddressTypeDescriptor#Mailing  | PO Box 28        | Redfieldville | TX | 75222      |
        northco     | 190001 | uri://ed-fi.org/AddressTypeDescriptor#Physical | 226 School Road  | Stantonville  | TX | 75235-1218 |
        northco     | 10002  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 240 School Road  | Ashfordville  | tx | 75261      |
        northco     | 10002  | uri://ed-fi.org/AddressTypeDescriptor#Mailing  | PO Box 31        | Ashfordville  | TX | 75261      |
        rivervalley | 20002  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 247 School Road  | Bellmontville | TX | 75274-1221 |
        northco     | 30002  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 254 School Road  | Carverville   | tx | 75287      |
        rivervalley | 40002  | uri://ed-fi.org/AddressTypeDescriptor#Physical | 261 School Road  | Dunmoreville  | TX | 75300      |
        rivervalley | 40002  | uri://ed-fi.org/AddressTypeDescriptor#Mailing  | PO Box 34        | Dunmoreville  | TX | 75300      |
        """,
    ),
    "ef_students": written(
        "record_no INTEGER | tenant_code VARCHAR | api_year SMALLINT | student_unique_id VARCHAR"
        " | first_name VARCHAR | middle_name VARCHAR | last_surname VARCHAR"
        " | generation_code_suffix VARCHAR | birth_date VARCHAR | last_modified TIMESTAMP",
        """
        1  | northco     | 2025 | 0604800 | ' Amir '  |       | Abbott      |    | 2016-11-19 | 2024-08-07 09:15:00
        2  | northco     | 2025 | 0604837 | Bella     | Marie | Hughes      |    | 2017-05-16 | 2024-08-13 03:15:00
        3  | rivervalley | 2025 | 0604874 | Carlos    | lee   | Ortiz       |    | 2011-09-19 | 2024-08-11 02:15:00
        4  | northco     | 2025 | 0604911 | Dana      | J     | Baker       |    | 2008-12-23 | 2024-08-18 05:15:00
        5  | northco     | 2025 | 0604948 | Elena     | ''    | Ito         | Jr | 2013-12-27 | 2024-08-16 04:15:00
        6  | rivervalley | 2025 | 0604985 | Farid     |       | Patel       |    | 2010-07-13 | 2024-08-07 02:15:00
        7  | northco     | 2025 | 0605022 | Grace     | Marie | Cruz        |    | 2008-11-27 | 2024-08-07 09:15:00
        8  | northco     | 2025 | 0605059 | Hugo      | lee   | Jensen      |    | 2012-11-27 | 2024-08-20 09:15:00
        9  | rivervalley | 2025 | 0605096 | Ines      | J     | Quick       |    | 2008-11-08 | 2024-08-04 04:15:00
        10 | northco     | 2025 | 0605133 | ' Jonah ' | ''    | Diaz        |    | 2016-05-01 | 2024-08-11 02:15:00
        11 | northco     | 2025 | 0605170 | Kira      |       | Khan        |    | 2009-01-23 | 2024-08-19 08:15:00
        12 | rivervalley | 2025 | 0605207 | Liam      | Marie | Reyes       |    | 2017-04-11 | 2024-08-03 09:15:00
        13 | northco     | 2025 | 0605244 | Maya      | lee   | Evans       |    | 2009-03-12 | 2024-08-09 08:15:00
        14 | northco     | 2025 | 0605281 | Noah      | J     | Lopez       |    | 2015-01-12 | 2024-08-25 09:15:00
        15 | rivervalley | 2025 | 0605318 | Olive     | ''    | Singh       |    | 2009-05-12 | 2024-08-12 09:15:00
        16 | northco     | 2025 | 0605355 | Pedro     |       | Flores      |    | 2008-08-18 | 2024-08-25 07:15:00
        17 | northco     | 2025 | 0605392 | Quinn     | Marie | Morris      |    | 2016-06-03 | 2024-08-19 09:15:00
        18 | rivervalley | 2025 | 0605429 | Rosa      | lee   | Torres      |    | 2010-10-12 | 2024-08-08 08:15:00
        19 | northco     | 2025 | 0605466 | ' Samir ' | J     | Garcia      |    | 2012-07-07 | 2024-08-24 03:15:00
        20 | northco     | 2025 | 0605503 | Tara      | ''    | Nguyen      | Jr | 2016-08-13 | 2024-08-13 01:15:00
        21 | rivervalley | 2025 | 0605540 | Uma       |       | Abbott      |    | 2008-05-23 | 2024-08-02 08:15:00
        22 | northco     | 2025 | 0605577 | Viktor    | Marie | Hughes      |    | 2015-02-03 | 2024-08-02 06:15:00
        23 | northco     | 2025 | 0605614 | Wendy     | lee   | Ortiz       |    | 2016-07-10 | 2024-08-14 02:15:00
        24 | rivervalley | 2025 | 0605651 | Xavi      | J     | Baker       |    |            | 2024-08-17 08:15:00
        25 | northco     | 2025 | 0605688 | Yara      | ''    | Ito         |    | 2008-08-17 | 2024-08-21 08:15:00
        26 | northco     | 2025 | 0605725 | Zane      |       | Patel       |    | 2017-03-23 | 2024-08-23 02:15:00
        27 | rivervalley | 2025 | 0605762 | Abel      | Marie | Cruz        |    | 2009-08-26 | 2024-08-10 09:15:00
        28 | northco     | 2025 | 0605799 | ' Bruna ' | lee   | Jensen      |    | 2009-01-11 | 2024-08-01 08:15:00
        29 | northco     | 2025 | 0605836 | Celia     | J     | Quick       |    | 2011-12-16 | 2024-08-25 07:15:00
        30 | rivervalley | 2025 | 0605873 | Derek     | ''    | Diaz        |    | 2014-06-15 | 2024-08-01 01:15:00
        31 | northco     | 2025 | 0605910 | Esme      |       | Khan        |    | 2016-11-26 | 2024-08-16 03:15:00
        32 | northco     | 2025 | 0605947 | Felix     | Marie | Reyes       |    | 2016-07-12 | 2024-08-25 01:15:00
        33 | rivervalley | 2025 | 0605984 | Gina      | lee   | Evans       |    | 2015-11-11 | 2024-08-01 04:15:00
        34 | northco     | 2025 | 0606021 | Hana      | J     | Lopez       |    | 2008-12-27 | 2024-08-22 08:15:00
        35 | northco     | 2025 | 0606058 | Ivan      | ''    | Singh       |    | 2009-04-09 | 2024-08-13 08:15:00
        36 | rivervalley | 2025 | 0606095 | Jade      |       | Flores      |    | 2009-02-26 | 2024-08-05 04:15:00
        37 | northco     | 2025 | 0606132 | ' Kofi '  | Marie | Morris      |    | 2010-12-07 | 2024-08-07 02:15:00
        38 | northco     | 2025 | 0606169 | Lena      | lee   | Torres      |    | 2009-10-23 | 2024-08-06 03:15:00
        39 | northco     | 2025 | 0604837 | Bella     | Marie | Hughes-Ward |    | 2017-05-16 | 2024-09-10 08:00:00
        40 | northco     | 2025 | 0605022 | Grace     | Marie | Cruz-Ward   |    | 2008-11-27 | 2024-09-10 08:00:00
        41 | northco     | 2025 | 0605244 | Maya      | lee   | Evans-Ward  |    | 2009-03-12 | 2024-07-01 08:00:00
        42 | rivervalley | 2025 | 0605540 | Uma       |       | Abbott-Ward |    | 2008-05-23 | 2024-09-10 08:00:00
        43 | northco     | 2025 | 0605799 | ' Bruna ' | lee   | Jensen-Ward |    | 2009-01-11 | 2024-09-10 08:00:00
        44 | northco     | 2025 | 0605355 | Pete      |       | Flores      |    | 2008-08-18 | 2024-08-25 07:15:00
        45 | northco     | 2024 | 0605577 | Viktor    | Marie | Hughes      |    | 2015-02-03 | 2024-05-01 08:00:00
        """,
    ),
    "ef_student_ed_org": written(
        "tenant_code VARCHAR | api_year SMALLINT | student_unique_id VARCHAR | sex VARCHAR"
        " | hispanic_latino_ethnicity BOOLEAN | limited_english_proficiency VARCHAR"
        " | economic_disadvantage BOOLEAN",
        """
        northco     | 2025 | 0604800 | uri://ed-fi.org/SexDescriptor#Female | true  | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited             |
        northco     | 2025 | 0604837 | uri://ed-fi.org/SexDescriptor#Male   |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 |
        rivervalley | 2025 | 0604874 | uri://ed-fi.org/SexDescriptor#Female |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 | false
        northco     | 2025 | 0604911 | uri://ed-fi.org/SexDescriptor#Male   |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited             | true
        northco     | 2025 | 0604948 | uri://ed-fi.org/SexDescriptor#Male   | true  |                                                                         | true
        rivervalley | 2025 | 0604985 | uri://ed-fi.org/SexDescriptor#Female | true  |                                                                         |
        northco     | 2025 | 0605022 | uri://ed-fi.org/SexDescriptor#Female |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited             | true
        northco     | 2025 | 0605059 | uri://ed-fi.org/SexDescriptor#Male   |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 | true
        rivervalley | 2025 | 0605096 | uri://ed-fi.org/SexDescriptor#Male   | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited          | true
        northco     | 2025 | 0605133 | uri://ed-fi.org/SexDescriptor#Male   | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited             | false
        northco     | 2025 | 0605170 | uri://ed-fi.org/SexDescriptor#Male   |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 | false
        northco     | 2025 | 0605244 | uri://ed-fi.org/SexDescriptor#Female | false |                                                                         | true
        northco     | 2025 | 0605281 |                                      | false |                                                                         | true
        rivervalley | 2025 | 0605318 | uri://ed-fi.org/SexDescriptor#Female | true  |                                                                         |
        northco     | 2025 | 0605355 | uri://ed-fi.org/SexDescriptor#Female | false |                                                                         |
        northco     | 2025 | 0605392 | uri://ed-fi.org/SexDescriptor#Male   | true  | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited          | true
        rivervalley | 2025 | 0605429 | uri://ed-fi.org/SexDescriptor#Male   | true  |                                                                         | false
        northco     | 2025 | 0605466 | uri://ed-fi.org/SexDescriptor#Male   |       |                                                                         | false
        northco     | 2025 | 0605503 | uri://ed-fi.org/SexDescriptor#Female |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited             | true
        rivervalley | 2025 | 0605540 | uri://ed-fi.org/SexDescriptor#Male   | false |                                                                         | true
        northco     | 2025 | 0605577 | uri://ed-fi.org/SexDescriptor#Male   | true  | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited             |
        northco     | 2025 | 0605614 | uri://ed-fi.org/SexDescriptor#Female | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited          | false
        rivervalley | 2025 | 0605651 | uri://ed-fi.org/SexDescriptor#Male   |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 |
        northco     | 2025 | 0605688 | uri://ed-fi.org/SexDescriptor#Female |       |                                                                         | true
        rivervalley | 2025 | 0605762 | uri://ed-fi.org/SexDescriptor#Male   | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited          |
        northco     | 2025 | 0605799 | uri://ed-fi.org/SexDescriptor#Male   | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited          | false
        northco     | 2025 | 0605836 | uri://ed-fi.org/SexDescriptor#Female | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited             | false
        rivervalley | 2025 | 0605873 | uri://ed-fi.org/SexDescriptor#Male   | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited          | false
        northco     | 2025 | 0605910 | uri://ed-fi.org/SexDescriptor#Female |       |                                                                         | false
        northco     | 2025 | 0605947 | uri://ed-fi.org/SexDescriptor#Female | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 | false
        rivervalley | 2025 | 0605984 | uri://ed-fi.org/SexDescriptor#Male   |       |                                                                         |
        northco     | 2025 | 0606021 | uri://ed-fi.org/SexDescriptor#Male   |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 | false
        northco     | 2025 | 0606058 | uri://ed-fi.org/SexDescriptor#Male   |       | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 |
        rivervalley | 2025 | 0606095 | uri://ed-fi.org/SexDescriptor#Male   | false | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 |
        northco     | 2025 | 0606132 | uri://ed-fi.org/SexDescriptor#Female | true  | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#Limited Monitored 1 | false
        northco     | 2025 | 0606169 | uri://ed-fi.org/SexDescriptor#Male   | true  | uri://ed-fi.org/LimitedEnglishProficiencyDescriptor#NotLimited          | false
        northco     | 2024 | 0605577 | uri://ed-fi.org/SexDescriptor#Male   | false |                                                                         | true
        """,
    ),
    "ef_student_races": written(
        "tenant_code VARCHAR | api_year SMALLINT | student_unique_id VARCHAR | race VARCHAR",
        """
        northco     | 2025 | 0604800 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        northco     | 2025 | 0604837 | uri://ed-fi.org/RaceDescriptor#Asian
        rivervalley | 2025 | 0604874 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        rivervalley | 2025 | 0604874 | uri://ed-fi.org/RaceDescriptor#Asian
        northco     | 2025 | 0604911 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        northco     | 2025 | 0604948 | uri://ed-fi.org/RaceDescriptor#Black - African American
        rivervalley | 2025 | 0604985 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2025 | 0605022 | uri://ed-fi.org/RaceDescriptor#American Indian - Alaska Native
        northco     | 2025 | 0605022 | uri://ed-fi.org/RaceDescriptor#Asian
        rivervalley | 2025 | 0605096 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        northco     | 2025 | 0605133 | uri://ed-fi.org/RaceDescriptor#Asian
        northco     | 2025 | 0605170 | uri://ed-fi.org/RaceDescriptor#American Indian - Alaska Native
        northco     | 2025 | 0605170 | uri://ed-fi.org/RaceDescriptor#Asian
        northco     | 2025 | 0605244 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2025 | 0605281 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        rivervalley | 2025 | 0605318 | uri://ed-fi.org/RaceDescriptor#Black - African American
        rivervalley | 2025 | 0605318 | uri://ed-fi.org/RaceDescriptor#Asian
        northco     | 2025 | 0605392 | uri://ed-fi.org/RaceDescriptor#Asian
        rivervalley | 2025 | 0605429 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2025 | 0605466 | uri://ed-fi.org/RaceDescriptor#White
        northco     | 2025 | 0605466 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        northco     | 2025 | 0605503 | uri://ed-fi.org/RaceDescriptor#Asian
        rivervalley | 2025 | 0605540 | uri://ed-fi.org/RaceDescriptor#White
        northco     | 2025 | 0605577 | uri://ed-fi.org/RaceDescriptor#American Indian - Alaska Native
        northco     | 2025 | 0605614 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2025 | 0605614 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        northco     | 2025 | 0605688 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        rivervalley | 2025 | 0605762 | uri://ed-fi.org/RaceDescriptor#American Indian - Alaska Native
        rivervalley | 2025 | 0605762 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2025 | 0605799 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2025 | 0605836 | uri://ed-fi.org/RaceDescriptor#Native Hawaiian - Pacific Islander
        rivervalley | 2025 | 0605873 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2025 | 0605910 | uri://ed-fi.org/RaceDescriptor#Asian
        northco     | 2025 | 0605910 | uri://ed-fi.org/RaceDescriptor#Black - African American
        rivervalley | 2025 | 0605984 | uri://ed-fi.org/RaceDescriptor#American Indian - Alaska Native
        northco     | 2025 | 0606021 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2025 | 0606058 | uri://ed-fi.org/RaceDescriptor#Asian
        northco     | 2025 | 0606058 | uri://ed-fi.org/RaceDescriptor#White
        rivervalley | 2025 | 0606095 | uri://ed-fi.org/RaceDescriptor#American Indian - Alaska Native
        northco     | 2025 | 0606132 | uri://ed-fi.org/RaceDescriptor#Asian
        northco     | 2025 | 0606169 | uri://ed-fi.org/RaceDescriptor#Black - African American
        northco     | 2024 | 0605577 | uri://ed-fi.org/RaceDescriptor#Asian
        rivervalley | 2025 | 0604874 | uri://ed-fi.org/RaceDescriptor#Asian
        """,
    ),
    "ef_calendar_dates": written(
        "tenant_code VARCHAR | school_id INTEGER | calendar_code VARCHAR | school_year SMALLINT"
        " | calendar_date DATE",
        """
        northco     | 10001 | REG    | 2025 | 2024-08-26
        northco     | 10001 | REG    | 2025 | 2024-08-27
        northco     | 10001 | REG    | 2025 | 2024-08-28
        northco     | 10001 | REG    | 2025 | 2024-08-29
        northco     | 10001 | REG    | 2025 | 2024-08-30
        northco     | 10001 | REG    | 2025 | 2024-09-02
        northco     | 10001 | REG    | 2025 | 2024-09-03
        northco     | 10001 | REG    | 2025 | 2024-09-04
        northco     | 10001 | REG    | 2025 | 2024-09-05
        northco     | 10001 | REG    | 2025 | 2024-09-06
        northco     | 10001 | REG    | 2025 | 2024-09-09
        northco     | 10001 | REG    | 2025 | 2024-09-10
        northco     | 10001 | REG    | 2025 | 2024-09-11
        northco     | 10001 | REG    | 2025 | 2024-09-12
        northco     | 10001 | REG    | 2025 | 2024-09-13
        northco     | 10001 | REG    | 2025 | 2024-09-16
        northco     | 10001 | REG    | 2025 | 2024-09-17
        northco     | 10001 | REG    | 2025 | 2024-09-18
        northco     | 10001 | REG    | 2025 | 2024-09-19
        northco     | 30001 | REG    | 2025 | 2024-08-28
        northco     | 30001 | REG    | 2025 | 2024-08-29
        northco     | 30001 | REG    | 2025 | 2024-08-30
        northco     | 30001 | REG    | 2025 | 2024-09-02
        northco     | 30001 | REG    | 2025 | 2024-09-03
        northco     | 30001 | REG    | 2025 | 2024-09-04
        northco     | 30001 | REG    | 2025 | 2024-09-05
        northco     | 30001 | REG    | 2025 | 2024-09-06
        northco     | 30001 | REG    | 2025 | 2024-09-09
        northco     | 30001 | REG    | 2025 | 2024-09-10
        northco     | 30001 | REG    | 2025 | 2024-09-11
        northco     | 30001 | REG    | 2025 | 2024-09-12
        northco     | 30001 | REG    | 2025 | 2024-09-13
        northco     | 30001 | REG    | 2025 | 2024-09-16
        northco     | 30001 | REG    | 2025 | 2024-09-17
        northco     | 30001 | EXT    | 2025 | 2024-09-09
        northco     | 30001 | EXT    | 2025 | 2024-09-10
        northco     | 30001 | EXT    | 2025 | 2024-09-11
        northco     | 30001 | EXT    | 2025 | 2024-09-12
        northco     | 30001 | EXT    | 2025 | 2024-09-13
        northco     | 30001 | EXT    | 2025 | 2024-09-16
        northco     | 30001 | EXT    | 2025 | 2024-09-17
        northco     | 30001 | EXT    | 2025 | 2024-09-18
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-05
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-06
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-09
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-10
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-11
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-12
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-13
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-16
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-17
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-18
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-19
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-20
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-23
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-24
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-25
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-26
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-27
        rivervalley | 20001 | 2025-1 | 2025 | 2024-09-30
        """,
    ),
    "ef_calendar_events": written(
        "tenant_code VARCHAR | school_id INTEGER | calendar_code VARCHAR | calendar_date DATE"
        " | calendar_event VARCHAR",
        """
        northco     | 10001 | REG    | 2024-08-26 | uri://ed-fi.org/CalendarEventDescriptor#Teacher only day
        northco     | 10001 | REG    | 2024-08-27 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-08-28 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-08-29 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-08-30 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-08-30 | uri://ed-fi.org/CalendarEventDescriptor#Student late arrival/early dismissal
        northco     | 10001 | REG    | 2024-09-02 | uri://ed-fi.org/CalendarEventDescriptor#Holiday
        northco     | 10001 | REG    | 2024-09-03 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-04 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-05 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-06 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-09 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-10 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-11 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-11 | uri://ed-fi.org/CalendarEventDescriptor#Student late arrival/early dismissal
        northco     | 10001 | REG    | 2024-09-12 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-13 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-16 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-17 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-18 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 10001 | REG    | 2024-09-19 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-08-28 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-08-29 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-08-30 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-02 | uri://ed-fi.org/CalendarEventDescriptor#Holiday
        northco     | 30001 | REG    | 2024-09-03 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-04 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-05 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-06 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-09 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-10 | uri://ed-fi.org/CalendarEventDescriptor#District picnic day
        northco     | 30001 | REG    | 2024-09-11 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-12 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-13 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-16 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | REG    | 2024-09-17 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | EXT    | 2024-09-09 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | EXT    | 2024-09-10 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | EXT    | 2024-09-11 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | EXT    | 2024-09-12 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | EXT    | 2024-09-13 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | EXT    | 2024-09-16 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | EXT    | 2024-09-17 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        northco     | 30001 | EXT    | 2024-09-18 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-05 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-06 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-09 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-10 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-11 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-12 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-13 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-16 | uri://ed-fi.org/CalendarEventDescriptor#Weather day
        rivervalley | 20001 | 2025-1 | 2024-09-16 | uri://ed-fi.org/CalendarEventDescriptor#Emergency day
        rivervalley | 20001 | 2025-1 | 2024-09-17 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-18 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-19 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-23 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-24 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-25 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        rivervalley | 20001 | 2025-1 | 2024-09-26 | uri://ed-fi.org/CalendarEventDescriptor#Instructional day
        """,
    ),
    "ef_student_school": written(
        "tenant_code VARCHAR | student_unique_id VARCHAR | school_id INTEGER | school_year SMALLINT"
        " | entry_date DATE | exit_withdraw_date DATE | entry_grade_level VARCHAR"
        " | exit_withdraw_type VARCHAR | primary_school BOOLEAN | calendar_code VARCHAR",
        """
        northco     | 0604800 | 10001 | 2025 | 2024-09-04 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | true  |
        northco     | 0604837 | 10001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Third grade  |                                                               |       | REG
        northco     | 0604911 | 10001 | 2025 | 2024-08-26 | 2024-09-09 | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  | uri://ed-fi.org/ExitWithdrawTypeDescriptor#Transferred        | true  |
        northco     | 0604948 | 10001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Eighth grade |                                                               | true  | REG
        northco     | 0605022 | 10001 | 2025 | 2024-09-04 |            | uri://ed-fi.org/GradeLevelDescriptor#Ninth grade  |                                                               |       |
        northco     | 0605059 | 10001 | 2025 | 2024-08-26 | 2024-09-06 | uri://ed-fi.org/GradeLevelDescriptor#First grade  | uri://ed-fi.org/ExitWithdrawTypeDescriptor#Moved              | true  | REG
        northco     | 0605133 | 10001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Third grade  |                                                               | true  |
        northco     | 0605170 | 10001 | 2025 | 2024-08-26 | 2024-08-26 | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  | uri://ed-fi.org/ExitWithdrawTypeDescriptor#No show            |       | REG
        northco     | 0605244 | 10001 | 2025 | 2024-09-04 |            | uri://ed-fi.org/GradeLevelDescriptor#Eighth grade |                                                               | true  |
        northco     | 0605281 | 10001 | 2025 | 2024-08-26 | 2024-08-26 | uri://ed-fi.org/GradeLevelDescriptor#Ninth grade  | uri://ed-fi.org/ExitWithdrawTypeDescriptor#Transferred        | true  | REG
        northco     | 0605355 | 10001 | 2025 | 2024-08-26 | 2024-08-20 | uri://ed-fi.org/GradeLevelDescriptor#First grade  | uri://ed-fi.org/ExitWithdrawTypeDescriptor#Moved              |       |
        northco     | 0605392 | 10001 | 2025 | 2024-08-26 | 2024-09-20 | uri://ed-fi.org/GradeLevelDescriptor#Third grade  | uri://ed-fi.org/ExitWithdrawTypeDescriptor#Graduated          | true  | REG
        northco     | 0605466 | 10001 | 2025 | 2024-09-04 |            | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  |                                                               | true  |
        northco     | 0605503 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Eighth grade |                                                               |       | EXT
        northco     | 0605577 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Ninth grade  |                                                               | true  |
        northco     | 0605614 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | true  | REG
        northco     | 0605688 | 30001 | 2025 | 2024-09-04 |            | uri://ed-fi.org/GradeLevelDescriptor#Third grade  |                                                               |       | EXT
        northco     | 0605725 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  |                                                               | true  |
        northco     | 0605799 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Eighth grade |                                                               | true  | REG
        northco     | 0605836 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Ninth grade  |                                                               |       | EXT
        northco     | 0605910 | 30001 | 2025 | 2024-09-04 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | true  |
        northco     | 0605947 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Third grade  |                                                               | true  | REG
        northco     | 0606021 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  |                                                               |       | EXT
        northco     | 0606058 | 30001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#Eighth grade |                                                               | true  |
        rivervalley | 0604874 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  |                                                               | true  |
        rivervalley | 0604985 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#Eighth grade |                                                               | true  | 2025-1
        rivervalley | 0605096 | 20001 | 2025 | 2024-09-05 | 2024-09-18 | uri://ed-fi.org/GradeLevelDescriptor#Ninth grade  | uri://ed-fi.org/ExitWithdrawTypeDescriptor#Moved              | true  | 2025-1
        rivervalley | 0605207 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | true  |
        rivervalley | 0605318 | 20001 | 2025 | 2024-09-11 | 2024-09-30 | uri://ed-fi.org/GradeLevelDescriptor#Third grade  | uri://ed-fi.org/ExitWithdrawTypeDescriptor#Invalid enrollment | true  | 2025-1
        rivervalley | 0605429 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  |                                                               | true  | 2025-1
        rivervalley | 0605540 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#Eighth grade |                                                               | true  |
        rivervalley | 0605651 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#Ninth grade  |                                                               | true  | 2025-1
        rivervalley | 0605762 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | true  | 2025-1
        rivervalley | 0605873 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#Third grade  |                                                               | true  |
        rivervalley | 0605984 | 20001 | 2025 | 2024-09-05 |            | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  |                                                               | true  | 2025-1
        northco     | 0604911 | 10001 | 2025 | 2024-09-12 |            | uri://ed-fi.org/GradeLevelDescriptor#Sixth grade  |                                                               |       | REG
        northco     | 0605059 | 30001 | 2025 | 2024-09-09 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | true  | EXT
        northco     | 0605577 | 30001 | 2025 | 2024-09-10 |            | uri://ed-fi.org/GradeLevelDescriptor#Ninth grade  |                                                               | false | REG
        northco     | 9999999 | 10001 | 2025 | 2024-08-26 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | true  | REG
        northco     | 0604837 | 50001 | 2025 | 2024-08-27 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | false |
        rivervalley | 0605207 | 20001 | 2025 | 2024-09-30 |            | uri://ed-fi.org/GradeLevelDescriptor#First grade  |                                                               | true  | 2025-1
        """,
    ),
    "ef_attendance_events": written(
        "event_id INTEGER | tenant_code VARCHAR | student_unique_id VARCHAR | school_id INTEGER"
        " | event_date DATE | attendance_event_category VARCHAR | attendance_event_reason VARCHAR",
        """
        30101 | northco     | 0604800 | 10001 | 2024-09-03 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30105 | northco     | 0604800 | 10001 | 2024-09-04 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30107 | northco     | 0604800 | 10001 | 2024-09-05 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30109 | northco     | 0604800 | 10001 | 2024-09-06 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30110 | northco     | 0604837 | 10001 | 2024-09-10 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       | 'Flu '
        30114 | northco     | 0604837 | 10001 | 2024-09-11 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       | 'Flu '
        30117 | northco     | 0604837 | 10001 | 2024-09-12 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       | 'Flu '
        30120 | northco     | 0604837 | 10001 | 2024-09-17 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       | 'Flu '
        30123 | northco     | 0604948 | 10001 | 2024-09-05 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy                  |
        30124 | northco     | 0604948 | 10001 | 2024-09-05 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        | Dentist
        30127 | northco     | 0604948 | 10001 | 2024-09-06 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Half day AM   |
        30129 | northco     | 0604911 | 10001 | 2024-09-03 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      | ''
        30131 | northco     | 0604911 | 10001 | 2024-09-10 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        |
        30134 | northco     | 0604911 | 10001 | 2024-09-13 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Truant                 |
        30138 | northco     | 0604837 | 10001 | 2024-09-02 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        |
        30139 | northco     | 0605022 | 10001 | 2024-09-07 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        |
        30143 | northco     | 0605022 | 10001 | 2024-09-09 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Suspended by principal |
        30144 | northco     | 0605133 | 10001 | 2024-09-09 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        | Funeral
        30148 | northco     | 0605133 | 10001 | 2024-09-09 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30150 | northco     | 0605133 | 10001 | 2024-09-10 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Half day     |
        30152 | northco     | 0605133 | 10001 | 2024-09-10 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Half day PM   |
        30153 | northco     | 0605577 | 30001 | 2024-09-11 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30157 | northco     | 0605577 | 30001 | 2024-09-12 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30158 | northco     | 0605577 | 30001 | 2024-09-03 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy                  |
        30159 | rivervalley | 0605207 | 20001 | 2024-09-03 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30163 | northco     | 0606021 | 30001 | 2024-09-24 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       | Sick
        30166 | rivervalley | 0605984 | 20001 | 2024-09-05 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Unverified    |
        30168 | rivervalley | 0605873 | 20001 | 2024-09-12 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Half day AM   |
        30171 | northco     | 0605392 | 10001 | 2024-09-11 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy                  | Sick
        30174 | northco     | 0604948 | 10001 | 2024-09-05 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Half day AM   |
        30178 | rivervalley | 0605318 | 20001 | 2024-09-24 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        |
        30182 | rivervalley | 0605318 | 20001 | 2024-09-19 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Present - Field trip   | '  '
        30186 | northco     | 0605133 | 10001 | 2024-09-18 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        |
        30189 | northco     | 0605577 | 30001 | 2024-09-16 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Unverified    | ' Appointment'
        30192 | northco     | 0605688 | 30001 | 2024-09-17 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       | Sick
        30194 | northco     | 0605577 | 30001 | 2024-09-03 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30196 | northco     | 0604837 | 10001 | 2024-09-20 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Unverified    |
        30198 | rivervalley | 0605207 | 20001 | 2024-09-12 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Half day AM   | '  '
        30201 | northco     | 0605836 | 30001 | 2024-09-17 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        |
        30205 | rivervalley | 0605651 | 20001 | 2024-09-24 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        | '  '
        30206 | rivervalley | 0605096 | 20001 | 2024-09-09 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        |
        30210 | northco     | 0604948 | 10001 | 2024-09-10 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      | Sick
        30213 | northco     | 0605688 | 30001 | 2024-09-23 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Half day AM   |
        30214 | rivervalley | 0605207 | 20001 | 2024-09-06 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Half day AM   | '  '
        30215 | northco     | 0605244 | 10001 | 2024-09-18 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       |
        30216 | northco     | 0605355 | 10001 | 2024-09-13 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Unverified    | Sick
        30219 | northco     | 0606058 | 30001 | 2024-09-13 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      |
        30222 | northco     | 0605725 | 30001 | 2024-09-23 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        | '  '
        30226 | northco     | 0605947 | 30001 | 2024-09-10 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Present - Field trip   |
        30230 | northco     | 0605392 | 10001 | 2024-09-04 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Unverified    |
        30232 | rivervalley | 0604874 | 20001 | 2024-09-11 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Unverified    | '  '
        30235 | northco     | 0605170 | 10001 | 2024-09-16 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Unverified    |
        30239 | northco     | 0605836 | 30001 | 2024-09-11 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Present - Field trip   | ' Appointment'
        30240 | northco     | 0605614 | 30001 | 2024-09-13 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Present - Field trip   | '  '
        30241 | northco     | 0605244 | 10001 | 2024-09-03 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      | ' Appointment'
        30245 | northco     | 0605244 | 10001 | 2024-09-16 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       |
        30247 | northco     | 0605725 | 30001 | 2024-09-09 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence        | ' Appointment'
        30249 | rivervalley | 0605651 | 20001 | 2024-09-05 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Present - Field trip   | Sick
        30250 | rivervalley | 0605207 | 20001 | 2024-09-19 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Absent - Medical       | '  '
        30252 | northco     | 0605466 | 10001 | 2024-09-11 | uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence      | ' Appointment'
        """,
    ),
    "xwalk_calendar_events": written(
        "calendar_event VARCHAR | is_school_day BOOLEAN",
        """
        Instructional day                    | true
        Make-up day                          | true
        Student late arrival/early dismissal | true
        Testing day                          | true
        Half day                             | true
        Remote learning day                  | true
        Orientation day                      | true
        Graduation day                       | true
        Field day                            | true
        Teacher only day                     | false
        Holiday                              | false
        Weather day                          | false
        Emergency day                        | false
        Strike                               | false
        Non-instructional day                | false
        Parent conference day                | false
        Staff development                    | false
        Spring break                         | false
        Winter break                         | false
        Other                                | false
        """,
    ),
    "xwalk_attendance_events": written(
        "attendance_event VARCHAR | is_absent DECIMAL(3,2) | is_unexcused_absence SMALLINT",
        """
        Unexcused Absence              | 1.00 | 1
        Excused Absence                | 1.00 | 0
        Absent - Medical               | 1.00 | 0
        Absent - Family emergency      | 1.00 | 0
        Absent - Religious             | 1.00 | 0
        Absent - Suspension            | 1.00 | 0
        Absent - Half day AM           | 0.50 | 0
        Absent - Half day PM           | 0.50 | 0
        Unexcused Half day             | 0.50 | 1
        Absent - Unverified            | 1.00 | 1
        Truant                         | 1.00 | 1
        Tardy                          | 0.00 | 0
        Tardy - Excused                | 0.00 | 0
        Early departure                | 0.00 | 0
        In Attendance                  | 0.00 | 0
        Present - Field trip           | 0.00 | 0
        Present - Remote               | 0.00 | 0
        Present - School activity      | 0.00 | 0
        Present - Testing              | 0.00 | 0
        Present - In-school suspension | 0.00 | 0
        """,
    ),
}
