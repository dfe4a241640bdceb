CREATE TABLE stg_intercom__conversation_history (
    conversation_id INTEGER,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    source_type VARCHAR,
    source_delivered_as VARCHAR,
    source_subject VARCHAR,
    source_url VARCHAR,
    assignee_type VARCHAR,
    assignee_id INTEGER,
    is_open BOOLEAN,
    is_read BOOLEAN,
    state VARCHAR,
    waiting_since DATE,
    snoozed_until DATE,
    sla_name VARCHAR,
    sla_status VARCHAR,
    conversation_rating_value INTEGER,
    conversation_rating_remark VARCHAR,
    _fivetran_active BOOLEAN
);
CREATE TABLE stg_intercom__conversation_part_history (
    conversation_part_id INTEGER,
    conversation_id INTEGER,
    part_type VARCHAR,
    author_type VARCHAR,
    author_id INTEGER,
    created_at TIMESTAMP
);
CREATE TABLE stg_intercom__admin (
    admin_id INTEGER,
    admin_name VARCHAR,
    job_title VARCHAR
);
