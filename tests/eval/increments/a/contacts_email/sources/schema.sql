CREATE TABLE int_contact_merged (
    contact_id INTEGER,
    email VARCHAR,
    contact_name VARCHAR,
    job_title VARCHAR,
    company_name VARCHAR,
    lifecycle_stage VARCHAR,
    created_at TIMESTAMP,
    is_contact_deleted BOOLEAN
);
CREATE TABLE email_sends (
    email_send_id INTEGER,
    recipient_email_address VARCHAR,
    campaign_id INTEGER,
    sent_at TIMESTAMP,
    bounces INTEGER,
    clicks INTEGER,
    opens INTEGER,
    deliveries INTEGER,
    was_unsubcribed BOOLEAN
);
