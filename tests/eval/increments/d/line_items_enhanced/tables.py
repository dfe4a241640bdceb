"""Source tables."""

from make_projects import written

TABLES = {
    "stg_shopify__order_line": written(
        "order_line_id INTEGER | order_id INTEGER | product_id INTEGER | variant_id INTEGER | quantity INTEGER"
        " | price DECIMAL(12,2) | total_discount DECIMAL(12,2) | is_gift_card BOOLEAN"
        " | is_requiring_shipping BOOLEAN | fulfillment_service VARCHAR",
        """
        1001 | 501 | 1 | 11 | 2 | 19.95  | 2.00  | false | true  | manual
        1002 | 501 | 2 | 21 | 1 | 5.00   |       | false | true  | manual
        1003 | 502 | 1 | 12 | 3 | 21.00  | 0.00  | false | true  | manual
        1004 | 503 | 3 |    | 1 | 50.00  |       | true  | false | gift_card
        1005 | 504 | 9 | 91 | 4 | 1.25   | 1.00  | false | true  |
        1006 | 505 |   |    | 1 | 0.00   | 0.00  |       |       |
        1007 | 505 | 2 | 21 | 0 | 5.00   |       | false | true  | manual
        1008 | 505 | 2 | 22 |   | 6.00   | 0.50  | false | true  | partner
        1009 | 599 | 4 | 41 | 1 | 120.00 | 20.00 | false | true  | partner
        1010 | 506 | 4 | 41 | 2 | 120.00 | 24.00 | false |       | partner
        """,
    ),
    "stg_shopify__order": written(
        "order_id INTEGER | order_number INTEGER | created_timestamp TIMESTAMP | financial_status VARCHAR"
        " | currency VARCHAR",
        """
        501 | 1 | 2025-01-02 10:00:00 | paid               | EUR
        502 | 2 | 2025-01-03 11:00:00 | partially_refunded | EUR
        503 | 3 | 2025-01-04 12:00:00 | paid               | USD
        504 | 4 | 2025-01-05 13:00:00 | refunded           | USD
        505 | 5 | 2025-01-06 14:00:00 | pending            |
        506 | 6 | 2025-01-07 15:00:00 |                    | GBP
        """,
    ),
    "stg_shopify__product": written(
        "product_id INTEGER | title VARCHAR | product_type VARCHAR | vendor VARCHAR",
        """
        1 | Shirt     | Clothing | Loom
        2 | Socks     | Clothing |
        3 | Gift card |          | Own shop
        4 | Lamp      | Home     | Bright & Co
        5 | Rug       | Home     | Loom
        """,
    ),
    "stg_shopify__product_variant": written(
        "variant_id INTEGER | product_id INTEGER | title VARCHAR | sku VARCHAR",
        """
        11 | 1 | Blue  | SH-B
        12 | 1 | Red   | SH-R
        21 | 2 | Small | SO-S
        22 | 2 | Large |
        41 | 4 |       | LA-1
        """,
    ),
    "stg_shopify__refund_line": written(
        "refund_line_id INTEGER | refund_id INTEGER | order_line_id INTEGER | quantity INTEGER"
        " | subtotal DECIMAL(12,2)",
        """
        1 | 71 | 1003 | 1 | 21.00
        2 | 72 | 1003 | 1 | 21.00
        3 | 73 | 1005 | 4 | 4.00
        4 | 74 | 1002 |   | 0.00
        5 | 74 | 1010 | 1 | 96.00
        6 | 75 | 1010 |   |
        7 | 76 |      | 2 | 5.00
        8 | 77 | 2000 | 2 | 5.00
        """,
    ),
}
