"""Source tables."""

from make_projects import written

TABLES = {
    "stg_recurly__line_item": written(
        "line_item_id INTEGER | invoice_id INTEGER | plan_id VARCHAR | origin VARCHAR"
        " | state VARCHAR | currency VARCHAR | amount DECIMAL(12,2) | discount DECIMAL(12,2)"
        " | tax DECIMAL(12,2) | legacy_code VARCHAR",
        """
        1 | 1 | gold | plan | invoiced | USD | 30.00 | 5.00 | 2.50 | a
        2 | 1 |  | add_on | invoiced | USD | 8.00 |  | 0.80 |
        3 | 2 | gold | plan | invoiced | EUR | 30.00 | 0.00 |  | b
        4 | 3 | team | plan | voided | EUR | 90.00 |  |  |
        5 | 3 | team | plan | invoiced | CHF | 90.00 | 10.00 | 7.00 |
        6 | 4 | none | credit | invoiced | EUR | -12.00 |  |  | c
        7 | 9 | gold | plan | invoiced | USD | 30.00 | 1.00 | 1.00 |
        8 | 4 | gold | plan | invoiced | USD | 0.00 | 0.00 | 0.00 |
        """,
    ),
    "stg_recurly__invoice": written(
        "invoice_id INTEGER | invoice_number VARCHAR | account_id INTEGER | created_at TIMESTAMP",
        """
        1 | A-1 | 71 | 2025-01-01 00:00:00
        2 | A-2 | 71 | 2025-02-01 00:00:00
        3 | A-3 | 72 | 2025-01-20 00:00:00
        4 | A-4 | 73 | 2025-03-01 00:00:00
        """,
    ),
    "stg_recurly__account": written(
        "account_id INTEGER | account_email VARCHAR",
        """
        71 | kim@k.example
        72 | lou@l.example
        """,
    ),
    "stg_recurly__plan": written(
        "plan_id VARCHAR | plan_name VARCHAR | interval_unit VARCHAR",
        """
        gold | Gold | months
        team | Team | years
        """,
    ),
    "stg_recurly__rate": written(
        "currency VARCHAR | rate_to_usd DECIMAL(10,4)",
        """
        EUR | 1.0800
        USD | 1.0000
        """,
    ),
}
