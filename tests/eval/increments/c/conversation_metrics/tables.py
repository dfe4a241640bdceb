"""Source tables."""

from make_projects import written

TABLES = {
    "stg_intercom__conversation": written(
        "conversation_id INTEGER | created_at TIMESTAMP | state VARCHAR | contact_id VARCHAR | assignee_id INTEGER"
        " | team_id INTEGER | is_deleted BOOLEAN",
        """
        1 | 2025-08-01 09:00:00 | open    | a1 | 1 | 10 | false
        2 | 2025-08-01 10:30:00 | closed  | a2 |   | 10 | false
        3 | 2025-08-02 23:55:00 | closed  | a1 | 2 |    | false
        4 | 2025-08-03 07:00:00 | snoozed |    | 3 | 11 | false
        5 | 2025-08-03 08:00:00 | open    | a3 | 1 | 12 | true
        6 | 2025-08-04 12:00:00 |         | a4 | 9 | 19 | false
        7 | 2025-08-05 12:00:00 | open    | a9 |   |    | false
        8 | 2025-08-31 23:00:00 | closed  | a3 | 2 | 12 | false
        """,
    ),
    "stg_intercom__conversation_part": written(
        "part_id INTEGER | conversation_id INTEGER | part_type VARCHAR | author_type VARCHAR | author_id VARCHAR"
        " | created_at TIMESTAMP",
        """
        1  | 1  | comment    | user  | a1 | 2025-08-01 09:00:00
        2  | 1  | note       | admin | 1  | 2025-08-01 09:02:00
        3  | 1  | comment    | admin | 1  | 2025-08-01 09:21:00
        4  | 1  | comment    | admin | 2  | 2025-08-01 09:40:00
        5  | 2  | comment    | user  | a2 | 2025-08-01 10:30:00
        6  | 2  | close      | admin | 1  | 2025-08-01 11:00:00
        7  | 2  | open       | user  | a2 | 2025-08-01 12:00:00
        8  | 2  | note       | admin | 2  | 2025-08-01 12:10:00
        9  | 2  | open       | user  | a2 | 2025-08-02 12:00:00
        10 | 3  | comment    | user  | a1 | 2025-08-02 23:55:00
        11 | 3  | comment    | admin | 2  | 2025-08-03 00:05:00
        12 | 3  |            | bot   |    | 2025-08-03 00:06:00
        13 | 4  | note       | admin | 3  | 2025-08-03 07:30:00
        14 | 5  | comment    | admin | 1  | 2025-08-03 08:30:00
        15 | 6  | assignment | bot   |    | 2025-08-04 12:00:00
        16 | 8  | comment    | admin | 2  | 2025-09-01 07:45:00
        17 | 8  | comment    | user  | a3 | 2025-09-01 08:00:00
        18 |    | comment    | user  | a3 | 2025-09-01 08:00:00
        """,
    ),
    "stg_intercom__contact": written(
        "contact_id VARCHAR | name VARCHAR | email VARCHAR",
        """
        a1 | Olga | olga@mail.example
        a2 |      | pia@mail.example
        a3 | Quin |
        a4 | Olga | olga2@mail.example
        """,
    ),
    "stg_intercom__admin": written(
        "admin_id INTEGER | name VARCHAR | job_title VARCHAR",
        """
        1 | Rafa | Agent
        2 | Suki |
        3 |      | Lead
        """,
    ),
    "stg_intercom__team": written(
        "team_id INTEGER | name VARCHAR | admin_lead_id INTEGER",
        """
        10 | First line | 1
        11 | Billing    | 3
        12 |            | 2
        13 | Escalation |
        """,
    ),
}
