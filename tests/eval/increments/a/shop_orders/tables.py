"""Source tables."""

from make_projects import key, moment, money, one, serial, whole

TABLES = {
    "stg_order": (
        150,
        {
            "order_id": ("INTEGER", serial(1)),
            "customer_id": ("INTEGER", key(1, 40, missing=4)),
            "created_timestamp": ("TIMESTAMP", moment()),
            "updated_timestamp": ("TIMESTAMP", moment()),
            "financial_status": ("VARCHAR", one("paid", "refunded", "pending", None)),
            "fulfillment_status": ("VARCHAR", one("fulfilled", None, "partial")),
            "total_price": ("DOUBLE", money(5, 900)),
            "subtotal_price": ("DOUBLE", money(5, 800, 3)),
            "total_discounts": ("DOUBLE", money(0, 50, 10)),
            "source_name": ("VARCHAR", one("web", "pos", "iphone", None)),
            "cancelled_timestamp": ("TIMESTAMP", moment(80)),
            "processed_timestamp": ("TIMESTAMP", moment(5)),
        },
    ),
    "stg_order_line": (
        400,
        {
            "order_line_id": ("INTEGER", serial(1)),
            "order_id": ("INTEGER", key(1, 140)),
            "quantity": ("INTEGER", whole(1, 5)),
            "price": ("DOUBLE", money(1, 200)),
            "total_discount": ("DOUBLE", money(0, 20, 15)),
            "is_gift_card": ("BOOLEAN", one("false", "false", "true")),
            "product_id": ("INTEGER", whole(1, 30)),
        },
    ),
    "stg_refund_line": (
        80,
        {
            "refund_line_id": ("INTEGER", serial(1)),
            "order_id": ("INTEGER", key(1, 150)),
            "quantity": ("INTEGER", whole(1, 3)),
            "subtotal": ("DOUBLE", money(1, 200)),
            "total_tax": ("DOUBLE", money(0, 20, 10)),
        },
    ),
}
