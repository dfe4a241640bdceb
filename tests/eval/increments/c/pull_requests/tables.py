"""Source tables."""

from make_projects import written

TABLES = {
    "stg_github__pull_request": written(
        "pull_request_id INTEGER | issue_id INTEGER | is_draft BOOLEAN | head_branch VARCHAR",
        """
        501 | 1  | false | fix-login
        502 | 2  | true  | docs
        503 | 4  |       | cache
        504 | 5  | false | release-2
        505 | 6  |       | tests
        506 | 8  | true  | api
        507 | 9  | false | retry
        508 | 10 | false | retry-again
        509 | 11 |       | cleanup
        510 | 99 | false | orphan
        """,
    ),
    "stg_github__issue": written(
        "issue_id INTEGER | issue_number INTEGER | title VARCHAR | author_id INTEGER | repository_id INTEGER"
        " | created_at TIMESTAMP | closed_at TIMESTAMP",
        """
        1  | 11 | Log-in fails on Monday | 1 | 1 | 2025-03-03 08:15:00 | 2025-03-04 10:00:00
        2  | 12 | Write the handbook     | 2 | 1 | 2025-03-03 23:50:00 |
        3  | 13 | Not a pull request     | 1 | 1 | 2025-03-04 09:00:00 |
        4  | 14 | Cache the answers      | 3 | 2 | 2025-03-05 12:00:00 | 2025-03-05 12:30:00
        5  | 2  | Release two            | 1 | 2 | 2025-03-31 22:10:00 | 2025-04-02 07:00:00
        6  | 3  |                        |   | 2 | 2025-04-01 06:00:00 |
        7  | 4  | Question               | 2 | 3 | 2025-04-01 07:00:00 |
        8  | 5  | New interface          | 9 | 3 | 2025-04-02 18:20:00 |
        9  | 6  | Try it again           | 3 |   | 2025-04-03 10:00:00 | 2025-04-03 10:01:00
        10 | 7  | Try it again           | 3 | 2 | 2025-04-03 10:05:00 |
        11 | 8  | Clean up               | 2 | 1 | 2025-04-04 14:45:00 | 2025-04-09 14:45:00
        """,
    ),
    "stg_github__user": written(
        "user_id INTEGER | login_name VARCHAR | company VARCHAR",
        """
        1 | ayo   | Northwind
        2 | britt |
        3 | chen  | Contoso
        4 | dora  | Contoso
        """,
    ),
    "stg_github__repository": written(
        "repository_id INTEGER | full_name VARCHAR | is_private BOOLEAN",
        """
        1 | acme/site  | false
        2 | acme/core  | true
        3 | acme/tools |
        """,
    ),
    "stg_github__issue_comment": written(
        "comment_id INTEGER | issue_id INTEGER | user_id INTEGER | created_at TIMESTAMP",
        """
        1 | 1  | 2 | 2025-03-03 09:00:00
        2 | 1  | 1 | 2025-03-03 09:30:00
        3 | 3  | 2 | 2025-03-04 10:00:00
        4 | 4  | 4 | 2025-03-05 12:10:00
        5 |    | 4 | 2025-03-06 12:10:00
        6 | 11 | 1 | 2025-04-04 15:00:00
        7 | 11 |   | 2025-04-04 15:20:00
        8 | 11 | 1 | 2025-04-05 15:20:00
        """,
    ),
    "stg_github__pull_request_review": written(
        "review_id INTEGER | pull_request_id INTEGER | user_id INTEGER | state VARCHAR | submitted_at TIMESTAMP",
        """
        901 | 501 | 2 | COMMENTED         | 2025-03-03 09:10:00
        902 | 501 | 3 | APPROVED          | 2025-03-04 09:00:00
        903 | 502 | 1 | CHANGES_REQUESTED | 2025-03-04 00:20:00
        904 | 504 | 3 | APPROVED          | 2025-04-01 08:00:00
        905 | 504 | 2 | COMMENTED         | 2025-03-31 22:40:00
        906 | 504 | 4 | PENDING           |
        907 | 505 | 4 | PENDING           |
        908 | 507 | 1 | APPROVED          | 2025-04-03 10:00:00
        909 | 509 | 4 | COMMENTED         | 2025-04-08 16:05:00
        910 |     | 4 | COMMENTED         | 2025-04-08 16:15:00
        911 | 510 | 4 | APPROVED          | 2025-04-08 16:25:00
        912 | 509 | 4 | APPROVED          | 2025-04-09 09:00:00
        """,
    ),
}
