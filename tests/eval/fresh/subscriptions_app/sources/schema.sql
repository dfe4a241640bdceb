CREATE TABLE users (
    id INTEGER,
    email VARCHAR,
    signed_up_at TIMESTAMP,
    country VARCHAR,
    platform VARCHAR,
    is_staff BOOLEAN,
    synced_at TIMESTAMP
);
CREATE TABLE plans (
    plan_code VARCHAR,
    plan_name VARCHAR,
    price_cents INTEGER,
    bill_every VARCHAR,
    store_product VARCHAR
);
CREATE TABLE subscriptions (
    sub_id VARCHAR,
    user_id INTEGER,
    plan_code VARCHAR,
    started_on DATE,
    ended_on DATE,
    trial_until DATE,
    end_code VARCHAR
);
CREATE TABLE web_payments (
    payment_id INTEGER,
    user_id INTEGER,
    plan_code VARCHAR,
    paid_at TIMESTAMP,
    amount_cents INTEGER,
    refunded_cents INTEGER,
    status VARCHAR
);
CREATE TABLE store_receipts (
    receipt_id VARCHAR,
    user_id INTEGER,
    product VARCHAR,
    bought_at TIMESTAMP,
    price DECIMAL(8,2),
    store VARCHAR,
    sandbox BOOLEAN
);
CREATE TABLE app_events (
    event_id INTEGER,
    user_id INTEGER,
    event_name VARCHAR,
    event_at TIMESTAMP,
    screen VARCHAR
);
