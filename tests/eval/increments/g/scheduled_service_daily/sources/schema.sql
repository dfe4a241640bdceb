CREATE TABLE fct_scheduled_trips (
    service_date DATE,
    feed_key VARCHAR,
    gtfs_dataset_key VARCHAR,
    route_id VARCHAR,
    trip_id VARCHAR,
    service_hours DECIMAL(8,2),
    num_stops INTEGER,
    first_departure_ts TIMESTAMP
);
CREATE TABLE dim_gtfs_datasets (
    key VARCHAR,
    name VARCHAR,
    base64_url VARCHAR,
    regional_feed_type VARCHAR
);
CREATE TABLE dim_routes (
    feed_key VARCHAR,
    route_id VARCHAR,
    route_short_name VARCHAR,
    route_long_name VARCHAR,
    route_color VARCHAR,
    route_type INTEGER
);
