"""Source tables."""

from make_projects import written

TABLES = {
    "SUPPLIER": written(
        "SUPPLIER_NO INTEGER | NAME VARCHAR | COUNTRY VARCHAR | LEAD_DAYS INTEGER",
        """
        1 | Brandt Cables | DE | 5
        2 | Orsini Metal  | IT | 21
        3 | Paper & Board | NL |
        4 | Unused Ltd    | GB | 9
        """,
    ),
    "ITEM": written(
        "ITEM_NO VARCHAR | DESCRIPTION VARCHAR | CATEGORY_CODE VARCHAR | UNIT_COST DECIMAL(10,2)"
        " | REORDER_POINT INTEGER | SUPPLIER_NO INTEGER | ACTIVE_FLAG VARCHAR | UPDATED_AT TIMESTAMP",
        """
        I-100 | Cable 5m        | EL  | 18.50  | 20 | 1 | 1 | 2024-01-02 08:00:00
        I-100 | 'Cable 5 m '    | EL  | 20.00  | 25 | 1 | 1 | 2024-03-02 08:00:00
        I-101 | Motor           | EL  | 240.00 | 2  | 1 | 1 | 2024-01-02 08:00:00
        I-102 | ' steel Plate'  | MC  | 99.99  | 10 | 2 | 1 | 2024-01-05 08:00:00
        I-103 | Box small       | PK  | 0.35   | 50 | 3 | 1 | 2024-01-05 08:30:00
        I-104 | Box Large       | PK  |        |    | 3 | 0 | 2024-02-05 08:30:00
        I-105 | Gear            | MC  | 100.00 | 5  | 9 | 1 | 2024-01-09 10:00:00
        I-106 | Sticker         |     | 0.05   |    |   |   | 2024-01-09 10:00:00
        I-107 | Installation    | SVC | 55.00  |    |   | 1 | 2024-01-10 10:00:00
        I-108 | Assembly kit    | MC  | 30.00  | 4  | 2 | 1 | 2024-01-10 10:00:00
        I-108 | Assembly        | SVC | 30.00  | 4  | 2 | 1 | 2024-02-10 10:00:00
        I-109 | Fuse            | XX  | 19.99  | 8  | 1 | Y | 2024-01-11 10:00:00
        """,
    ),
    "WAREHOUSE": written(
        "WH_CODE VARCHAR | WH_NAME VARCHAR | REGION VARCHAR | CLOSED_ON DATE",
        """
        W1 | 'Main '     | north |
        W2 | South Depot | South |
        W3 | Old Yard    | North | 2024-03-31
        W4 | ' Port'     |       |
        T1 | Test site   | north |
        W5 | Overflow    | east  | 2023-12-31
        """,
    ),
    "STOCK_MOVEMENT": written(
        "MOVE_ID INTEGER | ITEM_NO VARCHAR | WH_CODE VARCHAR | MOVE_TYPE VARCHAR | QTY INTEGER | MOVED_AT TIMESTAMP"
        " | STATUS VARCHAR",
        """
        1  | I-100 | W1 | RC | 40  | 2024-01-05 09:00:00 | POSTED
        2  | I-100 | W1 | IS | 10  | 2024-01-20 09:00:00 | POSTED
        3  | I-100 | W1 | IS | 8   | 2024-02-02 09:00:00 | POSTED
        4  | I-100 | W1 | AD | -1  | 2024-02-02 09:00:00 | POSTED
        5  | I-100 | W1 | RC | 100 | 2024-02-03 09:00:00 | DRAFT
        6  | I-100 | W2 | RC | 30  | 2024-01-31 23:30:00 | POSTED
        7  | I-100 | W2 | TR | 5   | 2024-03-01 00:15:00 | POSTED
        8  | I-101 | W1 | RC | 3   | 2024-01-08 10:00:00 | POSTED
        9  | I-101 | W1 | IS | 3   | 2024-03-11 10:00:00 | POSTED
        10 | I-102 | W3 | RC | 12  | 2024-01-15 10:00:00 | POSTED
        11 | I-102 | W3 | IS |     | 2024-02-15 10:00:00 | POSTED
        12 | I-103 | W9 | RC | 500 | 2024-02-01 10:00:00 | POSTED
        13 | I-103 | W2 | RC | 60  | 2024-02-01 10:00:00 | POSTED
        14 | I-103 | W2 | IS | 25  | 2024-02-01 12:00:00 | POSTED
        15 | I-104 | W4 | RC | 7   | 2024-02-20 10:00:00 | POSTED
        16 | I-105 | W4 | AD | 5   | 2024-03-05 10:00:00 | POSTED
        17 | I-107 | W1 | IS | 1   | 2024-03-05 10:00:00 | POSTED
        18 | I-108 | W1 | RC | 4   | 2024-01-25 10:00:00 | POSTED
        19 | I-100 | W1 | IS | 30  | 2024-03-10 10:00:00 |
        20 | I-106 | T1 | RC | 900 | 2024-03-12 10:00:00 | POSTED
        21 | I-100 | W1 | RC | 20  | 2024-04-01 07:00:00 | POSTED
        22 | I-999 | W1 | RC | 20  | 2024-04-01 07:00:00 | POSTED
        """,
    ),
    "STOCK_COUNT": written(
        "COUNT_ID INTEGER | ITEM_NO VARCHAR | WH_CODE VARCHAR | COUNTED_QTY INTEGER | COUNTED_ON DATE"
        " | COUNTED_BY VARCHAR",
        """
        501 | I-100 | W1 | 29  | 2024-01-31 | mara
        502 | I-100 | W1 | 21  | 2024-03-01 | Mara
        503 | I-100 | W1 |     | 2024-03-31 | jon
        504 | I-100 | W2 | 30  | 2024-02-28 | jon
        505 | I-100 | W2 | 33  | 2024-02-28 |
        506 | I-101 | W1 | 2   | 2024-03-10 | mara
        507 | I-102 | W3 | 12  | 2024-03-10 | eve
        508 | I-103 | W2 | 35  | 2024-02-01 | jon
        509 | I-103 | W9 | 500 | 2024-02-02 | jon
        510 | I-104 | W4 | 6   | 2024-02-19 | eve
        511 | I-105 | W4 | 8   | 2024-03-05 | eve
        512 | I-107 | W1 | 1   | 2024-03-05 | eve
        513 | I-106 | W1 | 0   | 2024-03-05 | eve
        """,
    ),
}
