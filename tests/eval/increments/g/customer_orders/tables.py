"""Source tables."""

from make_projects import written

TABLES = {
    "stg_customers": written(
        "customer_id INTEGER | first_name VARCHAR | last_name VARCHAR",
        """
        1 | Michael | P.
        2 | Shawn | M.
        3 | Kathleen | P.
        4 | Jimmy | C.
        5 | Kat | R.
        """,
    ),
    "stg_orders": written(
        "order_id INTEGER | customer_id INTEGER | order_date DATE | status VARCHAR",
        """
        1 | 1 | 2025-01-01 | returned
        2 | 1 | 2025-01-04 | completed
        3 | 1 | 2025-02-10 | completed
        4 | 2 | 2025-01-05 | shipped
        5 | 3 | 2025-01-11 | returned
        6 | 4 | 2025-01-12 |
        7 | 4 | 2025-03-13 | returned
        """,
    ),
    "stg_payments": written(
        "payment_id INTEGER | order_id INTEGER | payment_method VARCHAR | amount DECIMAL(12,2)",
        """
        1 | 1 | credit_card | 10.00
        2 | 2 | credit_card | 20.00
        3 | 2 | gift_card | 5.50
        4 | 3 | coupon | 1.00
        5 | 3 | bank_transfer | 19.00
        6 | 4 | gift_card | 26.00
        7 | 5 | credit_card | 23.00
        8 | 6 | bank_transfer | 17.00
        9 | 7 | coupon | 2.00
        """,
    ),
}
