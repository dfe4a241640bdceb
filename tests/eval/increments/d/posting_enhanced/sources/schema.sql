CREATE TABLE stg_lever__posting (
    posting_id VARCHAR,
    job_title VARCHAR,
    state VARCHAR,
    job_team VARCHAR,
    job_location VARCHAR,
    job_commitment VARCHAR,
    job_workplace_type VARCHAR,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    owner_user_id VARCHAR,
    hiring_manager_user_id VARCHAR
);
CREATE TABLE stg_lever__opportunity (
    opportunity_id VARCHAR,
    contact_name VARCHAR,
    stage VARCHAR,
    archived_at TIMESTAMP
);
CREATE TABLE stg_lever__application (
    application_id VARCHAR,
    opportunity_id VARCHAR,
    posting_id VARCHAR,
    type VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE stg_lever__user (
    user_id VARCHAR,
    full_name VARCHAR,
    access_role VARCHAR
);
