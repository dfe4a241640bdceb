CREATE TABLE stg_order (
    order_id INTEGER,
    customer_id INTEGER,
    created_timestamp TIMESTAMP,
    updated_timestamp TIMESTAMP,
    financial_status VARCHAR,
    fulfillment_status VARCHAR,
    total_price DOUBLE,
    subtotal_price DOUBLE,
    total_discounts DOUBLE,
    source_name VARCHAR,
    cancelled_timestamp TIMESTAMP,
    processed_timestamp TIMESTAMP
);
CREATE TABLE stg_order_line (
    order_line_id INTEGER,
    order_id INTEGER,
    quantity INTEGER,
    price DOUBLE,
    total_discount DOUBLE,
    is_gift_card BOOLEAN,
    product_id INTEGER
);
CREATE TABLE stg_refund_line (
    refund_line_id INTEGER,
    order_id INTEGER,
    quantity INTEGER,
    subtotal DOUBLE,
    total_tax DOUBLE
);
