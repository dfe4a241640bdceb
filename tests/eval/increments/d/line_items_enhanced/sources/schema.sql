CREATE TABLE stg_shopify__order_line (
    order_line_id INTEGER,
    order_id INTEGER,
    product_id INTEGER,
    variant_id INTEGER,
    quantity INTEGER,
    price DECIMAL(12,2),
    total_discount DECIMAL(12,2),
    is_gift_card BOOLEAN,
    is_requiring_shipping BOOLEAN,
    fulfillment_service VARCHAR
);
CREATE TABLE stg_shopify__order (
    order_id INTEGER,
    order_number INTEGER,
    created_timestamp TIMESTAMP,
    financial_status VARCHAR,
    currency VARCHAR
);
CREATE TABLE stg_shopify__product (
    product_id INTEGER,
    title VARCHAR,
    product_type VARCHAR,
    vendor VARCHAR
);
CREATE TABLE stg_shopify__product_variant (
    variant_id INTEGER,
    product_id INTEGER,
    title VARCHAR,
    sku VARCHAR
);
CREATE TABLE stg_shopify__refund_line (
    refund_line_id INTEGER,
    refund_id INTEGER,
    order_line_id INTEGER,
    quantity INTEGER,
    subtotal DECIMAL(12,2)
);
