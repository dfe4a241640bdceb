"""Source tables."""

from make_projects import written

TABLES = {
    "stg_qb__payment": written(
        "payment_id INTEGER | customer_id INTEGER | deposit_account_id INTEGER | paid_on DATE"
        " | memo VARCHAR | is_voided BOOLEAN",
        """
        1 | 11 | 100 | 2025-02-01 | first half | false
        2 | 12 | 100 | 2025-02-03 |  | true
        3 | 11 | 101 | 2025-02-09 | rest |
        4 | 13 | 999 | 2025-02-10 |  | false
        """,
    ),
    "stg_qb__payment_line": written(
        "payment_id INTEGER | line_no INTEGER | amount DECIMAL(12,2)",
        """
        1 | 1 | 50.00
        1 | 2 | 25.50
        2 | 1 | 10.00
        3 | 1 | 70.00
        4 | 1 | 5.25
        """,
    ),
    "stg_qb__expense": written(
        "expense_id INTEGER | vendor_id INTEGER | account_id INTEGER | spent_on DATE | memo VARCHAR"
        " | is_voided BOOLEAN",
        """
        1 | 51 | 200 | 2025-02-02 | paper | false
        2 | 52 | 201 | 2025-02-04 | fuel | false
        3 | 51 | 200 | 2025-02-05 |  | true
        """,
    ),
    "stg_qb__expense_line": written(
        "expense_id INTEGER | line_no INTEGER | amount DECIMAL(12,2)",
        """
        1 | 1 | 12.00
        1 | 2 | 3.00
        2 | 1 | 40.00
        3 | 1 | 99.00
        """,
    ),
    "stg_qb__refund": written(
        "refund_id INTEGER | customer_id INTEGER | deposit_account_id INTEGER | refunded_on DATE"
        " | memo VARCHAR | is_voided BOOLEAN",
        """
        1 | 11 | 100 | 2025-02-11 | wrong item | false
        2 | 12 | 101 | 2025-02-12 |  | true
        """,
    ),
    "stg_qb__refund_line": written(
        "refund_id INTEGER | line_no INTEGER | amount DECIMAL(12,2)",
        """
        1 | 1 | 25.50
        2 | 1 | 8.00
        """,
    ),
    "stg_qb__account": written(
        "account_id INTEGER | name VARCHAR",
        """
        100 | Bank
        101 | Cash
        200 | Office
        201 | Car
        """,
    ),
}
