CREATE TABLE raw_taps (
    tap_id VARCHAR,
    agency_ref VARCHAR,
    customer_ref VARCHAR,
    device_ref VARCHAR,
    outcome VARCHAR,
    tap_ts_utc VARCHAR,
    stop_ref VARCHAR,
    stop_desc VARCHAR,
    route_ref VARCHAR,
    travel_dir VARCHAR,
    lat VARCHAR,
    lon VARCHAR,
    vehicle_ref VARCHAR,
    line_no INTEGER,
    export_ts TIMESTAMP
);
CREATE TABLE raw_micropay (
    micropayment_ref VARCHAR,
    aggregation_ref VARCHAR,
    agency_ref VARCHAR,
    customer_ref VARCHAR,
    vault_ref VARCHAR,
    txn_ts TIMESTAMP,
    charge_amt VARCHAR,
    nominal_amt VARCHAR,
    currency VARCHAR,
    mp_type VARCHAR,
    charge_type VARCHAR,
    export_ts TIMESTAMP
);
CREATE TABLE micropay_tap_link (
    micropayment_ref VARCHAR,
    tap_id VARCHAR
);
CREATE TABLE micropay_adjust (
    adjustment_ref VARCHAR,
    micropayment_ref VARCHAR,
    agency_ref VARCHAR,
    product_ref VARCHAR,
    descr VARCHAR,
    amount DECIMAL(10,2),
    applied BOOLEAN
);
CREATE TABLE cust_funding_src (
    funding_src_ref VARCHAR,
    vault_ref VARCHAR,
    customer_ref VARCHAR,
    principal_cust_ref VARCHAR,
    bin_no VARCHAR,
    scheme VARCHAR,
    issuer_ctry VARCHAR,
    form_factor VARCHAR,
    export_ts TIMESTAMP
);
CREATE TABLE raw_auth (
    auth_ref VARCHAR,
    aggregation_ref VARCHAR,
    agency_ref VARCHAR,
    request_type VARCHAR,
    amount VARCHAR,
    status VARCHAR,
    auth_ts TIMESTAMP
);
CREATE TABLE raw_settle (
    settlement_ref VARCHAR,
    agency_ref VARCHAR,
    aggregation_ref VARCHAR,
    rrn VARCHAR,
    amount VARCHAR,
    settle_type VARCHAR,
    requested_ts TIMESTAMP,
    acquirer VARCHAR,
    export_ts TIMESTAMP
);
CREATE TABLE agency_org (
    agency_ref VARCHAR,
    org_key VARCHAR,
    org_name VARCHAR,
    valid_from DATE,
    valid_to DATE
);
CREATE TABLE gtfs_route (
    agency_ref VARCHAR,
    route_ref VARCHAR,
    short_name VARCHAR,
    long_name VARCHAR
);
