CREATE TABLE campaigns (
    campaign_id INTEGER,
    name VARCHAR,
    channel VARCHAR,
    start_date DATE,
    end_date DATE,
    budget DECIMAL(12,2),
    owner VARCHAR,
    status VARCHAR
);
CREATE TABLE sessions (
    session_id VARCHAR,
    visitor_id VARCHAR,
    started_at TIMESTAMP,
    landing_page VARCHAR,
    utm_campaign VARCHAR,
    device VARCHAR,
    pageviews INTEGER
);
CREATE TABLE shop_orders (
    order_no INTEGER,
    visitor_id VARCHAR,
    ordered_at TIMESTAMP,
    net_amount DECIMAL(12,2),
    shipping DECIMAL(12,2),
    status VARCHAR,
    voucher VARCHAR
);
CREATE TABLE spend_google (
    day DATE,
    campaign_id INTEGER,
    clicks INTEGER,
    impressions INTEGER,
    cost_micros BIGINT
);
CREATE TABLE spend_meta (
    report_date DATE,
    campaign_name VARCHAR,
    adset VARCHAR,
    link_clicks INTEGER,
    impressions INTEGER,
    amount DECIMAL(12,2),
    currency VARCHAR
);
