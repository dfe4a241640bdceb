CREATE TABLE raw_users (
    id INTEGER,
    batch_no INTEGER,
    email VARCHAR,
    full_name VARCHAR,
    country VARCHAR,
    birth_date VARCHAR,
    opt_in VARCHAR,
    locale VARCHAR,
    created_at TIMESTAMP,
    signup_ip VARCHAR,
    referrer_id INTEGER
);
CREATE TABLE raw_plans (
    plan_code VARCHAR,
    plan_name VARCHAR,
    effective_from DATE,
    price_cents INTEGER,
    max_seats INTEGER
);
CREATE TABLE raw_subscriptions (
    id INTEGER,
    user_id INTEGER,
    plan_code VARCHAR,
    started_on DATE,
    ended_on DATE,
    state VARCHAR,
    seats INTEGER,
    cancel_code VARCHAR,
    sales_rep VARCHAR,
    promo_code VARCHAR
);
CREATE TABLE raw_invoices (
    id INTEGER,
    subscription_id INTEGER,
    invoice_no VARCHAR,
    issued_on DATE,
    due_days INTEGER,
    net_cents INTEGER,
    tax_cents INTEGER,
    coupon_code VARCHAR,
    currency VARCHAR,
    memo VARCHAR
);
CREATE TABLE raw_coupons (
    code VARCHAR,
    kind VARCHAR,
    value INTEGER,
    valid_from DATE,
    valid_to DATE
);
CREATE TABLE raw_payments (
    id INTEGER,
    invoice_id INTEGER,
    amount_cents INTEGER,
    method VARCHAR,
    status VARCHAR,
    paid_epoch BIGINT,
    psp_ref VARCHAR
);
CREATE TABLE raw_refunds (
    id INTEGER,
    payment_id INTEGER,
    amount_txt VARCHAR,
    refunded_on DATE,
    psp_ref VARCHAR
);
CREATE TABLE raw_campaigns (
    code VARCHAR,
    name VARCHAR,
    channel VARCHAR
);
CREATE TABLE raw_sessions (
    session_id VARCHAR,
    user_id INTEGER,
    started_at TIMESTAMP,
    landing_url VARCHAR,
    utm_campaign VARCHAR,
    referrer_host VARCHAR,
    device VARCHAR
);
CREATE TABLE raw_page_events (
    event_id INTEGER,
    session_id VARCHAR,
    event_name VARCHAR,
    page VARCHAR,
    event_at TIMESTAMP
);
CREATE TABLE raw_tickets (
    id INTEGER,
    user_id INTEGER,
    subject VARCHAR,
    opened_at TIMESTAMP,
    state VARCHAR,
    rating INTEGER
);
CREATE TABLE crm_alpha (
    contact_id VARCHAR,
    email VARCHAR,
    company VARCHAR,
    phone VARCHAR,
    owner VARCHAR,
    modified_at TIMESTAMP
);
CREATE TABLE crm_beta (
    id INTEGER,
    mail VARCHAR,
    organisation VARCHAR,
    tel VARCHAR,
    account_manager VARCHAR,
    changed_on VARCHAR
);
