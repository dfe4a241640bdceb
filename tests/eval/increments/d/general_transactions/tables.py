"""Source tables."""

from make_projects import written

TABLES = {
    "stg_quickbooks__invoice": written(
        "invoice_id VARCHAR | doc_number VARCHAR | transaction_date DATE | due_date DATE | customer_id VARCHAR",
        """
        101 | INV-101 | 2025-01-10 | 2025-02-09 | c1
        102 | INV-102 | 2025-01-12 |            | c2
        103 |         | 2025-02-01 | 2025-02-15 | c9
        104 | INV-104 | 2025-02-03 | 2025-03-05 |
        """,
    ),
    "stg_quickbooks__invoice_line": written(
        "invoice_id VARCHAR | line_index INTEGER | account_id VARCHAR | class_id VARCHAR | description VARCHAR"
        " | amount DECIMAL(12,2)",
        """
        101 | 1 | a1 | k1 | Design    | 800.00
        101 | 2 | a1 |    | Hosting   | 45.50
        102 | 1 | a2 | k2 |           | 0.00
        103 | 1 |    | k1 | Consult   | 120.00
        104 | 1 | a1 |    | Discount  | -20.00
        199 | 1 | a1 | k1 | No header | 1.00
        """,
    ),
    "stg_quickbooks__bill": written(
        "bill_id VARCHAR | doc_number VARCHAR | transaction_date DATE | due_date DATE | vendor_id VARCHAR",
        """
        101 | R-77 | 2025-01-05 | 2025-01-19 | v1
        201 |      | 2025-01-20 | 2025-02-19 | v2
        202 | R-80 | 2025-02-11 |            | v7
        """,
    ),
    "stg_quickbooks__bill_line": written(
        "bill_id VARCHAR | line_index INTEGER | account_id VARCHAR | class_id VARCHAR | description VARCHAR"
        " | amount DECIMAL(12,2)",
        """
        101 | 1 | a3 | k2 | Paper   | 60.00
        201 | 1 | a4 |    | Rent    | 900.00
        201 | 2 | a8 | k3 | Service | 15.25
        202 | 1 | a3 | k1 |         |
        """,
    ),
    "stg_quickbooks__credit_memo": written(
        "credit_memo_id VARCHAR | doc_number VARCHAR | transaction_date DATE | customer_id VARCHAR",
        """
        101 | CM-1 | 2025-01-25 | c1
        301 | CM-2 | 2025-02-10 | c2
        302 |      | 2025-02-14 |
        303 | CM-4 | 2025-02-16 | c1
        """,
    ),
    "stg_quickbooks__credit_memo_line": written(
        "credit_memo_id VARCHAR | line_index INTEGER | account_id VARCHAR | class_id VARCHAR | description VARCHAR"
        " | amount DECIMAL(12,2)",
        """
        101 | 1 | a1 | k1 | Design returned | 100.00
        101 | 2 | a1 |    |                 | 5.50
        301 | 1 | a2 | k2 | Goodwill        | 0.00
        302 | 1 | a9 |    | Unknown         | 12.00
        309 | 1 | a1 | k1 | No header       | 7.00
        """,
    ),
    "stg_quickbooks__account": written(
        "account_id VARCHAR | name VARCHAR | account_type VARCHAR",
        """
        a1 | Services      | Income
        a2 | Product sales | Income
        a3 | Office        | Expense
        a4 | Rent          | Expense
        a5 | Bank          | Bank
        """,
    ),
    "stg_quickbooks__customer": written(
        "customer_id VARCHAR | fully_qualified_name VARCHAR",
        """
        c1 | Alder:North
        c2 | Birch
        c3 | Cedar
        """,
    ),
    "stg_quickbooks__vendor": written(
        "vendor_id VARCHAR | display_name VARCHAR",
        """
        v1 | Paper Co
        v2 | Landlord
        """,
    ),
}
