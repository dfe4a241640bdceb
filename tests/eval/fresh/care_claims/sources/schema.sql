CREATE TABLE member_file (
    member_id VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR,
    birth_date DATE,
    gender VARCHAR,
    state VARCHAR,
    zip VARCHAR,
    death_date DATE,
    file_date DATE
);
CREATE TABLE eligibility (
    member_id VARCHAR,
    plan_code VARCHAR,
    payer VARCHAR,
    enroll_start DATE,
    enroll_end DATE,
    dual_flag VARCHAR
);
CREATE TABLE provider (
    npi VARCHAR,
    entity_type INTEGER,
    org_name VARCHAR,
    last_name VARCHAR,
    first_name VARCHAR,
    specialty VARCHAR,
    network_flag VARCHAR
);
CREATE TABLE medical_claim (
    claim_id VARCHAR,
    claim_line INTEGER,
    member_id VARCHAR,
    service_from DATE,
    service_to DATE,
    npi VARCHAR,
    place_of_service VARCHAR,
    revenue_code VARCHAR,
    procedure_code VARCHAR,
    allowed_cents INTEGER,
    paid_cents INTEGER,
    line_status VARCHAR
);
CREATE TABLE pharmacy_claim (
    claim_id VARCHAR,
    member_id VARCHAR,
    fill_date DATE,
    ndc VARCHAR,
    drug_name VARCHAR,
    days_supply INTEGER,
    paid_cents INTEGER,
    status VARCHAR
);
