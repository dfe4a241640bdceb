"""Source tables."""

from make_projects import written

TABLES = {
    "stg_jira__issue": written(
        "issue_id INTEGER | issue_key VARCHAR | summary VARCHAR | status_id INTEGER | priority_id INTEGER"
        " | assignee_user_id VARCHAR | reporter_user_id VARCHAR | parent_issue_id INTEGER"
        " | epic_link VARCHAR | created_at TIMESTAMP | resolved_at TIMESTAMP",
        """
        1 | OPS-1 | Printer offline | 1 | 2 | u1 | u2 |  | OPS-90 | 2025-01-02 23:30:00 | 2025-01-03 00:10:00
        2 | OPS-2 | Replace switch | 3 | 1 | u2 | u3 |  |  | 2025-01-05 09:00:00 | 2025-02-05 08:00:00
        3 | OPS-3 | Order parts | 3 | 1 | u2 | u3 | 2 |  | 2025-01-06 09:00:00 | 2025-01-20 18:00:00
        4 | OPS-4 | Book downtime | 2 | 3 |  | u4 | 2 |  | 2025-01-07 09:00:00 |
        5 | OPS-5 | VPN slow | 1 |  | u3 | u9 |  | OPS-91 | 2025-02-14 10:00:00 |
        6 | OPS-6 | New laptop | 4 | 2 | u1 |  |  |  | 2025-02-20 10:00:00 | 2025-02-20 15:00:00
        7 | OPS-7 | Door badge | 2 | 2 | u4 | u1 |  |  | 2025-03-31 08:00:00 |
        8 | OPS-8 | Backup failed | 3 | 1 | u5 | u5 |  |  | 2025-03-01 02:00:00 | 2025-03-04 04:00:00
        9 | OPS-9 | Restore test | 1 | 3 |  | u2 | 8 |  | 2025-03-05 11:00:00 |
        10 | OPS-10 | Docs |  | 9 | u7 | u1 |  |  | 2025-03-09 11:00:00 | 2025-03-10 11:00:00
        """,
    ),
    "stg_jira__status": written(
        "status_id INTEGER | status_name VARCHAR | status_category VARCHAR",
        """
        1 | To Do | new
        2 | In Progress | indeterminate
        3 | Done | done
        """,
    ),
    "stg_jira__priority": written(
        "priority_id INTEGER | priority_name VARCHAR",
        """
        1 | High
        2 | Medium
        3 | Low
        """,
    ),
    "stg_jira__user": written(
        "user_id VARCHAR | display_name VARCHAR | email VARCHAR",
        """
        u1 | Ines Prado | ines@corp.test
        u2 | Tom Reed | tom@corp.test
        u3 |  | ext.kaur@corp.test
        u4 | Liu Wei |
        u5 |  |
        """,
    ),
    "stg_jira__comment": written(
        "comment_id INTEGER | issue_id INTEGER | author_user_id VARCHAR | is_public BOOLEAN"
        " | created_at TIMESTAMP",
        """
        1 | 1 | u1 | true | 2025-01-02 23:40:00
        2 | 1 | u2 | true | 2025-01-02 23:50:00
        3 | 1 | u4 | false | 2025-01-03 00:00:00
        4 | 2 | u4 | true | 2025-01-15 00:00:00
        5 | 2 | u2 | true | 2025-01-10 00:00:00
        6 | 2 | u1 | true | 2025-01-12 00:00:00
        7 | 4 | u1 | false | 2025-01-12 00:00:00
        8 | 5 | u3 | true | 2025-02-15 00:00:00
        9 | 6 | u1 |  | 2025-02-21 00:00:00
        10 | 8 | u2 | true | 2025-03-01 03:00:00
        11 | 8 | u8 | true | 2025-03-02 03:00:00
        12 | 44 | u1 | true | 2025-03-02 03:00:00
        """,
    ),
    "stg_jira__issue_field_history": written(
        "issue_id INTEGER | field_id VARCHAR | field_value VARCHAR | updated_at TIMESTAMP",
        """
        1 | assignee | u4 | 2025-01-02 23:35:00
        1 | assignee | u1 | 2025-01-02 23:45:00
        1 | status | 2 | 2025-01-02 23:31:00
        2 | assignee |  | 2025-01-05 10:00:00
        2 | assignee | u2 | 2025-01-06 10:00:00
        2 | assignee |  | 2025-01-07 10:00:00
        2 | assignee | u2 | 2025-01-08 10:00:00
        4 | assignee |  | 2025-01-08 10:00:00
        5 | assignee | u3 | 2025-02-14 10:00:05
        6 | priority | 2 | 2025-02-20 10:01:00
        8 | assignee | u5 | 2025-03-03 08:00:00
        8 | assignee | u1 | 2025-03-01 08:00:00
        10 | assignee | u7 | 2025-03-09 11:30:00
        """,
    ),
}
