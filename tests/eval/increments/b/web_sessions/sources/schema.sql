CREATE TABLE page_views_sessionized (
    page_view_id INTEGER,
    session_id VARCHAR,
    anonymous_id VARCHAR,
    tstamp TIMESTAMP,
    page_url_path VARCHAR,
    referrer_host VARCHAR,
    utm_source VARCHAR,
    utm_medium VARCHAR,
    device_category VARCHAR,
    time_on_page INTEGER,
    is_bot BOOLEAN
);
CREATE TABLE referrer_mapping (
    host VARCHAR,
    medium VARCHAR
);
