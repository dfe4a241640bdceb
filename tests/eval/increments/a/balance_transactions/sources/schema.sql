CREATE TABLE stg_balance_transaction (
    balance_transaction_id VARCHAR,
    created_at TIMESTAMP,
    available_on TIMESTAMP,
    currency VARCHAR,
    amount INTEGER,
    fee INTEGER,
    net INTEGER,
    type VARCHAR,
    description VARCHAR,
    exchange_rate DOUBLE,
    connected_account_id VARCHAR
);
CREATE TABLE stg_charge (
    charge_id VARCHAR,
    balance_transaction_id VARCHAR,
    customer_id VARCHAR,
    amount INTEGER,
    currency VARCHAR,
    receipt_email VARCHAR,
    invoice_id VARCHAR,
    statement_descriptor VARCHAR
);
CREATE TABLE stg_refund (
    refund_id VARCHAR,
    balance_transaction_id VARCHAR,
    charge_id VARCHAR,
    amount INTEGER,
    reason VARCHAR
);
CREATE TABLE stg_customer (
    customer_id VARCHAR,
    description VARCHAR,
    email VARCHAR,
    shipping_address_country VARCHAR
);
CREATE TABLE stg_invoice (
    invoice_id VARCHAR,
    number VARCHAR,
    due_date TIMESTAMP,
    subscription_id VARCHAR
);
