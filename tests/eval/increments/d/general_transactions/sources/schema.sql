CREATE TABLE stg_quickbooks__invoice (
    invoice_id VARCHAR,
    doc_number VARCHAR,
    transaction_date DATE,
    due_date DATE,
    customer_id VARCHAR
);
CREATE TABLE stg_quickbooks__invoice_line (
    invoice_id VARCHAR,
    line_index INTEGER,
    account_id VARCHAR,
    class_id VARCHAR,
    description VARCHAR,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_quickbooks__bill (
    bill_id VARCHAR,
    doc_number VARCHAR,
    transaction_date DATE,
    due_date DATE,
    vendor_id VARCHAR
);
CREATE TABLE stg_quickbooks__bill_line (
    bill_id VARCHAR,
    line_index INTEGER,
    account_id VARCHAR,
    class_id VARCHAR,
    description VARCHAR,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_quickbooks__credit_memo (
    credit_memo_id VARCHAR,
    doc_number VARCHAR,
    transaction_date DATE,
    customer_id VARCHAR
);
CREATE TABLE stg_quickbooks__credit_memo_line (
    credit_memo_id VARCHAR,
    line_index INTEGER,
    account_id VARCHAR,
    class_id VARCHAR,
    description VARCHAR,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_quickbooks__account (
    account_id VARCHAR,
    name VARCHAR,
    account_type VARCHAR
);
CREATE TABLE stg_quickbooks__customer (
    customer_id VARCHAR,
    fully_qualified_name VARCHAR
);
CREATE TABLE stg_quickbooks__vendor (
    vendor_id VARCHAR,
    display_name VARCHAR
);
