CREATE TABLE subs (
    sub_ref VARCHAR,
    cust_ref VARCHAR,
    plan VARCHAR,
    started DATE,
    ended DATE,
    price DECIMAL(10,2),
    cycle VARCHAR
);
CREATE TABLE customers (
    cust_ref VARCHAR,
    name VARCHAR,
    vat_country VARCHAR,
    email VARCHAR
);
CREATE TABLE invoices (
    inv_no INTEGER,
    sub_ref VARCHAR,
    issued DATE,
    amount DECIMAL(10,2),
    paid_on DATE,
    state VARCHAR
);
