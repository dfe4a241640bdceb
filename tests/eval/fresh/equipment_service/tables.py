"""Source tables."""

from make_projects import written

TABLES = {
    "MODEL": written(
        "MODEL_CODE VARCHAR | MAKER VARCHAR | MODEL_NAME VARCHAR | INTERVAL_DAYS INTEGER",
        """
        FIL2 | Bosko  | Filler 2000   | 90
        CAP1 | Bosko  | Capper        | 180
        LAB9 | Etiket | Labeller 9    |
        PAL3 | Stapel | Palletiser 3X | 365
        """,
    ),
    "SITE": written(
        "SITE_CODE VARCHAR | SITE_NAME VARCHAR | COUNTRY VARCHAR",
        """
        OSL   | Oslo plant   | NO
        GDA   | Gdansk plant | PL
        SCRAP | Scrap yard   | NO
        """,
    ),
    "EQUIP": written(
        "EQUIP_ID VARCHAR | SERIAL VARCHAR | MODEL_CODE VARCHAR | SITE_CODE VARCHAR | INSTALLED DATE"
        " | RETIRED DATE | CRIT VARCHAR",
        """
        E100 | ' fx-2201'  | FIL2 | OSL   | 2021-03-15 |            | H
        E101 | FX-2202     | FIL2 | GDA   | 2022-11-01 |            | M
        E102 | 'cp-77 '    | CAP1 | OSL   | 2020-02-29 | 2024-05-31 | L
        E103 | lb-9001     | LAB9 | GDA   | 2023-06-01 |            |
        E104 |             | ZZZ  | OSL   | 2019-12-31 |            | X
        E105 | PL-3        | PAL3 |       | 2023-12-31 |            | H
        E106 | PL-4        | PAL3 | SCRAP | 2015-01-01 | 2023-01-01 | L
        E107 | CP-78       | CAP1 | XXX   |            |            | L
        """,
    ),
    "TECHNICIAN": written(
        "TECH_ID INTEGER | FULL_NAME VARCHAR | TEAM VARCHAR | LEFT_ON DATE",
        """
        1 | 'Ada Nilsen ' | Mechanics   |
        2 | Bo Larsen     | Mechanics   |
        3 | Cezary Wilk   | Electrics   |
        4 | Dag Moe       | Electrics   | 2024-06-30
        5 | ' Ewa Zak'    |             |
        6 | Finn Aas      | Mechanics   |
        7 | Gro Lie       |             |
        """,
    ),
    "WORK_ORDER": written(
        "WO_NO INTEGER | EQUIP_ID VARCHAR | WO_TYPE VARCHAR | OPENED_AT TIMESTAMP | CLOSED_AT TIMESTAMP"
        " | PRIORITY INTEGER",
        """
        5001 | E100 | PM  | 2023-12-10 08:00:00 | 2023-12-11 15:00:00 | 3
        5002 | E100 | CM  | 2023-12-20 22:00:00 | 2023-12-21 01:00:00 | 1
        5003 | E100 | cm  | 2024-01-05 07:00:00 | 2024-01-05 19:00:00 | 1
        5004 | E100 | CM  | 2024-01-12 07:00:00 | 2024-01-13 19:00:00 | 2
        5005 | E100 | CM  | 2024-01-25 07:00:00 |                     | 2
        5006 | E101 | pm  | 2024-02-01 09:00:00 | 2024-02-03 10:00:00 | 4
        5007 | E101 | INS | 2024-02-15 09:00:00 | 2024-02-15 12:00:00 |
        5008 | E102 | CM  | 2024-03-02 11:00:00 | 2024-03-20 12:00:00 | 1
        5009 | E103 | CM  | 2024-03-05 11:00:00 |                     | 3
        5010 | E103 |     | 2024-04-05 11:00:00 | 2024-04-06 11:00:00 | 2
        5011 | E104 | PM  | 2024-04-10 11:00:00 | 2024-04-12 11:00:00 | 5
        5012 | E106 | CM  | 2024-04-11 11:00:00 | 2024-04-12 11:00:00 | 1
        5013 | E999 | CM  | 2024-04-11 11:00:00 | 2024-04-12 11:00:00 | 1
        5014 | E103 | cm  | 2024-05-31 23:00:00 | 2024-06-01 02:00:00 | 1
        5015 | E100 | PM  | 2024-05-02 08:00:00 |                     | 3
        """,
    ),
    "WO_STATUS": written(
        "WO_NO INTEGER | STATUS_CD VARCHAR | SET_AT TIMESTAMP",
        """
        5001 | O | 2023-12-10 08:00:00
        5001 | D | 2023-12-11 15:00:00
        5002 | D | 2023-12-21 01:00:00
        5003 | O | 2024-01-05 07:00:00
        5003 | D | 2024-01-05 19:00:00
        5004 | O | 2024-01-12 07:00:00
        5004 | X | 2024-01-13 19:00:00
        5005 | O | 2024-01-25 07:00:00
        5005 | W | 2024-01-26 07:00:00
        5006 | X | 2024-02-01 10:00:00
        5006 | D | 2024-02-03 10:00:00
        5007 | D | 2024-02-15 12:00:00
        5008 | D | 2024-03-20 12:00:00
        5010 | D | 2024-04-06 11:00:00
        5011 | W | 2024-04-11 11:00:00
        5011 | D | 2024-04-12 11:00:00
        5012 | D | 2024-04-12 11:00:00
        5014 | D | 2024-06-01 02:00:00
        5015 | O | 2024-05-02 08:00:00
        """,
    ),
    "WO_LABOUR": written(
        "LABOUR_ID INTEGER | WO_NO INTEGER | TECH_ID INTEGER | HOURS DECIMAL(5,2) | RATE DECIMAL(7,2)",
        """
        1  | 5001 | 1 | 4.00 | 50.00
        2  | 5001 | 2 | 2.50 |
        3  | 5002 | 1 | 3.00 | 75.00
        4  | 5003 | 2 | 6.25 | 48.50
        5  | 5004 | 3 | 8.00 | 50.00
        6  | 5006 | 3 | 5.00 | 50.00
        7  | 5006 | 3 | 1.32 | 50.25
        8  | 5007 | 4 | 2.00 | 40.00
        9  | 5008 | 3 | 0.00 | 50.00
        10 | 5008 | 6 | 7.00 | 47.00
        11 | 5009 | 1 |      | 50.00
        12 | 5010 | 5 | 1.50 |
        13 | 5012 | 2 | 9.00 | 50.00
        14 | 5014 | 6 | 1.75 | 90.00
        15 | 5014 |   | 1.00 | 90.00
        """,
    ),
    "WO_PART": written(
        "PART_LINE INTEGER | WO_NO INTEGER | PART_NO VARCHAR | QTY DECIMAL(8,2) | UNIT_PRICE DECIMAL(8,2)"
        " | RETURNED VARCHAR",
        """
        901 | 5001 | SEAL-4  | 4.00 | 3.25   | N
        902 | 5002 | PUMP-1  | 1.00 | 410.00 |
        903 | 5003 | PUMP-1  | 1.00 | 410.00 | Y
        904 | 5003 | HOSE-M  | 2.36 | 7.90   |
        905 | 5004 | BELT-2  | 1.00 | 55.00  |
        906 | 5008 | MOTOR-5 | 1.00 | 980.50 | N
        907 | 5009 | GLUE    | 0.50 |        |
        908 | 5011 | FILTER  | 3.00 | 12.00  |
        909 | 5014 | GLUE    | 2.00 | 14.99  | N
        910 | 5013 | GLUE    | 2.00 | 14.99  | N
        """,
    ),
}
