"""Source tables."""

from make_projects import written

TABLES = {
    "stg_google_ads__ad_group_stats": written(
        "source_relation VARCHAR | date_day DATE | ad_group_id INTEGER | device VARCHAR | spend DECIMAL(12,2)"
        " | clicks INTEGER | impressions INTEGER | conversions DECIMAL(12,2) | conversions_value DECIMAL(12,2)",
        """
        eu | 2025-03-01 | 1 | mobile | 4.50 | 3 | 100 | 1.00 | 20.00
        eu | 2025-03-01 | 1 | desktop | 1.25 | 1 | 30 |  |
        eu | 2025-03-02 | 1 | mobile | 2.00 | 0 | 50 | 0.50 | 7.75
        us | 2025-03-01 | 1 | mobile | 9.00 | 8 | 300 |  |
        us | 2025-03-01 | 2 | mobile | 7.10 | 4 | 90 | 2.00 |
        eu | 2025-03-02 | 3 | tablet | 0.00 | 0 | 0 |  |
        """,
    ),
    "stg_google_ads__account_history": written(
        "source_relation VARCHAR | account_id INTEGER | account_name VARCHAR | currency_code VARCHAR"
        " | is_most_recent_record BOOLEAN",
        """
        eu | 7 | Shop EU | EUR | true
        eu | 7 | Shop | EUR | false
        us | 7 | Shop US | USD | true
        """,
    ),
    "stg_google_ads__campaign_history": written(
        "source_relation VARCHAR | campaign_id INTEGER | account_id INTEGER | campaign_name VARCHAR"
        " | is_most_recent_record BOOLEAN",
        """
        eu | 70 | 7 | Spring | true
        eu | 70 | 7 | Sprng | false
        us | 70 | 7 | Summer | true
        us | 71 | 8 | Brand | true
        """,
    ),
    "stg_google_ads__ad_group_history": written(
        "source_relation VARCHAR | ad_group_id INTEGER | campaign_id INTEGER | ad_group_name VARCHAR"
        " | ad_group_status VARCHAR | ad_group_type VARCHAR | is_most_recent_record BOOLEAN",
        """
        eu | 1 | 70 | Shoes | ENABLED | SEARCH | true
        eu | 1 | 70 | Shoe | PAUSED | SEARCH | false
        us | 1 | 70 | Boots | ENABLED | DISPLAY | true
        us | 2 | 71 | Brand | PAUSED |  | true
        eu | 3 | 79 | Bags | ENABLED | SEARCH | true
        """,
    ),
}
