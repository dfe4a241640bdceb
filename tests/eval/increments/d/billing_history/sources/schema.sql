CREATE TABLE stg_recharge__order (
    order_id VARCHAR,
    external_order_id VARCHAR,
    customer_id VARCHAR,
    email VARCHAR,
    charge_id VARCHAR,
    order_created_at TIMESTAMP,
    order_scheduled_at TIMESTAMP,
    order_processed_at TIMESTAMP,
    order_status VARCHAR,
    order_type VARCHAR,
    is_prepaid BOOLEAN,
    order_total_price DECIMAL(12,2),
    _fivetran_deleted BOOLEAN
);
CREATE TABLE stg_recharge__order_line_item (
    order_id VARCHAR,
    line_index INTEGER,
    title VARCHAR,
    quantity INTEGER,
    price DECIMAL(12,2)
);
CREATE TABLE stg_recharge__charge (
    charge_id VARCHAR,
    charge_status VARCHAR,
    charge_type VARCHAR,
    currency VARCHAR,
    total_discounts DECIMAL(12,2),
    total_refunds DECIMAL(12,2)
);
