"""Source tables."""

from make_projects import day, key, money, one, serial, whole

TABLES = {
    "stg_campaign_stats": (
        400,
        {
            "account_id": ("INTEGER", one(1, 2, 3)),
            "campaign_id": ("INTEGER", key(1, 15)),
            "date_day": ("DATE", day(0, 20)),
            "device": ("VARCHAR", one("MOBILE", "DESKTOP", "TABLET")),
            "clicks": ("INTEGER", whole(0, 60)),
            "impressions": ("INTEGER", whole(0, 900)),
            "spend": ("DOUBLE", money(0, 90, 4)),
            "conversions": ("DOUBLE", whole(0, 9, 12)),
            "conversions_value": ("DOUBLE", money(0, 400, 12)),
        },
    ),
    "stg_campaign_history": (
        15,
        {
            "campaign_id": ("INTEGER", serial(1)),
            "campaign_name": ("VARCHAR", one("Brand", "Generic", "Retarget")),
            "status": ("VARCHAR", one("ENABLED", "PAUSED", "REMOVED")),
            "advertising_channel_type": ("VARCHAR", one("SEARCH", "DISPLAY", None)),
            "start_date": ("DATE", day(0)),
            "is_most_recent_record": ("BOOLEAN", one("true")),
        },
    ),
    "stg_account_history": (
        3,
        {
            "account_id": ("INTEGER", serial(1)),
            "account_name": ("VARCHAR", serial(1, "Account ", 1)),
            "currency_code": ("VARCHAR", one("EUR", "USD")),
            "is_most_recent_record": ("BOOLEAN", one("true")),
        },
    ),
}
