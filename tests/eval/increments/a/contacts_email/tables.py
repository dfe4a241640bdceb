"""Source tables."""

from make_projects import key, moment, name_of, one, serial, whole

TABLES = {
    "int_contact_merged": (
        60,
        {
            "contact_id": ("INTEGER", serial(1)),
            "email": ("VARCHAR", serial(1, "user", 3)),
            "contact_name": ("VARCHAR", name_of(("Ada", "Bo", "Cleo"), ("Adler", "Berg"), missing=8)),
            "job_title": ("VARCHAR", one("cto", "Buyer", None, "")),
            "company_name": ("VARCHAR", one("Acme", "Initech", None)),
            "lifecycle_stage": ("VARCHAR", one("lead", "customer", "opportunity", None)),
            "created_at": ("TIMESTAMP", moment(2)),
            "is_contact_deleted": ("BOOLEAN", one("false", "false", "false", "true", None)),
        },
    ),
    "email_sends": (
        300,
        {
            "email_send_id": ("INTEGER", serial(1)),
            "recipient_email_address": ("VARCHAR", key(1, 50, "user", 3)),
            "campaign_id": ("INTEGER", whole(1, 9)),
            "sent_at": ("TIMESTAMP", moment()),
            "bounces": ("INTEGER", one(0, 0, 0, 1)),
            "clicks": ("INTEGER", whole(0, 3, 5)),
            "opens": ("INTEGER", whole(0, 4, 5)),
            "deliveries": ("INTEGER", one(1, 1, 1, 0)),
            "was_unsubcribed": ("BOOLEAN", one("false", "false", "true")),
        },
    ),
}
