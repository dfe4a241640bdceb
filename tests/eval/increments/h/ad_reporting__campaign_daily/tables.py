"""Source tables."""

from make_projects import written

TABLES = {
    "stg_google_ads__campaign_stats": written(
        "date_day DATE | account_id BIGINT | campaign_id BIGINT | campaign_name VARCHAR | device VARCHAR"
        " | spend DECIMAL(12,2) | clicks INTEGER | impressions INTEGER | conversions DECIMAL(10,2)",
        """
        2025-05-01 | 900 | 1 | Brand | mobile | 12.00 | 10 | 300 | 1.50
        2025-05-01 | 900 | 1 | Brand | desktop | 8.00 | 6 | 100 | 0.50
        2025-05-01 | 900 | 2 | Generic | mobile | 30.00 | 0 | 450 |
        2025-05-02 | 900 | 1 | Brand | mobile | 5.50 | 4 | 90 | 0.00
        2025-05-02 | 900 | 2 | Generic | desktop | 0.00 | 0 | 0 |
        2025-05-02 | 901 | 3 | Shopping | mobile | 14.20 | 7 | 210 | 3.00
        2025-05-03 | 901 | 3 | Shopping | mobile | 9.90 | 3 | 70 |
        2025-05-03 | 901 | 3 | Shopping | desktop | 0.10 | 1 | 30 | 2.00
        2025-05-03 | 900 | 1 | Brand | mobile | 1.00 | 1 | 15 | 0.25
        2025-05-04 | 900 | 1 | Brand | tablet | 2.00 | 0 | 9 | 1.00
        """,
    ),
    "stg_facebook_ads__campaign_stats": written(
        "date_day DATE | account_id BIGINT | campaign_id BIGINT | campaign_name VARCHAR"
        " | publisher_platform VARCHAR | spend DECIMAL(12,2) | clicks INTEGER | impressions INTEGER",
        """
        2025-05-01 | 70 | 501 | Spring | facebook | 10.00 | 20 | 1000
        2025-05-01 | 70 | 501 | Spring | instagram | 15.00 | 35 | 1500
        2025-05-01 | 70 | 502 | Retarget | facebook | 4.00 | 2 | 60
        2025-05-02 | 70 | 501 | Spring | facebook | 11.00 | 18 | 990
        2025-05-02 | 70 | 501 | Spring | instagram | 9.00 | 22 | 1100
        2025-05-02 | 70 | 502 | Retarget | facebook | 6.00 | 0 | 0
        2025-05-03 | 70 | 502 | Retarget | instagram | 3.30 | 1 | 33
        2025-05-03 | 71 | 503 | Leads | facebook | 20.00 | 8 | 400
        2025-05-04 | 71 | 503 | Leads | facebook | 21.00 | 9 | 410
        2025-05-04 | 71 | 503 | Leads | audience_network | 1.00 | 0 | 12
        """,
    ),
    "stg_facebook_ads__actions": written(
        "date_day DATE | campaign_id BIGINT | action_type VARCHAR | value DECIMAL(10,2)",
        """
        2025-05-01 | 501 | purchase | 3
        2025-05-01 | 501 | lead | 2
        2025-05-01 | 501 | link_click | 55
        2025-05-01 | 502 | link_click | 2
        2025-05-02 | 501 | purchase | 1
        2025-05-02 | 502 | lead | 0
        2025-05-03 | 502 | video_view | 12
        2025-05-03 | 503 | lead | 4
        2025-05-03 | 503 | lead | 1
        2025-05-04 | 503 | lead |
        2025-05-04 | 503 | post_reaction | 6
        2025-05-09 | 501 | purchase | 7
        """,
    ),
    "stg_linkedin_ads__campaign_stats": written(
        "date_day DATE | account_id BIGINT | campaign_id BIGINT | campaign_name VARCHAR"
        " | cost_in_local_currency DECIMAL(12,2) | cost_in_usd DECIMAL(12,2) | clicks INTEGER"
        " | impressions INTEGER | external_website_conversions INTEGER",
        """
        2025-05-01 | 33 | 8001 | CFO push | 100.00 | 108.00 | 5 | 500 | 1
        2025-05-01 | 33 | 8002 | Webinar | 50.00 |  | 3 | 220 | 0
        2025-05-02 | 33 | 8001 | CFO push | 90.00 | 97.20 | 0 | 410 |
        2025-05-02 | 33 | 8002 | Webinar | 40.00 | 43.20 | 2 | 180 | 2
        2025-05-03 | 33 | 8001 | CFO push | 0.00 | 0.00 | 0 | 0 | 0
        2025-05-03 | 34 | 8003 | Hiring | 25.00 | 25.00 | 4 | 160 |
        2025-05-04 | 34 | 8003 | Hiring | 30.00 | 30.00 | 6 | 170 | 3
        2025-05-05 | 34 | 8003 | Hiring | 12.00 |  | 1 | 60 | 1
        2025-05-05 | 33 | 8001 | CFO push | 77.00 | 83.16 | 7 | 350 | 1
        2025-05-06 | 33 | 8002 | Webinar | 10.00 | 0.00 | 1 | 40 | 0
        """,
    ),
    "stg_tiktok_ads__campaign_stats": written(
        "stat_date DATE | advertiser_id BIGINT | campaign_id BIGINT | spend DECIMAL(12,2)"
        " | clicks INTEGER | impressions INTEGER | conversion INTEGER",
        """
        2025-05-01 | 4400 | 61 | 18.00 | 90 | 5000 | 2
        2025-05-01 | 4400 | 62 | 7.00 | 30 | 1200 | 0
        2025-05-02 | 4400 | 61 | 19.50 | 85 | 4800 |
        2025-05-02 | 4400 | 62 | 0.00 | 0 | 0 |
        2025-05-03 | 4400 | 61 | 22.00 | 101 | 6100 | 4
        2025-05-03 | 4401 | 63 | 5.00 | 12 | 700 | 1
        2025-05-04 | 4401 | 63 | 6.00 | 0 | 650 | 1
        2025-05-04 | 4401 | 64 | 2.50 | 3 | 90 | 0
        2025-05-05 | 4401 | 63 | 6.10 | 9 | 610 | 3
        2025-05-05 | 4401 | 64 | 1.00 | 1 | 45 | 1
        """,
    ),
    "stg_tiktok_ads__campaign_history": written(
        "campaign_id BIGINT | campaign_name VARCHAR | updated_at TIMESTAMP",
        """
        61 | Dance draft | 2025-04-01 08:00:00
        61 | Dance | 2025-05-02 08:00:00
        62 | Spark | 2025-04-02 08:00:00
        63 | Haul v3 | 2025-05-06 09:00:00
        63 | Haul v1 | 2025-04-03 09:00:00
        63 | Haul v2 | 2025-04-20 09:00:00
        """,
    ),
}
