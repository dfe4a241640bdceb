"""Source tables."""

from make_projects import written

TABLES = {
    "stg_iterable__event": written(
        "event_id VARCHAR | event_name VARCHAR | message_id VARCHAR | created_at TIMESTAMP | created_on DATE"
        " | user_id VARCHAR | campaign_id INTEGER | platform VARCHAR",
        """
        e01 | emailSend        | m1 | 2025-03-01 08:00:00 | 2025-03-01 | u1 | 71 |
        e02 | emailOpen        | m1 | 2025-03-01 09:10:00 | 2025-03-01 | u1 | 71 | iOS
        e03 | emailClick       | m1 | 2025-03-01 09:11:00 | 2025-03-01 | u1 | 71 | iOS
        e04 | emailSend        | m2 | 2025-03-01 08:00:00 | 2025-03-01 | u2 | 71 |
        e05 | emailBounce      | m2 | 2025-03-01 08:00:00 | 2025-03-01 | u2 | 71 |
        e06 | pushSend         | m3 | 2025-03-02 12:00:00 | 2025-03-02 | u3 | 72 | Android
        e07 | pushOpen         | m3 | 2025-03-02 23:59:00 | 2025-03-02 | u3 | 72 | Android
        e08 | smsSend          | m4 | 2025-03-03 10:00:00 | 2025-03-03 | u4 | 73 |
        e09 | smsReceived      | m4 | 2025-03-03 10:05:00 | 2025-03-03 | u4 | 73 | Web
        e10 | emailUnSubscribe | m5 | 2025-03-04 10:00:00 | 2025-03-04 | u9 | 74 | Web
        e11 | customEvent      | m6 | 2025-03-05 10:00:00 | 2025-03-05 | u1 |    | Web
        e12 | emailSend        | m7 | 2025-03-05 11:00:00 | 2025-03-05 |    | 99 |
        e13 |                  | m8 | 2025-03-06 11:00:00 | 2025-03-06 | u5 | 75 | Roku
        e14 | pushBounce       | m9 | 2025-03-06 12:00:00 | 2025-03-06 | u5 | 72 | Android
        """,
    ),
    "stg_iterable__campaign": written(
        "campaign_id INTEGER | campaign_name VARCHAR | campaign_type VARCHAR | recurring_campaign_id INTEGER"
        " | message_type_id INTEGER | template_id INTEGER",
        """
        71 | Spring sale | Blast     |    | 1 | 501
        72 | Wake up     | Triggered | 60 | 2 | 502
        73 |             | Blast     |    | 1 | 503
        74 | Goodbye     | Triggered | 61 |   | 501
        75 |             |           |    | 8 |
        76 | Not sent    | Blast     |    | 3 | 504
        """,
    ),
    "stg_iterable__user": written(
        "user_id VARCHAR | email VARCHAR | first_name VARCHAR | last_name VARCHAR | signup_source VARCHAR",
        """
        u1 | uma@example.org | Uma  | Reyes | import
        u2 | vic@example.org | Vic  |       | api
        u3 |                 | Wen  | Liu   | app
        u4 | xia@example.org | Xia  | Tan   |
        u5 | yan@example.org | Yan  | Orr   | app
        """,
    ),
    "stg_iterable__template": written(
        "template_id INTEGER | template_name VARCHAR",
        """
        501 | Sale
        502 | Wake up push
        504 | Unused
        """,
    ),
    "stg_iterable__message_type": written(
        "message_type_id INTEGER | message_type_name VARCHAR | channel_id INTEGER",
        """
        1 | Marketing     | 11
        2 | Reminders     | 12
        3 | Transactional | 11
        """,
    ),
}
