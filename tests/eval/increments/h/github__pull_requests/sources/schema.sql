CREATE TABLE stg_github__pull_request (
    pull_request_id BIGINT,
    number INTEGER,
    repository_id INTEGER,
    title VARCHAR,
    author_user_id INTEGER,
    state VARCHAR,
    is_draft BOOLEAN,
    created_at TIMESTAMP,
    merged_at TIMESTAMP
);
CREATE TABLE stg_github__repository (
    repository_id INTEGER,
    full_name VARCHAR
);
CREATE TABLE stg_github__user (
    user_id INTEGER,
    login_name VARCHAR
);
CREATE TABLE stg_github__pull_request_review (
    review_id BIGINT,
    pull_request_id BIGINT,
    reviewer_user_id INTEGER,
    state VARCHAR,
    submitted_at TIMESTAMP
);
CREATE TABLE stg_github__pull_request_label (
    pull_request_id BIGINT,
    label_name VARCHAR
);
