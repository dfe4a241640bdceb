"""Source tables."""

from make_projects import written

TABLES = {
    "raw_customers": written(
        "id INTEGER | name VARCHAR | email VARCHAR",
        """
        1  | Amelia Wong    | Amelia.Wong@mail.example
        2  | Bruno Keller   | bruno@post.example
        3  | Chidi Okafor   |
        4  | Dana Ruiz      | DANA@MAIL.EXAMPLE
        5  | Eero Laine     | eero.laine@beanhouse.example
        6  | Farah Aziz     | farah@mail.example
        7  | Gwen Price     |
        8  | Hiro Tanaka    | hiro@beanhouse.example.org
        9  | Ines Duarte    | Ines@post.example
        10 | Jamal Reed     | jamal@beanhouse.example
        11 | Katya Ivanova  | katya@mail.example
        12 | Luis Prado     | luis@post.example
        13 |                | nobody@mail.example
        14 | Mina Sato      | Mina@Mail.example
        15 | Noah Stein     | noah@mail.example
        """,
    ),
    "raw_stores": written(
        "id INTEGER | name VARCHAR | opened_at TIMESTAMP | tax_rate DECIMAL(6,4)",
        """
        1 | Riverside   | 2022-03-01 08:00:00 | 0.0600
        2 | Old Mill    | 2022-09-15 08:00:00 | 0.0725
        3 | Station     | 2023-05-02 06:00:00 | 0.0600
        4 |             | 2024-01-10 09:00:00 | 0.0500
        5 | Harbour     | 2024-12-01 09:00:00 | 0.0500
        """,
    ),
    "raw_products": written(
        "sku VARCHAR | name VARCHAR | type VARCHAR | price INTEGER | description VARCHAR",
        """
        BEV-001  | Flat White           | beverage | 450  | double shot, steamed milk
        BEV-002  | ' Filter Coffee'     | BEVERAGE | 325  |
        BEV-003  | Cold Brew            | Beverage | 505  | steeped for 18 hours
        BEV-004  | 'Chai '              | beverage | 475  | black tea and spices
        FOO-001  | Cheese Toastie       | food     | 790  | sourdough, two cheeses
        FOO-002  | '  Banana Bread '    | FOOD     | 415  | baked here
        FOO-003  | Granola Bowl         | Food     | 899  |
        FOO-004  | Croissant            | food     | 380  | butter
        MER-001  | Tote Bag             | merch    | 1500 | canvas
        MER-002  | House Blend 250 g    | Merch    | 1275 | whole beans
        GIF-001  | Gift Card            |          | 2500 |
        FOO-005  | Soup of the Day      | food     |      | price is on the board
        BEV-TEST | Tasting Flight       | beverage | 1100 | three small cups
        TEST-001 | Till check           | food     | 1    | do not sell
        TEST-002 | Till check 2         | beverage | 1    | do not sell
        """,
    ),
    "raw_supplies": written(
        "id VARCHAR | sku VARCHAR | name VARCHAR | cost INTEGER | perishable VARCHAR",
        """
        SUP-001 | BEV-001  | paper cup      | 11  | N
        SUP-001 | BEV-002  | paper cup      | 11  | N
        SUP-001 | BEV-004  | paper cup      | 11  | N
        SUP-002 | BEV-001  | lid            | 4   | N
        SUP-002 | BEV-002  | lid            | 4   | N
        SUP-003 | BEV-001  | milk           | 38  | Y
        SUP-003 | BEV-004  | milk           | 52  | Y
        SUP-004 | BEV-001  | espresso beans | 45  |
        SUP-005 | BEV-002  | filter beans   | 33  |
        SUP-006 | BEV-003  | glass bottle   | 60  | N
        SUP-005 | BEV-003  | filter beans   | 71  |
        SUP-007 | BEV-004  | chai mix       | 64  | U
        SUP-008 | FOO-001  | sourdough      | 95  | Y
        SUP-009 | FOO-001  | cheese         | 140 | Y
        SUP-010 | FOO-002  | bananas        | 70  | Y
        SUP-011 | FOO-002  | flour          |     | N
        SUP-012 | FOO-003  | oats           | 88  | N
        SUP-013 | FOO-003  | yoghurt        | 120 | Y
        SUP-014 | FOO-004  | butter         | 99  | Y
        SUP-015 | FOO-005  | vegetables     | 44  | Y
        SUP-016 | MER-001  | tag            | 6   | U
        SUP-017 | TEST-001 | test supply    | 900 | N
        """,
    ),
    "raw_orders": written(
        "id INTEGER | customer INTEGER | store_id INTEGER | ordered_at TIMESTAMP | status VARCHAR"
        " | subtotal INTEGER | tax_paid INTEGER | order_total INTEGER",
        """
        101 | 1  | 1 | 2024-02-03 08:12:00 | completed | 1240 | 74  | 1314
        102 | 2  | 1 | 2024-02-03 08:40:00 | completed | 325  | 20  | 345
        103 | 1  | 2 | 2024-01-28 17:05:00 | completed | 930  | 67  | 997
        104 | 3  | 3 | 2024-02-04 07:15:00 |           | 505  | 30  | 535
        105 | 4  | 2 | 2024-02-05 12:30:00 | cancelled | 790  | 57  | 847
        106 | 4  | 1 | 2024-02-06 12:31:00 | completed | 1205 | 72  | 1277
        107 | 4  | 2 | 2024-02-06 18:02:00 | returned  | 1500 | 109 | 1609
        108 | 5  | 1 | 2024-02-07 09:00:00 | completed | 450  | 27  | 477
        109 | 6  | 9 | 2024-02-07 09:44:00 | completed | 415  | 25  | 440
        110 | 2  | 3 | 2024-02-08 23:59:00 | completed | 2065 | 124 | 2189
        111 | 2  | 4 | 2024-02-09 00:00:00 | completed | 899  | 45  | 944
        112 | 7  | 2 | 2024-02-09 10:20:00 | cancelled | 325  | 24  | 349
        113 | 8  | 3 | 2024-02-10 10:25:00 | completed | 2775 | 167 | 2942
        114 | 99 | 1 | 2024-02-10 11:00:00 | completed | 450  | 27  | 477
        115 | 9  | 2 | 2024-02-11 08:08:00 | completed | 380  | 28  | 408
        116 | 9  |   | 2024-02-12 08:09:00 | completed | 380  | 0   | 380
        117 | 9  | 1 | 2024-02-12 16:45:00 |           | 855  | 51  | 906
        118 | 11 | 3 | 2024-02-13 07:01:00 | completed | 475  | 29  | 504
        119 | 12 | 2 | 2024-02-29 13:13:00 | completed | 1610 | 117 | 1727
        120 | 11 | 1 | 2024-03-01 07:02:00 | cancelled | 475  | 29  | 504
        121 | 11 | 2 | 2024-03-02 07:03:00 | completed | 950  | 70  | 1020
        122 | 13 | 3 | 2024-03-02 19:30:00 | completed | 1275 | 77  | 1352
        123 | 6  | 1 | 2024-03-03 09:09:00 | completed | 865  | 53  | 918
        124 | 1  | 3 | 2024-03-04 06:55:00 | completed | 325  | 20  | 345
        125 | 14 | 1 | 2024-03-05 15:15:00 | completed | 1    | 0   | 1
        126 | 12 | 2 | 2024-01-02 14:00:00 | cancelled | 500  | 36  | 536
        """,
    ),
    "raw_items": written(
        "id INTEGER | order_id INTEGER | sku VARCHAR",
        """
        1  | 101 | BEV-001
        2  | 101 | FOO-001
        3  | 102 | BEV-002
        4  | 103 | BEV-003
        5  | 103 | FOO-002
        6  | 104 | BEV-003
        7  | 105 | FOO-001
        8  | 106 | FOO-001
        9  | 106 | FOO-002
        10 | 107 | MER-001
        11 | 108 | BEV-001
        12 | 109 | FOO-002
        13 | 110 | FOO-001
        14 | 110 | MER-002
        15 | 111 | FOO-003
        16 | 112 | BEV-002
        17 | 113 | MER-002
        18 | 113 | MER-001
        19 | 114 | BEV-001
        20 | 115 | FOO-004
        21 | 116 | FOO-004
        22 | 117 | BEV-004
        23 | 117 | FOO-004
        24 | 118 | BEV-004
        25 | 119 | FOO-001
        26 | 119 | FOO-002
        27 | 119 | FOO-002
        28 | 121 | BEV-004
        29 | 121 | BEV-004
        30 | 122 | MER-002
        31 | 123 | BEV-001
        32 | 123 | FOO-002
        33 | 125 | TEST-001
        34 | 500 | BEV-001
        35 | 501 | FOO-001
        36 |     | BEV-001
        37 | 119 | FOO-005
        38 | 123 | BEV-TEST
        39 | 113 | OLD-001
        40 | 113 | GIF-001
        """,
    ),
    "raw_payments": written(
        "id INTEGER | order_id INTEGER | payment_method VARCHAR | status VARCHAR | amount INTEGER",
        """
        1  | 101 | credit_card   | success  | 1314
        2  | 102 | coupon        | success  | 345
        3  | 103 | credit_card   | fail     | 997
        4  | 103 | credit_card   | success  | 997
        5  | 104 | gift_card     | success  | 500
        6  | 105 | credit_card   | success  | 847
        7  | 106 | credit_card   | success  | 777
        8  | 106 | gift_card     | success  | 500
        9  | 107 | bank_transfer | success  | 1609
        10 | 108 | credit_card   | success  | 477
        11 | 109 | credit_card   | fail     | 440
        12 | 110 | credit_card   | success  | 1000
        13 | 110 | credit_card   | success  | 1000
        14 | 111 | coupon        | success  | 200
        15 | 111 | credit_card   | success  | 744
        16 | 113 | bank_transfer | success  | 2942
        17 | 114 | credit_card   | refunded | 477
        18 | 115 | gift_card     | success  | 408
        19 | 116 | credit_card   | pending  | 380
        20 | 117 | credit_card   | success  | 906
        21 | 118 | credit_card   | success  | 504
        22 | 119 | coupon        | success  | 150
        23 | 119 | gift_card     | success  | 577
        24 | 119 | credit_card   | success  | 1000
        25 | 121 | credit_card   |          | 1020
        26 | 122 | credit_card   | success  | 1352
        27 | 123 | credit_card   | success  | 1000
        28 | 124 | coupon        | success  | 344
        29 | 500 | credit_card   | success  | 450
        30 | 110 | coupon        | fail     | 189
        """,
    ),
}
