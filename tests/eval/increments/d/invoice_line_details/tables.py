"""Source tables."""

from make_projects import written

TABLES = {
    "stg_stripe__invoice_line_item": written(
        "invoice_line_item_id VARCHAR | invoice_id VARCHAR | description VARCHAR | type VARCHAR | amount INTEGER"
        " | quantity INTEGER | currency VARCHAR | period_start TIMESTAMP | period_end TIMESTAMP | proration BOOLEAN"
        " | subscription_id VARCHAR | price_id VARCHAR",
        """
        il_01|in_1|Team plan|subscription|12000|4|usd|2025-01-01 00:00:00|2025-02-01 00:00:00|false|sub_1|price_a
        il_02|in_1|Extra seat|invoiceitem|1550|1|usd|2025-01-15 08:00:00|2025-02-01 00:00:00|true|sub_1|price_b
        il_03|in_2|Team plan|subscription|12000|4|usd|2025-02-01 00:00:00|2025-03-01 00:00:00|false|sub_1|price_a
        il_04|in_3|Set-up|invoiceitem|5000|0|eur|2025-02-03 10:00:00|2025-02-03 10:00:00|false||
        il_05|in_3|Solo plan|subscription|999|1|eur|2025-02-03 10:00:00|2025-03-03 10:00:00|false|sub_2|price_c
        il_06|in_4|Credit|invoiceitem|-500|1|Eur|2025-02-05 11:00:00|2025-02-05 11:00:00|true|sub_2|price_x
        il_07|in_4||invoiceitem|700||eur||||sub_9|price_d
        il_08|in_5|Support|invoiceitem|1000|3|gbp|2025-03-01 00:00:00|2025-04-01 00:00:00|false||price_e
        il_09|in_9|Support|invoiceitem|1000|2||2025-03-01 00:00:00|2025-04-01 00:00:00|false||price_e
        il_10||Loose item|invoiceitem||2|usd|2025-03-02 00:00:00|2025-03-02 00:00:00|false||price_b
        il_11|in_6|Solo plan|subscription|0|1|jpy|2025-03-03 10:00:00|2025-04-03 10:00:00|false|sub_3|price_c
        """,
    ),
    "stg_stripe__invoice": written(
        "invoice_id VARCHAR | number VARCHAR | status VARCHAR | created_at TIMESTAMP | is_paid BOOLEAN"
        " | customer_id VARCHAR",
        """
        in_1 | A-0001 | paid          | 2025-02-01 00:05:00 | true  | cus_1
        in_2 | A-0002 | open          | 2025-03-01 00:05:00 | false | cus_1
        in_3 | B-0001 | paid          | 2025-02-03 10:05:00 | true  | cus_2
        in_4 | B-0002 | uncollectible | 2025-02-05 11:05:00 | false | cus_2
        in_5 |        | draft         | 2025-03-01 00:05:00 |       | cus_3
        in_6 | D-0001 | paid          | 2025-03-03 10:05:00 | true  | cus_7
        in_7 | D-0002 | void          | 2025-03-04 10:05:00 | false | cus_3
        """,
    ),
    "stg_stripe__customer": written(
        "customer_id VARCHAR | customer_name VARCHAR | email VARCHAR",
        """
        cus_1 | Alder GmbH | billing@alder.example
        cus_2 | Birch Ltd  |
        cus_3 |            | hello@cedar.example
        """,
    ),
    "stg_stripe__subscription": written(
        "subscription_id VARCHAR | status VARCHAR",
        """
        sub_1 | active
        sub_2 | canceled
        sub_3 | trialing
        """,
    ),
    "stg_stripe__price": written(
        "price_id VARCHAR | nickname VARCHAR | product_id VARCHAR | unit_amount INTEGER",
        """
        price_a | Team monthly | prod_1 | 3000
        price_b | Seat         | prod_1 | 3100
        price_c |              | prod_2 | 999
        price_d | Legacy       |        | 700
        price_e | Support      | prod_8 | 500
        """,
    ),
    "stg_stripe__product": written(
        "product_id VARCHAR | name VARCHAR | is_active BOOLEAN",
        """
        prod_1 | Team plan | true
        prod_2 | Solo plan | false
        prod_3 | Set-up    | true
        """,
    ),
}
