CREATE TABLE stg_intercom__conversation (
    conversation_id INTEGER,
    created_at TIMESTAMP,
    state VARCHAR,
    contact_id VARCHAR,
    assignee_id INTEGER,
    team_id INTEGER,
    is_deleted BOOLEAN
);
CREATE TABLE stg_intercom__conversation_part (
    part_id INTEGER,
    conversation_id INTEGER,
    part_type VARCHAR,
    author_type VARCHAR,
    author_id VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE stg_intercom__contact (
    contact_id VARCHAR,
    name VARCHAR,
    email VARCHAR
);
CREATE TABLE stg_intercom__admin (
    admin_id INTEGER,
    name VARCHAR,
    job_title VARCHAR
);
CREATE TABLE stg_intercom__team (
    team_id INTEGER,
    name VARCHAR,
    admin_lead_id INTEGER
);
