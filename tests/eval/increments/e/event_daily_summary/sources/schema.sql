CREATE TABLE stg_mixpanel__event (
    event_id INTEGER,
    event_type VARCHAR,
    date_day DATE,
    occurred_at TIMESTAMP,
    people_id VARCHAR,
    insert_id VARCHAR,
    session_id VARCHAR,
    platform VARCHAR,
    is_internal BOOLEAN
);
