CREATE TABLE customer_revenue_by_month (
    date_month DATE,
    customer_id INTEGER,
    mrr DECIMAL(10,2),
    is_active BOOLEAN,
    first_active_month DATE,
    is_first_month BOOLEAN
);
CREATE TABLE customer_churn_month (
    date_month DATE,
    customer_id INTEGER,
    mrr DECIMAL(10,2),
    is_active BOOLEAN,
    first_active_month DATE,
    is_first_month BOOLEAN
);
CREATE TABLE crm_accounts (
    account_id VARCHAR,
    customer_id INTEGER,
    account_name VARCHAR,
    owner_name VARCHAR,
    updated_at TIMESTAMP
);
