"""Source tables."""

from make_projects import written

TABLES = {
    "DEPARTMENT": written(
        "DEPT_ID INTEGER | DEPT_NAME VARCHAR | PARENT_ID INTEGER | MANAGER_NO INTEGER | COST_CENTRE INTEGER"
        " | CLOSED_ON DATE",
        """
        0  | Placeholder      |    |      | 0      |
        1  | Group            |    | 1001 | 100    |
        10 | ' Finance '      | 1  | 1002 | 1200   |
        11 | Accounting       | 10 | 1003 | 1210   |
        12 | Treasury         | 10 | 1099 | 1220   | 2024-06-30
        20 | People           | 1  |      | 2000   |
        21 | 'Payroll '       | 20 | 1004 | 2010   |
        30 | Technology       | 1  | 1005 | 123456 |
        31 | Platform         | 30 | 1006 | 3010   |
        32 | Data             | 30 | 1013 |        |
        40 | Sales            |    | 1007 | 4      | 2025-02-28
        41 | Sales North      | 40 | 1014 | 4010   |
        """,
    ),
    "POSITION": written(
        "POS_ID INTEGER | TITLE VARCHAR | GRADE VARCHAR",
        """
        501 | Chief Executive   | E01
        502 | Head of Finance   | M02
        503 | Accountant        | S05
        504 | Payroll Clerk     | S03
        505 | Head of Tech      | M02
        506 | Engineer          | S06
        507 | Senior Engineer   | S07
        508 | Sales Manager     |
        509 | Apprentice        | A01
        510 | Not filled        | S01
        """,
    ),
    "EMPLOYEE": written(
        "EMP_NO INTEGER | FIRST_NAME VARCHAR | LAST_NAME VARCHAR | EMAIL VARCHAR | BIRTH_DATE VARCHAR"
        " | COUNTRY VARCHAR | HIRED_ON DATE | LEFT_ON DATE | CONTRACT VARCHAR | CHANGED_AT TIMESTAMP",
        """
        1001 | Anna     | Halvorsen | Anna@HG.test  | 19650412 | NO | 2001-01-01 | 9999-12-31 | P | 2023-01-10 08:00:00
        1002 | Bo       | Lind      | bo@hg.test    | 19700101 | SE | 2010-05-01 |            | P | 2022-03-01 09:00:00
        1002 | Bo       | Lindgren  | ' Bo@hg.test' | 19700101 | SE | 2010-05-01 |            | P | 2024-03-01 09:00:00
        1003 | ' Carla' | Mendes    | carla@hg.test | 00000000 | PT | 2015-12-31 | 2024-12-31 | P | 2024-12-20 10:00:00
        1003 | Carla    | Mendes    | carla@hg.test | 19820505 | PT | 2015-12-31 |            | P | 2024-06-20 10:00:00
        1004 | Dina     | Osei      | ''            | 19900229 | GB | 2020-02-29 |            | T | 2023-05-05 10:00:00
        1004 | Dina     | Osei      |               | 19900228 | GB | 2020-02-29 |            | T | 2023-05-05 10:30:00
        1005 | Emil     | 'Novak '  | EMIL@hg.test  | 19780915 | CZ | 2012-09-15 | 2025-03-31 | P | 2024-11-30 23:59:00
        1006 | Fay      | Wu        | fay@hg.test   | 19950630 | NO | 2018-01-01 |            | x | 2024-01-01 00:00:00
        1007 | Gil      | Amara     | gil@hg.test   | 19860101 | FR | 2016-07-01 | 2022-08-15 | P | 2022-08-01 12:00:00
        1007 | Gil      | Amara     | gil@hg.test   | 19860101 | FR | 2016-07-01 | 2022-09-30 | P | 2022-07-15 12:00:00
        1008 | Hedda    | Berg      | hedda@hg.test | 20040808 | NO | 2023-08-01 |            | A | 2023-08-01 08:00:00
        1009 | Igor     | Petrov    | '  '          |          |    | 2019-04-01 | 2021-03-31 |   | 2021-04-01 08:00:00
        1010 | Jana     | Kraus     | jana@hg.test  | 19920303 | DE | 2025-01-01 |            | P | 2024-12-15 08:00:00
        1011 | Kofi     | Boateng   | kofi@hg.test  | 19991224 | GB | 2024-12-31 |            | T | 2024-12-16 08:00:00
        1012 | Lea      | Simon     | lea@hg.test   | 19880710 | FR | 2024-11-01 |            | P | 2024-10-16 08:00:00
        1012 | Lea      | Simon     | lea@hg.test   | 19880710 | FR | 2025-02-01 |            | P | 2024-12-17 08:00:00
        1013 | Mio      | Tanaka    | mio@hg.test   | 19910911 | JP | 2021-06-15 |            | P | 2021-06-15 08:00:00
        1014 | Nele     | Vos       | nele@hg.test  | 19840404 | NL | 2025-02-01 |            | T | 2024-12-01 08:00:00
        1014 | Nele     | Vos       | nele@hg.test  | 19840404 | NL | 2024-09-01 |            | T | 2024-12-02 08:00:00
        """,
    ),
    "ASSIGNMENT": written(
        "EMP_NO INTEGER | POS_ID INTEGER | DEPT_ID INTEGER | VALID_FROM DATE | REASON VARCHAR"
        " | FTE DECIMAL(3,2) | MONTHLY_SALARY DECIMAL(9,2) | PAYMENTS INTEGER",
        """
        1001 | 501 | 1  | 2001-01-01 | HIR | 1.00 | 12000.00 | 12
        1002 | 503 | 11 | 2010-05-01 | HIR | 1.00 | 3000.00  | 13
        1002 | 503 | 11 | 2014-01-01 | SAL | 1.00 | 3400.00  | 13
        1002 | 502 | 10 | 2019-07-01 | PRO | 1.00 | 6000.00  | 13
        1002 | 502 | 10 | 2025-01-01 | SAL | 0.80 | 6200.00  | 13
        1003 | 503 | 11 | 2015-12-31 | HIR |      | 3100.00  |
        1003 | 507 | 31 | 2018-01-01 | ERR | 1.00 | 9999.00  | 12
        1003 | 503 | 12 | 2020-04-01 | TRF | 0.50 | 1700.00  |
        1004 | 504 | 21 | 2020-02-29 | HIR | 1.00 | 2500.50  | 14
        1004 | 504 | 21 | 2022-02-28 | SAL | 1.00 | 2600.50  | 14
        1005 | 506 | 30 | 2012-09-15 | HIR | 1.00 | 4000.00  | 12
        1005 | 505 | 30 | 2017-03-01 | PRO | 1.00 | 7000.00  | 12
        1005 | 505 | 30 | 2021-03-01 | SAL | 0.90 | 6500.00  | 12
        1006 | 506 | 31 | 2018-01-01 | HIR | 1.00 | 4200.00  | 12
        1006 | 507 | 31 | 2024-07-01 | PR  | 1.00 | 5000.00  | 12
        1006 | 505 | 99 | 2024-10-01 | ERR | 1.00 | 8000.00  | 12
        1007 | 508 | 40 | 2016-07-01 | HIR | 1.00 | 3900.00  |
        1007 | 599 | 41 | 2020-01-01 | TRF | 1.00 | 3900.00  | 12
        1008 | 509 | 77 | 2023-08-01 |     | 1.00 | 1100.00  | 12
        1009 | 508 | 41 | 2019-04-01 | HIR | 0.50 |          | 12
        1009 | 508 | 41 | 2020-04-01 | OTH | 0.50 | 1800.00  | 12
        1010 | 503 | 11 | 2025-01-01 | HIR | 1.00 | 3300.00  | 12
        1013 | 506 | 32 | 2021-06-15 | HIR | 1.00 | 4100.00  | 12
        1013 | 507 | 32 | 2024-12-31 | PRO | 1.00 | 4900.00  | 12
        1014 | 508 | 41 | 2025-01-01 | HIR | 1.00 | 3500.00  | 12
        1050 | 508 | 41 | 2020-01-01 | HIR | 1.00 | 3500.00  | 12
        """,
    ),
    "ABSENCE": written(
        "ABS_ID INTEGER | EMP_NO INTEGER | ABS_CODE VARCHAR | FROM_DATE DATE | TO_DATE DATE"
        " | CERTIFICATE VARCHAR | STATE VARCHAR",
        """
        1  | 1002 | SIC | 2024-01-08 | 2024-01-10 | X | APPROVED
        2  | 1002 | VAC | 2024-07-01 | 2024-07-14 |   | APPROVED
        3  | 1002 | VAC | 2024-03-04 | 2024-03-08 |   | Cancelled
        4  | 1002 | sic | 2023-12-28 | 2024-01-03 | x | APPROVED
        5  | 1002 | VAC | 2025-01-01 | 2025-01-01 |   |
        6  | 1003 | PAR | 2020-03-31 | 2020-06-30 |   | APPROVED
        7  | 1003 | SIC | 2018-02-01 | 2018-02-02 | N | APPROVED
        8  | 1003 | VAC | 2018-01-15 | 2018-01-15 |   | REJECTED
        9  | 1003 | VAC | 2020-04-01 | 2020-04-01 |   | REQUESTED
        10 | 1003 | TRN | 2025-01-07 | 2025-01-09 |   | REQUESTED
        11 | 1004 | SIC | 2022-02-27 | 2022-03-05 | X | APPROVED
        12 | 1004 | SIC | 2022-05-01 |            |   | APPROVED
        13 | 1004 | VAC | 2022-08-01 | 2022-08-05 |   | APPROVED
        14 | 1006 | vac | 2024-10-15 | 2024-10-18 | ' ' | approved
        15 | 1006 | PAR | 2024-02-29 | 2024-03-01 |   |
        16 | 1007 | SIC | 2022-08-15 | 2022-08-16 | X | APPROVED
        17 | 1007 | SIC | 2022-09-01 | 2022-09-02 | X | APPROVED
        18 | 1008 |     | 2024-05-05 | 2024-05-05 |   | APPROVED
        19 | 1050 | VAC | 2024-05-06 | 2024-05-07 |   | APPROVED
        20 |      | VAC | 2024-05-08 | 2024-05-09 |   | rejected
        21 | 1001 | VAC | 2024-12-27 | 2025-01-05 |   | APPROVED
        """,
    ),
    "PAYROLL_LINE": written(
        "LINE_ID INTEGER | EMP_NO INTEGER | PERIOD VARCHAR | COMPONENT VARCHAR | AMOUNT_CENTS INTEGER"
        " | STATUS VARCHAR",
        """
        1  | 1002 | 202311 | BASE | 600000  | B
        2  | 1002 | 202311 | TAX  | 150000  | B
        3  | 1002 | 202312 | BASE | 600000  | B
        4  | 1002 | 202312 | BON1 | 300000  | B
        5  | 1002 | 202312 | BON2 | 50050   | B
        6  | 1002 | 202312 | TAX  | 240000  | B
        7  | 1002 | 202312 | SOC  | 30000   | B
        8  | 1002 | 202401 | BASE | 600000  | B
        9  | 1002 | 202401 | TAX  | 150025  | B
        10 | 1002 | 202401 | BON1 | 900000  | D
        11 | 1002 | 202403 | BASE | 600000  | B
        12 | 1002 | 202403 | BASE | -20000  | B
        13 | 1002 | 202403 | OVT  | 4999    | B
        14 | 1004 | 202401 | BASE | 250050  | B
        15 | 1004 | 202401 | OVT  | 10010   | B
        16 | 1004 | 202401 | OVT  | 2000    | B
        17 | 1004 | 202401 | SOC  | 20000   | B
        18 | 1004 | 202402 | CAR  | 35000   | B
        19 | 1004 | 202403 | BASE | 260050  | B
        20 | 1004 | 202403 | TAX  |         | B
        21 | 1004 | 202404 | BASE | 260050  |
        22 | 1006 | 202406 | BASE | 420000  | B
        23 | 1006 | 202407 | BASE | 500000  | B
        24 | 1006 | 202407 | BON2 | 100000  | B
        25 | 1006 | 202407 | BON3 | 77700   | B
        26 | 1006 | 202407 | TAX  | 130000  | B
        27 | 1010 | 202501 | BASE | 330000  | B
        28 | 1050 | 202401 | BASE | 350000  | B
        29 |      | 202401 | BASE | 350000  | B
        30 | 1007 | 202208 | BASE | 195000  | B
        31 | 1007 | 202207 | BASE | 390000  | B
        32 | 1007 | 202208 | TAX  | 200000  | B
        33 | 1009 | 202012 | BASE | 180000  | B
        34 | 1009 | 202101 | BASE | 180000  | B
        35 | 1009 | 202102 | BASE | 180001  | B
        """,
    ),
}
