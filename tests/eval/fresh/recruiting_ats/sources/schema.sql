CREATE TABLE app_user (
    user_id INTEGER,
    first_nm VARCHAR,
    last_nm VARCHAR,
    primary_email VARCHAR,
    disabled BOOLEAN,
    created_ts TIMESTAMP
);
CREATE TABLE job (
    job_id INTEGER,
    job_nm VARCHAR,
    status_cd VARCHAR,
    req_no INTEGER,
    opened_dt DATE,
    closed_dt DATE,
    deleted BOOLEAN
);
CREATE TABLE job_team (
    job_id INTEGER,
    user_id INTEGER,
    role_cd VARCHAR
);
CREATE TABLE dept (
    dept_id INTEGER,
    dept_nm VARCHAR,
    parent_dept_id INTEGER
);
CREATE TABLE job_dept (
    job_id INTEGER,
    dept_id INTEGER
);
CREATE TABLE job_opening (
    opening_id INTEGER,
    job_id INTEGER,
    status_cd VARCHAR,
    filled_by_application_id INTEGER
);
CREATE TABLE job_post (
    post_id INTEGER,
    job_id INTEGER,
    is_live BOOLEAN,
    is_internal BOOLEAN,
    is_external BOOLEAN,
    location_nm VARCHAR
);
CREATE TABLE candidate (
    candidate_id INTEGER,
    first_nm VARCHAR,
    last_nm VARCHAR,
    employer_nm VARCHAR,
    title_nm VARCHAR,
    created_ts TIMESTAMP,
    recruiter_user_id INTEGER
);
CREATE TABLE cand_phone (
    candidate_id INTEGER,
    seq_no INTEGER,
    phone_type VARCHAR,
    phone_no VARCHAR
);
CREATE TABLE cand_email (
    candidate_id INTEGER,
    seq_no INTEGER,
    email VARCHAR
);
CREATE TABLE attachment (
    candidate_id INTEGER,
    seq_no INTEGER,
    kind VARCHAR,
    file_url VARCHAR
);
CREATE TABLE social_link (
    candidate_id INTEGER,
    seq_no INTEGER,
    link_url VARCHAR
);
CREATE TABLE application (
    application_id INTEGER,
    candidate_id INTEGER,
    job_id INTEGER,
    applied_ts TIMESTAMP,
    rejected_ts TIMESTAMP,
    stage_id INTEGER,
    source_id INTEGER,
    status_cd VARCHAR,
    prospect_fl VARCHAR,
    credited_user_id INTEGER,
    deleted BOOLEAN
);
CREATE TABLE stage (
    stage_id INTEGER,
    stage_nm VARCHAR,
    sort_no INTEGER
);
CREATE TABLE lead_source (
    source_id INTEGER,
    source_nm VARCHAR,
    type_nm VARCHAR
);
CREATE TABLE interview (
    interview_id INTEGER,
    application_id INTEGER,
    interview_nm VARCHAR,
    start_ts TIMESTAMP,
    end_ts TIMESTAMP,
    status_cd VARCHAR,
    organizer_user_id INTEGER,
    stage_id INTEGER
);
CREATE TABLE interview_panel (
    interview_id INTEGER,
    user_id INTEGER,
    scorecard_id INTEGER
);
CREATE TABLE scorecard (
    scorecard_id INTEGER,
    submitted_ts TIMESTAMP,
    recommend_cd VARCHAR
);
CREATE TABLE app_history (
    application_id INTEGER,
    changed_ts TIMESTAMP,
    new_status_cd VARCHAR,
    new_stage_id INTEGER
);
CREATE TABLE activity (
    activity_id INTEGER,
    candidate_id INTEGER,
    occurred_ts TIMESTAMP,
    kind VARCHAR
);
