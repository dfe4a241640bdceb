CREATE TABLE raw_customers (
    id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    email VARCHAR,
    signup_date DATE,
    country VARCHAR,
    opt_in VARCHAR
);
CREATE TABLE raw_orders (
    id INTEGER,
    customer_id INTEGER,
    order_ts TIMESTAMP,
    status VARCHAR,
    channel VARCHAR,
    coupon_code VARCHAR,
    shipping_cents INTEGER
);
CREATE TABLE raw_order_items (
    id INTEGER,
    order_id INTEGER,
    sku VARCHAR,
    qty INTEGER,
    unit_price_cents INTEGER,
    discount_pct DECIMAL(5,2)
);
CREATE TABLE raw_payments (
    id INTEGER,
    order_id INTEGER,
    method VARCHAR,
    amount_cents INTEGER,
    status VARCHAR
);
CREATE TABLE raw_products (
    sku VARCHAR,
    name VARCHAR,
    category VARCHAR,
    cost_cents INTEGER,
    discontinued_on DATE
);
