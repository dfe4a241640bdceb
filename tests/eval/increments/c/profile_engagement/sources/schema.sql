CREATE TABLE stg_klaviyo__person (
    person_id VARCHAR,
    email VARCHAR,
    city VARCHAR,
    created_at TIMESTAMP
);
CREATE TABLE stg_klaviyo__event (
    event_id VARCHAR,
    person_id VARCHAR,
    event_type VARCHAR,
    campaign_id VARCHAR,
    occurred_at TIMESTAMP
);
