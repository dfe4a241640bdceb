CREATE TABLE stg_qb__payment (
    payment_id INTEGER,
    customer_id INTEGER,
    deposit_account_id INTEGER,
    paid_on DATE,
    memo VARCHAR,
    is_voided BOOLEAN
);
CREATE TABLE stg_qb__payment_line (
    payment_id INTEGER,
    line_no INTEGER,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_qb__expense (
    expense_id INTEGER,
    vendor_id INTEGER,
    account_id INTEGER,
    spent_on DATE,
    memo VARCHAR,
    is_voided BOOLEAN
);
CREATE TABLE stg_qb__expense_line (
    expense_id INTEGER,
    line_no INTEGER,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_qb__refund (
    refund_id INTEGER,
    customer_id INTEGER,
    deposit_account_id INTEGER,
    refunded_on DATE,
    memo VARCHAR,
    is_voided BOOLEAN
);
CREATE TABLE stg_qb__refund_line (
    refund_id INTEGER,
    line_no INTEGER,
    amount DECIMAL(12,2)
);
CREATE TABLE stg_qb__account (
    account_id INTEGER,
    name VARCHAR
);
