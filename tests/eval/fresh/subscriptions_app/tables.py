"""Source tables."""

from make_projects import written

TABLES = {
    "users": written(
        "id INTEGER | email VARCHAR | signed_up_at TIMESTAMP | country VARCHAR | platform VARCHAR | is_staff BOOLEAN"
        " | synced_at TIMESTAMP",
        """
        1  | Zoe@Mailbox.org      | 2023-12-30 22:15:00 | de | iphone  | false | 2024-01-01 03:00:00
        1  | zoe@newjob.com       | 2023-12-30 22:15:00 | at | iphone  | false | 2024-05-01 03:00:00
        2  | ' kofi@mensah.gh '   | 2024-01-02 10:00:00 | GH | Android | false | 2024-01-03 03:00:00
        3  | mila@startup.io      | 2024-01-15 08:30:00 |    | WEB     |       | 2024-01-16 03:00:00
        4  | dev@ourapp.test      | 2023-10-01 00:00:00 | DE | web     | true  | 2024-01-16 03:00:00
        5  |                      | 2024-02-02 19:45:00 | us | iPad    | false | 2024-02-03 03:00:00
        6  | tom@Mailbox.org      | 2024-02-20 12:00:00 | US | symbian | false | 2024-02-21 03:00:00
        7  | noor@studio.nl       | 2024-03-03 07:07:00 | nl |         | false | 2024-03-04 03:00:00
        8  | qa@ourapp.test       | 2024-03-05 00:00:00 | DE | ios     | false | 2024-03-06 03:00:00
        8  | qa@ourapp.test       | 2024-03-05 00:00:00 | DE | ios     | true  | 2024-04-06 03:00:00
        9  | Ines@Verde.pt        | 2024-03-31 23:59:00 | PT | android | false | 2024-04-01 03:00:00
        10 | leo@mailbox.org      |                     | FR | ios     | false | 2024-04-11 03:00:00
        11 | ada@quiet.uk         | 2024-04-12 09:00:00 | GB | web     | false | 2024-04-13 03:00:00
        13 | uma@mailbox.org      | 2024-04-20 09:00:00 | us | web     | false | 2024-04-21 03:00:00
        12 | boss@ourapp.test     | 2024-04-14 09:00:00 | GB | web     | true  | 2024-04-15 03:00:00
        12 | boss@ourapp.test     | 2024-04-14 09:00:00 | GB | web     | false | 2024-04-14 10:00:00
        """,
    ),
    "plans": written(
        "plan_code VARCHAR | plan_name VARCHAR | price_cents INTEGER | bill_every VARCHAR | store_product VARCHAR",
        """
        PLUS_M | Plus monthly | 799   | month | app.plus.1m
        PLUS_Y | Plus yearly  | 7188  | year  | app.plus.12m
        PRO_M  | Pro monthly  | 1499  | month | app.pro.1m
        PRO_Y  | Pro yearly   | 14388 | year  | app.pro.12m
        EDU_Y  | Campus       | 2400  | year  |
        """,
    ),
    "subscriptions": written(
        "sub_id VARCHAR | user_id INTEGER | plan_code VARCHAR | started_on DATE | ended_on DATE | trial_until DATE"
        " | end_code VARCHAR",
        """
        S01 | 1  | plus_m | 2023-12-31 | 2024-02-29 |            | u
        S02 | 1  | PRO_Y  | 2024-03-01 |            |            |
        S03 | 2  | PLUS_Y | 2024-01-09 |            | 2024-01-09 |
        S04 | 3  | PLUS_M | 2024-01-22 | 2024-01-22 | 2024-01-29 | u
        S05 | 3  | PLUS_M | 2024-01-22 | 2024-03-01 | 2024-01-29 | p
        S06 | 4  | PRO_M  | 2023-10-01 |            |            |
        S07 | 5  | OLD_M  | 2024-02-02 | 2024-04-30 |            | X
        S08 | 6  | PRO_M  |            | 2024-02-27 | 2024-02-27 |
        S09 | 6  | PLUS_M | 2024-03-01 | 2024-05-31 | 2024-03-15 |
        S10 | 7  | EDU_Y  | 2024-03-03 |            |            |
        S11 | 9  | PLUS_M | 2024-04-01 |            | 2024-04-08 |
        S12 | 9  | PRO_M  | 2024-05-02 |            |            |
        S13 | 77 | PLUS_M | 2024-04-02 |            |            |
        S14 | 10 |        | 2024-06-30 |            |            |
        S15 | 2  | PRO_M  | 2024-02-10 | 2024-06-10 |            | r
        S16 | 1  | EDU_Y  | 2024-03-01 | 2024-03-05 |            | U
        """,
    ),
    "web_payments": written(
        "payment_id INTEGER | user_id INTEGER | plan_code VARCHAR | paid_at TIMESTAMP | amount_cents INTEGER"
        " | refunded_cents INTEGER | status VARCHAR",
        """
        7001 | 1  | plus_m | 2023-12-31 23:30:00 | 799   |      | succeeded
        7002 | 1  | PLUS_M | 2024-01-31 23:30:00 | 799   | 0    | Succeeded
        7003 | 1  | PRO_Y  | 2024-03-01 00:10:00 | 14388 | 4388 | succeeded
        7004 | 3  | PLUS_M | 2024-01-29 06:00:00 | 799   |      | failed
        7005 | 3  | PLUS_M | 2024-01-30 06:00:00 | 799   |      | succeeded
        7006 | 3  | PLUS_M | 2024-03-01 06:00:00 | 799   | 799  | succeeded
        7007 | 4  | PRO_M  | 2024-01-01 00:00:00 | 1499  |      | succeeded
        7008 | 6  | PRO_M  | 2024-03-15 08:00:00 | 1499  |      | succeeded
        7009 | 6  | PRO_M  | 2024-04-15 08:00:00 | 1499  |      |
        7010 | 7  | EDU_Y  | 2024-03-03 07:30:00 | 2400  |      | succeeded
        7011 | 77 | PLUS_M | 2024-04-02 07:30:00 | 799   |      | succeeded
        7012 | 11 | PLUS_M | 2024-05-05 05:05:00 | 0     |      | succeeded
        7013 | 2  | PRO_M  | 2024-02-10 12:00:00 | 1499  |      | succeeded
        """,
    ),
    "store_receipts": written(
        "receipt_id VARCHAR | user_id INTEGER | product VARCHAR | bought_at TIMESTAMP | price DECIMAL(8,2)"
        " | store VARCHAR | sandbox BOOLEAN",
        """
        A-1 | 2  | app.plus.12m | 2024-01-09 18:00:00 | 71.88  | play  | false
        A-2 | 2  | app.pro.1m   | 2024-02-10 12:00:00 | 15.00  | play  |
        A-3 | 5  | app.old.1m   | 2024-02-02 20:00:00 | 4.99   | apple | false
        A-4 | 5  | app.old.1m   | 2024-03-02 20:00:00 | 4.99   | apple | false
        A-5 | 9  | app.plus.1m  | 2024-05-01 11:00:00 | 7.99   | Play  | false
        A-6 | 9  | app.plus.1m  | 2024-05-01 11:00:00 | 7.99   | play  | true
        A-7 | 9  | app.pro.1m   | 2024-05-02 11:00:00 | 14.99  | play  | false
        A-8 | 8  | app.pro.1m   | 2024-05-02 11:00:00 | 14.99  | apple | false
        A-9 | 10 | app.pro.1m   | 2024-06-30 23:59:00 | 14.99  | APPLE | false
        B-1 |    | app.pro.1m   | 2024-06-30 23:59:00 | 14.99  | apple | false
        B-2 | 1  | app.plus.1m  | 2023-12-05 11:00:00 | 7.99   | apple | true
        """,
    ),
    "app_events": written(
        "event_id INTEGER | user_id INTEGER | event_name VARCHAR | event_at TIMESTAMP | screen VARCHAR",
        """
        1  | 1  | open      | 2024-01-01 08:00:00 | home
        2  | 1  | play      | 2024-01-01 08:05:00 | player
        3  | 1  | heartbeat | 2024-01-01 08:06:00 | player
        4  | 1  | play      | 2024-01-02 00:00:00 | player
        5  | 1  | share     | 2024-01-02 00:00:00 |
        6  | 1  | open      | 2024-01-05 21:00:00 | home
        7  | 2  | open      | 2024-01-09 17:55:00 | home
        8  | 2  | paywall   | 2024-01-09 17:58:00 | paywall
        9  | 2  | open      | 2024-01-09 19:00:00 | home
        10 | 3  | heartbeat | 2024-01-20 10:00:00 | home
        11 | 3  | open      | 2024-01-31 23:59:59 | home
        12 | 3  | open      | 2024-02-01 00:00:01 | home
        13 | 4  | open      | 2024-02-01 09:00:00 | home
        14 |    | open      | 2024-02-01 09:00:00 | home
        15 | 5  | open      | 2024-02-02 19:50:00 |
        16 | 11 | open      | 2024-04-12 09:01:00 | home
        17 | 11 | search    | 2024-04-12 09:02:00 | search
        18 | 88 | open      | 2024-04-12 09:02:00 | home
        19 | 9  | HEARTBEAT | 2024-04-20 09:02:00 | home
        20 | 1  | open      | 2024-01-06 05:00:00 | home
        """,
    ),
}
