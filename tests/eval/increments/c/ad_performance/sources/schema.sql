CREATE TABLE stg_google_ads__campaign_daily (
    date_day DATE,
    customer_id BIGINT,
    campaign_id BIGINT,
    campaign_name VARCHAR,
    device VARCHAR,
    clicks INTEGER,
    impressions INTEGER,
    cost DOUBLE,
    conversions DOUBLE
);
CREATE TABLE stg_facebook_ads__campaign_daily (
    date_day DATE,
    account_id BIGINT,
    campaign_id BIGINT,
    campaign_name VARCHAR,
    clicks INTEGER,
    impressions INTEGER,
    spend DOUBLE,
    purchases INTEGER
);
CREATE TABLE stg_microsoft_ads__campaign_daily (
    date_day DATE,
    account_id BIGINT,
    campaign_id BIGINT,
    campaign_title VARCHAR,
    currency VARCHAR,
    clicks INTEGER,
    impressions INTEGER,
    spend DOUBLE,
    all_conversions DOUBLE
);
