"""Source tables."""

from make_projects import written

TABLES = {
    "stg_klaviyo__event": written(
        "event_id VARCHAR | person_id VARCHAR | campaign_id VARCHAR | flow_id VARCHAR | type VARCHAR"
        " | occurred_at TIMESTAMP | numeric_value DOUBLE",
        """
        e01 | k1 | c1 |    | Received Email | 2025-05-01 08:00:00 |
        e02 | k1 | c1 |    | Opened Email   | 2025-05-01 09:00:00 |
        e03 | k1 | c1 |    | Opened Email   | 2025-05-01 08:30:00 |
        e04 | k1 | c1 |    | Clicked Email  | 2025-05-01 09:01:00 |
        e05 | k1 | c1 |    | Placed Order   | 2025-05-01 10:00:00 | 59.90
        e06 | k2 | c1 |    | Received Email | 2025-05-01 08:00:00 |
        e07 | k2 | c1 |    | Bounced Email  | 2025-05-01 08:00:09 |
        e08 | k2 | c1 |    | Bounced Email  | 2025-05-02 08:00:09 |
        e09 | k2 |    | f1 | Received Email | 2025-05-03 08:00:00 |
        e10 | k2 |    | f1 | Opened Email   |                     |
        e11 | k3 | c2 |    | Placed Order   | 2025-05-04 10:00:00 |
        e12 | k3 | c2 |    | Placed Order   | 2025-05-04 11:00:00 | 12.00
        e13 | k9 |    | f2 | Bounced Email  | 2025-05-05 11:00:00 | 1
        e14 |    | c1 |    | Opened Email   | 2025-05-05 12:00:00 |
        e15 | k1 |    |    | Placed Order   | 2025-05-06 12:00:00 | 20.00
        e16 | k4 | c3 | f1 | Opened Email   | 2025-05-06 13:00:00 |
        e17 | k4 | c3 |    | Bounced email  | 2025-05-06 14:00:00 |
        e18 | k4 |    | f1 |                | 2025-05-06 15:00:00 |
        """,
    ),
    "stg_klaviyo__person": written(
        "person_id VARCHAR | email VARCHAR | country VARCHAR",
        """
        k1 | kim@example.org | NL
        k2 | lou@example.org |
        k3 |                 | BE
        k4 | max@example.org | DE
        k5 | noa@example.org | DE
        """,
    ),
    "stg_klaviyo__campaign": written(
        "campaign_id VARCHAR | subject VARCHAR",
        """
        c1 | Spring is here
        c2 |
        c4 | Not sent
        """,
    ),
}
