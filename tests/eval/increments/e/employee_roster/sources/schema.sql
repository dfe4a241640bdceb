CREATE TABLE employee (
    id INTEGER,
    employee_number VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR,
    work_email VARCHAR,
    hire_date DATE,
    termination_date DATE,
    employment_status VARCHAR,
    fte DECIMAL(4,2),
    position_id INTEGER,
    department_id INTEGER,
    location_id INTEGER,
    supervisor_id INTEGER,
    _fivetran_synced TIMESTAMP
);
CREATE TABLE stg_bamboo__job_position (
    position_id INTEGER,
    title VARCHAR,
    level VARCHAR
);
CREATE TABLE stg_bamboo__department (
    department_id INTEGER,
    name VARCHAR
);
CREATE TABLE stg_bamboo__location (
    location_id INTEGER,
    city VARCHAR,
    country_code VARCHAR,
    timezone VARCHAR
);
