CREATE TABLE stg_recharge__subscription (
    subscription_id INTEGER,
    customer_id INTEGER,
    product_title VARCHAR,
    price DOUBLE,
    quantity INTEGER,
    status VARCHAR,
    created_at TIMESTAMP,
    cancelled_at TIMESTAMP,
    cancellation_reason VARCHAR
);
CREATE TABLE stg_recharge__customer (
    customer_id INTEGER,
    email VARCHAR,
    first_name VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE stg_recharge__charge (
    charge_id INTEGER,
    subscription_id INTEGER,
    total_price DOUBLE,
    status VARCHAR,
    processed_at TIMESTAMP
);
