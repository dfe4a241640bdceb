"""Source tables."""

from make_projects import written

TABLES = {
    "raw_orders": written(
        "order_id INTEGER | customer_id INTEGER | restaurant_id INTEGER | courier_id INTEGER"
        " | status VARCHAR | placed_at TIMESTAMP | delivered_at TIMESTAMP"
        " | delivery_fee DECIMAL(8,2) | tip DECIMAL(8,2) | promo_code VARCHAR | loaded_at TIMESTAMP"
        " | file_row INTEGER",
        """
        1021|5|12|||2024-05-04 20:30:00||3.9|0|''|2024-05-13 02:00:00|21
        1026|5|15|555|delivered|2024-05-06 13:30:00|2024-05-06 14:13:00|0|||2024-05-13 02:00:00|26
        1006|1|15|501|canceled|2024-05-10 20:15:00||3.9||'  '|2024-05-13 02:00:00|6
        1004|5|13|501|delivered|2024-05-10 17:00:00|2024-05-10 17:55:00|1.9|1|' WELCOME '|2024-05-13 02:00:00|4
        1031|2|13|504|delivered|2024-05-04 18:30:00|2024-05-04 19:37:00|1.9||Spring5|2024-05-13 02:00:00|31
        1027|1|99|503|' Delivered '|2024-05-07 18:45:00|2024-05-07 19:10:00|1.9||spring5|2024-05-13 02:00:00|27
        1024||10|501|''|2024-05-02 12:30:00|||||2024-05-13 02:00:00|24
        1020|4|14|501|in_transit|2024-05-10 13:30:00||1.9|2.5|' WELCOME '|2024-05-13 02:00:00|20
        1016|6|13|504|delivered|||0|2.5||2024-05-13 02:00:00|16
        1003|1|10|501|' Delivered '|2024-05-09 17:00:00|2024-05-09 17:34:00|3.9||spring5|2024-05-13 02:00:00|3
        1033|6|13|503||2024-05-10 16:45:00||2.5|||2024-05-13 02:00:00|33
        1029|5||503|Cancelled|2024-05-04 13:00:00|||1|''|2024-05-13 02:00:00|29
        1022|6|12|555|delivered|2024-05-12 11:45:00|2024-05-12 12:30:00|0|2.5|'  '|2024-05-13 02:00:00|22
        1011|2|12|501|Delivered|2024-05-07 17:00:00|2024-05-07 18:08:00|3.9|9.5|spring5|2024-05-13 02:00:00|41
        1020|4|14|501|DELIVERED|2024-05-10 13:30:00||1.9|4|' WELCOME '|2024-05-14 04:00:00|44
        1015|4|99|501|' Delivered '|2024-05-04 13:00:00|2024-05-04 13:33:00|2.5||Spring5|2024-05-13 02:00:00|15
        1012|7|10|504|''|2024-05-04 16:30:00||3.9|2.5|' WELCOME '|2024-05-13 02:00:00|12
        1002|1|11|504|refunded|2024-05-09 14:00:00|2024-05-09 14:46:00||||2024-05-13 09:00:00|39
        1005|4|10|503|Cancelled|2024-05-02 19:00:00||3.9||''|2024-05-13 02:00:00|5
        1032|2|10|503|delivered|2024-05-04 18:30:00|2024-05-04 19:20:00|2.5|||2024-05-13 02:00:00|32
        1018|7|15||canceled|2024-05-09 15:45:00||0|||2024-05-13 02:00:00|18
        1030|5|13|555|canceled|2024-05-04 13:30:00||3.9|0|'  '|2024-05-13 02:00:00|30
        1011|2|12|501|Delivered|2024-05-07 17:00:00|2024-05-07 18:08:00|3.9|0|spring5|2024-05-13 02:00:00|11
        1019|2|13||REFUNDED|2024-05-01 13:15:00||1.9||spring5|2024-05-13 02:00:00|19
        1025|5|15|555|DELIVERED|2024-05-02 19:00:00|2024-05-02 19:21:00||||2024-05-13 02:00:00|25
        1008|7|15|503|in_transit|2024-05-04 18:45:00||1.9|||2024-05-13 02:00:00|8
        1017|1||503|Cancelled|2024-05-02 18:45:00||1.9|2.5||2024-05-13 02:00:00|17
        1010|5|11|555|delivered|2024-05-04 20:00:00|2024-05-04 20:46:00|1.9|1||2024-05-14 04:00:00|45
        1037|7|13|501|DELIVERED|2024-05-06 18:45:00|2024-05-06 19:51:00|1.9||''|2024-05-13 02:00:00|37
        1035|5|12|501|Delivered|2024-05-01 18:30:00|2024-05-01 19:32:00||2.5|spring5|2024-05-13 02:00:00|35
        1038|2|12|502|delivered|2024-05-01 13:45:00|2024-05-01 14:44:00|3.9|2.5|'  '|2024-05-13 02:00:00|38
        1014|6|14||delivered|2024-05-10 21:45:00|2024-05-10 22:29:00|2.5||'  '|2024-05-13 02:00:00|14
        1013|1|13||DELIVERED|2024-05-01 15:45:00|2024-05-01 16:09:00||1|''|2024-05-13 02:00:00|13
        1028|6|13|502|delivered|2024-05-04 15:45:00|2024-05-04 16:38:00|||' WELCOME '|2024-05-13 02:00:00|28
        1005|1|10|503|delivered|2024-05-02 19:00:00||3.9||''|2024-05-12 09:00:00|40
        1034|2|13|503|delivered|2024-05-01 14:45:00|2024-05-01 15:18:00|0|0||2024-05-13 02:00:00|34
        1007|5|99||REFUNDED|2024-05-01 20:15:00||3.9|2.5|Spring5|2024-05-13 02:00:00|7
        1001|3|11|555|DELIVERED|2024-05-02 17:00:00|2024-05-02 17:26:00|2.5|0||2024-05-13 02:00:00|1
        1002|1|11|504|delivered|2024-05-09 14:00:00|2024-05-09 14:46:00||||2024-05-13 02:00:00|2
        1009|6||504||2024-05-03 12:30:00||2.5|2.5||2024-05-13 02:00:00|9
        1014||14||delivered|2024-05-10 21:45:00|2024-05-10 22:29:00|2.5||'  '|2024-05-14 02:00:00|42
        1036|7|16||''|2024-05-03 18:15:00||2.5||' WELCOME '|2024-05-13 02:00:00|36
        1010||11|555|delivered|2024-05-04 20:00:00|2024-05-04 20:46:00|1.9|1||2024-05-13 02:00:00|10
        1023|4|10|502|Delivered|2024-05-01 18:45:00|2024-05-01 19:09:00|1.9|2.5|Spring5|2024-05-13 02:00:00|23
        1020|4|14|501|'Cancelled '|2024-05-10 13:30:00||1.9|2.5|' WELCOME '|2024-05-14 02:00:00|43
        """,
    ),
    "raw_legacy_orders": written(
        "ref VARCHAR | cust_id INTEGER | rest_id INTEGER | state VARCHAR | placed_ts TIMESTAMP"
        " | minutes_to_door INTEGER | fee_cents INTEGER",
        """
        L-0001     | 3 | 16 | D  | 2024-05-02 13:20:00 |    | 300
        L-0002     | 2 | 16 | D  | 2024-05-03 21:40:00 | 61 | 0
        L-0003     | 2 | 12 | C  | 2024-05-07 11:00:00 | 33 |
        L-0004     | 2 | 10 | R  | 2024-05-07 18:40:00 |    | 0
        ''         | 4 | 16 | D  | 2024-05-07 19:40:00 | 25 | 250
        L-0006     | 8 | 16 |    | 2024-05-07 19:20:00 | 25 | 300
        ' L-0007 ' | 4 | 12 | X  | 2024-05-07 14:20:00 | 48 |
        L-0008     | 8 | 77 | D  | 2024-05-05 16:00:00 | 25 | 0
                   | 2 | 10 | '' | 2024-05-02 21:20:00 | 25 | 250
        L-0010     | 3 | 12 | D  | 2024-05-03 13:20:00 |    | 0
        L-0011     |   | 12 | D  | 2024-05-05 13:40:00 | 25 | 0
        L-0012     | 9 | 12 | C  | 2024-05-05 16:20:00 | 33 | 250
        '   '      | 2 | 13 | R  | 2024-05-10 16:00:00 | 61 | 0
        L-0014     | 8 | 13 | D  | 2024-05-10 11:20:00 | 61 | 300
        L-0015     | 4 | 12 |    | 2024-05-07 12:00:00 |    |
        L-0016     | 4 | 13 | X  | 2024-05-03 11:00:00 | 25 | 0
        L-0017     | 4 | 16 | D  | 2024-05-05 13:40:00 | 61 | 0
        L-0018     | 4 | 77 | '' | 2024-05-01 15:00:00 | 25 | 0
        L-0019     | 2 | 13 | D  |                     |    |
        L-0020     | 4 | 10 | D  | 2024-05-01 20:00:00 | 33 |
        L-0021     | 8 | 15 | C  | 2024-05-01 16:40:00 | 33 | 300
        L-0022     | 3 | 12 | R  | 2024-05-01 19:40:00 |    | 190
        L-0023     | 4 | 13 | D  | 2024-05-01 13:00:00 | 33 | 300
        L-0024     | 3 | 77 |    | 2024-05-03 18:40:00 | 25 | 250
        L-0025     | 4 | 10 | X  | 2024-05-01 15:00:00 |    | 300
        L-0026     | 9 | 12 | D  | 2024-05-02 19:20:00 | 48 |
        L-0027     | 8 | 15 | '' | 2024-05-10 18:40:00 | 61 | 250
        """,
    ),
    "raw_restaurants": written(
        "restaurant_id INTEGER | name VARCHAR | city VARCHAR | cuisine VARCHAR"
        " | commission_pct DECIMAL(5,2) | is_test BOOLEAN | updated_at TIMESTAMP | batch_id INTEGER",
        """
        15 | Sushi Ko         | nice      | Sushi      | 18 | false | 2023-09-01 09:00:00 | 20
        16 | Green Bowl       | Paris     |            | 30 | false | 2023-07-02 09:00:00 | 18
        11 | Test Kitchen     | Lyon      | Thai       |    | false | 2023-02-01 09:00:00 | 2
        12 | Bangkok Box      | Nice      | ' THAI'    |    |       | 2023-04-01 09:00:00 | 8
        10 | Trattoria 1      | 'LYON '   | 'italian ' | 28 | false | 2023-11-05 09:00:00 | 30
        15 | Sushi Company    | Nice      | Sushi      | 22 | false | 2023-08-01 09:00:00 | 21
        20 | Kitchen 20       | 'Paris '  | Indian     | 22 | false | 2023-03-10 08:00:00 | 24
        25 | Kitchen 25       | 'Paris '  | Indian     |    | false | 2023-03-15 08:00:00 | 29
        13 | Le Wok d'Or      | ' Paris ' | '  '       | 18 | false | 2023-04-01 09:00:00 | 12
        14 | Burger Barn      |           | Burgers    | 30 | false | 2023-05-01 09:00:00 | 13
        17 | Closed Corner    | Metz      | Grill      | 30 | false | 2023-07-02 09:00:00 | 19
        19 | Kitchen 19       | NICE      | Indian     |    | false | 2023-03-09 08:00:00 | 23
        10 | Trattoria Uno    | Lyon      | Italian    | 30 | false | 2023-01-05 09:00:00 | 1
        22 | Kitchen 22       | 'Paris '  | grill      |    | false | 2023-03-12 08:00:00 | 26
        11 | Test Kitchen     | Lyon      | Thai       |    | true  | 2023-03-01 09:00:00 | 5
        26 | Kitchen 26       | Lyon      |            | 30 | false | 2023-03-16 08:00:00 | 30
        12 | Bangkok Box      | Nice      | Thai       |    | true  | 2023-02-01 09:00:00 | 3
        16 | Green Bowl       | Paris     |            |    | false | 2023-10-02 09:00:00 | 25
        10 | 'Trattoria Uno ' | ' lyon'   | Italian    | 28 | false | 2023-06-05 09:00:00 | 14
        24 | Kitchen 24       | NICE      |            | 30 | false | 2023-03-14 08:00:00 | 28
        13 | Le Wok           | Paris     | ''         | 22 |       | 2023-04-01 09:00:00 | 9
        21 | Kitchen 21       | NICE      |            |    | false | 2023-03-11 08:00:00 | 25
        13 | Wok              | Lyon      | asian      | 20 | false | 2023-04-01 09:00:00 | 10
        23 | Kitchen 23       | Lyon      | Indian     |    | false | 2023-03-13 08:00:00 | 27
        18 | Casa Test        | Nice      | Mexican    | 30 | true  | 2023-07-02 09:00:00 | 19
        """,
    ),
    "raw_order_items": written(
        "order_key VARCHAR | line_no INTEGER | item_name VARCHAR | category VARCHAR | qty INTEGER"
        " | unit_price DECIMAL(8,2) | voided BOOLEAN",
        """
        A-1005 | 1  | Cola       | Drink   | 2 | 2.5  |
        A-1027 | 1  | Lassi      | DRINKS  | 1 | 3.8  | true
        A-1027 | 2  | Beer       | drinks  | 3 | 3.8  |
        A-1027 | 3  | Pad Thai   | Main    |   | 11.2 | false
        A-1009 | 1  | Water      |         | 2 | 2.0  | false
        L-0022 | 1  | Beer       | drinks  | 1 | 3.8  |
        L-0022 | 2  | Water      |         | 3 | 2.0  | false
        A-1022 | 1  | Beer       | drinks  | 1 | 3.8  | false
        L-0015 | 1  | Tiramisu   | Dessert |   | 5.0  | false
        L-0015 | 2  | Water      |         | 1 | 2.0  | false
        A-1008 | 1  | Water      |         | 2 | 2.0  | false
        A-1008 | 2  | Water      |         | 3 | 2.0  | false
        L-0014 | 1  | Tiramisu   | Dessert | 1 | 5.0  | false
        L-0014 | 2  | Tiramisu   | Dessert | 3 | 5.0  | true
        A-1024 | 1  | Tiramisu   | Dessert | 3 | 5.0  | false
        A-1024 | 2  | Pad Thai   | Main    |   | 11.2 | true
        A-1024 | 3  | Tiramisu   | Dessert | 2 | 5.0  | true
        A-1033 | 1  | Pad Thai   | Main    | 2 | 11.2 |
        A-1033 | 2  | Salad      | side    | 1 | 4.4  |
        L-0005 | 1  | Salad      | side    | 2 | 4.4  |
        L-0005 | 2  | Fries      | SIDE    | 3 | 3.5  | false
        L-0005 | 3  | Margherita | Pizza   | 2 | 9.5  |
        A-1010 | 1  | Beer       | drinks  | 1 | 3.8  | false
        A-1031 | 1  | Fries      | SIDE    | 1 | 3.5  | true
        A-1031 | 2  | Pad Thai   | Main    | 2 | 11.2 | false
        A-1037 | 1  | Tiramisu   | Dessert | 1 |      | false
        A-1013 | 1  | Beer       | drinks  | 2 | 3.8  | false
        A-1013 | 2  | Beer       | drinks  | 2 | 3.8  |
        A-1015 | 1  | Salad      | side    |   | 4.4  | false
        L-0012 | 1  | Salad      | side    | 3 | 4.4  | false
        L-0003 | 1  | Water      |         | 1 | 2.0  | true
        L-0003 | 2  | Cola       | Drink   | 1 | 2.5  | false
        L-0023 | 1  | Tiramisu   | Dessert | 2 | 5.0  | false
        L-0023 | 2  | Salad      | side    | 1 | 4.4  | true
        A-1030 | 1  | Pad Thai   | Main    | 1 | 11.2 | false
        A-1030 | 2  | Beer       | drinks  |   | 3.8  |
        A-1030 | 3  | Lassi      | DRINKS  | 1 | 3.8  | false
        A-1035 | 1  | Salad      | side    | 1 | 4.4  | false
        A-1035 | 2  | Pad Thai   | Main    | 1 | 11.2 | false
        A-1035 | 3  | Fries      | SIDE    | 1 | 3.5  | true
        A-1006 | 1  | Margherita | Pizza   | 3 | 9.5  | true
        A-1006 | 2  | Beer       | drinks  | 3 | 3.8  | false
        L-0017 | 1  | Tiramisu   | Dessert |   | 5.0  | false
        L-0017 | 2  | Lassi      | DRINKS  |   | 3.8  | false
        L-0017 | 3  | Pad Thai   | Main    | 2 | 11.2 |
        A-1012 | 1  | Water      |         | 3 | 2.0  | false
        A-1012 | 2  | Cola       | Drink   | 1 | 2.5  |
        A-1012 | 3  | Water      |         | 1 | 2.0  | true
        A-1031 | 11 | Beer       | drinks  | 1 | 3.8  | false
        A-1031 | 12 | Lassi      | DRINKS  | 1 | 3.8  | false
        A-1032 | 8  | Gift bag   |         |   |      | false
        A-1004 | 2  | Salad      | side    | 1 | 4.4  |
        A-1004 | 1  | Lamb       | Main    | 3 | 14.6 | true
        A-1018 | 1  | Cola       | Drink   | 2 | 2.5  | true
        A-1002 | 21 | Fries      | SIDE    | 2 | 3.5  | false
        A-1002 | 20 | Naan       | Side    | 1 | 7.0  | false
        """,
    ),
    "raw_couriers": written(
        "courier_id INTEGER | full_name VARCHAR | vehicle VARCHAR | hired_on DATE",
        """
        501 | Amel B.     | car     | 2022-01-03
        502 | Jonas K.    | car     | 2022-02-03
        503 |             | scooter | 2022-03-03
        504 | Rita Solano | bike    | 2022-04-03
        505 | Courier A   | car     | 2022-05-03
        506 | Courier B   | scooter | 2022-06-03
        507 | Courier C   | car     | 2022-07-03
        508 | Courier D   | car     | 2022-08-03
        509 | Courier E   | scooter | 2022-09-03
        510 | Courier F   | car     | 2022-10-03
        511 | Courier G   | bike    | 2022-11-03
        512 | Courier H   | bike    | 2022-12-03
        513 | Courier I   | bike    | 2022-01-03
        514 | Courier J   | scooter | 2022-02-03
        515 | Courier K   | car     | 2022-03-03
        516 | Courier L   | car     | 2022-04-03
        517 | Courier M   | bike    | 2022-05-03
        518 | Courier N   | scooter | 2022-06-03
        519 | Courier O   | scooter | 2022-07-03
        520 | Courier P   | bike    | 2022-08-03
        521 | Courier Q   | car     | 2022-09-03
        522 | Courier R   | bike    | 2022-10-03
        523 | Courier S   | bike    | 2022-11-03
        524 | Courier T   | car     | 2022-12-03
        525 | Courier U   | scooter | 2022-01-03
        """,
    ),
}
