CREATE TABLE customer (
    id BIGINT,
    cust_hash VARCHAR,
    shop_customer_ref VARCHAR,
    email VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR,
    created_at VARCHAR,
    first_charge_at TIMESTAMP,
    active_subs INTEGER,
    total_subs INTEGER,
    has_valid_payment BOOLEAN,
    in_dunning BOOLEAN,
    bill_country VARCHAR,
    deleted_flag BOOLEAN
);
CREATE TABLE charge (
    id BIGINT,
    customer_id BIGINT,
    address_id BIGINT,
    charge_type VARCHAR,
    status VARCHAR,
    created_at TIMESTAMP,
    processed_at TIMESTAMP,
    processor VARCHAR,
    subtotal_price DECIMAL(10,2),
    discounts DECIMAL(10,2),
    tax DECIMAL(10,2),
    price_total DECIMAL(10,2),
    refunds DECIMAL(10,2),
    deleted_flag BOOLEAN
);
CREATE TABLE charge_line (
    charge_id BIGINT,
    line_no INTEGER,
    product_ref VARCHAR,
    title VARCHAR,
    quantity INTEGER,
    price DECIMAL(10,2)
);
CREATE TABLE charge_discount (
    charge_id BIGINT,
    line_no INTEGER,
    discount_id BIGINT,
    amount DECIMAL(10,2)
);
CREATE TABLE discount (
    id BIGINT,
    code VARCHAR,
    discount_value DECIMAL(10,2),
    value_type VARCHAR
);
CREATE TABLE charge_shipping (
    charge_id BIGINT,
    line_no INTEGER,
    title VARCHAR,
    price DECIMAL(10,2)
);
CREATE TABLE charge_tax (
    charge_id BIGINT,
    line_no INTEGER,
    title VARCHAR,
    price DECIMAL(10,2)
);
CREATE TABLE order_head (
    id BIGINT,
    charge_id BIGINT,
    customer_id BIGINT,
    status VARCHAR,
    order_type VARCHAR,
    prepaid BOOLEAN,
    created_at TIMESTAMP,
    processed_at TIMESTAMP,
    total_price DECIMAL(10,2)
);
CREATE TABLE order_line (
    order_id BIGINT,
    line_no INTEGER,
    product_ref VARCHAR,
    quantity INTEGER,
    price DECIMAL(10,2)
);
CREATE TABLE subscription_log (
    log_no BIGINT,
    sub_id BIGINT,
    customer_id BIGINT,
    address_id BIGINT,
    product_ref VARCHAR,
    product_title VARCHAR,
    variant_title VARCHAR,
    price VARCHAR,
    quantity INTEGER,
    status VARCHAR,
    freq INTEGER,
    freq_unit VARCHAR,
    expire_after INTEGER,
    created_at TIMESTAMP,
    updated_at TIMESTAMP,
    next_charge_at TIMESTAMP,
    cancelled_at TIMESTAMP
);
CREATE TABLE one_time_item (
    id BIGINT,
    customer_id BIGINT,
    product_ref VARCHAR,
    quantity INTEGER,
    price DECIMAL(10,2),
    created_at TIMESTAMP
);
