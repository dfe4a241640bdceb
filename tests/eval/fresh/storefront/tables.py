"""Source tables."""

from make_projects import written

TABLES = {
    "orders": written(
        "order_id INTEGER | customer_id INTEGER | placed_at TIMESTAMP | status VARCHAR | shipping_fee DECIMAL(10,2)"
        " | coupon_code VARCHAR",
        """
        1001 | 11 | 2024-01-05 09:15:00 | Shipped       | 4.90  |
        1002 | 12 | 2024-01-05 23:59:59 | shipped       | 4.90  | WINTER10
        1003 | 11 | 2024-01-06 00:00:00 | DELIVERED     | 0.00  | VIP
        1004 | 13 | 2024-01-07 12:00:00 | ' returned '  |       |
        1005 | 14 | 2024-01-08 08:30:00 | placed        | 9.90  |
        1006 | 99 | 2024-01-09 10:00:00 | placed        | 4.90  | WINTER10
        1007 | 12 | 2024-01-04 07:00:00 | Delivered     | 4.90  |
        1008 | 11 | 2024-01-10 14:00:00 | TEST          | 0.00  |
        1009 | 15 | 2024-01-11 16:45:00 | cancelled     | 4.90  |
        1010 | 16 | 2024-01-12 17:00:00 | shipped       | 4.90  | SPRING
        1011 | 11 | 2024-01-12 18:00:00 | shipped       |       | SPRING
        1012 | 13 | 2024-01-02 09:00:00 | test          | 1.00  |
        1013 | 13 | 2024-02-01 09:00:00 | placed        | 0.00  |
        1014 | 12 | 2024-02-29 11:00:00 | placed        | 6.50  |
        """,
    ),
    "order_items": written(
        "order_id INTEGER | line_no INTEGER | sku VARCHAR | qty INTEGER | unit_price DECIMAL(10,2)"
        " | discount_pct DECIMAL(5,2)",
        """
        1001 | 1 | MUG-1  | 2 | 8.50   |
        1001 | 2 | TEE-4  | 1 | 19.99  | 10.00
        1002 | 1 | TEE-4  | 3 | 19.99  | 10.00
        1003 | 1 | BAG-2  | 1 | 49.00  | 0.00
        1003 | 2 | MUG-1  | 4 | 8.50   | 12.50
        1004 | 1 | CAP-7  | 1 | 15.00  |
        1006 | 1 | BAG-2  | 2 | 49.00  | 5.00
        1007 | 1 | MUG-1  | 1 | 8.50   |
        1008 | 1 | MUG-1  | 9 | 8.50   |
        1009 | 1 | CAP-7  | 2 | 15.00  | 33.33
        1010 | 1 | TEE-4  | 1 | 19.99  |
        1010 | 2 | CAP-7  | 1 | 15.00  | 100.00
        1011 | 1 | BAG-2  | 1 | 49.00  | 15.00
        1013 | 1 | MUG-1  | 6 | 8.50   |
        1014 | 1 | TEE-4  | 2 | 21.99  | 7.00
        1014 | 2 | CAP-7  | 0 | 15.00  |
        """,
    ),
    "payments": written(
        "payment_id INTEGER | order_id INTEGER | method VARCHAR | amount DECIMAL(10,2) | state VARCHAR",
        """
        1  | 1001 | card   | 39.89 | captured
        2  | 1001 | card   | 39.89 | failed
        3  | 1002 | paypal | 50.00 | captured
        4  | 1003 | card   | 40.00 | captured
        5  | 1003 | gift   | 38.75 | captured
        6  | 1004 | card   | 20.00 | captured
        7  | 1006 | card   | 98.00 | authorized
        8  | 1007 | card   | 13.40 | captured
        9  | 1009 | card   | 24.90 | refunded
        10 | 1010 | paypal | 24.89 | captured
        11 | 1011 | card   | 41.64 | captured
        12 | 1014 | card   | 10.00 |
        13 | 1005 | card   | 9.90  | captured
        """,
    ),
    "customers": written(
        "customer_id INTEGER | first_name VARCHAR | last_name VARCHAR | email VARCHAR | country VARCHAR",
        """
        11 | Ann   | Lund    | ' Ann.Lund@Mail.example ' | dk
        12 | Bo    | Berg    | BO@MAIL.EXAMPLE           | SE
        13 | Carla | Conti   | ''                        | it
        14 | Dan   | Dahl    |                           |
        15 | Eva   | Ebner   | '   '                     | AT
        16 | Finn  | Fischer | finn@mail.example         | de
        17 | Greta | Gruber  | greta@mail.example        | at
        """,
    ),
}
