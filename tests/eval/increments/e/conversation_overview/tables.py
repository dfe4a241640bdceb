"""Source tables."""

from make_projects import written

TABLES = {
    "stg_intercom__conversation_history": written(
        "conversation_id INTEGER | created_at TIMESTAMP | updated_at TIMESTAMP | source_type VARCHAR"
        " | source_delivered_as VARCHAR | source_subject VARCHAR | source_url VARCHAR | assignee_type VARCHAR"
        " | assignee_id INTEGER | is_open BOOLEAN | is_read BOOLEAN | state VARCHAR | waiting_since DATE"
        " | snoozed_until DATE | sla_name VARCHAR | sla_status VARCHAR | conversation_rating_value INTEGER"
        " | conversation_rating_remark VARCHAR | _fivetran_active BOOLEAN",
        """
        1|2025-02-01 08:00:00|2025-02-02 09:00:00|chat|customer||/help|admin|61|false|true|closed|||Gold|hit|5|OK|true
        1|2025-02-01 08:00:00|2025-02-01 08:30:00|chat|customer||/help|admin|62|true|true|open|||Gold||||false
        2|2025-02-01 09:30:00|2025-02-03 10:00:00|email|customer|Bill||team|71|true|false|open|2025-02-02|||hit|||true
        3|2025-02-02 10:00:00|2025-02-02 10:05:00|push|operator|News|/news||||true|snoozed||2025-03-01|||||
        4|2025-02-02 23:50:00|2025-02-04 12:00:00|chat|automated||/cart|admin|62|false|true|closed|||Silver|hit|2||true
        5|2025-02-03 07:15:00||email|customer|Refund||admin|69|true|false|open|2025-02-03||Gold|active|||true
        6|2025-02-03 14:00:00|2025-02-05 08:00:00|chat|customer||/price|admin|61|false|true|closed||||cancelled|4||true
        7|2025-02-04 16:45:00|2025-02-04 18:00:00|chat|automated||/help|bot||false|true|closed||||||Bot did it|true
        8|2025-02-05 09:00:00|2025-02-06 09:00:00|email|customer|Tax||admin|62|true|true|open|2025-02-06||Silver|hit|1||
        9|2025-02-05 11:11:00|2025-02-05 11:12:00|email|customer|Old||admin|61|false|false|closed|||||||false
        10|2025-02-06 12:00:00|2025-02-07 13:00:00|chat|customer||/me|admin|63|true|true|snoozed||2025-02-20|||3|OK|true
        11|2025-02-07 08:30:00|2025-02-07 08:31:00|chat|customer||/|admin|63|true|false|open|||Gold|active|||true
        12|2025-02-08 20:00:00|2025-02-09 07:00:00|email|customer|Hello|||||false|closed||||hit|||true
        """,
    ),
    "stg_intercom__conversation_part_history": written(
        "conversation_part_id INTEGER | conversation_id INTEGER | part_type VARCHAR | author_type VARCHAR"
        " | author_id INTEGER | created_at TIMESTAMP",
        """
        101 | 1  | comment    | bot   | 1  | 2025-02-01 08:00:05
        102 | 1  | assignment | bot   | 1  | 2025-02-01 08:01:00
        103 | 1  | comment    | admin | 61 | 2025-02-01 08:12:00
        104 | 1  | comment    | user  | 7  | 2025-02-01 08:20:00
        105 | 1  | close      | bot   | 1  | 2025-02-01 09:00:00
        106 | 1  | open       | user  | 7  | 2025-02-01 10:00:00
        107 | 1  | close      | admin | 61 | 2025-02-02 09:00:00
        108 | 2  | comment    | user  | 8  | 2025-02-01 09:40:00
        109 | 2  | assignment | admin | 62 | 2025-02-01 11:00:00
        110 | 2  | note       | admin | 62 | 2025-02-01 11:05:00
        111 | 4  | comment    | admin | 62 | 2025-02-03 00:20:00
        112 | 4  | close      | admin | 62 | 2025-02-03 00:25:00
        113 | 4  | open       | user  | 9  | 2025-02-03 08:00:00
        114 | 4  | open       | admin | 62 | 2025-02-03 08:30:00
        115 | 4  | close      | admin | 61 | 2025-02-04 12:00:00
        116 | 5  | comment    | user  | 10 | 2025-02-03 07:16:00
        117 | 6  | comment    | admin | 61 | 2025-02-03 15:30:00
        118 | 6  | comment    | admin | 61 | 2025-02-04 15:30:00
        119 | 6  | close      | user  | 11 | 2025-02-05 08:00:00
        120 | 7  | comment    | bot   | 1  | 2025-02-04 16:45:30
        121 | 7  | comment    | bot   | 1  | 2025-02-04 16:50:00
        122 | 7  | close      | bot   | 1  | 2025-02-04 18:00:00
        123 | 8  | comment    | admin | 62 | 2025-02-06 09:00:00
        124 | 9  | close      | admin | 61 | 2025-02-05 11:12:00
        125 | 10 | comment    | admin | 63 | 2025-02-06 12:03:00
        126 | 10 | open       | bot   | 1  | 2025-02-07 13:00:00
        127 | 99 | comment    | admin | 63 | 2025-02-07 14:00:00
        """,
    ),
    "stg_intercom__admin": written(
        "admin_id INTEGER | admin_name VARCHAR | job_title VARCHAR",
        """
        61 | Sam Ode   | Lead
        62 | Tess Paul | Agent
        63 | Uri Katz  |
        """,
    ),
}
