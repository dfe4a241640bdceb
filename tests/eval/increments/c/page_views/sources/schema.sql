CREATE TABLE stg_snowplow__event (
    event_id VARCHAR,
    event_name VARCHAR,
    app_id VARCHAR,
    page_view_id VARCHAR,
    domain_user_id VARCHAR,
    session_id VARCHAR,
    collector_tstamp TIMESTAMP,
    page_url VARCHAR,
    page_referrer VARCHAR,
    geo_country VARCHAR,
    device_class VARCHAR
);
