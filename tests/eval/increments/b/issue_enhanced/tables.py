"""Source tables."""

from make_projects import key, moment, name_of, one, serial, whole

TABLES = {
    "stg_issue": (
        140,
        {
            "issue_id": ("INTEGER", serial(1)),
            "issue_key": ("VARCHAR", serial(1, "PRJ-", 3)),
            "project_id": ("INTEGER", key(1, 5)),
            "status_id": ("INTEGER", key(1, 4)),
            "resolution_id": ("INTEGER", key(1, 3, missing=40)),
            "assignee_user_id": ("VARCHAR", key(1, 15, "u", 2, missing=15)),
            "reporter_user_id": ("VARCHAR", key(1, 15, "u", 2)),
            "issue_type": ("VARCHAR", one("Bug", "Story", "Epic", None)),
            "created_at": ("TIMESTAMP", moment()),
            "resolved_at": ("TIMESTAMP", moment(35)),
            "updated_at": ("TIMESTAMP", moment()),
            "due_date": ("TIMESTAMP", moment(50)),
            "original_estimate_seconds": ("INTEGER", whole(60, 90000, 25)),
            "time_spent_seconds": ("INTEGER", whole(60, 90000, 25)),
            "parent_issue_id": ("INTEGER", key(1, 140, missing=60)),
        },
    ),
    "stg_project": (
        5,
        {
            "project_id": ("INTEGER", serial(1)),
            "project_name": ("VARCHAR", serial(1, "Project ", 1)),
            "project_category": ("VARCHAR", one("internal", "client", None)),
        },
    ),
    "stg_status": (
        4,
        {
            "status_id": ("INTEGER", serial(1)),
            "status_name": ("VARCHAR", one("Open", "Done", "In Progress")),
            "status_category": ("VARCHAR", one("todo", "done")),
        },
    ),
    "stg_resolution": (
        3,
        {
            "resolution_id": ("INTEGER", serial(1)),
            "resolution_name": ("VARCHAR", one("Fixed", "Won't do", "Duplicate")),
        },
    ),
    "stg_user": (
        14,
        {
            "user_id": ("VARCHAR", serial(1, "u", 2)),
            "user_display_name": ("VARCHAR", name_of(("Ada", "Bo"), ("Adler", "Berg", "Costa"))),
            "locale": ("VARCHAR", one("de", "en", None)),
        },
    ),
    "stg_comment": (
        300,
        {
            "comment_id": ("INTEGER", serial(1)),
            "issue_id": ("INTEGER", key(1, 130)),
            "author_user_id": ("VARCHAR", key(1, 15, "u", 2)),
            "created_at": ("TIMESTAMP", moment()),
        },
    ),
}
