"""Source tables."""

from make_projects import written

TABLES = {
    "stg_netsuite__transaction_line": written(
        "transaction_id INTEGER | transaction_line_id INTEGER | account_id INTEGER | subsidiary_id INTEGER"
        " | department_id INTEGER | memo VARCHAR | is_main_line BOOLEAN | amount DECIMAL(14,2)",
        """
        1 | 0 | 10 | 1 |   | Invoice 1   | true  | 121.00
        1 | 1 | 40 | 1 | 7 | Service     | false | -100.00
        1 | 2 | 20 | 1 |   | VAT         | false | -21.00
        2 | 0 | 21 | 1 |   |             | true  | -60.50
        2 | 1 | 60 | 1 | 8 | Paper       | false | 50.00
        2 | 2 | 99 | 1 | 8 | Unknown     | false | 10.50
        3 | 0 | 21 | 2 |   | Rent        | true  | -900.00
        3 | 1 | 61 | 2 | 9 | Rent        | false | 900.00
        4 | 0 | 10 | 2 |   | Voided      | true  | 10.00
        4 | 1 | 40 | 2 | 7 | Voided      | false | -10.00
        5 | 0 | 11 | 5 |   | Interest    | true  |
        5 | 1 | 41 | 5 |   | Interest    | false | -3.33
        6 | 0 | 21 | 1 | 7 | Odd vendor  | true  | -12.00
        6 | 1 |    | 1 | 7 | No account  | false | 12.00
        7 | 0 | 62 | 1 | 7 | No header   | true  | 5.00
        8 | 0 | 40 | 2 | 8 | Credit      | true  | 25.00
        """,
    ),
    "stg_netsuite__transaction": written(
        "transaction_id INTEGER | transaction_number VARCHAR | transaction_type VARCHAR | transaction_date DATE"
        " | status VARCHAR | is_posting BOOLEAN | is_voided BOOLEAN | accounting_period_id INTEGER | entity_id INTEGER",
        """
        1 | INV-1  | CustInvc | 2025-01-15 | Open        | true  | false | 101 | 301
        2 | BILL-1 | VendBill | 2025-01-20 | Paid        | true  | false | 101 | 201
        3 | BILL-2 | VendBill | 2025-02-01 | Open        | true  | false | 102 | 202
        4 | INV-2  | CustInvc | 2025-02-03 | Voided      | true  | true  | 102 | 301
        5 |        | Journal  | 2025-02-28 |             | true  | false | 102 |
        6 | BILL-3 | VendBill | 2025-03-02 | Open        | false | false | 109 | 203
        8 | CRED-1 | CustCred | 2025-03-05 | Open        | true  | false |     | 204
        """,
    ),
    "stg_netsuite__accounting_period": written(
        "accounting_period_id INTEGER | name VARCHAR | is_closed BOOLEAN",
        """
        101 | Jan 2025 | true
        102 | Feb 2025 | false
        103 | Mar 2025 | false
        """,
    ),
    "stg_netsuite__account": written(
        "account_id INTEGER | account_number VARCHAR | name VARCHAR | account_type VARCHAR",
        """
        10 | 1100 | Receivables       | Accounts Receivable
        11 | 1000 | Bank              | Bank
        20 | 2200 | VAT               | Other Current Liability
        21 | 2000 | Payables          | Accounts Payable
        40 | 4000 | Services          | Income
        41 | 4900 | Interest received | Other Income
        60 | 6000 | Office            | Expense
        61 |      | Rent              | Expense
        62 | 6200 | Travel            |
        """,
    ),
    "stg_netsuite__subsidiary": written(
        "subsidiary_id INTEGER | name VARCHAR",
        """
        1 | Parent BV
        2 | Child GmbH
        """,
    ),
    "stg_netsuite__department": written(
        "department_id INTEGER | name VARCHAR",
        """
        7 | Sales
        8 | Office
        """,
    ),
    "stg_netsuite__vendor": written(
        "vendor_id INTEGER | company_name VARCHAR | alt_name VARCHAR",
        """
        201 | Paper Co   | Paper
        202 |            | Landlord
        203 |            |
        205 | Not billed | Nobody
        """,
    ),
}
