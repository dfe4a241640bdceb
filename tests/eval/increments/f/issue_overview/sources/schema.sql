CREATE TABLE stg_jira__issue (
    issue_id INTEGER,
    issue_key VARCHAR,
    summary VARCHAR,
    issue_type_id INTEGER,
    status_id INTEGER,
    project_id INTEGER,
    assignee_user_id VARCHAR,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    resolved_at TIMESTAMP
);
CREATE TABLE stg_jira__issue_type (
    issue_type_id INTEGER,
    issue_type_name VARCHAR
);
CREATE TABLE stg_jira__status (
    status_id INTEGER,
    status_name VARCHAR,
    status_category_id INTEGER
);
CREATE TABLE stg_jira__status_category (
    status_category_id INTEGER,
    status_category_name VARCHAR
);
CREATE TABLE stg_jira__project (
    project_id INTEGER,
    project_name VARCHAR,
    lead_user_id VARCHAR
);
CREATE TABLE stg_jira__user (
    user_id VARCHAR,
    user_display_name VARCHAR,
    email VARCHAR
);
CREATE TABLE stg_jira__comment (
    comment_id INTEGER,
    issue_id INTEGER,
    author_user_id VARCHAR,
    is_public BOOLEAN,
    created_at TIMESTAMP
);
