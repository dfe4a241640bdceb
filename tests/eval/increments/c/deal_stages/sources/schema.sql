CREATE TABLE stg_hubspot__deal_stage_history (
    deal_id INTEGER,
    stage_id VARCHAR,
    entered_at TIMESTAMP,
    source VARCHAR
);
CREATE TABLE stg_hubspot__deal (
    deal_id INTEGER,
    deal_name VARCHAR,
    amount DOUBLE,
    pipeline_id VARCHAR,
    owner_id INTEGER,
    is_archived BOOLEAN
);
CREATE TABLE stg_hubspot__pipeline_stage (
    stage_id VARCHAR,
    stage_label VARCHAR,
    pipeline_id VARCHAR,
    display_order INTEGER
);
CREATE TABLE stg_hubspot__pipeline (
    pipeline_id VARCHAR,
    pipeline_label VARCHAR,
    is_active BOOLEAN
);
CREATE TABLE stg_hubspot__owner (
    owner_id INTEGER,
    first_name VARCHAR,
    email VARCHAR
);
