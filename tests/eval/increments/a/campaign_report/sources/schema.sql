CREATE TABLE stg_campaign_stats (
    account_id INTEGER,
    campaign_id INTEGER,
    date_day DATE,
    device VARCHAR,
    clicks INTEGER,
    impressions INTEGER,
    spend DOUBLE,
    conversions DOUBLE,
    conversions_value DOUBLE
);
CREATE TABLE stg_campaign_history (
    campaign_id INTEGER,
    campaign_name VARCHAR,
    status VARCHAR,
    advertising_channel_type VARCHAR,
    start_date DATE,
    is_most_recent_record BOOLEAN
);
CREATE TABLE stg_account_history (
    account_id INTEGER,
    account_name VARCHAR,
    currency_code VARCHAR,
    is_most_recent_record BOOLEAN
);
