CREATE TABLE stg_google_ads__campaign_stats (
    date_day DATE,
    account_id BIGINT,
    campaign_id BIGINT,
    campaign_name VARCHAR,
    device VARCHAR,
    spend DECIMAL(12,2),
    clicks INTEGER,
    impressions INTEGER,
    conversions DECIMAL(10,2)
);
CREATE TABLE stg_facebook_ads__campaign_stats (
    date_day DATE,
    account_id BIGINT,
    campaign_id BIGINT,
    campaign_name VARCHAR,
    publisher_platform VARCHAR,
    spend DECIMAL(12,2),
    clicks INTEGER,
    impressions INTEGER
);
CREATE TABLE stg_facebook_ads__actions (
    date_day DATE,
    campaign_id BIGINT,
    action_type VARCHAR,
    value DECIMAL(10,2)
);
CREATE TABLE stg_linkedin_ads__campaign_stats (
    date_day DATE,
    account_id BIGINT,
    campaign_id BIGINT,
    campaign_name VARCHAR,
    cost_in_local_currency DECIMAL(12,2),
    cost_in_usd DECIMAL(12,2),
    clicks INTEGER,
    impressions INTEGER,
    external_website_conversions INTEGER
);
CREATE TABLE stg_tiktok_ads__campaign_stats (
    stat_date DATE,
    advertiser_id BIGINT,
    campaign_id BIGINT,
    spend DECIMAL(12,2),
    clicks INTEGER,
    impressions INTEGER,
    conversion INTEGER
);
CREATE TABLE stg_tiktok_ads__campaign_history (
    campaign_id BIGINT,
    campaign_name VARCHAR,
    updated_at TIMESTAMP
);
