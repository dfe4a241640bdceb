CREATE TABLE customer_revenue_by_month (
    date_month DATE,
    customer_id INTEGER,
    mrr DOUBLE,
    seats INTEGER,
    plan_code VARCHAR
);
CREATE TABLE customers (
    customer_id INTEGER,
    customer_name VARCHAR,
    segment VARCHAR,
    signup_date DATE
);
