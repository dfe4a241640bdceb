CREATE TABLE application (
    application_id INTEGER,
    candidate_id INTEGER,
    job_id INTEGER,
    applied_at TIMESTAMP,
    closed_at TIMESTAMP,
    status VARCHAR,
    source VARCHAR,
    is_prospect INTEGER
);
CREATE TABLE candidate (
    candidate_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    email VARCHAR,
    anonymised_on DATE
);
CREATE TABLE job (
    job_id INTEGER,
    title VARCHAR,
    department_id INTEGER,
    is_open VARCHAR
);
CREATE TABLE department (
    department_id INTEGER,
    department_name VARCHAR
);
CREATE TABLE interview (
    interview_id INTEGER,
    application_id INTEGER,
    interviewer_id INTEGER,
    scheduled_on DATE,
    score INTEGER,
    state VARCHAR
);
