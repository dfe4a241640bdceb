"""Source tables."""

from make_projects import written

TABLES = {
    "tbl_person": written(
        "person_no INTEGER | firstname VARCHAR | surname VARCHAR | salutation_cd VARCHAR | mail VARCHAR"
        " | phone_office VARCHAR | company_no INTEGER | newsletter VARCHAR | born VARCHAR | changed_at TIMESTAMP"
        " | status INTEGER",
        """
        101 | Jule   | Behrens | 2 | jb@example.org       | 040 1234  | 10 | J | 01.03.1979 | 2024-11-02 08:15:00 | 0
        102 | Jule   | Behrens | 2 | 'JB@example.org '    | 040 1235  | 11 | N | 01.03.1979 | 2025-01-17 10:00:00 | 0
        103 | Timo   | Kroll   | 1 | timo.kroll@firma.de  |           | 10 |   | 31.12.1985 | 2024-05-05 12:30:00 | 0
        104 | Timo   | Kroll   | 1 | timo.kroll@firma.de  | 0171 99   | 10 | J | 31.12.1985 | 2024-08-05 12:30:00 | 9
        105 | Anke   |         | 3 |                      | 04321 7   | 12 | J |            | 2023-01-01 00:00:00 | 0
        106 |        | ''      | 0 | ''                   | ''        |    | n | 00.00.0000 | 2023-01-02 00:00:00 | 1
        107 | Öztürk | Demir   | 1 | kein mail            |           | 99 | J | 15.07.1990 | 2024-02-29 23:59:00 | 0
        108 | Lea    | Sand    | 4 | Lea@Sand.example     | +49 30 1  | 13 |   | ''         | 2025-02-11 07:00:00 | 0
        109 | Lea    | Sand    | 2 | lea@sand.example     | +49 30 2  | 13 | N | 09.09.1999 | 2024-02-11 07:00:00 | 0
        110 | lea    | sand    |   | ' LEA@SAND.EXAMPLE'  |           | 14 | J | 09.09.1999 | 2024-12-24 18:00:00 | 1
        111 | Uwe    | Hahn    | 1 | uwe@hahn.example     | 0511 5    | 14 | J | 30.04.1961 | 2022-06-30 11:11:00 | 9
        112 | Nils   | Voss    | 1 | nils@voss.example    | 0511 6    | 15 | J | 29.02.1980 | 2022-06-30 11:12:00 | 0
        113 | Eva    | Reiter  | 2 | eva@reiter.example   | 0511 7    | 16 |   | 01.01.2000 | 2024-07-01 09:00:00 | 0
        114 | Kai    | Möller  | 1 |                      |           | 10 | J | 12.12.1972 | 2024-07-02 09:00:00 | 0
        115 | Ida    | Funk    | 2 | ida@funk.example     | 040 999   |    | j | 05.05.1995 | 2024-07-03 09:00:00 | 0
        116 | Pia    | Lang    | 2 | pia@lang.example     | 040 998   | 17 | J | 06.06.1966 | 2024-07-04 09:00:00 | 1
        117 | Ole    | Brandt  |   | ole@brandt.example   | 040 997   | 12 | N | 07.07.1977 | 2024-07-05 09:00:00 | 0
        118 | Ole    | Brandt  | 1 | ole@brandt.example   | 040 997   | 12 | J | 07.07.1977 | 2024-07-06 09:00:00 | 0
        119 | Max    | Stahl   | 1 | max(at)stahl.example | 040 996   | 13 | J | 08.08.1988 | 2024-07-07 09:00:00 | 0
        """,
    ),
    "tbl_company": written(
        "company_no INTEGER | company_name VARCHAR | account_manager VARCHAR | vat_no VARCHAR",
        """
        10 | Firma Kroll & Söhne | mweber   | DE1
        11 | Behrens Bau         | tlind    | DE2
        12 | Anker Reederei      |          |
        13 | Sand AG             | gone1    | DE4
        14 | Hahn Transporte     | mweber   | DE5
        15 | Voss OHG            | nobody   | DE6
        16 |                     | tlind    | DE7
        17 | Lang & Partner      | sreuter  |
        """,
    ),
    "tbl_user": written(
        "login VARCHAR | sf_user_id VARCHAR | is_active BOOLEAN",
        """
        mweber  | 005XX0000000101 | true
        tlind   | 005XX0000000102 | true
        gone1   | 005XX0000000103 | false
        sreuter | 005XX0000000104 | true
        """,
    ),
}
