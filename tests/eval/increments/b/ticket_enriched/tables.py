"""Source tables."""

from make_projects import key, moment, name_of, one, serial

TABLES = {
    "stg_ticket": (
        130,
        {
            "ticket_id": ("INTEGER", serial(1)),
            "created_at": ("TIMESTAMP", moment()),
            "updated_at": ("TIMESTAMP", moment()),
            "solved_at": ("TIMESTAMP", moment(30)),
            "status": ("VARCHAR", one("open", "closed", "solved", "deleted", "pending")),
            "priority": ("VARCHAR", one("low", "high", None, "urgent")),
            "type": ("VARCHAR", one("incident", "question", None, "problem")),
            "requester_id": ("INTEGER", key(1, 40)),
            "submitter_id": ("INTEGER", key(1, 40)),
            "assignee_id": ("INTEGER", key(1, 40, missing=15)),
            "group_id": ("INTEGER", key(1, 6, missing=10)),
            "subject": ("VARCHAR", one("Help", "Broken", None)),
            "ticket_form_id": ("INTEGER", key(1, 5, missing=20)),
            "due_at": ("TIMESTAMP", moment(60)),
            "created_channel": ("VARCHAR", one("web", "email", "api")),
        },
    ),
    "stg_user": (
        38,
        {
            "user_id": ("INTEGER", serial(1)),
            "name": ("VARCHAR", name_of(("Ada", "Bo", "Cleo", "Dan"), ("Adler", "Berg", "Costa"))),
            "email": ("VARCHAR", serial(1, "u", 3)),
            "role": ("VARCHAR", one("agent", "end-user", "admin")),
            "is_active": ("BOOLEAN", one("true", "true", "false", None)),
            "time_zone": ("VARCHAR", one("Bern", "Oslo", None)),
            "organization_id": ("INTEGER", key(1, 9, missing=20)),
            "last_login_at": ("TIMESTAMP", moment(10)),
        },
    ),
    "stg_group": (
        6,
        {"group_id": ("INTEGER", serial(1)), "name": ("VARCHAR", one("Support", "Billing", "Ops"))},
    ),
    "stg_organization": (
        8,
        {
            "organization_id": ("INTEGER", serial(1)),
            "name": ("VARCHAR", serial(1, "Org ", 2)),
            "details": ("VARCHAR", one(None, "vip", "trial")),
        },
    ),
    "stg_ticket_comment": (
        350,
        {
            "ticket_comment_id": ("INTEGER", serial(1)),
            "ticket_id": ("INTEGER", key(1, 125)),
            "user_id": ("INTEGER", key(1, 38)),
            "is_public": ("BOOLEAN", one("true", "false")),
            "created_at": ("TIMESTAMP", moment()),
        },
    ),
}
