CREATE TABLE raw_orders (
    order_id INTEGER,
    customer_id INTEGER,
    restaurant_id INTEGER,
    courier_id INTEGER,
    status VARCHAR,
    placed_at TIMESTAMP,
    delivered_at TIMESTAMP,
    delivery_fee DECIMAL(8,2),
    tip DECIMAL(8,2),
    promo_code VARCHAR,
    loaded_at TIMESTAMP,
    file_row INTEGER
);
CREATE TABLE raw_legacy_orders (
    ref VARCHAR,
    cust_id INTEGER,
    rest_id INTEGER,
    state VARCHAR,
    placed_ts TIMESTAMP,
    minutes_to_door INTEGER,
    fee_cents INTEGER
);
CREATE TABLE raw_restaurants (
    restaurant_id INTEGER,
    name VARCHAR,
    city VARCHAR,
    cuisine VARCHAR,
    commission_pct DECIMAL(5,2),
    is_test BOOLEAN,
    updated_at TIMESTAMP,
    batch_id INTEGER
);
CREATE TABLE raw_order_items (
    order_key VARCHAR,
    line_no INTEGER,
    item_name VARCHAR,
    category VARCHAR,
    qty INTEGER,
    unit_price DECIMAL(8,2),
    voided BOOLEAN
);
CREATE TABLE raw_couriers (
    courier_id INTEGER,
    full_name VARCHAR,
    vehicle VARCHAR,
    hired_on DATE
);
