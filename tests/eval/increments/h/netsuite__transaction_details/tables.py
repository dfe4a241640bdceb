"""Source tables."""

from make_projects import written

TABLES = {
    "stg_netsuite2__transactions": written(
        "transaction_id INTEGER | transaction_number VARCHAR | transaction_type VARCHAR"
        " | transaction_date DATE | entity_id INTEGER | memo VARCHAR | is_voided BOOLEAN",
        """
        1 | INV100 | CustInvc | 2025-01-05 | 11 | January order | false
        2 | INV101 | CustInvc | 2025-01-09 | 12 |  |
        3 | BILL7 | VendBill | 2025-01-11 | 21 | Rent | false
        4 | BILL8 | VendBill | 2025-01-12 | 22 | Freight | true
        5 | JE3 | Journal | 2025-01-31 |  | Month end | false
        6 | CRED2 | CustCred | 2025-02-02 | 11 | Returned goods | false
        7 | SO55 | SalesOrd | 2025-02-03 | 13 | Spring | false
        8 | DEP1 | Deposit | 2025-02-04 | 99 |  |
        9 | BILL9 | VendBill | 2025-02-06 | 21 |  | false
        10 | JE4 | Journal | 2025-02-28 |  |  | false
        """,
    ),
    "stg_netsuite2__transaction_lines": written(
        "transaction_id INTEGER | transaction_line_id INTEGER | account_id INTEGER | entity_id INTEGER"
        " | memo VARCHAR | net_amount DECIMAL(14,2) | is_posting BOOLEAN",
        """
        1 | 0 | 1 |  |  | 110.00 | true
        1 | 1 | 4 |  | Widgets | -100.00 | true
        1 | 2 | 2 |  | VAT | -10.00 | true
        1 | 3 | 4 |  | Free sample | 0.00 | false
        2 | 0 | 1 |  |  | 75.00 | true
        2 | 1 | 5 | 11 |  | -75.00 | true
        3 | 0 | 2 |  |  | -900.00 | true
        3 | 1 | 7 | 22 | Split | 900.00 | true
        4 | 0 | 2 |  |  | -60.00 | true
        4 | 1 | 6 |  |  | 60.00 | true
        5 | 0 | 7 | 21 |  | 33.33 | true
        5 | 1 | 8 |  | Fx loss | 6.67 | true
        5 | 2 | 1 |  |  | -40.00 | true
        6 | 0 | 4 |  |  | 20.00 | true
        6 | 1 | 6 |  | Restock | -12.00 | true
        6 | 2 |  |  | Text only | 0.00 | true
        7 | 0 | 4 |  |  | -500.00 | false
        8 | 0 | 3 |  |  | 15.00 | true
        8 | 1 | 5 |  |  |  | true
        9 | 0 | 9 |  |  | -44.00 | true
        9 | 1 | 6 | 12 |  | 44.00 | true
        9 | 2 | 6 |  |  | 1.00 |
        10 | 0 | 1 |  |  | 5.00 | true
        55 | 0 | 1 | 11 | orphan | 5.00 | true
        """,
    ),
    "stg_netsuite2__accounts": written(
        "account_id INTEGER | name VARCHAR | account_type VARCHAR",
        """
        1 | Receivables | AcctRec
        2 | Payables | AcctPay
        3 | Main bank | Bank
        4 | Sales | Income
        5 | Interest received | OthIncome
        6 | Cost of goods | COGS
        7 | Rent | Expense
        8 | Exchange loss | OthExpense
        9 | Suspense |
        """,
    ),
    "stg_netsuite2__customers": written(
        "customer_id INTEGER | company_name VARCHAR",
        """
        11 | Alder Foods
        12 |
        13 | Cobalt Ltd
        """,
    ),
    "stg_netsuite2__vendors": written(
        "vendor_id INTEGER | company_name VARCHAR",
        """
        21 | Estates Plc
        22 | Rapid Freight
        12 | Brook Both Ways
        """,
    ),
}
