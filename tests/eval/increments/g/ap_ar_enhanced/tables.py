"""Source tables."""

from make_projects import written

TABLES = {
    "stg_quickbooks__bill": written(
        "bill_id INTEGER | doc_number VARCHAR | department_id INTEGER | vendor_id INTEGER"
        " | total_amount DECIMAL(12,2) | balance DECIMAL(12,2) | due_date DATE | transaction_date DATE"
        " | currency_id VARCHAR | exchange_rate DECIMAL(9,4)",
        """
        1 | B-1 | 1 | 51 | 100.00 | 100.00 | 2025-05-01 | 2025-04-01 | USD | 1.0000
        2 | B-2 | 2 | 52 | 40.00 | 0.00 | 2025-05-09 | 2025-04-09 | EUR | 1.1200
        3 |  |  | 51 | 12.50 | 2.50 | 2025-09-01 | 2025-06-01 |  |
        """,
    ),
    "stg_quickbooks__invoice": written(
        "invoice_id INTEGER | doc_number VARCHAR | department_id INTEGER | customer_id INTEGER"
        " | total_amount DECIMAL(12,2) | balance DECIMAL(12,2) | due_date DATE | transaction_date DATE"
        " | currency_id VARCHAR | exchange_rate DECIMAL(9,4)",
        """
        1 | I-1 | 1 | 11 | 250.00 | 50.00 | 2025-06-01 | 2025-05-01 | EUR | 1.1000
        2 | I-2 | 9 | 12 | 80.00 | 80.00 |  | 2025-05-02 | GBP |
        """,
    ),
    "stg_quickbooks__vendor_credit": written(
        "vendor_credit_id INTEGER | doc_number VARCHAR | department_id INTEGER | vendor_id INTEGER"
        " | total_amount DECIMAL(12,2) | balance DECIMAL(12,2) | transaction_date DATE"
        " | currency_id VARCHAR | exchange_rate DECIMAL(9,4)",
        """
        1 | V-1 | 2 | 51 | 30.00 | 10.00 | 2025-06-02 | EUR | 1.0900
        2 | V-2 | 1 | 52 | 5.00 | 0.00 | 2025-06-03 |  |
        """,
    ),
    "stg_quickbooks__department": written(
        "department_id INTEGER | fully_qualified_name VARCHAR",
        """
        1 | East
        2 | East:Shop
        """,
    ),
}
