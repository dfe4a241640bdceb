"""Source tables."""

from make_projects import written

TABLES = {
    "stg_microsoft_ads__keyword_daily_report": written(
        "date_day DATE | account_id BIGINT | campaign_id BIGINT | ad_group_id BIGINT | keyword_id BIGINT"
        " | device_os VARCHAR | device_type VARCHAR | network VARCHAR | currency_code VARCHAR | bid_match_type VARCHAR"
        " | clicks INTEGER | impressions INTEGER | spend DECIMAL(12,2) | conversions INTEGER | revenue DECIMAL(12,2)",
        """
        2025-02-01 | 1 | 11 | 21 | 301 | Windows | Computer | Bing | EUR | Exact | 4 | 120 | 3.20 | 1 | 40.00
        2025-02-01 | 1 | 11 | 21 | 301 | Windows | Computer | Bing | EUR | Broad | 2 | 60 | 1.75 | |
        2025-02-01 | 1 | 11 | 21 | 301 | iOS | Smartphone | Bing | EUR | Exact | 1 | 31 | 0.90 | 0 | 0.00
        2025-02-01 | 1 | 11 | 21 | 302 | Windows | Computer | Bing | EUR | Phrase | 0 | 14 | 0.00 | 0 |
        2025-02-01 | 1 | 12 | 22 | 303 | Android | Smartphone | Syndicated | EUR | Exact | 7 | 210 | 9.10 | 3 | 151.50
        2025-02-01 | 1 | 12 | 22 | 303 | Android | Tablet | Syndicated | EUR | Exact | 3 | 82 | 4.05 | |
        2025-02-01 | 2 | 13 | 23 | 304 | Windows | Computer | Bing | USD | Exact | 12 | 400 | 25.60 | 2 | 19.98
        2025-02-01 | 2 | 13 | 23 | 304 | Windows | Computer | Bing | USD | Broad | 5 | 190 | 11.00 | 2 |
        2025-02-02 | 2 | 13 | 23 | 304 | Windows | Computer | Bing | USD | Exact | 9 | 377 | 18.45 | 1 | 9.99
        2025-02-02 | 1 | 11 | 21 | 301 | Windows | Computer | Bing | EUR | Exact | 6 | 144 | 5.60 | 2 | 80.00
        2025-02-02 | 1 | 11 | 21 | 302 | Windows | Computer | Bing | EUR | Exact | 1 | 22 | 0.66 | 1 |
        2025-02-02 | 1 | 12 | 22 | 303 | Android | Smartphone | Syndicated | EUR | Exact | 2 | 90 | 2.30 | |
        2025-02-02 | 2 | 14 | 24 | 305 | macOS | Computer | Bing | USD | Exact | 3 | 51 | 6.00 | 7 | 700.00
        2025-02-02 | 2 | 14 | 24 | 306 | macOS | Computer | Bing | USD | Exact | 0 | 8 | 0.00 | 1 | 5.00
        2025-02-03 | 3 | 15 | 25 | 307 | Linux | Computer | Bing | GBP | Exact | 1 | 10 | 1.10 | |
        2025-02-03 | 1 | 11 | 29 | 309 | Windows | Computer | Bing | EUR | Broad | 2 | 19 | 2.20 | 3 | 33.33
        2025-02-03 | 2 | 14 | 24 | 305 | macOS | Computer | Bing | USD | Exact | 8 | 77 | | 2 | 20.00
        """,
    ),
    "stg_microsoft_ads__account_history": written(
        "account_id BIGINT | account_name VARCHAR | time_zone VARCHAR | is_most_recent_record BOOLEAN",
        """
        1 | Alder Shop      | Berlin  | true
        1 | Alder           | Berlin  | false
        2 | Birch Outdoor   | Pacific | true
        2 | Birch Outdoor   | Eastern | false
        """,
    ),
    "stg_microsoft_ads__campaign_history": written(
        "campaign_id BIGINT | account_id BIGINT | campaign_name VARCHAR | type VARCHAR | status VARCHAR"
        " | is_most_recent_record BOOLEAN",
        """
        11 | 1 | Brand        | Search    | Active | true
        11 | 1 | Brand old    | Audience  | Paused | false
        12 | 1 | Winter boots | Shopping  | Active | true
        13 | 2 | Tents        | Search    | Active | true
        13 | 2 | Tents test   | Shopping  | Active | false
        14 | 2 | Backpacks    |           | Active | true
        """,
    ),
    "stg_microsoft_ads__ad_group_history": written(
        "ad_group_id BIGINT | campaign_id BIGINT | ad_group_name VARCHAR | is_most_recent_record BOOLEAN",
        """
        21 | 11 | Brand exact | true
        22 | 12 | Boots       | true
        22 | 12 | Boot        | false
        23 | 13 | Family      | true
        24 | 14 | Hiking      | true
        """,
    ),
    "stg_microsoft_ads__keyword_history": written(
        "keyword_id BIGINT | ad_group_id BIGINT | keyword_name VARCHAR | match_type VARCHAR"
        " | is_most_recent_record BOOLEAN",
        """
        301 | 21 | alder shop       | Exact  | true
        301 | 21 | alder            | Broad  | false
        302 | 21 | alder shop berlin | Phrase | true
        303 | 22 | winter boots     | Exact  | true
        304 | 23 | family tent      | Exact  | true
        304 | 23 | family tents     | Exact  | false
        305 | 24 | hiking backpack  |        | true
        306 | 24 | rucksack         | Broad  | true
        309 | 29 | alder outlet     | Broad  | true
        """,
    ),
}
