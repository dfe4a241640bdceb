CREATE TABLE stg_netsuite2__transactions (
    transaction_id INTEGER,
    transaction_number VARCHAR,
    transaction_type VARCHAR,
    transaction_date DATE,
    entity_id INTEGER,
    memo VARCHAR,
    is_voided BOOLEAN
);
CREATE TABLE stg_netsuite2__transaction_lines (
    transaction_id INTEGER,
    transaction_line_id INTEGER,
    account_id INTEGER,
    entity_id INTEGER,
    memo VARCHAR,
    net_amount DECIMAL(14,2),
    is_posting BOOLEAN
);
CREATE TABLE stg_netsuite2__accounts (
    account_id INTEGER,
    name VARCHAR,
    account_type VARCHAR
);
CREATE TABLE stg_netsuite2__customers (
    customer_id INTEGER,
    company_name VARCHAR
);
CREATE TABLE stg_netsuite2__vendors (
    vendor_id INTEGER,
    company_name VARCHAR
);
