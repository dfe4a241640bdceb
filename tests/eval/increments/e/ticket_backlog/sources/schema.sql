CREATE TABLE stg_zendesk__ticket (
    ticket_id INTEGER,
    subject VARCHAR,
    status VARCHAR,
    priority VARCHAR,
    ticket_type VARCHAR,
    created_channel VARCHAR,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    due_at TIMESTAMP,
    group_id INTEGER,
    organization_id INTEGER,
    requester_id INTEGER,
    assignee_id INTEGER
);
CREATE TABLE stg_zendesk__user (
    user_id INTEGER,
    name VARCHAR,
    email VARCHAR,
    locale VARCHAR,
    role VARCHAR
);
CREATE TABLE stg_zendesk__group (
    group_id INTEGER,
    group_name VARCHAR
);
CREATE TABLE stg_zendesk__organization (
    organization_id INTEGER,
    organization_name VARCHAR,
    details VARCHAR
);
CREATE TABLE stg_zendesk__ticket_metric (
    ticket_id INTEGER,
    replies INTEGER,
    reopens INTEGER,
    first_reply_minutes INTEGER
);
