"""Source tables."""

from make_projects import written

TABLES = {
    "stg_zendesk__ticket": written(
        "ticket_id INTEGER | subject VARCHAR | status VARCHAR | priority VARCHAR | ticket_type VARCHAR"
        " | channel VARCHAR"
        " | requester_id INTEGER | assignee_id INTEGER | group_id INTEGER | brand_id INTEGER"
        " | created_at TIMESTAMP | solved_at TIMESTAMP",
        """
        1|Lost parcel|solved|high|incident|email|1|5|21|91|2025-06-01 09:00:00|2025-06-01 15:30:00
        2|Refund|closed||question|web|2|5|21|92|2025-06-01 23:50:00|2025-06-03 00:20:00
        3|Lost parcels|open|urgent|problem|email|1||22|91|2025-06-02 10:00:00|
        4||new|||chat|3||||2025-06-02 10:05:00|
        5|Invoice|pending|low|task|web|4|6|23|93|2025-06-03 08:00:00|
        6|Spam|closed|normal|question|email|9|5|21|91|2025-06-03 08:30:00|2025-06-03 08:31:00
        7|Wrong colour|solved||incident|chat|2|6|22|92|2025-06-04 12:00:00|2025-06-04 12:00:00
        8|Where is it|open|high|question|voice|4|7|22|99|2025-06-05 12:00:00|
        9|Where is it now|hold|high|question|voice|4|5|29|91|2025-06-05 13:00:00|
        10|Thanks|solved|low||email|3|6|23||2025-06-06 07:15:00|2025-06-10 07:15:00
        """,
    ),
    "stg_zendesk__user": written(
        "user_id INTEGER | name VARCHAR | email VARCHAR | role VARCHAR",
        """
        1 | Ana Alves   | ana@example.org   | end-user
        2 | Ben Brook   |                   | end-user
        3 | Chi Chen    | chi@example.org   | end-user
        4 | Dina Dahl   | dina@example.org  | end-user
        5 | Agent Eve   | eve@example.com   | agent
        6 | Agent Finn  | finn@example.com  | agent
        8 | Admin Gita  | gita@example.com  | admin
        """,
    ),
    "stg_zendesk__group": written(
        "group_id INTEGER | name VARCHAR",
        """
        21 | First line
        22 | Logistics
        23 | Finance
        """,
    ),
    "stg_zendesk__brand": written(
        "brand_id INTEGER | name VARCHAR | is_active BOOLEAN",
        """
        91 | Main shop | true
        92 | Outlet    | true
        93 | Old shop  | false
        94 | Lab       |
        """,
    ),
    "stg_zendesk__ticket_comment": written(
        "ticket_comment_id INTEGER | ticket_id INTEGER | user_id INTEGER | is_public BOOLEAN | created_at TIMESTAMP",
        """
        301 | 1  | 1 | true  | 2025-06-01 09:00:00
        302 | 1  | 5 | false | 2025-06-01 09:20:00
        303 | 1  | 5 | true  | 2025-06-01 10:00:00
        304 | 2  | 5 | true  | 2025-06-02 00:05:00
        305 | 3  | 5 | false | 2025-06-02 11:00:00
        306 | 3  | 6 | false | 2025-06-02 11:30:00
        307 | 5  | 6 |       | 2025-06-03 09:00:00
        308 | 5  | 6 | false | 2025-06-03 08:10:00
        309 | 6  | 5 | true  | 2025-06-03 08:31:00
        310 | 7  | 6 | true  | 2025-06-04 12:10:00
        311 | 7  | 2 | true  | 2025-06-04 12:12:00
        312 | 8  | 7 |       | 2025-06-05 18:00:00
        313 | 10 | 6 | true  | 2025-06-09 07:15:00
        314 | 10 | 6 | false | 2025-06-11 07:15:00
        315 |    | 6 | false | 2025-06-12 07:15:00
        316 | 99 | 6 | true  | 2025-06-12 08:15:00
        """,
    ),
}
