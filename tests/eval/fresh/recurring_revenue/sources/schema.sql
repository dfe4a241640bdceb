CREATE TABLE crm_accounts (
    account_no VARCHAR,
    name VARCHAR,
    country VARCHAR,
    segment_code VARCHAR,
    owner VARCHAR,
    created_at TIMESTAMP,
    is_internal VARCHAR
);
CREATE TABLE billing_plans (
    plan_code VARCHAR,
    title VARCHAR,
    period VARCHAR,
    price_cents INTEGER,
    currency VARCHAR
);
CREATE TABLE billing_subscriptions (
    row_id INTEGER,
    sub_no VARCHAR,
    account_no VARCHAR,
    plan_code VARCHAR,
    seats INTEGER,
    discount_pct DECIMAL(5,2),
    starts_on DATE,
    ends_on DATE,
    state VARCHAR,
    changed_at TIMESTAMP
);
