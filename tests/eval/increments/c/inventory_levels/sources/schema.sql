CREATE TABLE stg_shopify__inventory_level (
    inventory_item_id INTEGER,
    location_id INTEGER,
    available INTEGER,
    updated_at TIMESTAMP
);
CREATE TABLE stg_shopify__inventory_item (
    inventory_item_id INTEGER,
    sku VARCHAR,
    unit_cost DOUBLE,
    is_tracked BOOLEAN
);
CREATE TABLE stg_shopify__location (
    location_id INTEGER,
    location_name VARCHAR,
    country_code VARCHAR,
    is_active BOOLEAN
);
CREATE TABLE stg_shopify__variant (
    variant_id INTEGER,
    inventory_item_id INTEGER,
    product_id INTEGER,
    title VARCHAR,
    price DOUBLE
);
CREATE TABLE stg_shopify__product (
    product_id INTEGER,
    title VARCHAR,
    vendor VARCHAR,
    product_type VARCHAR,
    is_published BOOLEAN
);
CREATE TABLE stg_shopify__order_line (
    order_line_id INTEGER,
    order_id INTEGER,
    variant_id INTEGER,
    quantity INTEGER,
    price DOUBLE
);
