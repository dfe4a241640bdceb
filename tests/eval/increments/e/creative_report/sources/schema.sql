CREATE TABLE stg_linkedin_ads__creative_history (
    creative_id BIGINT,
    campaign_id BIGINT,
    creative_status VARCHAR,
    click_uri VARCHAR,
    last_modified_at TIMESTAMP,
    is_latest_version BOOLEAN
);
CREATE TABLE stg_linkedin_ads__campaign_history (
    campaign_id BIGINT,
    campaign_name VARCHAR,
    campaign_type VARCHAR,
    campaign_group_id BIGINT,
    account_id BIGINT,
    is_latest_version BOOLEAN
);
CREATE TABLE stg_linkedin_ads__campaign_group_history (
    campaign_group_id BIGINT,
    campaign_group_name VARCHAR,
    is_latest_version BOOLEAN
);
CREATE TABLE stg_linkedin_ads__account_history (
    account_id BIGINT,
    account_name VARCHAR,
    currency VARCHAR,
    is_latest_version BOOLEAN
);
CREATE TABLE stg_linkedin_ads__ad_analytics_by_creative (
    date_day DATE,
    creative_id BIGINT,
    region VARCHAR,
    clicks INTEGER,
    impressions INTEGER,
    cost DECIMAL(10,2),
    video_views INTEGER,
    external_website_conversions INTEGER,
    one_click_leads INTEGER
);
