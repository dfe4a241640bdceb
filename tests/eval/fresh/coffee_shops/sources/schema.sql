CREATE TABLE raw_customers (
    id INTEGER,
    name VARCHAR,
    email VARCHAR
);
CREATE TABLE raw_stores (
    id INTEGER,
    name VARCHAR,
    opened_at TIMESTAMP,
    tax_rate DECIMAL(6,4)
);
CREATE TABLE raw_products (
    sku VARCHAR,
    name VARCHAR,
    type VARCHAR,
    price INTEGER,
    description VARCHAR
);
CREATE TABLE raw_supplies (
    id VARCHAR,
    sku VARCHAR,
    name VARCHAR,
    cost INTEGER,
    perishable VARCHAR
);
CREATE TABLE raw_orders (
    id INTEGER,
    customer INTEGER,
    store_id INTEGER,
    ordered_at TIMESTAMP,
    status VARCHAR,
    subtotal INTEGER,
    tax_paid INTEGER,
    order_total INTEGER
);
CREATE TABLE raw_items (
    id INTEGER,
    order_id INTEGER,
    sku VARCHAR
);
CREATE TABLE raw_payments (
    id INTEGER,
    order_id INTEGER,
    payment_method VARCHAR,
    status VARCHAR,
    amount INTEGER
);
