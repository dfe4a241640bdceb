"""Source tables."""

from make_projects import written

TABLES = {
    "stg_recharge__subscription": written(
        "subscription_id INTEGER | customer_id INTEGER | product_title VARCHAR | price DOUBLE | quantity INTEGER"
        " | status VARCHAR | created_at TIMESTAMP | cancelled_at TIMESTAMP | cancellation_reason VARCHAR",
        """
        1  | 1 | Coffee 500 g | 9.90  | 2 | ACTIVE    | 2025-01-02 09:00:00 |                     |
        2  | 1 | Tea          | 4.50  | 1 | CANCELLED | 2025-01-02 23:30:00 | 2025-01-03 00:30:00 | Too expensive
        3  | 2 | Coffee 1 kg  | 17.00 | 1 | ACTIVE    | 2025-01-10 12:00:00 | 2025-02-28 08:00:00 | Moving away
        4  | 3 | Tea          |       | 3 | EXPIRED   | 2024-12-31 10:00:00 |                     |
        5  | 4 | Filter       | 3.20  |   | Active    | 2025-02-01 00:00:00 |                     |
        6  | 9 | Coffee 500 g | 9.90  | 1 | CANCELLED | 2025-02-03 15:45:00 | 2025-02-03 16:00:00 | Found it cheaper
        7  | 2 | Mug          | 12.00 | 1 | CANCELLED | 2024-02-28 10:00:00 | 2024-03-01 09:00:00 | Broke it
        8  |   | Tea          | 4.50  | 1 |           | 2025-03-01 11:00:00 |                     |
        9  | 5 | Tea          | 4.50  | 4 | CANCELLED | 2025-03-02 11:00:00 | 2025-03-30 10:00:00 |
        10 | 5 | Filter       | 3.20  | 2 | CANCELLED | 2025-03-02 11:05:00 | 2025-04-11 10:00:00 | Too much product
        11 | 3 | Mug          | 12.00 | 1 | ACTIVE    | 2025-03-09 13:00:00 |                     | Too expensive
        """,
    ),
    "stg_recharge__customer": written(
        "customer_id INTEGER | email VARCHAR | first_name VARCHAR | created_at TIMESTAMP",
        """
        1 | una@shop.example  | Una  | 2024-11-01 10:00:00
        2 | viv@shop.example  | Viv  | 2024-11-02 10:00:00
        3 |                   | Will | 2024-11-03 10:00:00
        4 | xena@shop.example |      | 2024-11-04 10:00:00
        5 | yago@shop.example | Yago | 2024-11-05 10:00:00
        """,
    ),
    "stg_recharge__charge": written(
        "charge_id INTEGER | subscription_id INTEGER | total_price DOUBLE | status VARCHAR | processed_at TIMESTAMP",
        """
        101 | 1  | 19.80 | SUCCESS  | 2025-01-02 09:05:00
        102 | 1  | 19.80 | ERROR    | 2025-02-02 09:05:00
        103 | 1  | 19.80 | SUCCESS  | 2025-02-03 09:05:00
        104 | 2  | 4.50  | REFUNDED | 2025-01-02 23:31:00
        105 | 3  | 17.00 | SUCCESS  | 2025-01-10 12:01:00
        106 | 3  |       | SUCCESS  | 2025-02-10 12:01:00
        107 | 4  | 13.50 | QUEUED   |
        108 | 6  | 9.90  | SUCCESS  | 2025-02-03 15:46:00
        109 | 6  | 9.90  |          | 2025-02-03 15:47:00
        110 | 9  | 18.00 | ERROR    | 2025-03-02 11:01:00
        111 | 9  | 18.00 | SKIPPED  |
        112 | 10 | 6.40  | SUCCESS  | 2025-03-02 11:06:00
        113 |    | 1.00  | SUCCESS  | 2025-03-02 11:07:00
        114 | 77 | 2.00  | SUCCESS  | 2025-03-02 11:08:00
        """,
    ),
}
