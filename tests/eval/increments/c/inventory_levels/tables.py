"""Source tables."""

from make_projects import written

TABLES = {
    "stg_shopify__inventory_level": written(
        "inventory_item_id INTEGER | location_id INTEGER | available INTEGER | updated_at TIMESTAMP",
        """
        1 | 71 | 12 | 2025-07-01 08:00:00
        1 | 72 | 0  | 2025-07-01 08:00:00
        1 | 73 | 4  | 2025-07-01 08:00:00
        2 | 71 | -2 | 2025-07-02 08:00:00
        2 | 72 | 9  | 2025-07-02 08:00:00
        3 | 71 |    | 2025-07-02 08:00:00
        3 | 79 | 5  | 2025-07-02 08:00:00
        4 | 71 | 3  | 2025-07-03 08:00:00
        4 | 73 | 0  | 2025-07-03 08:00:00
        5 | 72 | 30 | 2025-07-03 08:00:00
        6 | 72 | 2  |
        7 | 71 | 1  | 2025-07-03 08:00:00
        """,
    ),
    "stg_shopify__inventory_item": written(
        "inventory_item_id INTEGER | sku VARCHAR | unit_cost DOUBLE | is_tracked BOOLEAN",
        """
        1 | HAT-S  | 3.50 | true
        2 | HAT-M  |      | true
        3 | SOCK   | 0.80 | true
        4 |        | 12   | false
        5 | SCARF  |      | true
        6 | GLOVES | 2.25 | true
        """,
    ),
    "stg_shopify__location": written(
        "location_id INTEGER | location_name VARCHAR | country_code VARCHAR | is_active BOOLEAN",
        """
        71 | Leeds  | GB | true
        72 | Ghent  | BE | true
        73 | Turin  | IT | false
        74 | Odense | DK | true
        """,
    ),
    "stg_shopify__variant": written(
        "variant_id INTEGER | inventory_item_id INTEGER | product_id INTEGER | title VARCHAR | price DOUBLE",
        """
        501 | 1 | 31 | small      | 9.00
        502 | 2 | 31 | medium     | 9.00
        503 | 3 | 32 | one size   | 4.00
        504 | 4 | 33 |            | 30.00
        505 | 5 | 39 | red        | 18.00
        506 | 6 |    | left       | 7.00
        """,
    ),
    "stg_shopify__product": written(
        "product_id INTEGER | title VARCHAR | vendor VARCHAR | product_type VARCHAR | is_published BOOLEAN",
        """
        31 | Woollen hat | Knitters | Headwear | true
        32 | Sock        | Knitters |          | true
        33 | Boot        |          | Footwear | false
        34 | Belt        | Tanners  | Other    | true
        """,
    ),
    "stg_shopify__order_line": written(
        "order_line_id INTEGER | order_id INTEGER | variant_id INTEGER | quantity INTEGER | price DOUBLE",
        """
        1 | 1 | 501 | 2  | 9.00
        2 | 1 | 503 | 1  | 4.00
        3 | 2 | 501 | 1  | 8.50
        4 | 3 | 504 |    | 30.00
        5 | 3 | 503 | 10 | 3.50
        6 | 4 |     | 1  | 1.00
        7 | 5 | 599 | 1  | 1.00
        """,
    ),
}
