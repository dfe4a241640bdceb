CREATE TABLE stg_mailchimp__members (
    source_relation VARCHAR,
    member_id VARCHAR,
    email_address VARCHAR,
    list_id VARCHAR,
    status VARCHAR,
    member_rating INTEGER,
    vip BOOLEAN,
    signup_timestamp TIMESTAMP,
    source VARCHAR,
    country_code VARCHAR
);
CREATE TABLE stg_mailchimp__lists (
    source_relation VARCHAR,
    list_id VARCHAR,
    name VARCHAR
);
CREATE TABLE stg_mailchimp__campaign_recipients (
    source_relation VARCHAR,
    campaign_id VARCHAR,
    member_id VARCHAR
);
CREATE TABLE stg_mailchimp__campaign_activities (
    source_relation VARCHAR,
    activity_id INTEGER,
    campaign_id VARCHAR,
    member_id VARCHAR,
    action_type VARCHAR,
    activity_timestamp TIMESTAMP
);
