"""Source tables."""

from make_projects import written

TABLES = {
    "stg_klaviyo__person": written(
        "person_id VARCHAR | email VARCHAR | city VARCHAR | created_at TIMESTAMP",
        """
        k1 | ida@mail.example  | Graz   | 2025-01-01 07:00:00
        k2 | jon@mail.example  |        | 2025-01-01 08:00:00
        k3 |                   | Lille  | 2025-01-02 07:00:00
        k4 | lia@mail.example  | Porto  | 2025-01-03 07:00:00
        k5 | max@mail.example  | Porto  |
        k6 | noor@mail.example | Malmo  | 2025-01-05 07:00:00
        k7 | ida@mail.example  | Graz   | 2025-01-06 07:00:00
        """,
    ),
    "stg_klaviyo__event": written(
        "event_id VARCHAR | person_id VARCHAR | event_type VARCHAR | campaign_id VARCHAR | occurred_at TIMESTAMP",
        """
        v01 | k1 | received_email | c1 | 2025-02-01 06:00:00
        v02 | k1 | opened_email   | c1 | 2025-02-01 06:30:00
        v03 | k1 | clicked_email  | c1 | 2025-02-01 06:31:00
        v04 | k1 | received_email | c2 | 2025-02-08 06:00:00
        v05 | k1 | opened_email   | c2 | 2025-02-08 09:00:00
        v06 | k1 | clicked_email  | c2 | 2025-02-08 09:01:00
        v07 | k1 | clicked_email  | c2 | 2025-02-08 09:02:00
        v08 | k2 | received_email | c1 | 2025-02-01 06:00:00
        v09 | k2 | received_email | c2 | 2025-02-08 06:00:00
        v10 | k2 | received_email | c3 | 2025-02-15 06:00:00
        v11 | k2 | opened_email   | c3 | 2025-02-15 23:59:00
        v12 | k2 | unsubscribed   | c3 | 2025-02-16 00:01:00
        v13 | k3 | received_email | c1 | 2025-02-01 06:00:00
        v14 | k4 | opened_email   | c1 | 2025-02-02 06:00:00
        v15 | k4 | clicked_email  | c1 | 2025-02-02 06:10:00
        v16 | k4 | clicked_email  | c1 | 2025-02-02 06:20:00
        v17 |    | received_email | c1 | 2025-02-01 06:00:00
        v18 | k6 | unsubscribed   |    | 2025-03-01 10:00:00
        v19 | k6 | unsubscribed   |    | 2025-03-09 10:00:00
        v20 | k7 | placed_order   |    | 2025-03-02 10:00:00
        v21 | k7 | received_email | c3 | 2025-02-15 06:00:00
        v22 | k7 |                |    | 2025-03-02 11:00:00
        """,
    ),
}
