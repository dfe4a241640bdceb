CREATE TABLE stg_zendesk__ticket_metrics (
    ticket_id INTEGER,
    assignee_group VARCHAR,
    status VARCHAR,
    priority VARCHAR,
    is_reopened BOOLEAN,
    first_reply_minutes INTEGER,
    created_at TIMESTAMP
);
CREATE TABLE stg_zendesk__user (
    user_id INTEGER,
    name VARCHAR,
    role VARCHAR,
    active_status BOOLEAN,
    is_suspended BOOLEAN
);
