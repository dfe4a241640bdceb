CREATE TABLE stg_segment__page_view_raw (
    page_view_id INTEGER,
    anonymous_id VARCHAR,
    user_id VARCHAR,
    viewed_at TIMESTAMP,
    page_url VARCHAR,
    page_path VARCHAR,
    referrer VARCHAR,
    utm_source VARCHAR,
    utm_medium VARCHAR,
    utm_campaign VARCHAR,
    device_category VARCHAR
);
CREATE TABLE stg_segment__page_view (
    page_view_id INTEGER,
    anonymous_id VARCHAR,
    user_id VARCHAR,
    viewed_at TIMESTAMP,
    page_url VARCHAR,
    page_path VARCHAR,
    referrer VARCHAR,
    utm_source VARCHAR,
    utm_medium VARCHAR,
    utm_campaign VARCHAR,
    device_category VARCHAR
);
