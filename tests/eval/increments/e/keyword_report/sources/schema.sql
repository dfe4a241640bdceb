CREATE TABLE stg_microsoft_ads__keyword_daily_report (
    date_day DATE,
    account_id BIGINT,
    campaign_id BIGINT,
    ad_group_id BIGINT,
    keyword_id BIGINT,
    device_os VARCHAR,
    device_type VARCHAR,
    network VARCHAR,
    currency_code VARCHAR,
    bid_match_type VARCHAR,
    clicks INTEGER,
    impressions INTEGER,
    spend DECIMAL(12,2),
    conversions INTEGER,
    revenue DECIMAL(12,2)
);
CREATE TABLE stg_microsoft_ads__account_history (
    account_id BIGINT,
    account_name VARCHAR,
    time_zone VARCHAR,
    is_most_recent_record BOOLEAN
);
CREATE TABLE stg_microsoft_ads__campaign_history (
    campaign_id BIGINT,
    account_id BIGINT,
    campaign_name VARCHAR,
    type VARCHAR,
    status VARCHAR,
    is_most_recent_record BOOLEAN
);
CREATE TABLE stg_microsoft_ads__ad_group_history (
    ad_group_id BIGINT,
    campaign_id BIGINT,
    ad_group_name VARCHAR,
    is_most_recent_record BOOLEAN
);
CREATE TABLE stg_microsoft_ads__keyword_history (
    keyword_id BIGINT,
    ad_group_id BIGINT,
    keyword_name VARCHAR,
    match_type VARCHAR,
    is_most_recent_record BOOLEAN
);
