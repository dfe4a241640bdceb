"""Source tables."""

from make_projects import written

TABLES = {
    "LOAN": written(
        "loan_no VARCHAR | borrower_id INTEGER | principal DECIMAL(12,2) | loan_status VARCHAR | branch_code VARCHAR",
        """
        L-100 | 1 | 1200.00  | ACTIVE    | N1
        L-101 | 2 | 9000.00  | ACTIVE    | S2
        L-102 | 3 | 500.00   | CLOSED    |
        L-103 | 4 | 700.00   | CANCELLED | N1
        L-104 | 5 | 3333.33  | ACTIVE    | W9
        L-105 | 6 | 10000.00 | ACTIVE    | N1
        """,
    ),
    "REPAYMENT": written(
        "pay_id INTEGER | loan_no VARCHAR | due_date DATE | paid_date DATE | principal_part DECIMAL(10,2)"
        " | interest_part DECIMAL(10,2)",
        """
        1  | L-100 | 2023-01-31 | 2023-01-31 | 100.00  | 12.00
        2  | L-100 | 2023-02-28 | 2023-03-01 | 100.00  | 11.00
        3  | L-100 | 2023-03-31 | 2023-04-30 | 100.00  | 10.00
        4  | L-100 | 2023-04-30 | 2023-05-31 | 100.00  |
        5  | L-100 | 2023-05-31 |            | 800.00  | 8.00
        6  | L-101 | 2024-02-29 | 2024-05-29 | 3000.00 | 90.00
        7  | L-101 | 2024-03-31 | 2024-06-30 | 3000.00 | 60.00
        8  | L-101 | 2024-04-30 |            | 3000.00 | 30.00
        9  | L-102 | 2022-12-31 | 2022-12-15 | 250.00  | 2.50
        10 | L-102 | 2022-11-30 | 2022-11-30 | 250.00  | 5.00
        11 | L-103 | 2023-01-15 | 2023-01-15 | 700.00  | 1.00
        12 | L-104 | 2023-01-15 |            | 1111.11 | 0.00
        13 | L-104 | 2023-02-15 | 2023-02-20 | 1111.11 | 0.00
        14 | L-104 | 2023-03-15 | 2023-03-15 | 0.00    | 50.00
        15 | L-999 | 2023-03-15 | 2023-03-15 | 10.00   | 1.00
        16 | L-105 | 2024-07-01 | 2024-07-02 | 2504.00 | 33.30
        """,
    ),
    "BRANCH": written(
        "branch_code VARCHAR | branch_name VARCHAR | region VARCHAR",
        """
        N1 | Harbour | North
        S2 | Old Mill | South
        E3 | Airport | East
        """,
    ),
}
