"""Source tables."""

from make_projects import written

TABLES = {
    "ZMETER": written(
        "METER_NO VARCHAR | POINT_NO VARCHAR | METER_KIND VARCHAR | DIGITS INTEGER | INSTALLED DATE | REMOVED DATE"
        " | DSO_CODE VARCHAR",
        """
        M-501 | P01 | 1EHZ  | 6 | 2022-03-01 | 2024-03-10 | NORD
        M-502 | P01 | smart | 6 | 2024-03-10 |            | NORD
        M-503 | P02 | FERR  | 5 | 2010-06-15 |            | SUED
        M-504 | P03 | SMART |   | 2023-01-20 |            | nord
        M-505 | P04 | ferr  | 5 | 1999-01-01 | 2019-12-31 | SUED
        M-506 | P04 | FERR  | 4 | 2020-01-01 |            | SUED
        M-507 | P05 | 1EHZ  | 6 | 2021-07-07 |            |
        M-508 | P06 | OLDX  | 6 | 2021-07-07 |            | WEST
        M-509 |     | SMART | 6 | 2024-01-01 |            | NORD
        M-510 | P07 | SMART | 8 | 2024-05-02 |            | NORD
        """,
    ),
    "ZDSO": written(
        "DSO_CODE VARCHAR | DSO_NAME VARCHAR",
        """
        NORD | Nordnetz
        SUED | 'Suedstrom '
        OST  | Ostgrid
        """,
    ),
    "ZREMOTE": written(
        "MSG_ID INTEGER | METER_NO VARCHAR | READ_TS TIMESTAMP | VALUE_WH BIGINT | QUALITY VARCHAR",
        """
        1  | M-501 | 2024-01-31 23:45:00 | 10250400 | V
        2  | M-501 | 2024-02-29 23:45:00 | 10500000 | V
        3  | M-501 | 2024-02-29 06:00:00 | 10498000 | V
        4  | M-502 | 2024-03-10 12:00:00 | 0        | V
        5  | M-502 | 2024-03-31 23:45:00 | 140250   | v
        6  | M-502 | 2024-04-30 23:45:00 | 400900   | E
        7  | M-502 | 2024-05-31 23:45:00 | 640700   | V
        8  | M-504 | 2024-01-31 23:45:00 | 3000000  | V
        9  | M-504 | 2024-02-29 23:45:00 |          | V
        10 | M-504 | 2024-03-31 23:45:00 | 3404490  | V
        11 | M-504 | 2024-04-30 23:45:00 | 3400000  | V
        12 | M-507 | 2024-01-31 23:45:00 | 999800000 | V
        13 | M-507 | 2024-02-29 23:45:00 | 150000   |
        14 | M-507 | 2024-02-29 23:30:00 | 149000   | V
        15 | M-509 | 2024-02-29 23:45:00 | 77000    | V
        16 | M-999 | 2024-02-29 23:45:00 | 88000    | V
        17 | M-510 | 2024-05-31 23:45:00 | 5000     | V
        18 | M-508 | 2024-01-31 23:45:00 | 200000   | V
        """,
    ),
    "ZMANUAL": written(
        "CARD_NO VARCHAR | METER_NO VARCHAR | READ_DATE DATE | VALUE_KWH INTEGER"
        " | READ_BY VARCHAR | CANCEL_FLAG VARCHAR",
        """
        K01 | M-503 | 2024-01-31 | 99870 | C |
        K02 | M-503 | 2024-03-31 | 121   | T |
        K03 | M-503 | 2024-02-15 | 10    | C | X
        K04 | m-506 | 2024-01-31 | 5100  | T |
        K05 | M-506 | 2024-04-30 | 5590  | C |
        K06 | M-501 | 2024-01-31 | 10260 | C |
        K07 | M-501 | 2024-03-10 | 10561 | T |
        K08 | M-502 | 2024-04-30 | 399   |   |
        K09 | M-506 | 2024-04-30 | 5591  | T |
        K10 | M-507 | 2024-04-30 | 460   | C |
        K11 | M-505 | 2024-01-31 | 1     | C |
        K12 | M-508 | 2024-04-30 | 777   | c |
        K13 | M-510 |            | 3     | C |
        K14 | M-503 | 2023-10-01 | 99000 | C |
        """,
    ),
    "ZCONTRACT": written(
        "CONTRACT_NO INTEGER | POINT_NO VARCHAR | CUST_NAME VARCHAR | TARIFF VARCHAR | START_DATE DATE | END_DATE DATE"
        " | STATUS VARCHAR",
        """
        70001 | P01 | Bauer GmbH       | BASE | 2023-01-01 | 9999-12-31 | A
        70002 | P02 | ' Ida Lund'      | ECO  | 2023-06-01 | 2024-03-15 | A
        70003 | P02 | Ole Lund         | base | 2024-03-16 | 9999-12-31 | A
        70004 | P03 | Kiosk Mira       | NITE | 2024-02-10 | 9999-12-31 | A
        70005 | P04 | Hof Sander       | ECO  | 2022-01-01 | 2023-12-31 | A
        70006 | P04 | Hof Sander KG    | ECO  | 2024-01-01 |            | A
        70007 | P05 | Tomasz Krol      | GONE | 2024-04-30 | 9999-12-31 | A
        70008 | P06 | Revoked AG       | BASE | 2024-01-01 | 9999-12-31 | S
        70009 | P88 | Empty Flat       | BASE | 2024-05-31 | 2024-05-31 | A
        70010 | P07 | New Built eG     | ECO  | 2024-06-01 | 9999-12-31 | A
        70011 | P06 | Werkstatt West   |      | 2024-02-01 | 2024-05-15 |
        """,
    ),
    "ZTARIFF": written(
        "TARIFF VARCHAR | VALID_FROM DATE | BASE_FEE DECIMAL(8,2) | CENT_PER_KWH DECIMAL(8,3)",
        """
        BASE | 2023-01-01 | 9.50  | 31.200
        BASE | 2024-03-01 | 10.20 | 29.850
        ECO  | 2022-06-01 | 12.00 | 33.000
        ECO  | 2024-04-02 | 12.90 | 30.400
        NITE | 2024-03-01 | 7.75  | 24.100
        """,
    ),
}
