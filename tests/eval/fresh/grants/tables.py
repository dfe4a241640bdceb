"""Source tables."""

from make_projects import written

TABLES = {
    "GRANT_APPL": written(
        "appl_no INTEGER | prog_code VARCHAR | municipality VARCHAR | received DATE | decision VARCHAR"
        " | amt_requested DECIMAL(12,2) | amt_granted DECIMAL(12,2)",
        """
        1  | BIKE | Oosthuizen   | 2023-02-01 | A | 40000.00  | 35000.00
        2  | BIKE | oosthuizen   | 2023-03-05 | A | 12000.00  | 12000.00
        3  | BIKE | Marlen       | 2023-06-30 | R | 90000.00  | 5000.00
        4  | BIKE | ' Marlen '   | 2024-01-15 | A | 55000.50  | 55000.50
        5  | BIKE | Tervelde     | 2024-02-15 |   | 70000.00  |
        6  | BIKE | Tervelde     | 2024-02-16 | W | 70000.00  |
        7  | BIKE | Kampen       |            | A | 1000.00   | 1000.00
        8  | HEAT | Marlen       | 2023-12-31 | A | 250000.00 | 200000.00
        9  | HEAT | Kampen       | 2024-01-01 | R | 10000.00  |
        10 | HEAT | KAMPEN       | 2024-05-05 | A |           | 8000.00
        11 | HEAT | Oosthuizen   | 2024-05-06 | A | 20000.00  | 15000.00
        12 | LIBR | Tervelde     | 2024-09-09 |   | 5000.00   |
        13 | LIBR |              | 2024-09-10 |   | 6000.00   |
        14 | LIBR | Marlen       | 2023-04-04 | R | 7000.00   | 0.00
        15 | YARD | Marlen       | 2024-03-03 | A | 3000.00   | 3000.00
        16 | YARD | Kampen       | 2024-03-04 | A | 2500.00   |
        17 | YARD | Kampen       | 2023-03-04 | A | 2500.00   | 1250.00
        18 | GONE | Kampen       | 2023-03-04 | A | 2500.00   | 1250.00
        19 | HEAT | Oosthuizen   | 2023-07-07 | W | 99999.00  | 99999.00
        20 | PLAY | Oosthuizen   | 2025-01-02 | A | 30000.00  | 10000.00
        21 | PLAY | Tervelde     | 2025-01-03 | A | 30000.00  | 10000.00
        22 | LIBR | Tervelde     | 2025-01-03 | A | 21000.00  | 20001.00
        23 | BIKE | Tervelde     | 2025-02-03 | R | 21000.00  |
        """,
    ),
    "GRANT_PAY": written(
        "pay_no INTEGER | appl_no INTEGER | paid_on DATE | amt DECIMAL(12,2) | reversed VARCHAR",
        """
        901 | 1  | 2023-05-01 | 20000.00 |
        902 | 1  | 2023-08-01 | 15000.00 |
        903 | 1  | 2023-08-01 | 15000.00 | X
        904 | 2  | 2023-09-01 | 12000.00 |
        905 | 4  | 2024-04-01 | 30000.50 |
        906 | 8  | 2024-01-10 | 100000.00 |
        907 | 8  | 2024-06-10 | 50000.00 |
        908 | 10 | 2024-07-10 | 8000.00  | X
        909 | 15 | 2024-07-10 | 3000.00  |
        910 | 6  | 2024-07-11 | 70.00    |
        911 | 20 | 2025-03-01 | 10000.00 |
        912 | 77 | 2025-03-01 | 1.00     |
        913 | 3  | 2023-10-01 | 500.00   |
        """,
    ),
    "PROG": written(
        "prog_code VARCHAR | title VARCHAR | ministry VARCHAR | budget DECIMAL(14,2)",
        """
        BIKE | Safe cycle paths          | INFRA | 410000.00
        HEAT | Warm public buildings     | CLIM  | 1500000.00
        LIBR | Libraries for everybody   | CULT  |
        YARD | Green school yards        |       | 0.00
        PLAY | Playgrounds               | CULT  | 65000.00
        OLD  | Never used                | CULT  | 10.00
        """,
    ),
}
