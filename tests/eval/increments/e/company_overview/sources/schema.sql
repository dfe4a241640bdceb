CREATE TABLE stg_hubspot__company (
    company_id BIGINT,
    company_name VARCHAR,
    domain VARCHAR,
    industry VARCHAR,
    city VARCHAR,
    country VARCHAR,
    annual_revenue DECIMAL(14,2),
    lifecycle_stage VARCHAR,
    owner_id INTEGER,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    is_company_deleted BOOLEAN
);
CREATE TABLE stg_hubspot__engagement_company (
    engagement_id BIGINT,
    company_id BIGINT,
    engagement_type VARCHAR,
    occurred_at TIMESTAMP
);
CREATE TABLE stg_hubspot__owner (
    owner_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    email VARCHAR,
    is_active BOOLEAN
);
CREATE TABLE stg_hubspot__deal (
    deal_id BIGINT,
    company_id BIGINT,
    deal_name VARCHAR,
    stage VARCHAR,
    amount DECIMAL(12,2),
    closed_at TIMESTAMP
);
