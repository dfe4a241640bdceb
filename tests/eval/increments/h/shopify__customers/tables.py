"""Source tables."""

from make_projects import written

TABLES = {
    "stg_shopify__customer": written(
        "customer_id INTEGER | email VARCHAR | first_name VARCHAR | last_name VARCHAR | state VARCHAR"
        " | created_at TIMESTAMP",
        """
        101 | Ana.Ruiz@mail.test | Ana | Ruiz | enabled | 2024-01-03 09:00:00
        102 | bob@mail.test | Bob |  | enabled | 2024-01-05 10:30:00
        103 | KIM@mail.test |  | Kim | invited | 2024-02-01 00:00:00
        104 |  |  |  | disabled | 2024-02-10 12:00:00
        105 | eli@mail.test | Eli | Stone | enabled | 2024-03-01 08:15:00
        106 | fay@mail.test | Fay | Moss |  | 2024-03-02 08:15:00
        107 | gus@mail.test | Gus | Ito | enabled | 2024-03-05 16:45:00
        108 | hal@mail.test | Hal | Vane | declined | 2024-04-01 11:00:00
        109 | Ivy@Mail.test | Ivy | Ash | enabled | 2024-04-02 11:00:00
        110 | jo@mail.test | Jo | Ek | enabled | 2024-04-20 07:00:00
        """,
    ),
    "stg_shopify__order": written(
        "order_id INTEGER | customer_id INTEGER | total_price DECIMAL(12,2) | is_test BOOLEAN"
        " | created_at TIMESTAMP",
        """
        1 | 101 | 50.00 | false | 2024-01-04 10:00:00
        2 | 101 | 25.50 | false | 2024-02-04 10:00:00
        3 | 101 | 30.00 | false | 2024-03-14 10:00:00
        4 | 101 | 999.00 | true | 2024-05-01 10:00:00
        5 | 102 | 80.00 |  | 2024-01-05 11:00:00
        6 | 103 | 15.00 | true | 2024-02-02 09:00:00
        7 | 105 | 120.00 | false | 2024-03-09 09:00:00
        8 | 105 | 60.10 | false | 2024-03-03 09:00:00
        9 | 106 |  | false | 2024-03-30 09:00:00
        10 | 107 | 40.00 | false | 2024-03-06 17:00:00
        11 | 107 | 0.00 | false | 2024-03-07 17:00:00
        12 |  | 70.00 | false | 2024-03-08 17:00:00
        13 | 109 | 19.99 | false | 2024-04-03 08:00:00
        14 | 109 | 19.99 | false | 2024-04-03 08:00:00
        15 | 110 | 10.00 | false | 2024-04-19 08:00:00
        16 | 110 | 11.00 | false | 2024-06-19 08:00:00
        17 | 110 | 11.00 | false | 2024-06-01 08:00:00
        """,
    ),
    "stg_shopify__refund": written(
        "refund_id INTEGER | order_id INTEGER | amount DECIMAL(12,2) | created_at TIMESTAMP",
        """
        901 | 1 | 10.00 | 2024-01-10 00:00:00
        902 | 1 | 5.00 | 2024-01-12 00:00:00
        903 | 3 | 30.00 | 2024-03-20 00:00:00
        904 | 4 | 999.00 | 2024-05-02 00:00:00
        905 | 5 |  | 2024-01-09 00:00:00
        906 | 6 | 15.00 | 2024-02-03 00:00:00
        907 | 8 | 60.10 | 2024-03-04 00:00:00
        908 | 12 | 20.00 | 2024-03-09 00:00:00
        909 | 77 | 8.00 | 2024-03-09 00:00:00
        910 | 14 | 19.99 | 2024-04-09 00:00:00
        """,
    ),
}
