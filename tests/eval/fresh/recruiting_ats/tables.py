"""Source tables."""

from make_projects import written

TABLES = {
    "app_user": written(
        "user_id INTEGER | first_nm VARCHAR | last_nm VARCHAR | primary_email VARCHAR"
        " | disabled BOOLEAN | created_ts TIMESTAMP",
        """
        201 | Maria | Berg    | Maria.Berg@acme.example       |       | 2023-01-09 09:00:00
        202 | Tom   | Duarte  | Tom.Duarte@Acme-Talent.com    | false | 2023-01-26 09:00:00
        203 | Aisha | Grant   | Aisha.Grant@Acme-Talent.com   |       | 2023-02-12 09:00:00
        204 | Leo   | Jansen  | Leo.Jansen@acme.example       | true  | 2023-03-01 09:00:00
        205 | Nina  | Meyer   | Nina.Meyer@Acme-Talent.com    |       | 2023-03-18 09:00:00
        206 | Otto  | Costa   | Otto.Costa@Acme-Talent.com    | false | 2023-04-04 09:00:00
        207 | Priya | Fischer | Priya.Fischer@acme.example    |       | 2023-04-21 09:00:00
        208 |       | Ito     | Sam.Ito@Acme-Talent.com       | false | 2023-05-08 09:00:00
        209 | Vera  | Lund    | Vera.Lund@Acme-Talent.com     |       | 2023-05-25 09:00:00
        210 | Karl  | Adeyemi | Karl.Adeyemi@acme.example     | false | 2023-06-11 09:00:00
        211 | Ines  | Eklund  |                               |       | 2023-06-28 09:00:00
        212 | Maria | Haddad  | Maria.Haddad@Acme-Talent.com  | false | 2023-07-15 09:00:00
        213 | Tom   | Kowal   | Tom.Kowal@acme.example        | true  | 2023-08-01 09:00:00
        214 | Aisha | Berg    | Aisha.Berg@Acme-Talent.com    | false | 2023-08-18 09:00:00
        215 | Leo   | Duarte  | Leo.Duarte@Acme-Talent.com    |       | 2023-09-04 09:00:00
        216 | Nina  | Grant   | Nina.Grant@acme.example       | false | 2023-09-21 09:00:00
        217 | Otto  | Jansen  | svc-account                   |       | 2023-10-08 09:00:00
        218 | Priya | Meyer   | Priya.Meyer@Acme-Talent.com   | false | 2023-10-25 09:00:00
        219 | Sam   | Costa   | Sam.Costa@acme.example        |       | 2023-11-11 09:00:00
        220 | Vera  | Fischer | Vera.Fischer@Acme-Talent.com  | false | 2023-11-28 09:00:00
        221 | Karl  | Ito     | Karl.Ito@Acme-Talent.com      |       | 2023-12-15 09:00:00
        222 | Ines  | Lund    | Ines.Lund@acme.example        | false | 2024-01-01 09:00:00
        223 | Maria | Adeyemi | Maria.Adeyemi@Acme-Talent.com |       | 2024-01-18 09:00:00
        224 | Tom   | Eklund  | Tom.Eklund@Acme-Talent.com    | false | 2024-02-04 09:00:00
        """,
    ),
    "job": written(
        "job_id INTEGER | job_nm VARCHAR | status_cd VARCHAR | req_no INTEGER | opened_dt DATE"
        " | closed_dt DATE | deleted BOOLEAN",
        """
        31 | Data Engineer         | O | 40   | 2024-01-15 |            |
        32 | Account Manager       | C | 213  | 2024-01-28 | 2024-03-05 | false
        33 | Product Designer      | o | 386  | 2024-02-10 |            |
        34 | Payroll Specialist    | C | 559  | 2024-02-23 | 2024-04-04 | false
        35 | iOS Developer         | D |      |            |            |
        36 | Recruiter             | O | 905  | 2024-03-20 |            | false
        37 | Security Analyst      | c | 1078 | 2024-04-02 | 2024-05-19 |
        38 | Controller            | X | 1251 | 2024-04-15 |            | false
        39 | Backend Engineer      | O | 1424 | 2024-04-28 |            |
        40 | Sales Lead            | C | 1597 | 2024-05-11 | 2024-07-03 | true
        41 | UX Researcher         |   | 1770 | 2024-05-24 |            |
        42 | Data Engineer II      | O | 1943 | 2024-06-06 |            | false
        43 | Account Manager II    | C | 2116 | 2024-06-19 | 2024-08-17 |
        44 | Product Designer II   | o | 2289 | 2024-07-02 |            | false
        45 | Payroll Specialist II | C | 2462 | 2024-07-15 | 2024-09-16 |
        46 | iOS Developer II      | D |      |            |            | false
        47 | Recruiter II          | O | 2808 | 2024-08-10 |            |
        48 | Security Analyst II   | c | 2981 | 2024-08-23 | 2024-10-31 | false
        49 | Controller II         | X | 3154 | 2024-09-05 |            |
        50 | Backend Engineer II   | O | 3327 | 2024-09-18 |            | false
        51 | Sales Lead II         | C | 3500 | 2024-10-01 | 2024-12-15 | true
        52 | UX Researcher II      |   | 3673 | 2024-10-14 |            | false
        """,
    ),
    "job_team": written(
        "job_id INTEGER | user_id INTEGER | role_cd VARCHAR",
        """
        31 | 201 | HM
        31 | 208 | RE
        31 | 215 | hm
        32 | 206 | RE
        32 | 213 | hm
        33 | 211 | hm
        33 | 218 | CO
        33 | 201 | SO
        33 | 208 | RE
        34 | 216 | HM
        36 | 202 | hm
        36 | 209 | CO
        36 | 216 | SO
        37 | 207 | HM
        37 | 214 | RE
        37 | 221 | hm
        38 | 212 | RE
        38 | 219 | hm
        39 | 299 | HM
        39 | 224 | RE
        39 | 207 | hm
        39 | 214 | CO
        40 | 222 | HM
        42 | 208 | hm
        42 | 215 | CO
        42 | 222 | SO
        43 | 213 | HM
        43 | 220 | RE
        43 | 203 | hm
        44 | 218 | RE
        44 | 201 | hm
        45 | 223 | hm
        45 | 206 | CO
        45 | 213 | SO
        45 | 220 | RE
        46 | 204 | HM
        48 | 214 | hm
        48 | 221 | CO
        48 | 204 | SO
        49 | 219 | HM
        49 | 202 | RE
        49 | 209 | hm
        50 | 224 | RE
        50 | 207 | hm
        51 | 205 | HM
        51 | 212 | RE
        51 | 219 | hm
        51 | 202 | CO
        52 | 210 | HM
        """,
    ),
    "dept": written(
        "dept_id INTEGER | dept_nm VARCHAR | parent_dept_id INTEGER",
        """
        1  | Company      |
        2  | Engineering  | 1
        3  | Product      | 1
        4  | Sales        | 1
        5  | Finance      | 1
        6  | People       | 1
        7  | Platform     | 2
        8  | Data         | 2
        9  | Mobile       | 2
        10 | Design       | 3
        11 | Research     | 3
        12 | Field Sales  | 4
        13 | Inside Sales | 4
        14 | Payroll      | 5
        15 | Controlling  | 5
        16 | Talent       | 6
        17 | Security     | 2
        18 | Web          | 2
        19 | Partners     | 4
        20 | Legal        |
        """,
    ),
    "job_dept": written(
        "job_id INTEGER | dept_id INTEGER",
        """
        31 | 7
        31 | 12
        31 | 17
        32 | 10
        33 | 13
        34 | 16
        34 | 1
        35 | 19
        37 | 5
        37 | 10
        38 | 8
        39 | 11
        40 | 14
        40 | 19
        40 | 4
        41 | 17
        42 | 20
        44 | 6
        45 | 9
        46 | 12
        46 | 17
        47 | 15
        48 | 18
        49 | 1
        49 | 6
        49 | 11
        51 | 7
        52 | 10
        52 | 15
        """,
    ),
    "job_opening": written(
        "opening_id INTEGER | job_id INTEGER | status_cd VARCHAR | filled_by_application_id INTEGER",
        """
        1  | 31 | O |
        2  | 36 | C | 5007
        3  | 41 | o |
        4  | 46 | C | 5013
        5  | 51 | c | 5016
        6  | 34 | O |
        7  | 39 | C | 5022
        8  | 44 | o |
        9  | 49 | C |
        10 | 32 | c | 5031
        11 | 37 | O |
        12 | 42 | C |
        13 | 47 | o | 5002
        14 | 52 | C | 5043
        15 | 35 | c |
        16 | 40 | O |
        17 | 45 | C | 5008
        18 | 50 | o |
        19 | 33 | C | 5014
        20 | 38 | c | 5017
        21 | 43 | O |
        22 | 48 | C | 5023
        23 | 31 | o |
        24 | 36 | C |
        25 | 41 | c | 5032
        26 | 46 | O |
        27 | 51 | C |
        28 | 34 | o |
        29 | 39 | C | 5044
        30 | 44 | c |
        31 | 49 | O |
        32 | 32 | C | 5009
        33 | 37 | o |
        34 | 42 | C | 5015
        """,
    ),
    "job_post": written(
        "post_id INTEGER | job_id INTEGER | is_live BOOLEAN | is_internal BOOLEAN"
        " | is_external BOOLEAN | location_nm VARCHAR",
        """
        71  | 31 |       | true  | false | Berlin
        72  | 34 | true  | false | true  | berlin
        73  | 37 | true  | false | true  | Remote
        74  | 40 | true  | true  | true  | Oslo
        75  | 43 | false | false | true  | OSLO
        76  | 46 | true  | false | true  |
        77  | 49 | true  | true  | false | Lisbon
        78  | 32 | true  | false | true  | Berlin
        79  | 35 |       | false | true  | berlin
        80  | 38 | true  | true  | true  | Remote
        81  | 41 | true  | false | true  | Oslo
        82  | 44 | true  | false | true  | OSLO
        83  | 47 | false | true  | false |
        84  | 50 | true  | false | true  | Lisbon
        85  | 33 | true  | false | true  | Berlin
        86  | 36 | true  | true  | true  | berlin
        87  | 39 |       | false | true  | Remote
        88  | 42 | true  | false | true  | Oslo
        89  | 45 | true  | true  | false | OSLO
        90  | 48 | true  | false | true  |
        91  | 31 | false | false | true  | Lisbon
        92  | 34 | true  | true  | true  | Berlin
        93  | 37 | true  | false | true  | berlin
        94  | 40 | true  | false | true  | Remote
        95  | 43 |       | true  | false | Oslo
        96  | 46 | true  | false | true  | OSLO
        97  | 49 | true  | false | true  |
        98  | 32 | true  | true  | true  | Lisbon
        99  | 35 | false | false | true  | Berlin
        100 | 38 | true  | false | true  | berlin
        101 | 41 | true  | true  | false | Remote
        102 | 44 | true  | false | true  | Oslo
        103 | 47 |       | false | true  | OSLO
        104 | 50 | true  | true  | true  |
        105 | 33 | true  | false | true  | Lisbon
        106 | 36 | true  | false | true  | Berlin
        """,
    ),
    "candidate": written(
        "candidate_id INTEGER | first_nm VARCHAR | last_nm VARCHAR | employer_nm VARCHAR"
        " | title_nm VARCHAR | created_ts TIMESTAMP | recruiter_user_id INTEGER",
        """
        1001 | Alma    | Nilsen     | Globex  | Engineer | 2024-01-20 08:00:00 |
        1002 | Bo      | ' Qureshi' | ''      | Manager  | 2024-01-29 09:00:00 | 208
        1003 | 'Cleo ' | Toth       |         | ''       | 2024-02-07 10:00:00 | 215
        1004 | Dag     | Wolf       | Initech |          | 2024-02-16 11:00:00 | 222
        1005 | Edda    | Perez      | Umbra   | Engineer | 2024-02-25 12:00:00 | 205
        1006 | Finn    | Stone      | Globex  | Manager  | 2024-03-05 13:00:00 | 212
        1007 | Gia     | Vance      | ''      | ''       | 2024-03-14 14:00:00 |
        1008 | 'Hugo ' | ' Okoye'   |         |          | 2024-03-23 15:00:00 | 202
        1009 | Ida     | Rask       | Initech | Engineer | 2024-04-01 16:00:00 | 209
        1010 | Jon     | Ulrich     | Umbra   | Manager  | 2024-04-10 17:00:00 | 216
        1011 | Kaja    | Nilsen     | Globex  | ''       | 2024-04-19 08:00:00 | 223
        1012 | Alma    | Qureshi    | ''      |          | 2024-04-28 09:00:00 | 206
        1013 | 'Bo '   | Toth       |         | Engineer | 2024-05-07 10:00:00 |
        1014 | Cleo    | ' Wolf'    | Initech | Manager  | 2024-05-16 11:00:00 | 220
        1015 | Dag     | Perez      | Umbra   | ''       | 2024-05-25 12:00:00 | 203
        1016 | Edda    | Stone      | Globex  |          | 2024-06-03 13:00:00 | 210
        1017 | Finn    | Vance      | ''      | Engineer | 2024-06-12 14:00:00 | 217
        1018 | 'Gia '  | Okoye      |         | Manager  | 2024-06-21 15:00:00 | 224
        1019 | Hugo    | Rask       | Initech | ''       | 2024-06-30 16:00:00 |
        1020 | Ida     | ' Ulrich'  | Umbra   |          | 2024-07-09 17:00:00 | 214
        1021 | Jon     | Nilsen     | Globex  | Engineer | 2024-07-18 08:00:00 | 221
        1022 | Kaja    | Qureshi    | ''      | Manager  | 2024-07-27 09:00:00 | 204
        1023 | 'Alma ' | Toth       |         | ''       | 2024-08-05 10:00:00 | 211
        1024 | Bo      | Wolf       | Initech |          | 2024-08-14 11:00:00 | 218
        1025 | Cleo    | Perez      | Umbra   | Engineer | 2024-08-23 12:00:00 |
        1026 | Dag     | ' Stone'   | Globex  | Manager  | 2024-09-01 13:00:00 | 208
        1027 | Edda    | Vance      | ''      | ''       | 2024-09-10 14:00:00 | 215
        1028 | 'Finn ' | Okoye      |         |          | 2024-09-19 15:00:00 | 222
        1029 | Gia     | Rask       | Initech | Engineer | 2024-09-28 16:00:00 | 205
        1030 | Hugo    | Ulrich     | Umbra   | Manager  | 2024-10-07 17:00:00 | 212
        """,
    ),
    "cand_phone": written(
        "candidate_id INTEGER | seq_no INTEGER | phone_type VARCHAR | phone_no VARCHAR",
        """
        1001 | 1 | mobile | +47 400 10 684
        1002 | 1 | home   | +47 401 10 271
        1002 | 2 |        | +47 401 11 747
        1004 | 1 | mobile | +47 403 10 338
        1005 | 1 | home   | +47 404 10 936
        1006 | 1 |        | +47 405 10 960
        1006 | 2 | mobile | +47 405 11 383
        1008 | 1 | home   | +47 407 10 590
        1009 | 1 |        | +47 408 10 767
        1010 | 1 | mobile | +47 409 10 645
        1010 | 2 | home   | +47 409 11 640
        1012 | 1 |        | +47 411 10 290
        1013 | 1 | mobile | +47 412 10 767
        1014 | 1 | home   | +47 413 10 731
        1014 | 2 |        | +47 413 11 615
        1016 | 1 | mobile | +47 415 10 428
        1017 | 1 | home   | +47 416 10 803
        1018 | 1 |        | +47 417 10 640
        1018 | 2 | mobile | +47 417 11 592
        1020 | 1 | home   | +47 419 10 555
        1021 | 1 |        | +47 420 10 388
        1022 | 1 | mobile | +47 421 10 789
        1022 | 2 | home   | +47 421 11 750
        1024 | 1 |        | +47 423 10 172
        1025 | 1 | mobile | +47 424 10 408
        1026 | 1 | home   | +47 425 10 523
        1026 | 2 |        | +47 425 11 416
        1028 | 1 | mobile | +47 427 10 630
        1029 | 1 | home   | +47 428 10 608
        1030 | 1 |        | +47 429 10 153
        1030 | 2 | mobile | +47 429 11 860
        """,
    ),
    "cand_email": written(
        "candidate_id INTEGER | seq_no INTEGER | email VARCHAR",
        """
        1001 | 1 | Alma.1001@Mail.example
        1002 | 1 | Bo.1002@Mail.example
        1003 | 1 | Cleo.1003@Mail.example
        1003 | 2 | Cleo.1003.alt@Mail.example
        1005 | 1 | Edda.1005@Mail.example
        1006 | 1 | Finn.1006@Mail.example
        1007 | 1 | Gia.1007@Mail.example
        1008 | 1 | Hugo.1008@Mail.example
        1008 | 2 | Hugo.1008.alt@Mail.example
        1010 | 1 | Jon.1010@Mail.example
        1011 | 1 | Kaja.1011@Mail.example
        1012 | 1 | Alma.1012@Mail.example
        1013 | 1 | Bo.1013@Mail.example
        1013 | 2 | Bo.1013.alt@Mail.example
        1015 | 1 | Dag.1015@Mail.example
        1016 | 1 | Edda.1016@Mail.example
        1017 | 1 | Finn.1017@Mail.example
        1018 | 1 | Gia.1018@Mail.example
        1018 | 2 | Gia.1018.alt@Mail.example
        1020 | 1 | Ida.1020@Mail.example
        1021 | 1 | Jon.1021@Mail.example
        1022 | 1 | Kaja.1022@Mail.example
        1023 | 1 | Alma.1023@Mail.example
        1023 | 2 | Alma.1023.alt@Mail.example
        1025 | 1 | Cleo.1025@Mail.example
        1026 | 1 | Dag.1026@Mail.example
        1027 | 1 | Edda.1027@Mail.example
        1028 | 1 | Finn.1028@Mail.example
        1028 | 2 | Finn.1028.alt@Mail.example
        1030 | 1 | Hugo.1030@Mail.example
        """,
    ),
    "attachment": written(
        "candidate_id INTEGER | seq_no INTEGER | kind VARCHAR | file_url VARCHAR",
        """
        1001 | 1 | resume       | https://files.example/1001/1.pdf
        1002 | 1 | cover_letter | https://files.example/1002/1.pdf
        1002 | 2 | Resume       | https://files.example/1002/2.pdf
        1002 | 3 | resume       | https://files.example/1002/3.pdf
        1003 | 1 | other        | https://files.example/1003/1.pdf
        1005 | 1 | resume       | https://files.example/1005/1.pdf
        1005 | 2 | offer_letter | https://files.example/1005/2.pdf
        1006 | 1 | resume       | https://files.example/1006/1.pdf
        1007 | 1 | cover_letter | https://files.example/1007/1.pdf
        1007 | 2 | Resume       | https://files.example/1007/2.pdf
        1007 | 3 | resume       | https://files.example/1007/3.pdf
        1008 | 1 | other        | https://files.example/1008/1.pdf
        1010 | 1 | resume       | https://files.example/1010/1.pdf
        1010 | 2 | offer_letter | https://files.example/1010/2.pdf
        1011 | 1 | resume       | https://files.example/1011/1.pdf
        1012 | 1 | cover_letter | https://files.example/1012/1.pdf
        1012 | 2 | Resume       | https://files.example/1012/2.pdf
        1012 | 3 | resume       | https://files.example/1012/3.pdf
        1013 | 1 | other        | https://files.example/1013/1.pdf
        1015 | 1 | resume       | https://files.example/1015/1.pdf
        1015 | 2 | offer_letter | https://files.example/1015/2.pdf
        1016 | 1 | resume       | https://files.example/1016/1.pdf
        1017 | 1 | cover_letter | https://files.example/1017/1.pdf
        1017 | 2 | Resume       | https://files.example/1017/2.pdf
        1017 | 3 | resume       | https://files.example/1017/3.pdf
        1018 | 1 | other        | https://files.example/1018/1.pdf
        1020 | 1 | resume       | https://files.example/1020/1.pdf
        1020 | 2 | offer_letter | https://files.example/1020/2.pdf
        1021 | 1 | resume       | https://files.example/1021/1.pdf
        1022 | 1 | cover_letter | https://files.example/1022/1.pdf
        1022 | 2 | Resume       | https://files.example/1022/2.pdf
        1022 | 3 | resume       | https://files.example/1022/3.pdf
        1023 | 1 | other        | https://files.example/1023/1.pdf
        1025 | 1 | resume       | https://files.example/1025/1.pdf
        1025 | 2 | offer_letter | https://files.example/1025/2.pdf
        1026 | 1 | resume       | https://files.example/1026/1.pdf
        1027 | 1 | cover_letter | https://files.example/1027/1.pdf
        1027 | 2 | Resume       | https://files.example/1027/2.pdf
        1027 | 3 | resume       | https://files.example/1027/3.pdf
        1028 | 1 | other        | https://files.example/1028/1.pdf
        1030 | 1 | resume       | https://files.example/1030/1.pdf
        1030 | 2 | offer_letter | https://files.example/1030/2.pdf
        """,
    ),
    "social_link": written(
        "candidate_id INTEGER | seq_no INTEGER | link_url VARCHAR",
        """
        1001 | 1 | https://www.LinkedIn.com/in/c1001
        1002 | 1 | https://github.com/C1002
        1002 | 2 | https://linkedin.com/in/old1002
        1002 | 3 | https://linkedin.com/in/new1002
        1004 | 1 | https://GitHub.com/x1004
        1004 | 2 | https://blog.example/1004
        1005 | 1 | https://www.LinkedIn.com/in/c1005
        1006 | 1 | https://github.com/C1006
        1006 | 2 | https://linkedin.com/in/old1006
        1006 | 3 | https://linkedin.com/in/new1006
        1008 | 1 | https://GitHub.com/x1008
        1008 | 2 | https://blog.example/1008
        1009 | 1 | https://www.LinkedIn.com/in/c1009
        1010 | 1 | https://github.com/C1010
        1010 | 2 | https://linkedin.com/in/old1010
        1010 | 3 | https://linkedin.com/in/new1010
        1012 | 1 | https://GitHub.com/x1012
        1012 | 2 | https://blog.example/1012
        1013 | 1 | https://www.LinkedIn.com/in/c1013
        1014 | 1 | https://github.com/C1014
        1014 | 2 | https://linkedin.com/in/old1014
        1014 | 3 | https://linkedin.com/in/new1014
        1016 | 1 | https://GitHub.com/x1016
        1016 | 2 | https://blog.example/1016
        1017 | 1 | https://www.LinkedIn.com/in/c1017
        1018 | 1 | https://github.com/C1018
        1018 | 2 | https://linkedin.com/in/old1018
        1018 | 3 | https://linkedin.com/in/new1018
        1020 | 1 | https://GitHub.com/x1020
        1020 | 2 | https://blog.example/1020
        1021 | 1 | https://www.LinkedIn.com/in/c1021
        1022 | 1 | https://github.com/C1022
        1022 | 2 | https://linkedin.com/in/old1022
        1022 | 3 | https://linkedin.com/in/new1022
        1024 | 1 | https://GitHub.com/x1024
        1024 | 2 | https://blog.example/1024
        1025 | 1 | https://www.LinkedIn.com/in/c1025
        1026 | 1 | https://github.com/C1026
        1026 | 2 | https://linkedin.com/in/old1026
        1026 | 3 | https://linkedin.com/in/new1026
        1028 | 1 | https://GitHub.com/x1028
        1028 | 2 | https://blog.example/1028
        1029 | 1 | https://www.LinkedIn.com/in/c1029
        1030 | 1 | https://github.com/C1030
        1030 | 2 | https://linkedin.com/in/old1030
        1030 | 3 | https://linkedin.com/in/new1030
        """,
    ),
    "application": written(
        "application_id INTEGER | candidate_id INTEGER | job_id INTEGER | applied_ts TIMESTAMP"
        " | rejected_ts TIMESTAMP | stage_id INTEGER | source_id INTEGER | status_cd VARCHAR"
        " | prospect_fl VARCHAR | credited_user_id INTEGER | deleted BOOLEAN",
        """
        5001 | 1001 | 31 | 2024-02-01 09:30:00 |                     |    |     | A | N |     |
        5002 | 1008 | 36 | 2024-02-07 14:30:00 | 2024-02-13 04:30:00 | 54 | 84  | R | N | 212 | false
        5003 | 1015 | 41 | 2024-02-13 10:30:00 | 2024-02-20 00:30:00 | 57 | 87  | r |   |     | false
        5004 | 1022 | 46 | 2024-02-19 15:30:00 |                     | 60 | 90  | H | N |     |
        5005 | 1029 | 51 | 2024-02-25 11:30:00 |                     | 63 | 93  | A | Y |     | false
        5006 | 1007 | 35 | 2024-03-02 16:30:00 |                     | 66 |     | C | Y | 208 | false
        5007 | 1014 | 40 | 2024-03-08 12:30:00 |                     | 69 | 99  | a | N |     |
        5008 | 1021 | 45 | 2024-03-14 17:30:00 | 2024-03-26 07:30:00 | 52 | 82  | R | N |     | false
        5009 | 1028 | 50 | 2024-03-20 13:30:00 |                     |    | 85  | Z | N |     | false
        5010 | 1006 | 34 | 2024-03-26 09:30:00 |                     | 58 | 88  | A |   | 204 |
        5011 | 1013 | 39 | 2024-04-01 14:30:00 | 2024-04-16 04:30:00 | 61 |     | R | N |     | false
        5012 | 1020 | 44 | 2024-04-07 10:30:00 |                     | 64 | 94  |   | Y |     | true
        5013 | 1027 | 49 | 2024-04-13 15:30:00 |                     | 67 | 97  | A | Y |     |
        5014 | 1005 | 33 | 2024-04-19 11:30:00 | 2024-05-07 01:30:00 | 70 | 100 | R | N | 224 | false
        5015 | 1012 | 38 | 2024-04-25 16:30:00 | 2024-05-14 06:30:00 | 53 | 83  | r | N |     | false
        5016 | 1019 | 43 | 2024-05-01 12:30:00 |                     | 56 |     | H | N |     |
        5017 | 1026 | 48 | 2024-05-07 17:30:00 |                     |    | 89  | A |   |     | false
        5018 | 1004 | 32 | 2024-05-13 13:30:00 |                     | 62 | 92  | C | N | 220 | false
        5019 | 1011 | 37 | 2024-05-19 09:30:00 |                     | 65 | 95  | a | Y |     |
        5020 | 1018 | 42 | 2024-05-25 14:30:00 | 2024-06-18 04:30:00 | 68 | 98  | R | Y |     | false
        5021 | 1025 | 47 | 2024-05-31 10:30:00 |                     | 51 |     | Z | N |     | false
        5022 | 1003 | 31 | 2024-06-06 15:30:00 |                     | 54 | 84  | A | N | 216 |
        5023 | 1010 | 36 | 2024-06-12 11:30:00 | 2024-06-19 01:30:00 | 57 | 87  | R | N |     | false
        5024 | 1017 | 41 | 2024-06-18 16:30:00 |                     | 60 | 90  |   |   |     | false
        5025 | 1024 | 46 | 2024-06-24 12:30:00 |                     |    | 93  | A | N |     |
        5026 | 1002 | 51 | 2024-06-30 17:30:00 | 2024-07-10 07:30:00 | 66 |     | R | Y | 212 | true
        5027 | 1009 | 35 | 2024-07-06 13:30:00 | 2024-07-17 03:30:00 | 69 | 99  | r | Y |     | false
        5028 | 1016 | 40 | 2024-07-12 09:30:00 |                     | 52 | 82  | H | N |     |
        5029 | 1023 | 45 | 2024-07-18 14:30:00 |                     | 55 | 85  | A | N |     | false
        5030 | 1001 | 50 | 2024-02-01 09:30:00 |                     | 58 | 88  | C | N | 208 | false
        5031 | 1008 | 34 | 2024-07-30 15:30:00 |                     | 61 |     | a |   |     |
        5032 | 1015 | 39 | 2024-08-05 11:30:00 | 2024-08-21 01:30:00 | 64 | 94  | R | N |     | false
        5033 | 1022 | 44 | 2024-08-11 16:30:00 |                     |    | 97  | Z | Y |     | false
        5034 | 1029 | 49 | 2024-08-17 12:30:00 |                     | 70 | 100 | A | Y | 204 |
        5035 | 1007 | 33 | 2024-08-23 17:30:00 | 2024-09-11 07:30:00 | 53 | 83  | R | N |     | false
        5036 | 1014 | 38 | 2024-08-29 13:30:00 |                     | 56 |     |   | N |     | false
        5037 | 1021 | 43 | 2024-09-04 09:30:00 |                     | 59 | 89  | A | N |     |
        5038 | 1028 | 48 | 2024-09-10 14:30:00 | 2024-10-02 04:30:00 | 62 | 92  | R |   | 224 | false
        5039 | 1006 | 32 | 2024-09-16 10:30:00 | 2024-10-09 00:30:00 | 65 | 95  | r | N |     | false
        5040 | 1013 | 37 | 2024-09-22 15:30:00 |                     | 68 | 98  | H | Y |     |
        5041 | 1020 | 42 | 2024-09-28 11:30:00 |                     |    |     | A | Y |     | false
        5042 | 1027 | 47 | 2024-10-04 16:30:00 |                     | 54 | 84  | C | N | 220 | false
        5043 | 1005 | 31 | 2024-10-10 12:30:00 |                     | 57 | 87  | a | N |     |
        5044 | 1012 | 36 | 2024-10-16 17:30:00 | 2024-10-24 07:30:00 | 60 | 90  | R | N |     | false
        """,
    ),
    "stage": written(
        "stage_id INTEGER | stage_nm VARCHAR | sort_no INTEGER",
        """
        51 | Application Review  | 1
        52 | Phone Screen        | 2
        53 | Recruiter Call      | 3
        54 | Hiring Manager Call | 4
        55 | Take Home           | 5
        56 | Tech Interview      | 6
        57 | Panel               | 7
        58 | Onsite              | 8
        59 | Reference Check     | 9
        60 | Offer               | 10
        61 | Hired               | 11
        62 | Sourced             | 12
        63 | Contacted           | 13
        64 | Follow-up           | 14
        65 | On Hold             | 15
        66 | Background Check    | 16
        67 | Presentation        | 17
        68 | Culture Talk        | 18
        69 | Final Round         | 19
        70 | Contract            | 20
        """,
    ),
    "lead_source": written(
        "source_id INTEGER | source_nm VARCHAR | type_nm VARCHAR",
        """
        81  | Company Website   | Company marketing
        82  | LinkedIn Ads      | Job boards
        83  | Indeed            | Job boards
        84  | Employee Referral | Referrals
        85  | Agency North      | Agencies
        86  | Agency South      | Agencies
        87  | Meetup            | Events
        88  | Career Fair       | Events
        89  | GitHub Search     | Prospecting
        90  | LinkedIn Search   | Prospecting
        91  | University A      | Campus
        92  | University B      | Campus
        93  | University C      | Campus
        94  | University D      | Campus
        95  | University E      | Campus
        96  | University F      | Campus
        97  | Partner A         |
        98  | Partner B         |
        99  | Partner C         |
        100 | Partner D         |
        """,
    ),
    "interview": written(
        "interview_id INTEGER | application_id INTEGER | interview_nm VARCHAR | start_ts TIMESTAMP"
        " | end_ts TIMESTAMP | status_cd VARCHAR | organizer_user_id INTEGER | stage_id INTEGER",
        """
        901 | 5001 | Phone screen      | 2024-02-04 08:00:00 | 2024-02-04 08:30:00 | S |     | 51
        902 | 5006 | 'Tech deep dive ' | 2024-03-06 09:15:00 | 2024-03-06 10:00:00 | D | 206 | 53
        903 | 5011 | ' Panel'          | 2024-04-06 10:30:00 | 2024-04-06 11:30:00 | d | 211 | 55
        904 | 5016 | Manager chat      | 2024-05-07 11:45:00 | 2024-05-07 13:15:00 | F | 216 | 57
        905 | 5021 | Phone screen      | 2024-06-07 12:00:00 | 2024-06-07 12:30:00 | X | 221 | 59
        906 | 5026 | 'Tech deep dive ' | 2024-07-08 13:15:00 | 2024-07-08 14:00:00 | S | 202 | 61
        907 | 5031 | ' Panel'          | 2024-08-08 14:30:00 |                     | D |     | 63
        908 | 5003 | Manager chat      | 2024-02-23 15:45:00 | 2024-02-23 17:15:00 | d | 212 | 65
        909 | 5008 | Phone screen      | 2024-03-25 08:00:00 | 2024-03-25 08:30:00 | F | 217 | 67
        910 | 5013 | 'Tech deep dive ' | 2024-04-16 09:15:00 | 2024-04-16 10:00:00 | X | 222 | 99
        911 | 5018 | ' Panel'          | 2024-05-17 10:30:00 | 2024-05-17 11:30:00 | S | 203 | 51
        912 | 5023 | Manager chat      | 2024-06-17 11:45:00 | 2024-06-17 13:15:00 | D | 208 | 53
        913 | 5028 | Phone screen      | 2024-07-18 12:00:00 | 2024-07-18 12:30:00 | d |     | 55
        914 | 5033 | 'Tech deep dive ' | 2024-08-18 13:15:00 | 2024-08-18 14:00:00 | F | 218 | 57
        915 | 5005 | ' Panel'          | 2024-03-04 14:30:00 | 2024-03-04 15:30:00 | X | 223 | 59
        916 | 5010 | Manager chat      | 2024-04-04 15:45:00 | 2024-04-04 17:15:00 | S | 204 | 61
        917 | 5015 | Phone screen      | 2024-05-05 08:00:00 | 2024-05-05 08:30:00 | D | 209 | 63
        918 | 5020 | 'Tech deep dive ' | 2024-06-05 09:15:00 | 2024-06-05 10:00:00 | d | 214 | 65
        919 | 5025 | ' Panel'          | 2024-06-27 10:30:00 | 2024-06-27 11:30:00 | F |     | 67
        920 | 5030 | Manager chat      | 2024-02-05 11:45:00 |                     | X | 224 | 99
        921 | 5999 | Phone screen      | 2024-02-12 12:00:00 | 2024-02-12 12:30:00 | S | 205 | 51
        922 | 5007 | 'Tech deep dive ' | 2024-03-14 13:15:00 | 2024-03-14 14:00:00 | D | 210 | 53
        923 | 5012 | ' Panel'          | 2024-04-14 14:30:00 | 2024-04-14 15:30:00 | d | 215 | 55
        924 | 5017 | Manager chat      | 2024-05-15 15:45:00 | 2024-05-15 17:15:00 | F | 220 | 57
        925 | 5022 | Phone screen      | 2024-06-15 08:00:00 | 2024-06-15 08:30:00 | X |     | 59
        926 | 5027 | 'Tech deep dive ' | 2024-07-16 09:15:00 | 2024-07-16 10:00:00 | S | 206 | 61
        927 | 5032 | ' Panel'          | 2024-08-16 10:30:00 | 2024-08-16 11:30:00 | D | 211 | 63
        928 | 5004 | Manager chat      | 2024-02-22 11:45:00 | 2024-02-22 13:15:00 | d | 216 | 65
        929 | 5009 | Phone screen      | 2024-03-24 12:00:00 | 2024-03-24 12:30:00 | F | 221 | 67
        930 | 5014 | 'Tech deep dive ' | 2024-04-24 13:15:00 | 2024-04-24 14:00:00 | X | 202 | 99
        931 | 5019 | ' Panel'          | 2024-05-25 14:30:00 | 2024-05-25 15:30:00 | S |     | 51
        932 | 5024 | Manager chat      | 2024-06-25 15:45:00 | 2024-06-25 17:15:00 | D | 212 | 53
        933 | 5029 | Phone screen      | 2024-07-26 08:00:00 |                     | d | 217 | 55
        934 | 5001 | 'Tech deep dive ' | 2024-02-10 09:15:00 | 2024-02-10 10:00:00 | F | 222 | 57
        935 | 5006 | ' Panel'          | 2024-03-12 10:30:00 | 2024-03-12 11:30:00 | X | 203 | 59
        936 | 5011 | Manager chat      | 2024-04-12 11:45:00 | 2024-04-12 13:15:00 | S | 208 | 61
        937 | 5016 | Phone screen      | 2024-05-04 12:00:00 | 2024-05-04 12:30:00 | D |     | 63
        938 | 5021 | 'Tech deep dive ' | 2024-06-04 13:15:00 | 2024-06-04 14:00:00 | d | 218 | 65
        """,
    ),
    "interview_panel": written(
        "interview_id INTEGER | user_id INTEGER | scorecard_id INTEGER",
        """
        901 | 201 | 301
        902 | 204 | 302
        903 | 207 | 303
        903 | 218 |
        904 | 210 |
        904 | 213 | 304
        905 | 213 | 305
        906 | 216 | 306
        907 | 219 | 307
        907 | 216 |
        909 | 201 | 308
        910 | 204 | 309
        910 | 219 | 310
        911 | 207 | 311
        912 | 210 |
        913 | 213 | 312
        913 | 222 | 313
        913 | 224 | 314
        914 | 216 | 315
        915 | 299 | 316
        916 | 222 |
        916 | 216 | 317
        917 | 201 | 318
        918 | 204 | 319
        918 | 215 | 320
        919 | 207 | 321
        919 | 204 |
        921 | 213 | 322
        922 | 216 | 323
        922 | 222 | 324
        923 | 219 | 325
        923 | 206 |
        924 | 222 |
        925 | 201 | 326
        926 | 204 | 327
        927 | 207 | 328
        928 | 210 |
        928 | 204 | 329
        928 | 221 | 330
        929 | 213 | 331
        930 | 216 | 332
        931 | 219 | 333
        931 | 207 |
        933 | 201 | 334
        933 | 212 | 335
        934 | 204 | 336
        934 | 201 | 337
        935 | 207 | 338
        936 | 210 |
        937 | 213 | 339
        938 | 216 | 340
        938 | 203 | 341
        """,
    ),
    "scorecard": written(
        "scorecard_id INTEGER | submitted_ts TIMESTAMP | recommend_cd VARCHAR",
        """
        301 | 2024-02-05 08:00:00 | Y
        302 | 2024-03-07 09:15:00 | SY
        303 | 2024-04-07 10:30:00 | n
        304 | 2024-05-08 12:45:00 |
        305 | 2024-06-08 12:00:00 | SN
        306 |                     | yes
        307 | 2024-08-09 14:30:00 |
        308 | 2024-03-26 08:00:00 | Y
        309 | 2024-04-17 09:15:00 | SY
        310 | 2024-04-17 10:15:00 | SN
        311 | 2024-05-18 10:30:00 | n
        312 | 2024-07-19 12:00:00 | SN
        313 | 2024-07-19 13:00:00 | Y
        314 |                     | n
        315 | 2024-08-19 13:15:00 | yes
        316 |                     |
        317 | 2024-04-05 16:45:00 | n
        318 | 2024-05-06 08:00:00 | Y
        319 | 2024-06-06 09:15:00 | SY
        320 | 2024-06-06 10:15:00 | SN
        321 | 2024-06-28 10:30:00 | n
        322 | 2024-02-13 12:00:00 | SN
        323 | 2024-03-15 13:15:00 | yes
        324 | 2024-03-15 14:15:00 | Y
        325 | 2024-04-15 14:30:00 |
        326 | 2024-06-16 08:00:00 | Y
        327 | 2024-07-17 09:15:00 | SY
        328 | 2024-08-17 10:30:00 | n
        329 | 2024-02-23 12:45:00 |
        330 | 2024-02-23 13:45:00 | SY
        331 | 2024-03-25 12:00:00 | SN
        332 | 2024-04-25 13:15:00 | yes
        333 | 2024-05-26 14:30:00 |
        334 |                     | Y
        335 | 2024-07-27 09:00:00 | ND
        336 | 2024-02-11 09:15:00 | SY
        337 | 2024-02-11 10:15:00 | SN
        338 | 2024-03-13 10:30:00 | n
        339 | 2024-05-05 12:00:00 | SN
        340 | 2024-06-05 13:15:00 | yes
        341 | 2024-06-05 14:15:00 | Y
        """,
    ),
    "app_history": written(
        "application_id INTEGER | changed_ts TIMESTAMP | new_status_cd VARCHAR | new_stage_id INTEGER",
        """
        5037 | 2024-09-04 09:30:00 | A |
        5019 | 2024-05-19 09:30:00 | a |
        5044 | 2024-10-21 20:30:00 | R | 61
        5025 | 2024-06-24 12:30:00 | A |
        5030 | 2024-02-01 09:30:00 | A | 58
        5024 | 2024-06-18 16:30:00 | A | 60
        5006 | 2024-03-12 22:30:00 | C | 68
        5022 | 2024-06-06 15:30:00 | A | 54
        5007 | 2024-03-08 12:30:00 | a |
        5012 | 2024-04-12 13:30:00 |   |
        5021 | 2024-05-31 10:30:00 | Z | 51
        5033 | 2024-08-11 16:30:00 | Z | 67
        5006 | 2024-03-02 16:30:00 | A | 66
        5010 | 2024-03-31 12:30:00 | A | 59
        5026 | 2024-06-30 17:30:00 | A | 66
        5008 | 2024-03-14 17:30:00 | A | 52
        5018 | 2024-05-18 16:30:00 | A |
        5028 | 2024-07-12 09:30:00 | A | 52
        5031 | 2024-07-30 15:30:00 | a |
        5002 | 2024-02-12 17:30:00 | R | 55
        5044 | 2024-10-16 17:30:00 | A | 60
        5027 | 2024-07-06 13:30:00 | r | 69
        5020 | 2024-05-30 17:30:00 | R | 69
        5030 | 2024-02-06 12:30:00 | C |
        5038 | 2024-09-15 17:30:00 | R | 63
        5008 | 2024-03-19 20:30:00 | R | 53
        5002 | 2024-02-07 14:30:00 | A | 54
        5035 | 2024-08-23 17:30:00 | R | 53
        5016 | 2024-05-06 15:30:00 | H | 57
        5004 | 2024-02-24 18:30:00 | H | 61
        5009 | 2024-03-20 13:30:00 | Z | 55
        5018 | 2024-05-23 19:30:00 | C | 64
        5015 | 2024-04-25 16:30:00 | r | 53
        5017 | 2024-05-07 17:30:00 | A | 59
        5001 | 2024-02-01 09:30:00 | A |
        5029 | 2024-07-18 14:30:00 | A | 55
        5040 | 2024-09-22 15:30:00 | A | 68
        5024 | 2024-06-23 19:30:00 |   |
        5038 | 2024-09-10 14:30:00 | A | 62
        5034 | 2024-08-17 12:30:00 | A | 70
        5043 | 2024-10-10 12:30:00 | a |
        5018 | 2024-05-13 13:30:00 | A | 62
        5004 | 2024-02-19 15:30:00 | A | 60
        5010 | 2024-03-26 09:30:00 | A | 58
        5014 | 2024-04-19 11:30:00 | R | 70
        5040 | 2024-09-27 18:30:00 | H | 69
        5003 | 2024-02-13 10:30:00 | r | 57
        5006 | 2024-03-07 19:30:00 | A |
        5012 | 2024-04-07 10:30:00 | A | 64
        5042 | 2024-10-09 19:30:00 | C |
        5036 | 2024-09-03 16:30:00 |   |
        5026 | 2024-07-05 20:30:00 | R | 67
        5016 | 2024-05-01 12:30:00 | A | 56
        5013 | 2024-04-13 15:30:00 | A |
        5039 | 2024-09-16 10:30:00 | r | 65
        5020 | 2024-05-25 14:30:00 | A | 68
        5032 | 2024-08-05 11:30:00 | R | 64
        5036 | 2024-08-29 13:30:00 | A | 56
        5042 | 2024-10-04 16:30:00 | A | 54
        5028 | 2024-07-17 12:30:00 | H | 53
        """,
    ),
    "activity": written(
        "activity_id INTEGER | candidate_id INTEGER | occurred_ts TIMESTAMP | kind VARCHAR",
        """
        1  | 1001 | 2024-02-01 09:30:00 | note
        2  | 1021 | 2024-03-17 18:30:00 | email
        3  | 1012 | 2024-05-01 18:30:00 | call
        4  | 1003 | 2024-06-15 18:30:00 | note
        5  | 1023 | 2024-07-30 18:30:00 | email
        6  | 1014 | 2024-09-13 13:30:00 | call
        7  | 1005 | 2024-10-11 13:30:00 | note
        8  | 1007 | 2024-03-06 18:30:00 | email
        9  | 1027 | 2024-04-20 18:30:00 | call
        10 | 1018 | 2024-06-04 18:30:00 | note
        11 | 1009 | 2024-07-06 13:30:00 | email
        12 | 1029 | 2024-09-02 13:30:00 | call
        13 | 1020 | 2024-09-30 13:30:00 | note
        14 | 1022 | 2024-02-24 18:30:00 | email
        15 | 1013 | 2024-04-09 18:30:00 | call
        16 | 1004 | 2024-05-24 13:30:00 | note
        17 | 1024 | 2024-07-08 13:30:00 | email
        18 | 1015 | 2024-08-05 13:30:00 | call
        19 | 1006 | 2024-09-19 13:30:00 | note
        20 | 1008 | 2024-02-13 18:30:00 | email
        21 | 1028 | 2024-03-20 13:30:00 | call
        22 | 1019 | 2024-05-13 13:30:00 | note
        23 | 1010 | 2024-06-27 13:30:00 | email
        24 | 1001 | 2024-02-02 12:30:00 | call
        25 | 1021 | 2024-09-08 13:30:00 | note
        26 | 1012 | 2024-10-23 17:30:00 | email
        27 | 1014 | 2024-03-18 13:30:00 | call
        28 | 1005 | 2024-05-02 13:30:00 | note
        29 | 1025 | 2024-06-16 13:30:00 | email
        30 | 1016 | 2024-07-14 13:30:00 | call
        31 | 1007 | 2024-08-23 17:30:00 | note
        32 | 1027 | 2024-10-12 17:30:00 | email
        33 | 1029 | 2024-03-07 13:30:00 | call
        34 | 1020 | 2024-04-21 13:30:00 | note
        35 | 1011 | 2024-05-19 13:30:00 | email
        36 | 1002 | 2024-07-03 17:30:00 | call
        37 | 1022 | 2024-08-17 17:30:00 | note
        38 | 1013 | 2024-10-01 17:30:00 | email
        39 | 1015 | 2024-02-25 13:30:00 | call
        40 | 1006 | 2024-04-10 13:30:00 | note
        41 | 1026 | 2024-05-07 17:30:00 | email
        42 | 1017 | 2024-06-22 17:30:00 | call
        43 | 1008 | 2024-08-06 17:30:00 | note
        44 | 1028 | 2024-09-20 17:30:00 | email
        45 | 1001 | 2024-02-14 13:30:00 | call
        46 | 1021 | 2024-03-30 17:30:00 | note
        47 | 1012 | 2024-04-27 17:30:00 | email
        48 | 1003 | 2024-06-11 17:30:00 | call
        49 | 1023 | 2024-07-26 17:30:00 | note
        50 | 1014 | 2024-09-09 17:30:00 | email
        51 | 1005 | 2024-10-10 12:30:00 | call
        52 | 1007 | 2024-03-02 17:30:00 | note
        53 | 1027 | 2024-04-16 17:30:00 | email
        54 | 1018 | 2024-05-31 17:30:00 | call
        55 | 1009 | 2024-07-15 17:30:00 | note
        56 | 1029 | 2024-08-29 12:30:00 | email
        57 | 1020 | 2024-10-13 12:30:00 | call
        58 | 1022 | 2024-02-20 17:30:00 | note
        59 | 1013 | 2024-04-05 17:30:00 | email
        60 | 1004 | 2024-05-20 17:30:00 | call
        """,
    ),
}
