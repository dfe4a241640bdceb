CREATE TABLE web_visits (
    visit_id INTEGER,
    user_ref VARCHAR,
    begun_at TIMESTAMP,
    finished_at TIMESTAMP,
    page_count INTEGER,
    landing_url VARCHAR,
    src VARCHAR,
    medium VARCHAR,
    campaign VARCHAR,
    is_bot VARCHAR
);
CREATE TABLE shop_orders (
    order_id INTEGER,
    user_ref VARCHAR,
    ordered_at TIMESTAMP,
    amount DECIMAL(10,2),
    status VARCHAR
);
CREATE TABLE facebook_spend (
    day DATE,
    ad_set VARCHAR,
    campaign_name VARCHAR,
    spend DECIMAL(10,2),
    clicks INTEGER,
    impressions INTEGER
);
CREATE TABLE google_spend (
    stat_date DATE,
    campaign VARCHAR,
    cost_micros BIGINT,
    clicks INTEGER,
    impressions INTEGER
);
