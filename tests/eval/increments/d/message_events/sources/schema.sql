CREATE TABLE stg_iterable__event (
    event_id VARCHAR,
    event_name VARCHAR,
    message_id VARCHAR,
    created_at TIMESTAMP,
    created_on DATE,
    user_id VARCHAR,
    campaign_id INTEGER,
    platform VARCHAR
);
CREATE TABLE stg_iterable__campaign (
    campaign_id INTEGER,
    campaign_name VARCHAR,
    campaign_type VARCHAR,
    recurring_campaign_id INTEGER,
    message_type_id INTEGER,
    template_id INTEGER
);
CREATE TABLE stg_iterable__user (
    user_id VARCHAR,
    email VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR,
    signup_source VARCHAR
);
CREATE TABLE stg_iterable__template (
    template_id INTEGER,
    template_name VARCHAR
);
CREATE TABLE stg_iterable__message_type (
    message_type_id INTEGER,
    message_type_name VARCHAR,
    channel_id INTEGER
);
