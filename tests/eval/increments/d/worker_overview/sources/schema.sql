CREATE TABLE stg_workday__worker (
    worker_id VARCHAR,
    worker_code VARCHAR,
    is_active BOOLEAN,
    hire_date DATE,
    termination_date DATE
);
CREATE TABLE stg_workday__person_name (
    worker_id VARCHAR,
    name_type VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR
);
CREATE TABLE stg_workday__person_contact (
    worker_id VARCHAR,
    email_address VARCHAR,
    is_primary BOOLEAN
);
CREATE TABLE stg_workday__worker_position (
    worker_id VARCHAR,
    position_id VARCHAR,
    business_title VARCHAR,
    position_start_date DATE,
    position_end_date DATE,
    fte_percent DECIMAL(5,1),
    job_profile_id VARCHAR,
    location_id VARCHAR
);
CREATE TABLE stg_workday__job_profile (
    job_profile_id VARCHAR,
    job_profile_name VARCHAR,
    is_critical_job BOOLEAN
);
CREATE TABLE stg_workday__location (
    location_id VARCHAR,
    name VARCHAR
);
