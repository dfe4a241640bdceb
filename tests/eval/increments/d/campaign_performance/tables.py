"""Source tables."""

from make_projects import written

TABLES = {
    "stg_google_ads__campaign_stats": written(
        "date_day DATE | campaign_id INTEGER | ad_network_type VARCHAR | device VARCHAR | spend DOUBLE | clicks INTEGER"
        " | impressions INTEGER | conversions DOUBLE | conversions_value DOUBLE",
        """
        2025-05-01 | 11 | SEARCH  | MOBILE  | 12.50 | 10 | 200 | 2.0 | 80.00
        2025-05-01 | 11 | SEARCH  | DESKTOP | 7.25  | 4  | 90  |     |
        2025-05-01 | 11 | CONTENT | DESKTOP | 0.00  | 0  | 15  | 0.5 | 12.00
        2025-05-01 | 12 | SEARCH  | MOBILE  | 3.10  | 0  | 44  | 0   | 0
        2025-05-01 | 13 | CONTENT | MOBILE  | 9.90  | 3  | 0   |     |
        2025-05-02 | 11 | SEARCH  | MOBILE  | 20.00 | 8  | 160 | 1.0 |
        2025-05-02 | 12 | SEARCH  | MOBILE  | 4.00  | 1  | 50  | 0.0 | 5.50
        2025-05-02 | 12 | SEARCH  | DESKTOP |       | 1  | 20  | 4.0 | 100.25
        2025-05-02 | 14 | SEARCH  | MOBILE  | 1.00  | 2  | 10  | 1.0 | 9.00
        2025-05-02 | 15 | VIDEO   | TABLET  | 6.60  | 6  | 600 |     | 3.00
        2025-05-03 | 13 | CONTENT | MOBILE  | 0.00  | 0  | 0   | 3.0 | 30.00
        2025-05-03 | 11 | SEARCH  | MOBILE  | 15.75 | 9  | 180 | 1.5 | 45.00
        2025-05-03 | 11 | SEARCH  | TABLET  | 2.25  | 1  | 12  | 1.5 | 15.00
        """,
    ),
    "stg_google_ads__campaign_history": written(
        "campaign_id INTEGER | account_id INTEGER | campaign_name VARCHAR | advertising_channel_type VARCHAR"
        " | advertising_channel_subtype VARCHAR | status VARCHAR | updated_at TIMESTAMP"
        " | is_most_recent_record BOOLEAN",
        """
        11 | 7 | Brand old     | SEARCH  |               | ENABLED | 2025-01-01 00:00:00 | false
        11 | 7 | Brand         | SEARCH  |               | ENABLED | 2025-04-01 00:00:00 | true
        12 | 7 | Competitors   | SEARCH  | SEARCH_MOBILE | PAUSED  | 2025-02-01 00:00:00 | true
        13 | 8 | Display north | DISPLAY |               | ENABLED | 2025-02-05 00:00:00 | true
        13 | 8 | Display       | DISPLAY |               | ENABLED | 2025-01-05 00:00:00 | false
        14 | 9 | Brand         | SEARCH  |               | REMOVED | 2025-01-06 00:00:00 | true
        16 | 8 | Never shown   | SEARCH  |               | ENABLED | 2025-01-07 00:00:00 | true
        """,
    ),
    "stg_google_ads__account_history": written(
        "account_id INTEGER | account_name VARCHAR | currency_code VARCHAR | is_most_recent_record BOOLEAN",
        """
        7 | Shop   | EUR | true
        7 | Shop 1 | EUR | false
        8 | Outlet | USD | true
        """,
    ),
}
