CREATE TABLE stg_recurly__line_item (
    line_item_id INTEGER,
    invoice_id INTEGER,
    plan_id VARCHAR,
    origin VARCHAR,
    state VARCHAR,
    currency VARCHAR,
    amount DECIMAL(12,2),
    discount DECIMAL(12,2),
    tax DECIMAL(12,2),
    legacy_code VARCHAR
);
CREATE TABLE stg_recurly__invoice (
    invoice_id INTEGER,
    invoice_number VARCHAR,
    account_id INTEGER,
    created_at TIMESTAMP
);
CREATE TABLE stg_recurly__account (
    account_id INTEGER,
    account_email VARCHAR
);
CREATE TABLE stg_recurly__plan (
    plan_id VARCHAR,
    plan_name VARCHAR,
    interval_unit VARCHAR
);
CREATE TABLE stg_recurly__rate (
    currency VARCHAR,
    rate_to_usd DECIMAL(10,4)
);
