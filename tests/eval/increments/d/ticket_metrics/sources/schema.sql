CREATE TABLE stg_zendesk__ticket (
    ticket_id INTEGER,
    subject VARCHAR,
    status VARCHAR,
    priority VARCHAR,
    ticket_type VARCHAR,
    channel VARCHAR,
    requester_id INTEGER,
    assignee_id INTEGER,
    group_id INTEGER,
    brand_id INTEGER,
    created_at TIMESTAMP,
    solved_at TIMESTAMP
);
CREATE TABLE stg_zendesk__user (
    user_id INTEGER,
    name VARCHAR,
    email VARCHAR,
    role VARCHAR
);
CREATE TABLE stg_zendesk__group (
    group_id INTEGER,
    name VARCHAR
);
CREATE TABLE stg_zendesk__brand (
    brand_id INTEGER,
    name VARCHAR,
    is_active BOOLEAN
);
CREATE TABLE stg_zendesk__ticket_comment (
    ticket_comment_id INTEGER,
    ticket_id INTEGER,
    user_id INTEGER,
    is_public BOOLEAN,
    created_at TIMESTAMP
);
