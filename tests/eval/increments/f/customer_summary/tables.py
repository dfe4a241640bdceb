"""Source tables."""

from make_projects import written

TABLES = {
    "stg_shop__customer": written(
        "customer_id INTEGER | email VARCHAR | first_name VARCHAR | last_name VARCHAR"
        " | marketing_state VARCHAR",
        """
        1 | Ann@A.example | Ann | Ash | subscribed
        2 | ' bo@b.example ' | Bo | Birch | unsubscribed
        3 |  | Cy | Cedar |
        4 | DEE@d.example | Dee |  | subscribed
        5 | eve@e.example | Eve | Elm | pending
        """,
    ),
    "stg_shop__order": written(
        "order_id INTEGER | customer_id INTEGER | created_at TIMESTAMP | total_price DECIMAL(12,2)"
        " | is_test BOOLEAN | cancelled_at TIMESTAMP",
        """
        1 | 1 | 2025-01-01 10:00:00 | 400.00 | false |
        2 | 1 | 2025-01-15 10:00:00 | 300.00 | false |
        3 | 1 | 2024-12-01 10:00:00 | 1.00 | true |
        4 | 2 | 2025-01-03 10:00:00 | 20.00 | false | 2025-01-04 09:00:00
        5 | 2 | 2025-01-09 10:00:00 | 35.50 |  |
        6 | 3 | 2025-01-05 10:00:00 | 80.00 | true |
        7 | 4 | 2025-01-06 10:00:00 | 510.00 | false |
        8 | 4 | 2025-01-07 10:00:00 | 33.00 | false |
        9 | 4 | 2025-02-07 10:00:00 | 33.00 | false |
        """,
    ),
    "stg_shop__refund": written(
        "refund_id INTEGER | order_id INTEGER | amount DECIMAL(12,2)",
        """
        1 | 2 | 100.00
        2 | 2 | 50.00
        3 | 7 | 80.00
        4 | 4 | 20.00
        5 | 6 | 10.00
        """,
    ),
}
