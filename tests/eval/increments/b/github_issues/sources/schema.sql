CREATE TABLE stg_issue (
    issue_id INTEGER,
    issue_number INTEGER,
    title VARCHAR,
    body VARCHAR,
    state VARCHAR,
    created_at TIMESTAMP,
    closed_at TIMESTAMP,
    user_id INTEGER,
    repository_id INTEGER,
    is_pull_request BOOLEAN,
    is_locked BOOLEAN,
    milestone_id INTEGER
);
CREATE TABLE stg_user (
    user_id INTEGER,
    login_name VARCHAR,
    company VARCHAR
);
CREATE TABLE stg_repository (
    repository_id INTEGER,
    full_name VARCHAR,
    is_private BOOLEAN
);
CREATE TABLE stg_issue_label (
    issue_id INTEGER,
    label VARCHAR,
    updated_at TIMESTAMP
);
CREATE TABLE stg_milestone (
    milestone_id INTEGER,
    title VARCHAR,
    due_on TIMESTAMP
);
