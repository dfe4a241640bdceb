"""Source tables."""

from make_projects import written

TABLES = {
    "INVOICE_LINES": written(
        "LINE_ID INTEGER | ACCOUNT_ID INTEGER | PERIOD_START DATE | LINE_KIND VARCHAR | AMOUNT DECIMAL(12,2)"
        " | IS_VOIDED VARCHAR",
        """
        1  | 10 | 2024-01-01 | recurring | 100.00  | N
        2  | 10 | 2024-01-15 | recurring | 20.00   |
        3  | 10 | 2024-01-20 | setup     | 500.00  | N
        4  | 10 | 2024-02-01 | recurring | 120.00  | N
        5  | 10 | 2024-03-31 | recurring | 90.00   | N
        6  | 10 | 2024-03-31 | recurring | 90.00   | Y
        7  | 10 | 2024-06-01 | training  | 250.00  | N
        8  | 11 | 2023-12-31 | recurring | 2400.00 | N
        9  | 11 | 2024-01-01 | recurring | 2400.50 | N
        10 | 11 | 2024-01-31 | credit    | -50.00  | N
        11 | 11 | 2024-02-29 | recurring | 2000.00 | Y
        12 | 12 | 2024-01-01 | recurring | 0.00    | N
        13 | 12 | 2024-02-01 | recurring | 49.00   | N
        14 | 13 | 2024-02-01 | recurring | 999.00  | N
        15 | 14 | 2024-05-01 | setup     |         | N
        16 | 14 | 2024-05-02 | recurring | 75.00   | N
        17 | 14 | 2024-06-02 | recurring | 75.00   | N
        18 | 77 | 2024-06-02 | recurring | 75.00   | N
        19 | 15 | 2024-04-10 | recurring | 30.00   | N
        20 | 15 | 2024-07-10 | recurring | 30.00   | N
        21 | 11 | 2024-03-05 | recurring | 2000.00 | N
        """,
    ),
    "ACCOUNTS": written(
        "ACCOUNT_ID INTEGER | ACCOUNT_NAME VARCHAR | COUNTRY_CODE VARCHAR | EMPLOYEES INTEGER"
        " | SIGNED_UP_ON DATE | IS_INTERNAL VARCHAR",
        """
        10 | Bright Labs     | US | 49   | 2023-12-31 | N
        11 | Northwind       | NO | 500  | 2022-12-01 | N
        12 | Tiny Tools      |    |      | 2024-01-01 |
        13 | Our own sandbox | US | 12   | 2020-01-01 | Y
        14 | Casa Verde      | ES | 499  | 2024-03-15 | N
        15 | Unlisted Ltd    | QQ | 50   | 2024-04-10 | N
        16 | Never billed    | ES | 5    | 2024-04-10 | N
        """,
    ),
    "COUNTRIES": written(
        "COUNTRY_CODE VARCHAR | COUNTRY_NAME VARCHAR | REGION VARCHAR",
        """
        US | United States | Americas
        NO | Norway        | Nordics
        ES | Spain         | Southern Europe
        BR | Brazil        | Americas
        """,
    ),
}
