CREATE TABLE stg_shop__customer (
    customer_id INTEGER,
    email VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR,
    marketing_state VARCHAR
);
CREATE TABLE stg_shop__order (
    order_id INTEGER,
    customer_id INTEGER,
    created_at TIMESTAMP,
    total_price DECIMAL(12,2),
    is_test BOOLEAN,
    cancelled_at TIMESTAMP
);
CREATE TABLE stg_shop__refund (
    refund_id INTEGER,
    order_id INTEGER,
    amount DECIMAL(12,2)
);
