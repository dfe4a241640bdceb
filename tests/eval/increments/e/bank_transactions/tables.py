"""Source tables."""

from make_projects import written

TABLES = {
    "stg_xero__bank_transaction": written(
        "bank_transaction_id INTEGER | transaction_date DATE | transaction_type VARCHAR | status VARCHAR"
        " | reference VARCHAR | is_reconciled BOOLEAN | currency_code VARCHAR | bank_account_id VARCHAR"
        " | contact_id VARCHAR | url VARCHAR",
        """
        1|2025-01-02|RECEIVE|AUTHORISED|INV-1|true|NZD|acc1|k1|/t/1
        2|2025-01-03|SPEND|AUTHORISED||true|NZD|acc1|k2|/t/2
        3|2025-01-03|SPEND-OVERPAYMENT|AUTHORISED|OVP|false|NZD|acc1|k2|
        4|2025-01-06|SPEND|DELETED|Rent|false|NZD|acc1|k3|/t/4
        5|2025-01-07|RECEIVE|AUTHORISED||true|AUD|acc2||/t/5
        6|2025-01-08|RECEIVE-PREPAYMENT|AUTHORISED|PRE-6|false|AUD|acc2|k9|/t/6
        7|2025-01-09|SPEND|VOIDED||false|AUD|acc2|k1|/t/7
        8|2025-01-05|SPEND|AUTHORISED|Fuel||NZD|acc1|k3|/t/8
        9|2025-01-10|SPEND|AUTHORISED|Card|true|NZD|acc9|k3|/t/9
        10|2025-01-11|RECEIVE|DELETED||false|NZD|acc1|k8|/t/10
        11|2025-01-12|RECEIVE||Draft|false|AUD|acc2|k1|/t/11
        12|2025-01-13|RECEIVE|AUTHORISED|INV-12|true|NZD|acc1|k1|/t/12
        13|2025-01-01|SPEND-PREPAYMENT|AUTHORISED||false|AUD|acc2|k2|/t/13
        """,
    ),
    "stg_xero__bank_transaction_line_item": written(
        "bank_transaction_id INTEGER | line_item_id INTEGER | account_code VARCHAR | line_description VARCHAR"
        " | quantity DECIMAL(8,2) | unit_amount DECIMAL(12,2) | tax_amount DECIMAL(12,2) | line_amount DECIMAL(12,2)"
        " | tracking_category_id VARCHAR",
        """
        1  | 1001 | 200 | Sale             | 2.00 | 150.00 | 45.00 | 300.00 | tr1
        1  | 1002 | 200 | Delivery         | 1.00 | 20.00  |       | 20.00  |
        2  | 1003 | 400 | Paper            | 5.00 | 4.00   | 3.00  | 20.00  | tr2
        3  | 1004 | 800 | Overpaid         | 1.00 | 75.50  | 0.00  | 75.50  | tr1
        4  | 1005 | 410 | Rent             | 1.00 | 900.00 | 135.00 | 900.00 | tr2
        5  | 1006 | 260 | Interest         | 1.00 | 3.33   |       | 3.33   |
        6  | 1007 | 610 | Prepaid          | 1.00 | 500.00 | 75.00 | 500.00 | tr9
        7  | 1008 | 400 | Voided           | 1.00 | 10.00  | 1.50  | 10.00  |
        8  | 1009 | 449 | Fuel             | 40.00 | 2.10  | 12.60 | 84.00  | tr1
        9  | 1010 |     | Card, no account | 1.00 | 60.00  | 9.00  | 60.00  |
        9  | 1011 | 449 | Fuel             | 10.00 | 2.00  |       | 20.00  | tr2
        10 | 1012 | 200 | Deleted sale     | 1.00 | 99.00  | 14.85 | 99.00  | tr1
        11 | 1013 | 200 | Draft            | 1.00 | 1.00   | 0.15  | 1.00   |
        12 | 1014 | 200 | Sale             | 3.00 | 50.00  | 22.50 | 150.00 | tr2
        12 | 1015 | 200 | Discount         | 1.00 | -15.00 | -2.25 | -15.00 | tr2
        13 | 1016 | 400 |                  | 1.00 | 30.00  | 4.50  | 30.00  | tr1
        99 | 1017 | 400 | No header        | 1.00 | 8.00   | 1.20  | 8.00   |
        """,
    ),
    "stg_xero__account": written(
        "account_id VARCHAR | account_code VARCHAR | account_name VARCHAR | account_type VARCHAR"
        " | account_class VARCHAR",
        """
        acc1 | 090 | Cheque account | BANK    | ASSET
        acc2 | 091 | Savings        | BANK    | ASSET
        acc3 | 200 | Sales          | REVENUE | REVENUE
        acc4 | 400 | Office         | EXPENSE | EXPENSE
        acc5 | 410 | Rent           | EXPENSE | EXPENSE
        acc6 | 449 | Motor vehicle  | EXPENSE | EXPENSE
        acc7 | 610 | Prepayments    | CURRENT | ASSET
        acc8 | 800 | Payables       | CURRLIAB | LIABILITY
        """,
    ),
    "stg_xero__contact": written(
        "contact_id VARCHAR | contact_name VARCHAR",
        """
        k1 | Harbour Cafe
        k2 | Paper Plus
        k3 | City Garage
        k4 | Nobody
        """,
    ),
    "stg_xero__tracking_category": written(
        "tracking_category_id VARCHAR | tracking_category_name VARCHAR",
        """
        tr1 | North
        tr2 | South
        """,
    ),
}
