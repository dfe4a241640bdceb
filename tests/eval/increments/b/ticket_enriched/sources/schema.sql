CREATE TABLE stg_ticket (
    ticket_id INTEGER,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    solved_at TIMESTAMP,
    status VARCHAR,
    priority VARCHAR,
    type VARCHAR,
    requester_id INTEGER,
    submitter_id INTEGER,
    assignee_id INTEGER,
    group_id INTEGER,
    subject VARCHAR,
    ticket_form_id INTEGER,
    due_at TIMESTAMP,
    created_channel VARCHAR
);
CREATE TABLE stg_user (
    user_id INTEGER,
    name VARCHAR,
    email VARCHAR,
    role VARCHAR,
    is_active BOOLEAN,
    time_zone VARCHAR,
    organization_id INTEGER,
    last_login_at TIMESTAMP
);
CREATE TABLE stg_group (
    group_id INTEGER,
    name VARCHAR
);
CREATE TABLE stg_organization (
    organization_id INTEGER,
    name VARCHAR,
    details VARCHAR
);
CREATE TABLE stg_ticket_comment (
    ticket_comment_id INTEGER,
    ticket_id INTEGER,
    user_id INTEGER,
    is_public BOOLEAN,
    created_at TIMESTAMP
);
