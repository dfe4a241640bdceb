CREATE TABLE raw_users (
    id INTEGER,
    email VARCHAR,
    display_name VARCHAR,
    signup_at TIMESTAMP,
    country VARCHAR,
    plan VARCHAR,
    deleted_at TIMESTAMP,
    is_staff BOOLEAN
);
CREATE TABLE raw_courses (
    id INTEGER,
    slug VARCHAR,
    title VARCHAR,
    lesson_count INTEGER,
    list_price DECIMAL(8,2),
    published BOOLEAN,
    category_id INTEGER
);
CREATE TABLE raw_categories (
    id INTEGER,
    name VARCHAR
);
CREATE TABLE raw_enrollments (
    id INTEGER,
    user_id INTEGER,
    course_id INTEGER,
    enrolled_at TIMESTAMP,
    status VARCHAR,
    coupon VARCHAR,
    _synced_at TIMESTAMP
);
CREATE TABLE raw_lesson_events (
    event_id VARCHAR,
    enrollment_id INTEGER,
    lesson_no INTEGER,
    event_name VARCHAR,
    seconds_watched INTEGER,
    occurred_at TIMESTAMP
);
CREATE TABLE raw_payments (
    payment_id VARCHAR,
    enrollment_id INTEGER,
    amount_cents INTEGER,
    provider VARCHAR,
    state VARCHAR,
    paid_at TIMESTAMP
);
CREATE TABLE raw_refunds (
    refund_id VARCHAR,
    payment_id VARCHAR,
    amount_cents INTEGER,
    reason VARCHAR,
    refunded_at TIMESTAMP
);
