CREATE TABLE stg_quickbooks__journal_line (
    journal_id VARCHAR,
    line_number INTEGER,
    posted_on DATE,
    account_id INTEGER,
    posting_type VARCHAR,
    amount DOUBLE,
    memo VARCHAR
);
CREATE TABLE stg_quickbooks__invoice_line (
    invoice_id VARCHAR,
    line_number INTEGER,
    invoice_date DATE,
    income_account_id INTEGER,
    amount DOUBLE,
    is_voided BOOLEAN,
    private_note VARCHAR
);
CREATE TABLE stg_quickbooks__account (
    account_id INTEGER,
    account_number VARCHAR,
    account_name VARCHAR,
    classification VARCHAR,
    is_active BOOLEAN
);
