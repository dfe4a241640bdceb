CREATE TABLE stg_opportunity (
    opportunity_id VARCHAR,
    account_id VARCHAR,
    owner_id VARCHAR,
    opportunity_name VARCHAR,
    amount DOUBLE,
    probability DOUBLE,
    stage_name VARCHAR,
    forecast_category VARCHAR,
    is_won BOOLEAN,
    is_closed BOOLEAN,
    created_date TIMESTAMP,
    close_date DATE,
    lead_source VARCHAR,
    is_deleted BOOLEAN
);
CREATE TABLE stg_user (
    user_id VARCHAR,
    name VARCHAR,
    city VARCHAR,
    user_role_id VARCHAR,
    manager_id VARCHAR
);
CREATE TABLE stg_account (
    account_id VARCHAR,
    account_name VARCHAR,
    industry VARCHAR,
    account_type VARCHAR,
    number_of_employees INTEGER
);
CREATE TABLE stg_user_role (
    user_role_id VARCHAR,
    user_role_name VARCHAR
);
