"""Source tables."""

from make_projects import day, key, moment, money, name_of, one, serial, whole

TABLES = {
    "stg_opportunity": (
        120,
        {
            "opportunity_id": ("VARCHAR", serial(1, "O", 4)),
            "account_id": ("VARCHAR", key(1, 35, "A", 3, missing=5)),
            "owner_id": ("VARCHAR", key(1, 12, "U", 2)),
            "opportunity_name": ("VARCHAR", one("Renewal", "New deal", "Upsell")),
            "amount": ("DOUBLE", money(10, 9000, 6)),
            "probability": ("DOUBLE", one(0, 10, 50, 90, 100, None)),
            "stage_name": ("VARCHAR", one("Prospecting", "Closed Won", "Closed Lost", "Negotiation")),
            "forecast_category": ("VARCHAR", one("Pipeline", "BestCase", "Omitted", None)),
            "is_won": ("BOOLEAN", one("true", "false")),
            "is_closed": ("BOOLEAN", one("true", "false")),
            "created_date": ("TIMESTAMP", moment()),
            "close_date": ("DATE", day(4)),
            "lead_source": ("VARCHAR", one("Web", "Partner", None, "")),
            "is_deleted": ("BOOLEAN", one("false", "false", "false", "true")),
        },
    ),
    "stg_user": (
        12,
        {
            "user_id": ("VARCHAR", serial(1, "U", 2)),
            "name": ("VARCHAR", name_of(("Ada", "Bo", "Cleo", "Dan"), ("Adler", "Berg", "Costa"))),
            "city": ("VARCHAR", one("Bern", "Oslo", None)),
            "user_role_id": ("VARCHAR", key(1, 4, "R", 1, missing=10)),
            "manager_id": ("VARCHAR", key(1, 12, "U", 2, missing=20)),
        },
    ),
    "stg_account": (
        30,
        {
            "account_id": ("VARCHAR", serial(1, "A", 3)),
            "account_name": ("VARCHAR", name_of(("Acme", "Initech", "Hooli"), ("AG", "Ltd"))),
            "industry": ("VARCHAR", one("Steel", "Retail", None)),
            "account_type": ("VARCHAR", one("Customer", "Prospect", None)),
            "number_of_employees": ("INTEGER", whole(1, 5000, 10)),
        },
    ),
    "stg_user_role": (
        4,
        {
            "user_role_id": ("VARCHAR", serial(1, "R", 1)),
            "user_role_name": ("VARCHAR", one("Sales EMEA", "Sales US", "Partner")),
        },
    ),
}
