CREATE TABLE gh_user (
    id BIGINT,
    login VARCHAR,
    name VARCHAR,
    type VARCHAR,
    company VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE gh_repository (
    id BIGINT,
    full_name VARCHAR,
    private BOOLEAN,
    fork BOOLEAN,
    archived BOOLEAN,
    default_branch VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE gh_issue (
    id BIGINT,
    repository_id BIGINT,
    number INTEGER,
    title VARCHAR,
    state VARCHAR,
    user_id BIGINT,
    pull_request BOOLEAN,
    created_at TIMESTAMP,
    closed_at TIMESTAMP
);
CREATE TABLE gh_pull_request (
    id BIGINT,
    issue_id BIGINT,
    draft BOOLEAN,
    base_ref VARCHAR,
    merged_at TIMESTAMP,
    additions INTEGER,
    deletions INTEGER
);
CREATE TABLE gh_label (
    id BIGINT,
    name VARCHAR,
    color VARCHAR
);
CREATE TABLE gh_issue_label (
    issue_id BIGINT,
    label_id BIGINT
);
CREATE TABLE gh_comment (
    id BIGINT,
    issue_id BIGINT,
    user_id BIGINT,
    body VARCHAR,
    created_at TIMESTAMP
);
