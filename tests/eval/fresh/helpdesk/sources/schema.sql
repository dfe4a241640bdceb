CREATE TABLE tickets (
    ticket_id BIGINT,
    subject VARCHAR,
    channel VARCHAR,
    assignee_id INTEGER,
    priority INTEGER,
    status VARCHAR,
    created_at TIMESTAMP,
    satisfaction INTEGER,
    is_deleted BOOLEAN
);
CREATE TABLE ticket_comments (
    comment_id INTEGER,
    ticket_id BIGINT,
    author_role VARCHAR,
    is_public BOOLEAN,
    created_at TIMESTAMP
);
CREATE TABLE agents (
    agent_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    team VARCHAR,
    active VARCHAR
);
