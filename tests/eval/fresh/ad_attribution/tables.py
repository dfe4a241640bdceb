"""Source tables."""

from make_projects import written

TABLES = {
    "web_visits": written(
        "visit_id INTEGER | user_ref VARCHAR | begun_at TIMESTAMP | finished_at TIMESTAMP | page_count INTEGER"
        " | landing_url VARCHAR | src VARCHAR | medium VARCHAR | campaign VARCHAR | is_bot VARCHAR",
        """
        1 | u01 | 2024-01-03 09:00:00 | 2024-01-03 09:12:00 | 5 | s.example/?utm=1 | Facebook | paid | winter_sale | no
        2 | u01 | 2024-01-10 20:58:00 | 2024-01-10 21:01:00 | 1 | s.example/lamps | google | cpc | brand | no
        3 | u01 | 2024-01-15 12:00:00 | 2024-01-15 12:30:00 | 9 | s.example/cart?x=1?y=2 |  |  |  |
        4 | u02 | 2024-01-05 07:00:00 | 2024-01-05 07:00:00 | 1 | s.example/ | fb | paid | winter_sale | no
        5 | u02 | 2024-02-01 10:00:00 | 2024-02-01 10:45:00 | 6 | s.example/rugs?gclid=7 | GOOGLE | cpc | rugs | no
        6 | u02 | 2024-02-04 10:00:00 | 2024-02-04 10:05:00 | 2 | s.example/rugs | google | cpc | rugs | no
        7 | u03 | 2024-01-20 15:00:00 |  |  | s.example/blog | ' FB ' | paid | retarget | no
        8 | u03 | 2024-01-20 16:30:00 | 2024-01-20 16:31:00 | 1 | s.example/blog?p=3 | '  ' |  |  | no
        9 | u04 | 2024-02-10 08:00:00 | 2024-02-10 08:03:00 | 2 | s.example/sofas | Newsletter | email | feb_letter | no
        10 | u04 | 2024-02-12 08:00:00 | 2024-02-12 08:20:00 | 8 | s.example/sofas?ref=m | google | cpc | sofas | no
        11 | u04 | 2024-02-14 08:00:00 | 2024-02-14 08:01:00 | 1 | s.example/sofas | facebook | paid | retarget | no
        12 | u04 | 2024-02-16 08:00:00 | 2024-02-16 09:10:00 | 4 | s.example/checkout | google | cpc | brand | no
        13 | u05 | 2024-03-01 00:00:00 | 2024-03-01 00:09:00 | 3 | s.example/?utm=9 | facebook | paid | spring | no
        14 | u05 | 2024-03-31 00:00:00 | 2024-03-31 00:09:00 | 3 | s.example/ | google |  | brand | no
        15 | u06 | 2024-03-05 11:00:00 | 2024-03-05 11:02:00 | 1 | s.example/lamps | Google | cpc | lamps | yes
        16 | u06 | 2024-03-06 11:00:00 | 2024-03-06 11:22:00 | 4 | s.example/lamps | ' google' | cpc | lamps | no
        17 | u07 | 2024-03-10 18:00:00 | 2024-03-10 18:45:00 | 7 | s.example/rugs?c=2 | facebook | paid | spring | no
        18 | u07 | 2024-03-12 18:00:00 | 2024-03-12 18:01:00 | 1 | s.example/rugs | newsletter | email | mar_letter | no
        19 | u07 | 2024-03-20 18:00:00 | 2024-03-20 18:15:00 | 3 | s.example/rugs | facebook | paid | retarget | no
        20 | u08 | 2024-04-02 09:30:00 | 2024-04-02 09:31:00 | 1 | s.example/home | bing | cpc | brand | no
        21 | u08 | 2024-04-03 09:30:00 | 2024-04-03 09:50:00 | 5 | s.example/home?m=1 | FB | paid | spring | no
        22 | u09 | 2024-04-20 22:00:00 | 2024-04-20 22:06:00 | 2 | s.example/desks | google | cpc | desks | no
        23 | u09 | 2024-04-21 22:00:00 | 2024-04-22 00:10:00 | 9 | s.example/desks | direct |  |  | no
        24 | u10 | 2024-05-02 13:00:00 | 2024-05-02 13:13:00 | 4 | s.example/desks?s=4 | google | cpc | desks | no
        25 | u10 | 2024-05-06 13:00:00 | 2024-05-06 13:13:00 | 4 | s.example/desks | facebook | paid | summer | no
        26 | u10 | 2024-05-09 13:00:00 | 2024-05-09 13:14:00 | 4 | s.example/desks | facebook | paid | summer | no
        27 | u10 | 2024-05-11 13:00:00 | 2024-05-11 13:20:00 | 4 | s.example/checkout | google | cpc | brand | no
        28 | u10 | 2024-05-11 14:00:00 | 2024-05-11 14:20:00 | 4 | s.example/thanks | google | cpc | brand | no
        29 | u11 | 2024-05-20 06:00:00 | 2024-05-20 06:01:00 | 1 | s.example/home | facebook | paid | summer |
        30 | u12 | 2024-06-01 12:00:00 | 2024-06-01 12:44:00 | 6 | s.example/sofas?z=0 | google | cpc | sofas | no
        31 | u12 | 2024-06-03 12:00:00 | 2024-06-03 12:02:00 | 1 | s.example/sofas |  | mail |  | no
        32 | u13 | 2024-06-05 12:00:00 | 2024-06-05 12:01:00 | 1 | s.example/home | facebook | paid | summer | no
        33 |  | 2024-06-05 13:00:00 | 2024-06-05 13:01:00 | 1 | s.example/home | facebook | paid | summer | no
        34 |  | 2024-06-06 13:00:00 | 2024-06-06 13:08:00 | 3 |  | google | cpc | brand | no
        35 | u14 | 2024-06-10 10:00:00 | 2024-06-10 10:20:00 | 2 | s.example/beds?b=1 | facebook | paid | summer | no
        36 | u14 | 2024-06-12 10:00:00 | 2024-06-12 10:20:00 | 2 | s.example/beds | google | cpc | beds | no
        37 | u14 | 2024-06-14 10:00:00 | 2024-06-14 10:20:00 | 2 | s.example/beds | Facebook | paid | retarget | no
        38 | u15 | 2024-06-20 17:00:00 | 2024-06-20 17:01:00 | 1 | s.example/home?bot=1 | facebook | paid | summer | yes
        39 | u06 | 2024-03-08 11:30:00 | 2024-03-08 11:31:00 | 1 | s.example/lamps | facebook | paid | spring | no
        """,
    ),
    "shop_orders": written(
        "order_id INTEGER | user_ref VARCHAR | ordered_at TIMESTAMP | amount DECIMAL(10,2) | status VARCHAR",
        """
        501 | u01 | 2024-01-15 12:25:00 | 120.00 | paid
        502 | u02 | 2024-02-04 10:04:00 | 80.50  | paid
        503 | u03 | 2024-01-21 08:00:00 | 49.99  | open
        504 | u03 | 2024-01-25 08:00:00 | 59.90  | paid
        505 | u04 | 2024-02-16 09:00:00 | 900.00 | paid
        506 | u04 | 2024-02-11 09:00:00 | 35.00  | cancelled
        507 | u05 | 2024-03-31 00:00:00 | 210.00 | paid
        508 | u06 | 2024-03-08 11:00:00 | 64.40  | paid
        509 | u07 | 2024-03-25 19:00:00 | 333.00 | paid
        510 | u07 | 2024-04-01 19:00:00 | 12.00  | paid
        511 | u08 | 2024-04-03 09:45:00 | 150.00 | paid
        512 | u09 | 2024-05-21 22:00:00 | 410.00 | paid
        513 | u10 | 2024-05-11 13:15:00 | 777.00 | paid
        514 | u10 | 2024-05-30 10:00:00 | 20.00  | paid
        515 | u12 | 2024-06-03 12:01:00 | 1200.00 | paid
        516 | u13 | 2024-06-06 09:00:00 | 15.00  | open
        517 | u14 | 2024-06-14 10:15:00 | 640.00 | paid
        518 | u15 | 2024-06-20 17:30:00 | 99.00  | paid
        519 |     | 2024-06-21 11:00:00 | 44.00  | paid
        520 | u16 | 2024-06-22 11:00:00 | 31.00  | paid
        521 | u02 | 2024-01-02 09:00:00 | 18.00  | cancelled
        522 | u12 | 2024-06-29 08:00:00 | 75.00  | paid
        523 | u01 | 2024-01-20 09:00:00 | 60.00  |
        """,
    ),
    "facebook_spend": written(
        "day DATE | ad_set VARCHAR | campaign_name VARCHAR | spend DECIMAL(10,2) | clicks INTEGER"
        " | impressions INTEGER",
        """
        2024-01-03 | women 25+  | winter_sale | 40.00  | 31  | 1200
        2024-01-03 | men 25+    | winter_sale | 35.50  | 22  | 1100
        2024-01-20 | all        | retarget    | 18.20  | 12  | 400
        2024-02-14 | all        | retarget    | 22.80  | 15  | 510
        2024-02-15 | all        |             | 5.00   | 1   | 90
        2024-02-16 | all        | winter_sale | 3.00   | 0   | 0
        2024-03-01 | women 25+  | spring      | 61.00  | 48  | 2000
        2024-03-01 | men 25+    | spring      | 59.00  | 40  | 1900
        2024-03-10 | women 25+  | spring      | 45.00  | 37  | 1500
        2024-03-20 | all        | retarget    | 20.00  | 14  | 450
        2024-04-03 | all        | spring      | 75.25  | 52  | 2300
        2024-05-06 | all        | summer      | 90.00  | 70  | 3100
        2024-05-09 | all        | summer      | 88.00  | 66  | 2950
        2024-05-20 | all        | summer      |        | 3   |
        2024-06-10 | women 25+  | summer      | 0.00   | 9   | 300
        2024-06-14 | all        | retarget    | 0.00   | 4   | 120
        2024-07-01 | all        | summer      | 33.00  | 20  | 700
        """,
    ),
    "google_spend": written(
        "stat_date DATE | campaign VARCHAR | cost_micros BIGINT | clicks INTEGER | impressions INTEGER",
        """
        2024-01-10 | brand | 12500000  | 18 | 300
        2024-01-15 | brand | 9000000   | 11 | 260
        2024-02-01 | rugs  | 31400000  | 25 | 700
        2024-02-04 | rugs  | 28600000  | 21 | 640
        2024-02-12 | sofas | 54000000  | 30 | 800
        2024-02-16 | brand | 11000000  | 16 | 310
        2024-03-06 | lamps | 27250000  | 19 | 520
        2024-03-31 | brand | 10750000  | 14 | 290
        2024-04-20 | desks | 42000000  | 28 | 760
        2024-04-21 | desks | 0         | 0  | 0
        2024-05-02 | desks | 38000000  | 26 | 710
        2024-05-11 | brand | 13330000  | 17 | 330
        2024-06-01 | sofas | 57000000  | 33 | 850
        2024-06-12 | beds  | 49500000  | 29 | 790
        2024-06-13 |       | 1500000   | 2  | 40
        """,
    ),
}
