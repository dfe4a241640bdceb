CREATE TABLE patrons (
    patron_no INTEGER,
    surname VARCHAR,
    given_name VARCHAR,
    born DATE,
    joined DATE,
    category VARCHAR,
    email VARCHAR,
    branch_code VARCHAR,
    blocked VARCHAR
);
CREATE TABLE titles (
    title_id INTEGER,
    title VARCHAR,
    author VARCHAR,
    pub_year INTEGER,
    genre VARCHAR,
    language VARCHAR
);
CREATE TABLE copies (
    barcode VARCHAR,
    title_id INTEGER,
    branch_code VARCHAR,
    acquired DATE,
    price DECIMAL(8,2),
    state VARCHAR
);
CREATE TABLE loans (
    loan_id INTEGER,
    barcode VARCHAR,
    patron_no INTEGER,
    lent_on DATE,
    due_on DATE,
    returned_on DATE,
    renewals INTEGER
);
CREATE TABLE payments (
    payment_id INTEGER,
    patron_no INTEGER,
    paid_on DATE,
    kind VARCHAR,
    amount DECIMAL(8,2)
);
