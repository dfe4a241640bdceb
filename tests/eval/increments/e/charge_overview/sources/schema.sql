CREATE TABLE charge (
    id VARCHAR,
    created TIMESTAMP,
    status VARCHAR,
    currency VARCHAR,
    amount INTEGER,
    captured BOOLEAN,
    paid BOOLEAN,
    failure_code VARCHAR,
    description VARCHAR,
    receipt_email VARCHAR,
    customer_id VARCHAR,
    card_id VARCHAR,
    balance_transaction_id VARCHAR,
    livemode BOOLEAN
);
CREATE TABLE balance_transaction (
    id VARCHAR,
    type VARCHAR,
    amount INTEGER,
    fee INTEGER,
    available_on DATE
);
CREATE TABLE customer (
    id VARCHAR,
    name VARCHAR,
    email VARCHAR,
    delinquent BOOLEAN
);
CREATE TABLE card (
    id VARCHAR,
    brand VARCHAR,
    last4 VARCHAR,
    exp_month INTEGER,
    exp_year INTEGER
);
CREATE TABLE refund (
    id VARCHAR,
    charge_id VARCHAR,
    amount INTEGER,
    status VARCHAR,
    created TIMESTAMP
);
