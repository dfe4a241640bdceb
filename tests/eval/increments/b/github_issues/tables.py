"""Source tables."""

from make_projects import key, moment, one, serial

TABLES = {
    "stg_issue": (
        110,
        {
            "issue_id": ("INTEGER", serial(1)),
            "issue_number": ("INTEGER", serial(500)),
            "title": ("VARCHAR", one("Bug", "Feature", "Question")),
            "body": ("VARCHAR", one("text", None)),
            "state": ("VARCHAR", one("open", "closed")),
            "created_at": ("TIMESTAMP", moment()),
            "closed_at": ("TIMESTAMP", moment(30)),
            "user_id": ("INTEGER", key(1, 20)),
            "repository_id": ("INTEGER", key(1, 4)),
            "is_pull_request": ("BOOLEAN", one("true", "false")),
            "is_locked": ("BOOLEAN", one("true", "false", None)),
            "milestone_id": ("INTEGER", key(1, 6, missing=50)),
        },
    ),
    "stg_user": (
        20,
        {
            "user_id": ("INTEGER", serial(1)),
            "login_name": ("VARCHAR", serial(1, "dev", 2)),
            "company": ("VARCHAR", one("Acme", None)),
        },
    ),
    "stg_repository": (
        4,
        {
            "repository_id": ("INTEGER", serial(1)),
            "full_name": ("VARCHAR", serial(1, "org/repo", 1)),
            "is_private": ("BOOLEAN", one("true", "false")),
        },
    ),
    "stg_issue_label": (
        200,
        {
            "issue_id": ("INTEGER", key(1, 105)),
            "label": ("VARCHAR", one("bug", "docs", "p1", "p2")),
            "updated_at": ("TIMESTAMP", moment()),
        },
    ),
    "stg_milestone": (
        6,
        {
            "milestone_id": ("INTEGER", serial(1)),
            "title": ("VARCHAR", serial(1, "v", 1)),
            "due_on": ("TIMESTAMP", moment(10)),
        },
    ),
}
