CREATE TABLE stg_quickbooks__bill (
    bill_id INTEGER,
    doc_number VARCHAR,
    transaction_date DATE,
    department_id INTEGER,
    vendor_id INTEGER,
    currency_id VARCHAR,
    exchange_rate DECIMAL(8,4)
);
CREATE TABLE stg_quickbooks__bill_line (
    bill_id INTEGER,
    line_index INTEGER,
    account_id INTEGER,
    class_id VARCHAR,
    customer_id INTEGER,
    billable_status VARCHAR,
    description VARCHAR,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_quickbooks__purchase (
    purchase_id INTEGER,
    doc_number VARCHAR,
    transaction_date DATE,
    department_id INTEGER,
    vendor_id INTEGER,
    currency_id VARCHAR,
    exchange_rate DECIMAL(8,4),
    is_credit BOOLEAN
);
CREATE TABLE stg_quickbooks__purchase_line (
    purchase_id INTEGER,
    line_index INTEGER,
    account_id INTEGER,
    class_id VARCHAR,
    customer_id INTEGER,
    billable_status VARCHAR,
    description VARCHAR,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_quickbooks__vendor_credit (
    vendor_credit_id INTEGER,
    doc_number VARCHAR,
    transaction_date DATE,
    department_id INTEGER,
    vendor_id INTEGER,
    currency_id VARCHAR,
    exchange_rate DECIMAL(8,4)
);
CREATE TABLE stg_quickbooks__vendor_credit_line (
    vendor_credit_id INTEGER,
    line_index INTEGER,
    account_id INTEGER,
    class_id VARCHAR,
    customer_id INTEGER,
    billable_status VARCHAR,
    description VARCHAR,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_quickbooks__account (
    account_id INTEGER,
    account_name VARCHAR,
    account_type VARCHAR
);
CREATE TABLE stg_quickbooks__class (
    class_id VARCHAR,
    class_name VARCHAR,
    is_active BOOLEAN
);
CREATE TABLE stg_quickbooks__department (
    department_id INTEGER,
    department_name VARCHAR
);
CREATE TABLE stg_quickbooks__customer (
    customer_id INTEGER,
    customer_name VARCHAR
);
CREATE TABLE stg_quickbooks__vendor (
    vendor_id INTEGER,
    vendor_name VARCHAR
);
