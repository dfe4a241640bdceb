CREATE TABLE qb_vendor (
    id INTEGER,
    display_name VARCHAR,
    company_name VARCHAR,
    account_number VARCHAR,
    active BOOLEAN,
    balance DOUBLE,
    currency_id VARCHAR,
    billing_address_id INTEGER,
    web_url VARCHAR,
    vendor_1099 BOOLEAN,
    created_at TIMESTAMP,
    is_deleted BOOLEAN
);
CREATE TABLE qb_address (
    id INTEGER,
    line_1 VARCHAR,
    line_2 VARCHAR,
    city VARCHAR,
    postal_code VARCHAR,
    country VARCHAR
);
CREATE TABLE qb_account (
    id INTEGER,
    name VARCHAR,
    fully_qualified_name VARCHAR,
    account_number VARCHAR,
    parent_account_id INTEGER,
    sub_account BOOLEAN,
    account_type VARCHAR,
    account_sub_type VARCHAR,
    classification VARCHAR,
    balance DOUBLE,
    currency_id VARCHAR,
    active BOOLEAN
);
CREATE TABLE qb_item (
    id INTEGER,
    name VARCHAR,
    parent_item_id INTEGER,
    expense_account_id INTEGER,
    income_account_id INTEGER
);
CREATE TABLE qb_bill (
    id INTEGER,
    doc_number VARCHAR,
    vendor_id INTEGER,
    payable_account_id INTEGER,
    transaction_date DATE,
    due_date DATE,
    total_amount DOUBLE,
    balance DOUBLE,
    currency_id VARCHAR,
    exchange_rate DOUBLE,
    is_deleted BOOLEAN
);
CREATE TABLE qb_bill_line (
    bill_id INTEGER,
    line_index INTEGER,
    description VARCHAR,
    amount DOUBLE,
    account_expense_account_id INTEGER,
    account_expense_customer_id INTEGER,
    item_expense_item_id INTEGER,
    item_expense_customer_id INTEGER
);
CREATE TABLE qb_bill_payment (
    id INTEGER,
    doc_number VARCHAR,
    vendor_id INTEGER,
    transaction_date DATE,
    total_amount DOUBLE,
    currency_id VARCHAR,
    exchange_rate DOUBLE,
    pay_type VARCHAR,
    check_bank_account_id INTEGER,
    credit_card_account_id INTEGER,
    is_deleted BOOLEAN
);
CREATE TABLE qb_bill_payment_line (
    bill_payment_id INTEGER,
    line_index INTEGER,
    bill_id INTEGER,
    amount DOUBLE
);
CREATE TABLE qb_journal_entry (
    id INTEGER,
    doc_number VARCHAR,
    transaction_date DATE,
    private_note VARCHAR,
    exchange_rate DOUBLE,
    adjustment BOOLEAN,
    is_deleted BOOLEAN
);
CREATE TABLE qb_journal_entry_line (
    journal_entry_id INTEGER,
    line_index INTEGER,
    description VARCHAR,
    amount DOUBLE,
    posting_type VARCHAR,
    account_id INTEGER,
    vendor_id INTEGER,
    customer_id INTEGER
);
