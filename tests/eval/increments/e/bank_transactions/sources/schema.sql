CREATE TABLE stg_xero__bank_transaction (
    bank_transaction_id INTEGER,
    transaction_date DATE,
    transaction_type VARCHAR,
    status VARCHAR,
    reference VARCHAR,
    is_reconciled BOOLEAN,
    currency_code VARCHAR,
    bank_account_id VARCHAR,
    contact_id VARCHAR,
    url VARCHAR
);
CREATE TABLE stg_xero__bank_transaction_line_item (
    bank_transaction_id INTEGER,
    line_item_id INTEGER,
    account_code VARCHAR,
    line_description VARCHAR,
    quantity DECIMAL(8,2),
    unit_amount DECIMAL(12,2),
    tax_amount DECIMAL(12,2),
    line_amount DECIMAL(12,2),
    tracking_category_id VARCHAR
);
CREATE TABLE stg_xero__account (
    account_id VARCHAR,
    account_code VARCHAR,
    account_name VARCHAR,
    account_type VARCHAR,
    account_class VARCHAR
);
CREATE TABLE stg_xero__contact (
    contact_id VARCHAR,
    contact_name VARCHAR
);
CREATE TABLE stg_xero__tracking_category (
    tracking_category_id VARCHAR,
    tracking_category_name VARCHAR
);
