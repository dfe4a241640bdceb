CREATE TABLE stg_marketo__lead (
    lead_id INTEGER,
    email VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR,
    company_name VARCHAR,
    phone VARCHAR,
    lead_source VARCHAR,
    score INTEGER,
    is_deleted BOOLEAN,
    created_at TIMESTAMP
);
CREATE TABLE stg_marketo__lead_status_history (
    history_id INTEGER,
    lead_id INTEGER,
    status VARCHAR,
    changed_at TIMESTAMP
);
CREATE TABLE stg_marketo__email_delivery (
    delivery_id INTEGER,
    lead_id INTEGER,
    campaign_id INTEGER,
    sent_at TIMESTAMP,
    opened_at TIMESTAMP
);
