CREATE TABLE GRANT_APPL (
    appl_no INTEGER,
    prog_code VARCHAR,
    municipality VARCHAR,
    received DATE,
    decision VARCHAR,
    amt_requested DECIMAL(12,2),
    amt_granted DECIMAL(12,2)
);
CREATE TABLE GRANT_PAY (
    pay_no INTEGER,
    appl_no INTEGER,
    paid_on DATE,
    amt DECIMAL(12,2),
    reversed VARCHAR
);
CREATE TABLE PROG (
    prog_code VARCHAR,
    title VARCHAR,
    ministry VARCHAR,
    budget DECIMAL(14,2)
);
