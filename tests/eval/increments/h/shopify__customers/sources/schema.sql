CREATE TABLE stg_shopify__customer (
    customer_id INTEGER,
    email VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR,
    state VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE stg_shopify__order (
    order_id INTEGER,
    customer_id INTEGER,
    total_price DECIMAL(12,2),
    is_test BOOLEAN,
    created_at TIMESTAMP
);
CREATE TABLE stg_shopify__refund (
    refund_id INTEGER,
    order_id INTEGER,
    amount DECIMAL(12,2),
    created_at TIMESTAMP
);
