"""Source tables."""

from make_projects import written

TABLES = {
    "campaign": written(
        "campaign_id INTEGER | campaign_name VARCHAR | channel VARCHAR | state VARCHAR | start_date DATE"
        " | end_date DATE",
        """
        1  | spring_sale_DE            | EMAIL  | finished | 2024-03-01 | 2024-03-31
        2  | spring_sale_FR            | email  | finished | 2024-02-28 | 2024-03-01
        3  | welcome_AT                | Email  | running  | 2023-01-01 |
        4  | black_friday_2024_DE      | sms    | draft    | 2024-11-25 | 2024-12-01
        5  | loyalty_CH                |        | finished | 2024-05-05 | 2024-05-05
        6  | app_push_test_UK          | PUSH   | finished | 2024-06-01 | 2024-06-10
        7  | newsletter_NL             | email  | paused   | 2024-07-01 |
        21 | summer_DE                 | SMS    | finished | 2024-07-01 | 2024-07-31
        22 | summer_IT                 | sms    | finished | 2024-07-01 | 2024-08-01
        23 | win_back_old_customers_ES | eMail  | running  | 2024-12-31 | 2025-01-01
        24 | draft_idea_SE             | email  | draft    |            |
        25 | refer_a_friend_PT         | social | finished | 2024-09-01 | 2024-09-30
        """,
    ),
    "message": written(
        "message_id INTEGER | campaign_id INTEGER | contact_id INTEGER | sent_at TIMESTAMP | bounced BOOLEAN",
        """
        11 | 1  | 900 | 2024-03-01 10:00:00 | false
        12 | 1  | 901 | 2024-03-01 10:00:00 | false
        13 | 1  | 902 | 2024-03-01 10:00:00 | true
        14 | 1  | 900 | 2024-03-15 10:00:00 | false
        15 | 2  | 903 | 2024-02-28 10:00:00 | false
        16 | 2  | 904 | 2024-02-28 10:00:00 | false
        17 | 2  | 905 | 2024-02-28 10:00:00 | false
        18 | 3  | 906 | 2024-01-10 10:00:00 | false
        19 | 4  | 900 | 2024-11-25 10:00:00 | false
        20 | 6  | 907 | 2024-06-01 10:00:00 | true
        21 | 7  | 908 | 2024-07-01 10:00:00 | false
        22 | 7  | 909 | 2024-07-01 10:00:00 | false
        23 | 7  | 909 | 2024-07-08 10:00:00 | false
        24 | 21 | 910 | 2024-07-01 10:00:00 | false
        25 | 21 | 911 | 2024-07-01 10:00:00 | false
        26 | 21 | 912 | 2024-07-01 10:00:00 | false
        27 | 22 | 913 | 2024-07-01 10:00:00 | false
        28 | 23 | 914 | 2024-12-31 10:00:00 | false
        29 | 23 | 914 | 2025-01-01 10:00:00 | false
        30 | 23 | 915 | 2025-01-01 10:00:00 | true
        """,
    ),
    "engagement": written(
        "engagement_id INTEGER | message_id INTEGER | kind VARCHAR | happened_at TIMESTAMP",
        """
        1  | 11 | open  | 2024-03-01 11:00:00
        2  | 11 | open  | 2024-03-01 12:00:00
        3  | 11 | click | 2024-03-01 12:01:00
        4  | 14 | open  | 2024-03-15 12:01:00
        5  | 12 | unsub | 2024-03-01 12:01:00
        6  | 15 | open  | 2024-03-01 08:00:00
        7  | 15 | click | 2024-03-01 08:00:30
        8  | 15 | click | 2024-03-01 08:01:00
        9  | 16 | click | 2024-03-01 08:02:00
        10 | 19 | open  | 2024-11-25 12:00:00
        11 | 21 | open  | 2024-07-01 12:00:00
        12 | 99 | open  | 2024-07-01 12:00:00
        13 | 24 | open  | 2024-07-01 12:00:00
        14 | 25 | open  | 2024-07-01 12:00:00
        15 | 25 | click | 2024-07-01 12:01:00
        16 | 27 | click | 2024-07-01 12:01:00
        17 | 28 | open  | 2024-12-31 12:01:00
        18 | 29 | open  | 2025-01-01 12:01:00
        """,
    ),
    "cost": written(
        "cost_id INTEGER | campaign_id INTEGER | cost_date DATE | amount DECIMAL(12,2)",
        """
        1  | 1  | 2024-03-01 | 120.00
        2  | 1  | 2024-03-15 | 80.50
        3  | 2  | 2024-02-28 | 90.00
        4  | 3  | 2023-01-01 | 0.00
        5  | 4  | 2024-11-01 | 1000.00
        6  | 6  | 2024-06-01 | 33.00
        7  | 7  | 2024-07-01 |
        8  | 7  | 2024-07-02 | 64.00
        9  | 8  | 2024-07-02 | 5.00
        10 | 21 | 2024-07-01 | 30.00
        11 | 21 | 2024-07-15 | 30.00
        12 | 22 | 2024-07-01 | 45.25
        13 | 25 | 2024-09-01 | 500.00
        """,
    ),
    "web_order": written(
        "order_id INTEGER | campaign_id INTEGER | ordered_at TIMESTAMP | revenue DECIMAL(12,2) | returned VARCHAR",
        """
        501 | 1  | 2024-03-02 09:00:00 | 250.00  | N
        502 | 1  | 2024-03-03 09:00:00 | 49.90   | Y
        503 | 1  | 2024-03-20 09:00:00 | 199.99  | N
        504 | 2  | 2024-03-02 09:00:00 | 15.00   | N
        505 | 3  | 2024-01-12 09:00:00 | 80.00   | N
        506 |    | 2024-01-12 09:00:00 | 80.00   | N
        507 | 7  | 2024-07-09 09:00:00 | 64.00   | N
        508 | 6  | 2024-06-09 09:00:00 | 10.00   | Y
        509 | 21 | 2024-07-20 09:00:00 | 75.00   | N
        510 | 21 | 2024-07-21 09:00:00 | 50.00   | N
        511 | 23 | 2025-01-01 09:00:00 | 20.00   | N
        512 | 25 | 2024-09-09 09:00:00 | 1100.00 | N
        """,
    ),
}
