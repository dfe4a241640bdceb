CREATE TABLE snowplow_web_page_views (
    page_view_id VARCHAR,
    session_id VARCHAR,
    domain_userid VARCHAR,
    start_tstamp TIMESTAMP,
    page_url_path VARCHAR,
    engaged_time_in_s INTEGER,
    mkt_medium VARCHAR,
    mkt_source VARCHAR,
    refr_medium VARCHAR,
    br_family VARCHAR
);
CREATE TABLE snowplow_orders (
    order_id VARCHAR,
    session_id VARCHAR,
    placed_at TIMESTAMP,
    status VARCHAR,
    revenue DECIMAL(10,2)
);
