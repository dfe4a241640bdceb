"""Source tables."""

from make_projects import written

TABLES = {
    "stg_github__pull_request": written(
        "pull_request_id BIGINT | number INTEGER | repository_id INTEGER | title VARCHAR"
        " | author_user_id INTEGER | state VARCHAR | is_draft BOOLEAN | created_at TIMESTAMP"
        " | merged_at TIMESTAMP",
        """
        1001 | 1 | 7 | Add retries | 1 | closed | false | 2025-03-01 10:00:00 | 2025-03-02 11:30:00
        1002 | 2 | 7 | Bump lodash | 4 | closed | false | 2025-03-01 12:00:00 | 2025-03-01 12:20:00
        1003 | 3 | 7 | WIP parser | 2 | open | true | 2025-03-02 09:00:00 |
        1004 | 4 | 7 | Drop py38 | 2 | closed | true | 2025-03-03 09:00:00 |
        1005 | 1 | 8 | Fix typo | 3 | open | false | 2025-03-04 09:00:00 |
        1006 | 2 | 8 | Ghost patch | 99 | closed | false | 2025-03-05 09:00:00 | 2025-03-05 09:15:00
        1007 | 3 | 8 | Cache layer | 1 | open |  | 2025-03-06 09:00:00 |
        1008 | 5 | 7 | Rework auth | 3 | closed | false | 2025-03-07 00:00:00 | 2025-03-10 00:00:00
        1009 | 4 | 8 | Robots page | 5 | open | false | 2025-03-08 08:00:00 |
        1010 | 9 | 55 | Lost repo | 1 | open | false | 2025-03-08 08:00:00 |
        1011 | 6 | 7 | No author |  | closed | false | 2025-03-09 08:00:00 |
        """,
    ),
    "stg_github__repository": written(
        "repository_id INTEGER | full_name VARCHAR",
        """
        7 | acme/core
        8 | acme/docs
        """,
    ),
    "stg_github__user": written(
        "user_id INTEGER | login_name VARCHAR",
        """
        1 | mia
        2 | tomasz
        3 | sunil-k
        4 | dependabot[bot]
        5 | [bot]hunter
        """,
    ),
    "stg_github__pull_request_review": written(
        "review_id BIGINT | pull_request_id BIGINT | reviewer_user_id INTEGER | state VARCHAR"
        " | submitted_at TIMESTAMP",
        """
        1 | 1001 | 1 | COMMENTED | 2025-03-01 10:05:00
        2 | 1001 | 2 | CHANGES_REQUESTED | 2025-03-01 15:00:00
        3 | 1001 | 2 | APPROVED | 2025-03-02 09:00:00
        4 | 1001 | 3 | APPROVED | 2025-03-01 18:00:00
        5 | 1001 | 5 | COMMENTED | 2025-03-01 12:00:00
        6 | 1002 | 1 | APPROVED | 2025-03-01 12:10:00
        7 | 1003 | 2 | COMMENTED | 2025-03-02 10:00:00
        8 | 1004 | 1 | APPROVED | 2025-03-03 10:00:00
        9 | 1004 | 1 | DISMISSED | 2025-03-04 10:00:00
        10 | 1006 | 1 | APPROVED | 2025-03-05 09:10:00
        11 | 1008 | 1 | APPROVED | 2025-03-09 10:00:00
        12 | 1008 | 2 | APPROVED | 2025-03-08 10:00:00
        13 | 1008 | 2 | APPROVED | 2025-03-08 18:00:00
        14 | 1008 | 5 | CHANGES_REQUESTED | 2025-03-09 12:00:00
        15 | 1011 | 3 | COMMENTED | 2025-03-09 09:00:00
        """,
    ),
    "stg_github__pull_request_label": written(
        "pull_request_id BIGINT | label_name VARCHAR",
        """
        1001 | reliability
        1001 | api
        1001 | bug
        1002 | dependencies
        1004 | breaking
        1004 | python
        1008 | security
        1008 | auth
        1008 | needs-docs
        1003 | wip
        """,
    ),
}
