CREATE TABLE stg_jira__issue (
    issue_id INTEGER,
    issue_key VARCHAR,
    summary VARCHAR,
    status_id INTEGER,
    priority_id INTEGER,
    assignee_user_id VARCHAR,
    reporter_user_id VARCHAR,
    parent_issue_id INTEGER,
    epic_link VARCHAR,
    created_at TIMESTAMP,
    resolved_at TIMESTAMP
);
CREATE TABLE stg_jira__status (
    status_id INTEGER,
    status_name VARCHAR,
    status_category VARCHAR
);
CREATE TABLE stg_jira__priority (
    priority_id INTEGER,
    priority_name VARCHAR
);
CREATE TABLE stg_jira__user (
    user_id VARCHAR,
    display_name VARCHAR,
    email VARCHAR
);
CREATE TABLE stg_jira__comment (
    comment_id INTEGER,
    issue_id INTEGER,
    author_user_id VARCHAR,
    is_public BOOLEAN,
    created_at TIMESTAMP
);
CREATE TABLE stg_jira__issue_field_history (
    issue_id INTEGER,
    field_id VARCHAR,
    field_value VARCHAR,
    updated_at TIMESTAMP
);
