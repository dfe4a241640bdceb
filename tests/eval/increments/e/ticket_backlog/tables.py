"""Source tables."""

from make_projects import written

TABLES = {
    "stg_zendesk__ticket": written(
        "ticket_id INTEGER | subject VARCHAR | status VARCHAR | priority VARCHAR | ticket_type VARCHAR"
        " | created_channel VARCHAR | created_at TIMESTAMP | updated_at TIMESTAMP | due_at TIMESTAMP"
        " | group_id INTEGER | organization_id INTEGER | requester_id INTEGER | assignee_id INTEGER",
        """
        1|Cannot log in|open|high|problem|web|2025-01-03 08:10:00|2025-01-04 08:00:00||1|41|101|201
        2|Bill missing|solved||question|email|2025-01-03 09:20:00|2025-01-05 09:00:00|2025-01-10 12:00:00|2|41|102|202
        3|Spam|deleted|||email|2025-01-02 09:00:00|2025-01-03 10:00:00||1||101|
        4|Again no log-in|pending|urgent|incident|chat|2025-01-06 10:45:00|2025-01-06 11:00:00||1|41|101|201
        5|Change address|new|low|task|web|2025-01-07 13:00:00||||42|103|
        6||open|normal|question|api|2025-01-08 07:30:00|2025-01-09 07:30:00|2025-01-20 12:00:00|2||199|202
        7|Refund|closed|high|problem|phone|2025-01-09 15:15:00|2025-01-12 15:15:00||3|42|103|203
        8|Test|Deleted|||web|2025-01-10 08:00:00|2025-01-10 08:05:00||1||104|
        9|Export broken|hold||incident|email|2025-01-11 16:40:00|2025-01-13 09:00:00||1|49|104|201
        10|Still broken|open|high|incident|email|2025-01-14 08:20:00|2025-01-14 09:00:00||1|49|104|299
        11|Thank you|solved|low||email|2025-01-15 12:00:00|2025-01-15 12:01:00||9|41|102|202
        12|Cancel|open|high|task|chat|2025-01-16 17:05:00|2025-01-17 08:00:00||3|43|199|203
        13|Price list|new||question|web|2025-01-17 18:00:00|||2|43|105|
        14|Log-in once more|open|urgent|incident|web|2025-01-05 06:00:00|2025-01-18 08:00:00||1|41|101|201
        """,
    ),
    "stg_zendesk__user": written(
        "user_id INTEGER | name VARCHAR | email VARCHAR | locale VARCHAR | role VARCHAR",
        """
        101 | Wanda Ives  | Wanda@one.example   | en-GB | end-user
        102 | Xaver Hoch  | xaver@one.example   | de    | end-user
        103 | Yuki Mori   | YUKI@two.example    | ja    | end-user
        104 | Zoe Adler   |                     |       | end-user
        105 | Abel Ruiz   | abel@three.example  | es    | end-user
        201 | Agent Berg  | berg@desk.example   | en-US | agent
        202 | Agent Cruz  | cruz@desk.example   | en-US | agent
        203 | Agent Dahl  | dahl@desk.example   | nb    | agent
        """,
    ),
    "stg_zendesk__group": written(
        "group_id INTEGER | group_name VARCHAR",
        """
        1 | Technical
        2 | Billing
        3 | Retention
        """,
    ),
    "stg_zendesk__organization": written(
        "organization_id INTEGER | organization_name VARCHAR | details VARCHAR",
        """
        41 | One   | gold
        42 | Two   |
        43 | Three | silver
        """,
    ),
    "stg_zendesk__ticket_metric": written(
        "ticket_id INTEGER | replies INTEGER | reopens INTEGER | first_reply_minutes INTEGER",
        """
        1  | 2 | 1 | 15
        2  | 1 | 0 | 120
        3  | 0 | 2 |
        4  | 4 | 3 | 5
        6  |   |   |
        7  | 6 | 0 | 44
        9  | 3 |   | 61
        10 |   | 1 | 8
        11 | 1 | 0 | 240
        12 | 0 | 0 |
        14 | 9 | 0 | 33
        """,
    ),
}
