"""Source tables."""

from make_projects import written

TABLES = {
    "stg_zendesk__ticket_metrics": written(
        "ticket_id INTEGER | assignee_group VARCHAR | status VARCHAR | priority VARCHAR | is_reopened BOOLEAN"
        " | first_reply_minutes INTEGER | created_at TIMESTAMP",
        """
        1 | Billing | new | high | false | 12 | 2025-01-01 08:00:00
        2 | Billing | pending | urgent | true | 30 | 2025-01-02 08:00:00
        3 | Billing | open | low | false |  | 2025-01-03 08:00:00
        4 | Technical | hold |  | true | 5 | 2025-01-04 08:00:00
        5 | Technical | pending | normal | false | 7 | 2025-01-05 08:00:00
        6 | Technical | closed | high |  | 90 | 2025-01-06 08:00:00
        7 | Technical | solved | low | false |  | 2025-01-07 08:00:00
        8 | Returns |  | urgent | false | 1 | 2025-01-08 08:00:00
        """,
    ),
    "stg_zendesk__user": written(
        "user_id INTEGER | name VARCHAR | role VARCHAR | active_status BOOLEAN | is_suspended BOOLEAN",
        """
        1 | Ann | agent | true | false
        2 | Bo | admin | true | false
        3 | Cy | end-user | true | true
        4 | Dee | end-user | false | false
        5 | Eve | agent | false |
        6 | Flo |  | true | false
        """,
    ),
}
