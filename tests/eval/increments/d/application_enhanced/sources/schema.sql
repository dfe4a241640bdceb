CREATE TABLE stg_greenhouse__application (
    application_id INTEGER,
    candidate_id INTEGER,
    job_id INTEGER,
    status VARCHAR,
    current_stage VARCHAR,
    applied_at TIMESTAMP,
    rejected_at TIMESTAMP,
    rejection_reason_id INTEGER,
    last_activity_at TIMESTAMP,
    is_prospect BOOLEAN
);
CREATE TABLE stg_greenhouse__candidate (
    candidate_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    title VARCHAR,
    company VARCHAR,
    recruiter_user_id INTEGER,
    coordinator_user_id INTEGER
);
CREATE TABLE stg_greenhouse__job (
    job_id INTEGER,
    name VARCHAR,
    is_confidential BOOLEAN,
    status VARCHAR
);
CREATE TABLE stg_greenhouse__user (
    user_id INTEGER,
    full_name VARCHAR,
    email VARCHAR
);
CREATE TABLE stg_greenhouse__rejection_reason (
    rejection_reason_id INTEGER,
    name VARCHAR,
    rejection_reason_type VARCHAR
);
CREATE TABLE stg_greenhouse__scheduled_interview (
    scheduled_interview_id INTEGER,
    application_id INTEGER,
    status VARCHAR,
    start_at TIMESTAMP
);
