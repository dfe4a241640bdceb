CREATE TABLE stg_itunes_connect__app (
    app_id BIGINT,
    app_name VARCHAR,
    bundle_id VARCHAR,
    platform VARCHAR,
    primary_category VARCHAR,
    is_enabled BOOLEAN
);
CREATE TABLE stg_itunes_connect__app_crash_daily (
    date_day DATE,
    app_id BIGINT,
    app_version VARCHAR,
    source_type VARCHAR,
    device VARCHAR,
    crashes INTEGER
);
CREATE TABLE stg_itunes_connect__installation_daily (
    date_day DATE,
    app_id BIGINT,
    app_version VARCHAR,
    source_type VARCHAR,
    device VARCHAR,
    first_time_downloads INTEGER,
    redownloads INTEGER,
    updates INTEGER,
    deletions INTEGER
);
CREATE TABLE stg_itunes_connect__session_daily (
    date_day DATE,
    app_id BIGINT,
    app_version VARCHAR,
    source_type VARCHAR,
    device VARCHAR,
    sessions INTEGER,
    active_devices INTEGER,
    total_session_duration INTEGER
);
