CREATE TABLE zd_organization (
    id BIGINT,
    name VARCHAR,
    external_ref VARCHAR,
    country VARCHAR,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    deleted BOOLEAN
);
CREATE TABLE zd_organization_tag (
    organization_id BIGINT,
    tag VARCHAR
);
CREATE TABLE zd_domain_name (
    organization_id BIGINT,
    domain_name VARCHAR,
    position INTEGER
);
CREATE TABLE zd_user (
    id BIGINT,
    name VARCHAR,
    email VARCHAR,
    role VARCHAR,
    organization_id BIGINT,
    active BOOLEAN,
    suspended BOOLEAN,
    locale VARCHAR,
    created_at TIMESTAMP,
    last_login_at TIMESTAMP
);
CREATE TABLE zd_group (
    id BIGINT,
    name VARCHAR,
    deleted BOOLEAN,
    created_at TIMESTAMP
);
CREATE TABLE zd_ticket (
    id BIGINT,
    subject VARCHAR,
    status VARCHAR,
    priority VARCHAR,
    channel VARCHAR,
    requester_id BIGINT,
    submitter_id BIGINT,
    assignee_id BIGINT,
    group_id BIGINT,
    organization_id BIGINT,
    ticket_form_id BIGINT,
    created_at TIMESTAMP,
    updated_at TIMESTAMP
);
CREATE TABLE zd_ticket_tag (
    ticket_id BIGINT,
    tag VARCHAR
);
CREATE TABLE zd_ticket_comment (
    id BIGINT,
    ticket_id BIGINT,
    author_id BIGINT,
    body VARCHAR,
    is_public BOOLEAN,
    created_at TIMESTAMP
);
CREATE TABLE zd_chat (
    chat_id BIGINT,
    ticket_id BIGINT,
    started_at TIMESTAMP
);
CREATE TABLE zd_chat_event (
    chat_id BIGINT,
    event_no INTEGER,
    event_type VARCHAR,
    actor_id BIGINT,
    message VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE zd_ticket_field_history (
    event_id BIGINT,
    ticket_id BIGINT,
    field_name VARCHAR,
    value VARCHAR,
    user_id BIGINT,
    updated_at TIMESTAMP
);
CREATE TABLE zd_ticket_form_history (
    form_id BIGINT,
    version_no INTEGER,
    name VARCHAR,
    display_name VARCHAR,
    active BOOLEAN,
    created_at TIMESTAMP,
    updated_at TIMESTAMP
);
