CREATE TABLE stg_hubspot__deal (
    deal_id INTEGER,
    deal_name VARCHAR,
    deal_pipeline_id VARCHAR,
    deal_pipeline_stage_id VARCHAR,
    owner_id INTEGER,
    amount DECIMAL(12,2),
    deal_type VARCHAR,
    created_at TIMESTAMP,
    closed_at TIMESTAMP
);
CREATE TABLE stg_hubspot__deal_pipeline (
    deal_pipeline_id VARCHAR,
    pipeline_label VARCHAR,
    is_active BOOLEAN,
    display_order INTEGER,
    is_deleted BOOLEAN
);
CREATE TABLE stg_hubspot__deal_pipeline_stage (
    deal_pipeline_stage_id VARCHAR,
    deal_pipeline_id VARCHAR,
    pipeline_stage_label VARCHAR,
    probability DECIMAL(5,2),
    display_order INTEGER,
    is_deleted BOOLEAN
);
CREATE TABLE stg_hubspot__owner (
    owner_id INTEGER,
    email_address VARCHAR,
    full_name VARCHAR,
    primary_team_id INTEGER
);
CREATE TABLE stg_hubspot__team (
    team_id INTEGER,
    team_name VARCHAR
);
