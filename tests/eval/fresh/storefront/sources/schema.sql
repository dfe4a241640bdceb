CREATE TABLE orders (
    order_id INTEGER,
    customer_id INTEGER,
    placed_at TIMESTAMP,
    status VARCHAR,
    shipping_fee DECIMAL(10,2),
    coupon_code VARCHAR
);
CREATE TABLE order_items (
    order_id INTEGER,
    line_no INTEGER,
    sku VARCHAR,
    qty INTEGER,
    unit_price DECIMAL(10,2),
    discount_pct DECIMAL(5,2)
);
CREATE TABLE payments (
    payment_id INTEGER,
    order_id INTEGER,
    method VARCHAR,
    amount DECIMAL(10,2),
    state VARCHAR
);
CREATE TABLE customers (
    customer_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    email VARCHAR,
    country VARCHAR
);
