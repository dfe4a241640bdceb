CREATE TABLE contacts (
    contact_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    email VARCHAR,
    postcode VARCHAR,
    country VARCHAR,
    opt_in VARCHAR,
    created_on DATE,
    merged_into INTEGER
);
CREATE TABLE online_payments (
    payment_no INTEGER,
    contact_id INTEGER,
    amount DECIMAL(10,2),
    currency VARCHAR,
    paid_at TIMESTAMP,
    status VARCHAR,
    campaign VARCHAR
);
CREATE TABLE postal_gifts (
    batch_no INTEGER,
    line_no INTEGER,
    contact_id INTEGER,
    amount_text VARCHAR,
    received_on DATE,
    campaign VARCHAR
);
CREATE TABLE exchange_rates (
    currency VARCHAR,
    rate_month DATE,
    rate_to_gbp DECIMAL(10,4)
);
CREATE TABLE campaigns (
    code VARCHAR,
    name VARCHAR,
    start_on DATE,
    end_on DATE,
    target_amount DECIMAL(10,2)
);
