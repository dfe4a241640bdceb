CREATE TABLE stg_klaviyo__event (
    event_id VARCHAR,
    person_id VARCHAR,
    campaign_id VARCHAR,
    flow_id VARCHAR,
    type VARCHAR,
    occurred_at TIMESTAMP,
    numeric_value DOUBLE
);
CREATE TABLE stg_klaviyo__person (
    person_id VARCHAR,
    email VARCHAR,
    country VARCHAR
);
CREATE TABLE stg_klaviyo__campaign (
    campaign_id VARCHAR,
    subject VARCHAR
);
