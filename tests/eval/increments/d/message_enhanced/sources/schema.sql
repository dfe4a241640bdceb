CREATE TABLE message (
    id VARCHAR,
    created_at TIMESTAMP,
    date_sent TIMESTAMP,
    account_id VARCHAR,
    direction VARCHAR,
    from_number VARCHAR,
    to_number VARCHAR,
    status VARCHAR,
    error_code INTEGER,
    error_message VARCHAR,
    body VARCHAR,
    num_segments INTEGER,
    num_media INTEGER,
    price DOUBLE,
    price_unit VARCHAR,
    messaging_service_id VARCHAR
);
CREATE TABLE account_history (
    id VARCHAR,
    friendly_name VARCHAR,
    updated_at TIMESTAMP
);
CREATE TABLE messaging_service (
    messaging_service_id VARCHAR,
    friendly_name VARCHAR,
    account_id VARCHAR
);
