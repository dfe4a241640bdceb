CREATE TABLE campaign (
    campaign_id INTEGER,
    campaign_name VARCHAR,
    channel VARCHAR,
    state VARCHAR,
    start_date DATE,
    end_date DATE
);
CREATE TABLE message (
    message_id INTEGER,
    campaign_id INTEGER,
    contact_id INTEGER,
    sent_at TIMESTAMP,
    bounced BOOLEAN
);
CREATE TABLE engagement (
    engagement_id INTEGER,
    message_id INTEGER,
    kind VARCHAR,
    happened_at TIMESTAMP
);
CREATE TABLE cost (
    cost_id INTEGER,
    campaign_id INTEGER,
    cost_date DATE,
    amount DECIMAL(12,2)
);
CREATE TABLE web_order (
    order_id INTEGER,
    campaign_id INTEGER,
    ordered_at TIMESTAMP,
    revenue DECIMAL(12,2),
    returned VARCHAR
);
