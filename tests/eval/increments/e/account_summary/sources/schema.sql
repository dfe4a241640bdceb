CREATE TABLE stg_salesforce__account (
    account_id VARCHAR,
    account_name VARCHAR,
    account_number VARCHAR,
    account_type VARCHAR,
    account_source VARCHAR,
    industry VARCHAR,
    number_of_employees INTEGER,
    annual_revenue DECIMAL(14,2),
    parent_id VARCHAR,
    owner_id VARCHAR,
    billing_city VARCHAR,
    billing_country VARCHAR,
    website VARCHAR,
    created_date DATE,
    last_activity_date DATE,
    is_active BOOLEAN,
    is_deleted BOOLEAN
);
CREATE TABLE stg_salesforce__user (
    user_id VARCHAR,
    name VARCHAR,
    email VARCHAR,
    is_active BOOLEAN
);
CREATE TABLE stg_salesforce__opportunity (
    opportunity_id VARCHAR,
    account_id VARCHAR,
    stage_name VARCHAR,
    amount DECIMAL(12,2),
    is_won BOOLEAN,
    is_closed BOOLEAN,
    created_date DATE,
    close_date DATE,
    is_deleted BOOLEAN
);
