CREATE TABLE guest_card (
    guest_no INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    email VARCHAR,
    country VARCHAR,
    birth_date DATE,
    vip_code VARCHAR,
    marketing_ok VARCHAR,
    changed_at TIMESTAMP
);
CREATE TABLE hotel (
    hotel_code VARCHAR,
    hotel_name VARCHAR,
    city VARCHAR,
    room_count INTEGER,
    opened_on DATE
);
CREATE TABLE reservation (
    res_no VARCHAR,
    guest_no INTEGER,
    hotel_code VARCHAR,
    arrival DATE,
    departure DATE,
    status VARCHAR,
    channel VARCHAR,
    adults INTEGER,
    children INTEGER,
    nightly_rate DECIMAL(8,2),
    booked_on DATE
);
CREATE TABLE folio_posting (
    post_id INTEGER,
    res_no VARCHAR,
    post_date DATE,
    item_code VARCHAR,
    net_amount DECIMAL(9,2),
    vat_pct DECIMAL(4,1),
    voided VARCHAR
);
CREATE TABLE pos_ticket (
    ticket_no INTEGER,
    res_no VARCHAR,
    ticket_date DATE,
    outlet VARCHAR,
    gross_total DECIMAL(9,2),
    cancelled_at TIMESTAMP
);
