"""Source tables."""

from make_projects import written

TABLES = {
    "stg_google_ads__campaign_daily": written(
        "date_day DATE | customer_id BIGINT | campaign_id BIGINT | campaign_name VARCHAR | device VARCHAR"
        " | clicks INTEGER | impressions INTEGER | cost DOUBLE | conversions DOUBLE",
        """
        2025-05-01 | 7001 | 11 | Spring  | mobile  | 12 | 340 | 6.50  | 1.5
        2025-05-01 | 7001 | 11 | Spring  | desktop | 3  | 90  | 2.25  |
        2025-05-01 | 7001 | 12 | Brand   | mobile  | 0  | 15  | 0     |
        2025-05-02 | 7001 | 11 | Spring  | mobile  | 7  | 200 | 3.75  | 0
        2025-05-02 | 7001 | 12 | Brand   | mobile  | 1  | 40  | 0.40  | 1
        2025-05-02 | 7002 | 13 |         | desktop |    | 22  | 0.10  |
        2025-05-03 | 7002 | 13 |         | desktop | 2  | 31  | 1.20  | 2
        """,
    ),
    "stg_facebook_ads__campaign_daily": written(
        "date_day DATE | account_id BIGINT | campaign_id BIGINT | campaign_name VARCHAR | clicks INTEGER"
        " | impressions INTEGER | spend DOUBLE | purchases INTEGER",
        """
        2025-05-01 | 301 | 11 | Reels push | 5  | 900  | 10.00 | 1
        2025-05-01 | 301 | 91 | Retarget   | 8  | 1200 | 14.40 |
        2025-05-02 | 301 | 11 | Reels push | 0  | 700  | 7.00  | 0
        2025-05-02 | 301 | 91 | Retarget   | 6  | 1100 |       | 3
        2025-05-02 | 301 | 91 | Retarget   | 6  | 1000 | 9.10  | 1
        """,
    ),
    "stg_microsoft_ads__campaign_daily": written(
        "date_day DATE | account_id BIGINT | campaign_id BIGINT | campaign_title VARCHAR | currency VARCHAR"
        " | clicks INTEGER | impressions INTEGER | spend DOUBLE | all_conversions DOUBLE",
        """
        2025-05-01 | 55 | 11  | Bing brand   | EUR | 4 | 60 | 2.00 | 0.5
        2025-05-01 | 55 | 402 | Bing generic | EUR | 9 | 80 | 8.10 |
        2025-05-02 | 55 | 402 | Bing generic | EUR | 0 | 12 | 0.30 |
        2025-05-02 | 55 | 402 | Bing generic | EUR | 0 | 8  | 0.20 |
        2025-05-03 | 56 | 403 |              | USD | 1 | 5  | 0.99 | 1
        """,
    ),
}
