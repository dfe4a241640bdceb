CREATE TABLE users (
    user_id INTEGER,
    email VARCHAR,
    country VARCHAR,
    plan_code VARCHAR,
    signed_up_at TIMESTAMP,
    is_employee BOOLEAN
);
CREATE TABLE plans (
    plan_code VARCHAR,
    plan_name VARCHAR,
    monthly_price DECIMAL(8,2)
);
CREATE TABLE events (
    event_id VARCHAR,
    user_id INTEGER,
    event_name VARCHAR,
    platform VARCHAR,
    occurred_at TIMESTAMP,
    received_at TIMESTAMP
);
