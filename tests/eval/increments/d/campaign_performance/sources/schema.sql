CREATE TABLE stg_google_ads__campaign_stats (
    date_day DATE,
    campaign_id INTEGER,
    ad_network_type VARCHAR,
    device VARCHAR,
    spend DOUBLE,
    clicks INTEGER,
    impressions INTEGER,
    conversions DOUBLE,
    conversions_value DOUBLE
);
CREATE TABLE stg_google_ads__campaign_history (
    campaign_id INTEGER,
    account_id INTEGER,
    campaign_name VARCHAR,
    advertising_channel_type VARCHAR,
    advertising_channel_subtype VARCHAR,
    status VARCHAR,
    updated_at TIMESTAMP,
    is_most_recent_record BOOLEAN
);
CREATE TABLE stg_google_ads__account_history (
    account_id INTEGER,
    account_name VARCHAR,
    currency_code VARCHAR,
    is_most_recent_record BOOLEAN
);
