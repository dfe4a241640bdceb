CREATE TABLE stg_google_ads__ad_group_stats (
    source_relation VARCHAR,
    date_day DATE,
    ad_group_id INTEGER,
    device VARCHAR,
    spend DECIMAL(12,2),
    clicks INTEGER,
    impressions INTEGER,
    conversions DECIMAL(12,2),
    conversions_value DECIMAL(12,2)
);
CREATE TABLE stg_google_ads__account_history (
    source_relation VARCHAR,
    account_id INTEGER,
    account_name VARCHAR,
    currency_code VARCHAR,
    is_most_recent_record BOOLEAN
);
CREATE TABLE stg_google_ads__campaign_history (
    source_relation VARCHAR,
    campaign_id INTEGER,
    account_id INTEGER,
    campaign_name VARCHAR,
    is_most_recent_record BOOLEAN
);
CREATE TABLE stg_google_ads__ad_group_history (
    source_relation VARCHAR,
    ad_group_id INTEGER,
    campaign_id INTEGER,
    ad_group_name VARCHAR,
    ad_group_status VARCHAR,
    ad_group_type VARCHAR,
    is_most_recent_record BOOLEAN
);
