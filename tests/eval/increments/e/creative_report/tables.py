"""Source tables."""

from make_projects import written

TABLES = {
    "stg_linkedin_ads__creative_history": written(
        "creative_id BIGINT | campaign_id BIGINT | creative_status VARCHAR | click_uri VARCHAR"
        " | last_modified_at TIMESTAMP | is_latest_version BOOLEAN",
        """
        801|51|ACTIVE|https://a.example/jobs?utm_source=linkedin&utm_medium=cpc|2025-01-05 10:00:00|true
        801|51|PAUSED|https://a.example/jobs|2024-12-01 10:00:00|false
        802|51|PAUSED|https://a.example/?ref=1&utm_source=li|2025-01-20 12:00:00|false
        802|51|ACTIVE|https://a.example/|2025-01-10 12:00:00|true
        803|52|Active|https://b.example/offer?utm_source=&utm_medium=cpc|2025-01-11 09:30:00|true
        803|53|ARCHIVED|https://b.example/old|2025-01-10 09:30:00|true
        804|52|ACTIVE|https://b.example/blog|2025-01-12 08:00:00|false
        805|53||https://c.example/x?utm_source=linkedin|2025-01-13 07:00:00|true
        806|54|ACTIVE||2025-01-14 16:00:00|true
        807|59|DRAFT|https://d.example/?utm_medium=cpc|2025-01-15 16:00:00|true
        808||CANCELED|https://d.example/y?a=b&utm_source=feed#top|2025-01-16 17:00:00|
        808|54|ACTIVE|https://d.example/y|2025-01-02 17:00:00|true
        809|51|ACTIVE|https://a.example/never?utm_source=none|2025-01-17 11:00:00|true
        """,
    ),
    "stg_linkedin_ads__campaign_history": written(
        "campaign_id BIGINT | campaign_name VARCHAR | campaign_type VARCHAR | campaign_group_id BIGINT"
        " | account_id BIGINT | is_latest_version BOOLEAN",
        """
        51 | Hiring     | SPONSORED_UPDATES | 31 | 11 | true
        51 | Hiring old | TEXT_AD           | 31 | 11 | false
        52 | Offer      | TEXT_AD           | 32 | 12 | true
        53 | Archive    |                   | 32 | 12 | true
        54 | Demo       | SPONSORED_INMAILS | 39 | 13 | true
        """,
    ),
    "stg_linkedin_ads__campaign_group_history": written(
        "campaign_group_id BIGINT | campaign_group_name VARCHAR | is_latest_version BOOLEAN",
        """
        31 | People   | true
        31 | HR       | false
        32 | Products | true
        """,
    ),
    "stg_linkedin_ads__account_history": written(
        "account_id BIGINT | account_name VARCHAR | currency VARCHAR | is_latest_version BOOLEAN",
        """
        11 | Acorn    | EUR | true
        11 | Acorn AG | CHF | false
        12 | Bramble  | USD | true
        """,
    ),
    "stg_linkedin_ads__ad_analytics_by_creative": written(
        "date_day DATE | creative_id BIGINT | region VARCHAR | clicks INTEGER | impressions INTEGER"
        " | cost DECIMAL(10,2) | video_views INTEGER | external_website_conversions INTEGER | one_click_leads INTEGER",
        """
        2025-02-01 | 801 | DE | 4  | 900  | 12.50 | 0  | 1 | 2
        2025-02-01 | 801 | AT | 1  | 130  | 3.10  | 0  |   | 1
        2025-02-01 | 802 | DE | 0  | 40   | 0.00  |    | 0 |
        2025-02-01 | 803 | US | 9  | 1200 | 31.00 | 14 | 3 | 0
        2025-02-01 | 803 | CA | 2  | 250  | 6.40  | 3  | 2 |
        2025-02-01 | 804 | US | 0  | 0    | 0.00  | 0  |   |
        2025-02-02 | 801 | DE | 6  | 1010 | 15.75 | 1  |   |
        2025-02-02 | 805 | US | 3  | 333  | 8.00  | 20 | 1 | 1
        2025-02-02 | 806 | GB | 5  | 500  | 9.99  | 2  | 0 | 4
        2025-02-02 | 807 | GB | 1  | 80   | 1.20  |    |   | 1
        2025-02-02 | 808 | FR | 2  | 160  | 2.20  | 5  | 6 |
        2025-02-03 | 808 | FR | 7  | 700  | 7.70  | 8  | 2 | 2
        2025-02-03 | 802 | DE | 1  | 64   | 0.80  | 0  | 1 |
        2025-02-03 | 804 | US | 2  |      | 1.00  | 1  | 0 | 0
        2025-02-03 | 899 | US | 11 | 2000 | 40.00 | 0  | 5 | 5
        2025-02-03 | 803 | US | 8  | 640  | 22.00 | 9  |   | 3
        """,
    ),
}
