"""Source tables."""

from make_projects import written

TABLES = {
    "PMS_PATIENT": written(
        "PAT_ID INTEGER | MRN VARCHAR | FIRST_NAME VARCHAR | LAST_NAME VARCHAR | DOB DATE | SEX VARCHAR | EMAIL VARCHAR"
        " | HOME_CLINIC VARCHAR | MERGED_INTO INTEGER | UPDATED_AT TIMESTAMP",
        """
        1  | N-1001 | Orla    | Quinn      | 1984-03-12 | F | Orla.Q@mail.example   | LIM | | 2024-02-01 10:00:00
        1  | N-1001 | Orla    | Quinn-Daly | 1984-03-12 | F | ' orla@mail.example ' | LIM | | 2024-05-01 10:00:00
        2  | N-1002 | Tadhg   | Burke      | 2010-06-30 | M |                       | GAL | | 2024-01-15 08:00:00
        3  | N-1003 | ' Aoife'| Walsh      | 1959-11-02 | f | AW@mail.example       | LIM | | 2024-01-20 08:00:00
        4  | N-1004 | Sean    | Nolan      | 2006-06-30 | m | '  '                  | GAL | | 2024-06-01 08:00:00
        4  | N-1004 | Shaun   | Nolan      | 2006-07-01 | M |                       | GAL | | 2024-04-01 08:00:00
        5  | N-1005 | Mary    | Test       | 1990-01-01 | F |                       | LIM | 3 | 2024-03-01 08:00:00
        6  | N-1006 | Ivo     | Petrov     |            | U | ivo@mail.example      |     | | 2024-01-03 08:00:00
        7  | N-1007 | Niamh   | Kelly      | 2006-07-01 |   | niamh@mail.example    | ATH | | 2024-01-04 08:00:00
        8  | N-1008 | Eamon   | Byrne      | 1948-08-08 | X | 'not known'           | COR | | 2024-01-05 08:00:00
        9  |        | Ghost   | Record     | 1970-01-01 | F |                       | LIM | | 2024-01-06 08:00:00
        10 | N-1010 | Una     | Flynn      | 1977-12-25 | F | una@mail.example      | LIM | | 2024-01-07 08:00:00
        """,
    ),
    "PMS_CLINIC": written(
        "CLINIC_CODE VARCHAR | CLINIC_NAME VARCHAR | REGION VARCHAR | OPENED DATE | CLOSED DATE",
        """
        LIM | Limerick Quay | Mid West | 2015-01-01 |
        GAL | Galway Bay    | West     | 2018-05-01 |
        COR | Cork North    | South    | 2012-03-01 | 2023-12-31
        ATH | Athlone       |          | 2024-02-15 |
        TRN | Training site | Mid West | 2020-01-01 |
        """,
    ),
    "PMS_PRACTITIONER": written(
        "PRAC_ID INTEGER | TITLE VARCHAR | FULL_NAME VARCHAR | ROLE_CODE VARCHAR"
        " | CLINIC_CODE VARCHAR | ACTIVE_FLAG VARCHAR",
        """
        11 | Dr  | Rory Keane     | GP  | LIM | Y
        12 |     | Sile Moran     | NUR | LIM | Y
        13 | Dr  | Hugo Brandt    | PED | GAL | y
        14 | Ms  | Anna Lis       | PHY | ATH | N
        15 | Dr  | Former Locum   | GP  | XXX |
        16 | Dr  | Petra Holm     |     | COR | Y
        17 |     | Demo User      | GP  | TRN | Y
        """,
    ),
    "PMS_APPOINTMENT": written(
        "APPT_ID INTEGER | PAT_ID INTEGER | PRAC_ID INTEGER | CLINIC_CODE VARCHAR | BOOKED_AT TIMESTAMP"
        " | STARTS_AT TIMESTAMP | MINUTES INTEGER | STATUS VARCHAR | IS_TELE INTEGER",
        """
        101 | 1  | 11 | LIM | 2024-01-02 09:00:00 | 2024-01-10 10:00:00 | 20 | DONE     | 0
        102 | 1  | 11 | LIM | 2024-01-10 10:30:00 | 2024-02-12 10:00:00 |    | done     |
        103 | 1  | 12 | LIM | 2024-02-01 10:30:00 | 2024-03-01 10:00:00 | 15 | NOSHOW   | 0
        104 | 1  | 13 | GAL | 2024-03-20 10:30:00 | 2024-03-28 10:00:00 | 30 | DONE     | 1
        105 | 2  | 13 | GAL | 2024-01-15 08:30:00 | 2024-01-15 09:00:00 | 30 | DONE     | 0
        106 | 2  | 13 | GAL | 2024-01-16 08:30:00 | 2024-02-20 09:00:00 | 30 | CANC_PAT | 0
        107 | 2  | 99 | GAL | 2024-02-20 08:30:00 | 2024-03-05 09:00:00 | 45 | DONE     | 1
        108 | 3  | 11 | LIM | 2024-01-20 08:30:00 | 2024-01-31 23:30:00 | 20 | NOSHOW   | 0
        109 | 3  | 12 | LIM | 2024-02-02 08:30:00 | 2024-02-02 16:00:00 | 20 | DONE     | 0
        110 | 3  | 17 | TRN | 2024-02-03 08:30:00 | 2024-02-10 16:00:00 | 20 | DONE     | 0
        111 | 4  | 11 | LIM | 2024-04-03 08:30:00 | 2024-04-15 16:00:00 | 20 | CANC_CLI | 0
        112 | 4  | 14 | ATH | 2024-04-20 08:30:00 | 2024-05-15 16:00:00 | 60 | DONE     | 0
        113 | 5  | 11 | LIM | 2024-02-20 08:30:00 | 2024-02-25 16:00:00 | 20 | DONE     | 0
        114 | 6  |    | GAL | 2024-01-03 08:30:00 | 2024-01-17 11:00:00 | 25 | DONE     | 1
        115 | 7  | 14 | ATH |                     | 2024-02-28 11:00:00 | 60 | DONE     | 0
        116 | 7  | 14 | ATH | 2024-03-01 11:30:00 | 2024-06-28 11:00:00 | 60 | BOOKED   | 0
        117 | 10 | 15 | LIM | 2024-05-01 11:30:00 | 2024-05-02 11:00:00 | 20 | DONE     | 0
        118 | 10 | 11 | LIM | 2023-12-01 11:30:00 | 2023-12-20 11:00:00 | 20 | DONE     | 0
        119 | 10 | 11 | LIM | 2024-05-03 11:30:00 |                     | 20 | DONE     | 0
        120 | 77 | 11 | LIM | 2024-05-03 11:30:00 | 2024-05-04 11:00:00 | 20 | DONE     | 0
        121 | 3  | 11 | LIM | 2024-02-10 08:30:00 | 2024-02-20 16:00:00 | 20 | DONE     | 0
        """,
    ),
    "BIL_LINE": written(
        "LINE_NO INTEGER | APPT_ID INTEGER | ITEM_CODE VARCHAR | QTY INTEGER"
        " | UNIT_PRICE DECIMAL(9,2) | DISC_PCT DECIMAL(5,2)"
        " | VOIDED INTEGER",
        """
        9001 | 101 | CONS | 1 | 60.00 |       | 0
        9002 | 101 | DRES | 2 | 7.25  | 10    | 0
        9003 | 102 | CONS | 1 | 60.00 | 50    | 0
        9004 | 103 | NSFE | 1 | 25.00 |       | 1
        9005 | 104 | CONS |   | 75.50 |       |
        9006 | 105 | CONS | 1 | 75.50 | 33.33 | 0
        9007 | 107 | CONS | 1 | 75.50 | 100   | 0
        9008 | 109 | CONS | 1 | 40.00 |       | 0
        9009 | 110 | CONS | 1 | 60.00 |       | 0
        9010 | 112 | PHYS | 1 | 85.00 |       | 0
        9011 | 112 | TAPE | 3 | 4.20  | 5     | 0
        9012 | 113 | CONS | 1 | 60.00 |       | 0
        9013 |     | CONS | 1 | 60.00 |       | 0
        9014 | 114 | CONS | 1 | 75.50 |       | 0
        9015 | 118 | CONS | 1 | 55.00 |       | 0
        """,
    ),
    "LAB_ORDER": written(
        "ORDER_REF VARCHAR | APPT_ID INTEGER | TEST_CODE VARCHAR | PRICE_CENT INTEGER | RESULT_STATE VARCHAR",
        """
        L-01 | 101 | fbc  | 1850 | FINAL
        L-02 | 102 | LIP  | 2210 | Final
        L-03 | 102 | tsh  | 1999 | PENDING
        L-04 | 105 | FBC  | 1850 | final
        L-05 | 107 | CRP  |      | FINAL
        L-06 | 109 | FBC  | 1850 | REJECTED
        L-07 | 113 | FBC  | 1850 | FINAL
        L-08 | 112 | Vitd | 3305 | FINAL
        L-09 | 117 | FBC  | 1850 |
        L-10 | 114 | LIP  | 2210 | FINAL
        L-11 | 900 | LIP  | 2210 | FINAL
        """,
    ),
}
