CREATE TABLE stg_hubspot__deal (
    deal_id BIGINT,
    deal_name VARCHAR,
    pipeline_id VARCHAR,
    deal_stage_id VARCHAR,
    owner_id INTEGER,
    amount DECIMAL(12,2),
    is_deleted BOOLEAN,
    created_at TIMESTAMP,
    closed_at TIMESTAMP
);
CREATE TABLE stg_hubspot__deal_stage (
    pipeline_id VARCHAR,
    deal_stage_id VARCHAR,
    pipeline_label VARCHAR,
    stage_label VARCHAR,
    probability DECIMAL(4,2),
    is_closed_won BOOLEAN
);
CREATE TABLE stg_hubspot__owner (
    owner_id INTEGER,
    full_name VARCHAR,
    email VARCHAR
);
CREATE TABLE stg_hubspot__merged_deal (
    deal_id BIGINT,
    merged_deal_id BIGINT
);
CREATE TABLE stg_hubspot__deal_contact (
    deal_id BIGINT,
    contact_id BIGINT,
    association_type VARCHAR
);
CREATE TABLE stg_hubspot__contact (
    contact_id BIGINT,
    email VARCHAR
);
CREATE TABLE stg_hubspot__engagement (
    engagement_id BIGINT,
    deal_id BIGINT,
    engagement_type VARCHAR,
    occurred_at TIMESTAMP
);
