CREATE TABLE page_events (
    event_id INTEGER,
    session_id VARCHAR,
    visitor_id VARCHAR,
    event_name VARCHAR,
    page_url VARCHAR,
    referrer VARCHAR,
    occurred_at TIMESTAMP
);
CREATE TABLE visitors (
    visitor_id VARCHAR,
    country VARCHAR,
    is_bot BOOLEAN,
    first_seen DATE
);
CREATE TABLE orders (
    order_id INTEGER,
    session_id VARCHAR,
    total DECIMAL(10,2),
    placed_at TIMESTAMP
);
