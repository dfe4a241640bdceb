"""Source tables."""

from make_projects import written

TABLES = {
    "stg_jira__issue": written(
        "issue_id INTEGER | issue_key VARCHAR | summary VARCHAR | issue_type_id INTEGER"
        " | status_id INTEGER | project_id INTEGER | assignee_user_id VARCHAR"
        " | created_at TIMESTAMP | updated_at TIMESTAMP | resolved_at TIMESTAMP",
        """
        1 | OPS-1 | Disk full | 1 | 3 | 10 | u1 | 2025-01-02 08:00:00 | 2025-01-05 09:00:00 | 2025-01-05 07:00:00
        2 | OPS-2 | New laptop | 2 | 1 | 10 |  | 2025-01-03 10:00:00 | 2025-01-03 10:00:00 |
        3 | OPS-3 | VPN down | 1 | 2 | 10 | u2 | 2025-01-04 12:30:00 | 2025-01-06 12:30:00 |
        4 | WEB-1 | Logo wrong | 1 | 3 | 20 | u9 | 2025-01-05 09:00:00 | 2025-01-05 18:00:00 | 2025-01-05 18:00:00
        5 | WEB-2 | Dark mode | 3 | 4 | 20 | u1 | 2025-01-06 09:00:00 | 2025-01-16 09:00:00 | 2025-01-16 09:00:00
        6 | WEB-3 |  | 9 | 7 | 30 | u3 | 2025-01-07 09:00:00 | 2025-01-08 09:00:00 |
        7 | OPS-4 | Printer | 2 | 3 | 10 | u2 | 2025-01-08 23:00:00 | 2025-01-10 01:00:00 | 2025-01-10 01:00:00
        """,
    ),
    "stg_jira__issue_type": written(
        "issue_type_id INTEGER | issue_type_name VARCHAR",
        """
        1 | Incident
        2 | Request
        3 | Story
        """,
    ),
    "stg_jira__status": written(
        "status_id INTEGER | status_name VARCHAR | status_category_id INTEGER",
        """
        1 | Open | 1
        2 | In progress | 2
        3 | Done | 3
        4 | Rejected | 3
        5 | Waiting | 2
        """,
    ),
    "stg_jira__status_category": written(
        "status_category_id INTEGER | status_category_name VARCHAR",
        """
        1 | To do
        2 | Doing
        3 | Finished
        """,
    ),
    "stg_jira__project": written(
        "project_id INTEGER | project_name VARCHAR | lead_user_id VARCHAR",
        """
        10 | Operations | u2
        20 | Website | u4
        """,
    ),
    "stg_jira__user": written(
        "user_id VARCHAR | user_display_name VARCHAR | email VARCHAR",
        """
        u1 | Ida Falk | ida@x.example
        u2 | Jon Gray | jon@x.example
        u3 | Kai Holm |
        u4 | Lea Ivy | lea@x.example
        """,
    ),
    "stg_jira__comment": written(
        "comment_id INTEGER | issue_id INTEGER | author_user_id VARCHAR | is_public BOOLEAN"
        " | created_at TIMESTAMP",
        """
        1 | 1 | u1 | true | 2025-01-02 09:00:00
        2 | 1 | u2 | false | 2025-01-03 09:00:00
        3 | 3 | u2 | false | 2025-01-05 09:00:00
        4 | 5 | u1 | true | 2025-01-06 10:00:00
        5 | 5 | u4 | true | 2025-01-07 10:00:00
        6 | 5 | u4 |  | 2025-01-08 10:00:00
        7 | 7 | u2 | true | 2025-01-09 10:00:00
        """,
    ),
}
