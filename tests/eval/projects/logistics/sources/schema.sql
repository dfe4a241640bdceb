CREATE TABLE carrier (
    carrier_code VARCHAR,
    carrier_name VARCHAR,
    mode VARCHAR,
    rating DECIMAL(3,1),
    contract_end DATE
);
CREATE TABLE port (
    port_code VARCHAR,
    port_name VARCHAR,
    country VARCHAR,
    utc_offset INTEGER
);
CREATE TABLE shipment (
    shipment_no VARCHAR,
    carrier_code VARCHAR,
    origin_port VARCHAR,
    dest_port VARCHAR,
    booked_on DATE,
    eta TIMESTAMP,
    arrived_at TIMESTAMP,
    weight_kg DECIMAL(10,2),
    volume_m3 DECIMAL(10,2),
    freight_usd DECIMAL(12,2),
    incoterm VARCHAR,
    hazard VARCHAR
);
CREATE TABLE scan_event (
    event_id INTEGER,
    shipment_no VARCHAR,
    scanned_at TIMESTAMP,
    event_code VARCHAR,
    location VARCHAR,
    note VARCHAR
);
