CREATE TABLE stg_github__pull_request (
    pull_request_id INTEGER,
    issue_id INTEGER,
    is_draft BOOLEAN,
    head_branch VARCHAR
);
CREATE TABLE stg_github__issue (
    issue_id INTEGER,
    issue_number INTEGER,
    title VARCHAR,
    author_id INTEGER,
    repository_id INTEGER,
    created_at TIMESTAMP,
    closed_at TIMESTAMP
);
CREATE TABLE stg_github__user (
    user_id INTEGER,
    login_name VARCHAR,
    company VARCHAR
);
CREATE TABLE stg_github__repository (
    repository_id INTEGER,
    full_name VARCHAR,
    is_private BOOLEAN
);
CREATE TABLE stg_github__issue_comment (
    comment_id INTEGER,
    issue_id INTEGER,
    user_id INTEGER,
    created_at TIMESTAMP
);
CREATE TABLE stg_github__pull_request_review (
    review_id INTEGER,
    pull_request_id INTEGER,
    user_id INTEGER,
    state VARCHAR,
    submitted_at TIMESTAMP
);
