CREATE TABLE LOAN (
    loan_no VARCHAR,
    borrower_id INTEGER,
    principal DECIMAL(12,2),
    loan_status VARCHAR,
    branch_code VARCHAR
);
CREATE TABLE REPAYMENT (
    pay_id INTEGER,
    loan_no VARCHAR,
    due_date DATE,
    paid_date DATE,
    principal_part DECIMAL(10,2),
    interest_part DECIMAL(10,2)
);
CREATE TABLE BRANCH (
    branch_code VARCHAR,
    branch_name VARCHAR,
    region VARCHAR
);
