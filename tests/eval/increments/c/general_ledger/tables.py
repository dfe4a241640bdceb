"""Source tables."""

from make_projects import written

TABLES = {
    "stg_quickbooks__journal_line": written(
        "journal_id VARCHAR | line_number INTEGER | posted_on DATE | account_id INTEGER | posting_type VARCHAR"
        " | amount DOUBLE | memo VARCHAR",
        """
        J-01 | 1 | 2025-01-05 | 1 | debit  | 500.00 | opening
        J-01 | 2 | 2025-01-05 | 3 | credit | 500.00 | opening
        J-02 | 1 | 2025-01-31 | 4 | debit  | 80.50  |
        J-02 | 2 | 2025-01-31 | 1 | credit | 80.50  | rent January
        J-03 | 1 | 2025-01-31 | 2 | debit  | 20.00  | correction
        J-03 | 2 | 2025-01-31 | 2 | credit | 20.00  | correction
        J-04 | 1 | 2025-02-28 | 4 | debit  |        | amount to follow
        J-05 | 1 | 2025-02-28 | 9 | debit  | 11.00  |
        J-06 | 1 | 2025-02-01 |   | credit | 7.00   | no account
        """,
    ),
    "stg_quickbooks__invoice_line": written(
        "invoice_id VARCHAR | line_number INTEGER | invoice_date DATE | income_account_id INTEGER | amount DOUBLE"
        " | is_voided BOOLEAN | private_note VARCHAR",
        """
        A-10 | 1 | 2025-01-31 | 2 | 120.00 | false | called twice
        A-10 | 2 | 2025-01-31 | 2 | 30.00  | false |
        A-11 | 1 | 2025-02-10 | 2 | 75.25  | true  | voided
        A-12 | 1 | 2025-02-10 | 5 | 60.00  | false |
        A-13 | 1 | 2025-01-02 | 2 | 15.00  | false | late entry
        """,
    ),
    "stg_quickbooks__account": written(
        "account_id INTEGER | account_number VARCHAR | account_name VARCHAR | classification VARCHAR"
        " | is_active BOOLEAN",
        """
        1 | 1000 | Bank          | Asset   | true
        2 | 4000 | Sales         | Revenue | true
        3 | 3000 | Capital       | Equity  | true
        4 |      | Rent          | Expense | true
        5 | 4010 | Sales, online |         | false
        """,
    ),
}
