"""Source tables."""

from make_projects import key, moment, one, serial, whole

TABLES = {
    "page_views_sessionized": (
        400,
        {
            "page_view_id": ("INTEGER", serial(1)),
            "session_id": ("VARCHAR", key(1, 90, "s", 3)),
            "anonymous_id": ("VARCHAR", key(1, 30, "a", 2)),
            "tstamp": ("TIMESTAMP", moment(0, 30)),
            "page_url_path": ("VARCHAR", one("/", "/pricing", "/docs", "/blog")),
            "referrer_host": ("VARCHAR", one("google.com", None, "bing.com", "www.x.example")),
            "utm_source": ("VARCHAR", one("news", None, "ads")),
            "utm_medium": ("VARCHAR", one("cpc", None, "mail")),
            "device_category": ("VARCHAR", one("Desktop", "Mobile", None)),
            "time_on_page": ("INTEGER", whole(0, 300, 10)),
            "is_bot": ("BOOLEAN", one("false", "false", "true")),
        },
    ),
    "referrer_mapping": (
        3,
        {
            "host": ("VARCHAR", one("google.com")),
            "medium": ("VARCHAR", one("search")),
        },
    ),
}
