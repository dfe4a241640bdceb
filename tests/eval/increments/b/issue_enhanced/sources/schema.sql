CREATE TABLE stg_issue (
    issue_id INTEGER,
    issue_key VARCHAR,
    project_id INTEGER,
    status_id INTEGER,
    resolution_id INTEGER,
    assignee_user_id VARCHAR,
    reporter_user_id VARCHAR,
    issue_type VARCHAR,
    created_at TIMESTAMP,
    resolved_at TIMESTAMP,
    updated_at TIMESTAMP,
    due_date TIMESTAMP,
    original_estimate_seconds INTEGER,
    time_spent_seconds INTEGER,
    parent_issue_id INTEGER
);
CREATE TABLE stg_project (
    project_id INTEGER,
    project_name VARCHAR,
    project_category VARCHAR
);
CREATE TABLE stg_status (
    status_id INTEGER,
    status_name VARCHAR,
    status_category VARCHAR
);
CREATE TABLE stg_resolution (
    resolution_id INTEGER,
    resolution_name VARCHAR
);
CREATE TABLE stg_user (
    user_id VARCHAR,
    user_display_name VARCHAR,
    locale VARCHAR
);
CREATE TABLE stg_comment (
    comment_id INTEGER,
    issue_id INTEGER,
    author_user_id VARCHAR,
    created_at TIMESTAMP
);
