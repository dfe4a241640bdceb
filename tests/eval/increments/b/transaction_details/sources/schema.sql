CREATE TABLE stg_transaction_line (
    transaction_line_id INTEGER,
    transaction_id INTEGER,
    account_id INTEGER,
    department_id INTEGER,
    subsidiary_id INTEGER,
    memo VARCHAR,
    amount DOUBLE,
    net_amount DOUBLE,
    is_main_line BOOLEAN,
    is_posting BOOLEAN,
    exchange_rate DOUBLE
);
CREATE TABLE stg_transaction (
    transaction_id INTEGER,
    transaction_type VARCHAR,
    transaction_date DATE,
    due_date DATE,
    transaction_number VARCHAR,
    entity_id INTEGER,
    status VARCHAR
);
CREATE TABLE stg_account (
    account_id INTEGER,
    account_name VARCHAR,
    account_type VARCHAR,
    account_number VARCHAR,
    is_leftside BOOLEAN
);
CREATE TABLE stg_entity (
    entity_id INTEGER,
    company_name VARCHAR,
    country VARCHAR
);
CREATE TABLE stg_department (
    department_id INTEGER,
    name VARCHAR,
    full_name VARCHAR
);
CREATE TABLE stg_subsidiary (
    subsidiary_id INTEGER,
    name VARCHAR,
    currency VARCHAR
);
