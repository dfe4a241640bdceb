CREATE TABLE SHIPMENT (
    shp_no VARCHAR,
    order_ref VARCHAR,
    carrier_cd VARCHAR,
    svc VARCHAR,
    to_country VARCHAR,
    to_zip VARCHAR,
    weight_kg DECIMAL(8,2),
    pieces INTEGER,
    promised_dt DATE,
    cancel_flag VARCHAR
);
CREATE TABLE SCAN (
    scan_id INTEGER,
    shp_no VARCHAR,
    scan_cd VARCHAR,
    scan_ts TIMESTAMP,
    depot VARCHAR
);
CREATE TABLE CARRIER (
    carrier_cd VARCHAR,
    carrier_name VARCHAR
);
CREATE TABLE ZONE (
    country VARCHAR,
    zone_cd VARCHAR
);
