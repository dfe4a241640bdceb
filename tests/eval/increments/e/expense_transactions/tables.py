"""Source tables."""

from make_projects import written

LINE = (
    " | line_index INTEGER | account_id INTEGER | class_id VARCHAR | customer_id INTEGER | billable_status VARCHAR"
    " | description VARCHAR | amount DECIMAL(12,2)"
)
HEAD = (
    " | doc_number VARCHAR | transaction_date DATE | department_id INTEGER | vendor_id INTEGER | currency_id VARCHAR"
    " | exchange_rate DECIMAL(8,4)"
)

TABLES = {
    "stg_quickbooks__bill": written(
        "bill_id INTEGER" + HEAD,
        """
        1 | B-100 | 2025-07-02 | 1 | 81 | EUR | 1.0000
        2 | B-101 | 2025-07-09 | 2 | 82 | USD | 0.8600
        3 |       | 2025-07-20 |   | 83 | EUR |
        4 | B-103 | 2025-08-01 | 1 | 89 | GBP | 1.1550
        5 | B-104 | 2025-08-14 | 3 | 81 | EUR | 1.0000
        6 | B-105 | 2025-09-03 | 2 |    | USD |
        """,
    ),
    "stg_quickbooks__bill_line": written(
        "bill_id INTEGER" + LINE,
        """
        1  | 0 | 610 | c1 | 51 | Billable      | Paper          | 120.00
        1  | 1 | 620 | c2 |    | NotBillable   | Toner          | 80.50
        2  | 0 | 610 |    | 52 | HasBeenBilled | Hosting        | 340.00
        3  | 0 | 630 | c1 |    |               | Cleaning       | 75.00
        3  | 1 | 630 | c9 | 51 | Billable      | Cleaning extra | 20.25
        4  | 0 | 640 | c2 |    | NotBillable   | Travel         | 912.10
        4  | 1 | 699 |    |    |               |                | 3.00
        5  | 0 | 610 | c3 | 53 | HasBeenBilled | Paper          | 60.00
        5  | 1 | 620 | c3 |    | NotBillable   | Discount       | -6.00
        6  | 0 | 640 | c1 | 59 | Billable      | Fuel           | 44.44
        6  | 1 | 640 |    |    | NotBillable   | Toll           |
        77 | 0 | 610 | c1 |    | NotBillable   | No header      | 10.00
        """,
    ),
    "stg_quickbooks__purchase": written(
        "purchase_id INTEGER" + HEAD + " | is_credit BOOLEAN",
        """
        1  | P-1 | 2025-07-04 | 1 | 82 | USD | 0.8500 | false
        2  | P-2 | 2025-07-15 | 2 | 83 | EUR |        |
        3  | P-3 | 2025-08-08 |   |    | EUR | 1.0000 | true
        11 | P-4 | 2025-08-19 | 3 | 81 | GBP | 1.1600 | false
        12 |     | 2025-09-25 | 1 | 82 | USD | 0.8700 | true
        """,
    ),
    "stg_quickbooks__purchase_line": written(
        "purchase_id INTEGER" + LINE,
        """
        1  | 0 | 620 | c2 |    | NotBillable   | Printer       | 410.00
        1  | 1 | 620 |    | 52 | Billable      | Cable         | 12.99
        2  | 0 | 630 | c1 |    |               | Coffee        | 33.30
        3  | 0 | 630 | c1 |    | NotBillable   | Coffee return | 11.10
        3  | 1 | 640 | c3 | 53 | HasBeenBilled | Ticket return | 99.00
        11 | 0 | 640 | c2 |    | NotBillable   | Flight        | 280.00
        11 | 1 | 640 | c2 | 51 | Billable      | Hotel         | 150.00
        12 | 0 | 610 |    |    | NotBillable   |               | 18.00
        88 | 0 | 610 | c1 |    | Billable      | No header     | 5.00
        """,
    ),
    "stg_quickbooks__vendor_credit": written(
        "vendor_credit_id INTEGER" + HEAD,
        """
        1  | VC-1 | 2025-07-28 | 1 | 81 | EUR | 1.0000
        2  | VC-2 | 2025-08-11 | 2 | 82 | USD | 0.8550
        30 |      | 2025-09-12 |   | 83 | EUR |
        """,
    ),
    "stg_quickbooks__vendor_credit_line": written(
        "vendor_credit_id INTEGER" + LINE,
        """
        1  | 0 | 610 | c1 | 51 | Billable    | Paper back      | 20.00
        1  | 1 | 620 | c2 |    | NotBillable | Toner back      | 8.05
        2  | 0 | 610 |    |    |             | Hosting credit  | 34.00
        30 | 0 | 630 | c3 | 53 | Billable    | Cleaning credit | 7.75
        30 | 1 | 699 |    |    | NotBillable | Rounding        | -0.05
        99 | 0 | 610 | c1 |    | NotBillable | No header       | 1.00
        """,
    ),
    "stg_quickbooks__account": written(
        "account_id INTEGER | account_name VARCHAR | account_type VARCHAR",
        """
        610 | Office supplies | Expense
        620 | Equipment       | Fixed Asset
        630 | Facilities      | Expense
        640 | Travel          | Expense
        """,
    ),
    "stg_quickbooks__class": written(
        "class_id VARCHAR | class_name VARCHAR | is_active BOOLEAN",
        """
        c1 | Retail    | true
        c2 | Wholesale | true
        c3 | Events    | false
        """,
    ),
    "stg_quickbooks__department": written(
        "department_id INTEGER | department_name VARCHAR",
        """
        1 | North
        2 | South
        """,
    ),
    "stg_quickbooks__customer": written(
        "customer_id INTEGER | customer_name VARCHAR",
        """
        51 | Hill & Son
        52 | Marsh Ltd
        53 | Brook
        """,
    ),
    "stg_quickbooks__vendor": written(
        "vendor_id INTEGER | vendor_name VARCHAR",
        """
        81 | Papermill
        82 | Cloudhouse
        83 | Sweep
        """,
    ),
}
