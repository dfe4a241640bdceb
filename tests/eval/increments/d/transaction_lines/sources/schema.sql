CREATE TABLE stg_netsuite__transaction_line (
    transaction_id INTEGER,
    transaction_line_id INTEGER,
    account_id INTEGER,
    subsidiary_id INTEGER,
    department_id INTEGER,
    memo VARCHAR,
    is_main_line BOOLEAN,
    amount DECIMAL(14,2)
);
CREATE TABLE stg_netsuite__transaction (
    transaction_id INTEGER,
    transaction_number VARCHAR,
    transaction_type VARCHAR,
    transaction_date DATE,
    status VARCHAR,
    is_posting BOOLEAN,
    is_voided BOOLEAN,
    accounting_period_id INTEGER,
    entity_id INTEGER
);
CREATE TABLE stg_netsuite__accounting_period (
    accounting_period_id INTEGER,
    name VARCHAR,
    is_closed BOOLEAN
);
CREATE TABLE stg_netsuite__account (
    account_id INTEGER,
    account_number VARCHAR,
    name VARCHAR,
    account_type VARCHAR
);
CREATE TABLE stg_netsuite__subsidiary (
    subsidiary_id INTEGER,
    name VARCHAR
);
CREATE TABLE stg_netsuite__department (
    department_id INTEGER,
    name VARCHAR
);
CREATE TABLE stg_netsuite__vendor (
    vendor_id INTEGER,
    company_name VARCHAR,
    alt_name VARCHAR
);
