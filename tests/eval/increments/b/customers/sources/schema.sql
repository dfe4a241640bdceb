CREATE TABLE stg_customers (
    customer_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    email VARCHAR,
    signup_channel VARCHAR
);
CREATE TABLE stg_orders (
    order_id INTEGER,
    customer_id INTEGER,
    order_date DATE,
    status VARCHAR,
    location_id INTEGER
);
CREATE TABLE stg_payments (
    payment_id INTEGER,
    order_id INTEGER,
    payment_method VARCHAR,
    amount DOUBLE
);
