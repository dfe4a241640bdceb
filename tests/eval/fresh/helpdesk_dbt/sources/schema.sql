CREATE TABLE raw_tickets (
    id INTEGER,
    subject VARCHAR,
    status VARCHAR,
    priority VARCHAR,
    via_channel VARCHAR,
    requester_id INTEGER,
    assignee_id INTEGER,
    tags VARCHAR,
    created_at VARCHAR,
    is_deleted BOOLEAN,
    _synced_at TIMESTAMP
);
CREATE TABLE raw_users (
    id INTEGER,
    name VARCHAR,
    email VARCHAR,
    role VARCHAR,
    organization_id INTEGER,
    is_active BOOLEAN
);
CREATE TABLE raw_organizations (
    id INTEGER,
    name VARCHAR,
    plan_code VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE raw_ticket_events (
    id INTEGER,
    ticket_id INTEGER,
    actor_id INTEGER,
    field_name VARCHAR,
    old_value VARCHAR,
    new_value VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE raw_comments (
    id INTEGER,
    ticket_id INTEGER,
    author_id INTEGER,
    is_public BOOLEAN,
    body VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE raw_satisfaction_ratings (
    id INTEGER,
    ticket_id INTEGER,
    score VARCHAR,
    created_at TIMESTAMP
);
