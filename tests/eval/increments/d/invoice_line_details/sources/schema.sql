CREATE TABLE stg_stripe__invoice_line_item (
    invoice_line_item_id VARCHAR,
    invoice_id VARCHAR,
    description VARCHAR,
    type VARCHAR,
    amount INTEGER,
    quantity INTEGER,
    currency VARCHAR,
    period_start TIMESTAMP,
    period_end TIMESTAMP,
    proration BOOLEAN,
    subscription_id VARCHAR,
    price_id VARCHAR
);
CREATE TABLE stg_stripe__invoice (
    invoice_id VARCHAR,
    number VARCHAR,
    status VARCHAR,
    created_at TIMESTAMP,
    is_paid BOOLEAN,
    customer_id VARCHAR
);
CREATE TABLE stg_stripe__customer (
    customer_id VARCHAR,
    customer_name VARCHAR,
    email VARCHAR
);
CREATE TABLE stg_stripe__subscription (
    subscription_id VARCHAR,
    status VARCHAR
);
CREATE TABLE stg_stripe__price (
    price_id VARCHAR,
    nickname VARCHAR,
    product_id VARCHAR,
    unit_amount INTEGER
);
CREATE TABLE stg_stripe__product (
    product_id VARCHAR,
    name VARCHAR,
    is_active BOOLEAN
);
