CREATE TABLE ef_leas (
    tenant_code VARCHAR,
    lea_id INTEGER,
    lea_name VARCHAR,
    lea_category VARCHAR
);
CREATE TABLE ef_schools (
    tenant_code VARCHAR,
    school_id INTEGER,
    lea_id INTEGER,
    name_of_institution VARCHAR,
    short_name VARCHAR,
    school_category VARCHAR,
    charter_status VARCHAR,
    web_site VARCHAR
);
CREATE TABLE ef_school_addresses (
    tenant_code VARCHAR,
    school_id INTEGER,
    address_type VARCHAR,
    street_number_name VARCHAR,
    city VARCHAR,
    state_abbreviation VARCHAR,
    postal_code VARCHAR,
    end_date DATE
);
CREATE TABLE ef_students (
    record_no INTEGER,
    tenant_code VARCHAR,
    api_year SMALLINT,
    student_unique_id VARCHAR,
    first_name VARCHAR,
    middle_name VARCHAR,
    last_surname VARCHAR,
    generation_code_suffix VARCHAR,
    birth_date VARCHAR,
    last_modified TIMESTAMP
);
CREATE TABLE ef_student_ed_org (
    tenant_code VARCHAR,
    api_year SMALLINT,
    student_unique_id VARCHAR,
    sex VARCHAR,
    hispanic_latino_ethnicity BOOLEAN,
    limited_english_proficiency VARCHAR,
    economic_disadvantage BOOLEAN
);
CREATE TABLE ef_student_races (
    tenant_code VARCHAR,
    api_year SMALLINT,
    student_unique_id VARCHAR,
    race VARCHAR
);
CREATE TABLE ef_calendar_dates (
    tenant_code VARCHAR,
    school_id INTEGER,
    calendar_code VARCHAR,
    school_year SMALLINT,
    calendar_date DATE
);
CREATE TABLE ef_calendar_events (
    tenant_code VARCHAR,
    school_id INTEGER,
    calendar_code VARCHAR,
    calendar_date DATE,
    calendar_event VARCHAR
);
CREATE TABLE ef_student_school (
    tenant_code VARCHAR,
    student_unique_id VARCHAR,
    school_id INTEGER,
    school_year SMALLINT,
    entry_date DATE,
    exit_withdraw_date DATE,
    entry_grade_level VARCHAR,
    exit_withdraw_type VARCHAR,
    primary_school BOOLEAN,
    calendar_code VARCHAR
);
CREATE TABLE ef_attendance_events (
    event_id INTEGER,
    tenant_code VARCHAR,
    student_unique_id VARCHAR,
    school_id INTEGER,
    event_date DATE,
    attendance_event_category VARCHAR,
    attendance_event_reason VARCHAR
);
CREATE TABLE xwalk_calendar_events (
    calendar_event VARCHAR,
    is_school_day BOOLEAN
);
CREATE TABLE xwalk_attendance_events (
    attendance_event VARCHAR,
    is_absent DECIMAL(3,2),
    is_unexcused_absence SMALLINT
);
