"""Source tables."""

from make_projects import written

TABLES = {
    "stg_recharge__order": written(
        "order_id VARCHAR | external_order_id VARCHAR | customer_id VARCHAR | email VARCHAR | charge_id VARCHAR"
        " | order_created_at TIMESTAMP | order_scheduled_at TIMESTAMP | order_processed_at TIMESTAMP"
        " | order_status VARCHAR | order_type VARCHAR | is_prepaid BOOLEAN | order_total_price DECIMAL(12,2)"
        " | _fivetran_deleted BOOLEAN",
        """
        o1|9001|c1|a@ex.org|h1|2025-02-01 08:00:00|2025-02-01|2025-02-01 08:01:00|success|CHECKOUT|false|40.00|false
        o2|9002|c1|a@ex.org|h2|2025-03-01 08:00:00|2025-03-01|2025-03-01 08:01:00|success|RECURRING||40.00|false
        o3||c1|a@ex.org|h3|2025-03-02 08:00:00|2025-04-01||queued|RECURRING|true|0.00|
        o4|9004|c2|b@ex.org|h4|2025-03-05 12:30:00|2025-03-05|2025-03-05 12:31:00|success|CHECKOUT|true|120.50|true
        o5|9005|c2||h5|2025-03-06 12:30:00|2025-03-06|2025-03-06 12:31:00|success|RECURRING|false|75.10|
        o6|9006|c3|c@ex.org||2025-03-09 09:00:00|2025-03-09||error|RECURRING|false|19.99|false
        o7|9007|c4|d@ex.org|h9|2025-03-10 09:00:00|2025-03-10|2025-03-10 09:00:00|success|RECURRING|true|33.00|false
        o8|9008|c4|d@ex.org|h6|2025-03-11 09:00:00|2025-03-11|2025-03-11 09:05:00|success|CHECKOUT|||false
        o9|9009|c5|e@ex.org|h7|2025-03-12 10:00:00|2025-03-12|2025-03-12 10:02:00|success|CHECKOUT|false|60.00|true
        o10|9010|c5|e@ex.org|h7|2025-03-13 10:00:00|2025-03-13|2025-03-13 10:02:00|success|CHECKOUT|false|60.00|false
        """,
    ),
    "stg_recharge__order_line_item": written(
        "order_id VARCHAR | line_index INTEGER | title VARCHAR | quantity INTEGER | price DECIMAL(12,2)",
        """
        o1  | 1 | Beans  | 2 | 15.00
        o1  | 2 | Filter | 1 | 10.00
        o2  | 1 | Beans  | 2 | 20.00
        o3  | 1 | Beans  | 1 | 0.00
        o4  | 1 | Mill   | 1 | 120.50
        o5  | 1 | Beans  | 3 | 25.10
        o5  | 2 | Mug    | 1 |
        o7  | 1 | Tea    |   | 11.00
        o9  | 1 | Tea    | 6 | 10.00
        o10 | 1 | Tea    | 6 | 10.00
        o99 | 1 | Tea    | 1 | 10.00
        """,
    ),
    "stg_recharge__charge": written(
        "charge_id VARCHAR | charge_status VARCHAR | charge_type VARCHAR | currency VARCHAR"
        " | total_discounts DECIMAL(12,2) | total_refunds DECIMAL(12,2)",
        """
        h1 | SUCCESS            | CHECKOUT  | EUR | 0.00  |
        h2 | PARTIALLY_REFUNDED | RECURRING | EUR | 5.00  | 12.25
        h3 | QUEUED             | RECURRING |     |       |
        h4 | SUCCESS            | CHECKOUT  | USD | 3.50  | 0.00
        h5 | REFUNDED           | RECURRING | USD |       | 75.10
        h6 | SUCCESS            | CHECKOUT  | EUR | 1.10  | 4.00
        h7 | SUCCESS            | CHECKOUT  | GBP | 10.00 | 1.00
        h8 | ERROR              | CHECKOUT  | GBP | 1.00  |
        """,
    ),
}
