CREATE TABLE crm_accounts (
    account_id INTEGER,
    company_name VARCHAR,
    contact_name VARCHAR,
    email VARCHAR,
    country VARCHAR,
    is_test BOOLEAN,
    created_at TIMESTAMP,
    updated_at TIMESTAMP
);
CREATE TABLE billing_plans (
    plan_code VARCHAR,
    plan_name VARCHAR,
    billing_interval VARCHAR,
    price_cents INTEGER
);
CREATE TABLE billing_subscriptions (
    subscription_id VARCHAR,
    account_id INTEGER,
    plan_code VARCHAR,
    quantity INTEGER,
    discount_pct VARCHAR,
    started_on DATE,
    ended_on DATE,
    status VARCHAR
);
CREATE TABLE billing_invoices (
    invoice_id VARCHAR,
    account_id INTEGER,
    invoice_date DATE,
    amount_cents INTEGER,
    status VARCHAR
);
CREATE TABLE web_touches (
    touch_id INTEGER,
    account_id INTEGER,
    touched_at TIMESTAMP,
    utm VARCHAR,
    landing_page VARCHAR
);
CREATE TABLE event_leads (
    lead_id INTEGER,
    email VARCHAR,
    event_name VARCHAR,
    event_date DATE
);
