CREATE TABLE raw_stations (
    station_id VARCHAR,
    name VARCHAR,
    district VARCHAR,
    docks INTEGER,
    is_test BOOLEAN
);
CREATE TABLE raw_trips_old (
    trip_no INTEGER,
    start_time TIMESTAMP,
    end_time TIMESTAMP,
    from_station VARCHAR,
    to_station VARCHAR,
    usertype VARCHAR
);
CREATE TABLE raw_trips_new (
    ride_id VARCHAR,
    rideable_type VARCHAR,
    started_at TIMESTAMP,
    ended_at TIMESTAMP,
    start_station VARCHAR,
    end_station VARCHAR,
    member_casual VARCHAR,
    loaded_at TIMESTAMP
);
CREATE TABLE raw_weather (
    observed_at TIMESTAMP,
    temp_f DECIMAL(5,1),
    rain_mm DECIMAL(5,1)
);
