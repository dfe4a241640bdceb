"""Source tables."""

from make_projects import day, key, money, one, serial

TABLES = {
    "stg_customers": (
        60,
        {
            "customer_id": ("INTEGER", serial(1)),
            "first_name": ("VARCHAR", one("Ada", "Bo", "Cleo")),
            "last_name": ("VARCHAR", one("Adler", "Berg", None)),
            "email": ("VARCHAR", one("A@x.example", "b@Y.example", None)),
            "signup_channel": ("VARCHAR", one("web", "shop", None)),
        },
    ),
    "stg_orders": (
        200,
        {
            "order_id": ("INTEGER", serial(1)),
            "customer_id": ("INTEGER", key(1, 52)),
            "order_date": ("DATE", day()),
            "status": ("VARCHAR", one("placed", "completed", "returned", "return_pending")),
            "location_id": ("INTEGER", key(1, 4)),
        },
    ),
    "stg_payments": (
        260,
        {
            "payment_id": ("INTEGER", serial(1)),
            "order_id": ("INTEGER", key(1, 190)),
            "payment_method": ("VARCHAR", one("credit_card", "coupon", "gift_card")),
            "amount": ("DOUBLE", money(1, 90)),
        },
    ),
}
