CREATE TABLE stg_quickbooks__bill (
    bill_id INTEGER,
    doc_number VARCHAR,
    department_id INTEGER,
    vendor_id INTEGER,
    total_amount DECIMAL(12,2),
    balance DECIMAL(12,2),
    due_date DATE,
    transaction_date DATE,
    currency_id VARCHAR,
    exchange_rate DECIMAL(9,4)
);
CREATE TABLE stg_quickbooks__invoice (
    invoice_id INTEGER,
    doc_number VARCHAR,
    department_id INTEGER,
    customer_id INTEGER,
    total_amount DECIMAL(12,2),
    balance DECIMAL(12,2),
    due_date DATE,
    transaction_date DATE,
    currency_id VARCHAR,
    exchange_rate DECIMAL(9,4)
);
CREATE TABLE stg_quickbooks__vendor_credit (
    vendor_credit_id INTEGER,
    doc_number VARCHAR,
    department_id INTEGER,
    vendor_id INTEGER,
    total_amount DECIMAL(12,2),
    balance DECIMAL(12,2),
    transaction_date DATE,
    currency_id VARCHAR,
    exchange_rate DECIMAL(9,4)
);
CREATE TABLE stg_quickbooks__department (
    department_id INTEGER,
    fully_qualified_name VARCHAR
);
