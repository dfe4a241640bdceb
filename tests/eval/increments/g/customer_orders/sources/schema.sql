CREATE TABLE stg_customers (
    customer_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR
);
CREATE TABLE stg_orders (
    order_id INTEGER,
    customer_id INTEGER,
    order_date DATE,
    status VARCHAR
);
CREATE TABLE stg_payments (
    payment_id INTEGER,
    order_id INTEGER,
    payment_method VARCHAR,
    amount DECIMAL(12,2)
);
