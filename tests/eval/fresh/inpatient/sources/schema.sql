CREATE TABLE STAY (
    stay_id INTEGER,
    patient_id VARCHAR,
    hospital_code VARCHAR,
    admit_dt DATE,
    disch_dt DATE,
    drg_code VARCHAR,
    disch_disp VARCHAR
);
CREATE TABLE PATIENT (
    patient_id VARCHAR,
    birth_date DATE,
    sex VARCHAR
);
CREATE TABLE HOSPITAL (
    hospital_code VARCHAR,
    hospital_name VARCHAR,
    beds INTEGER
);
CREATE TABLE DRG (
    drg_code VARCHAR,
    drg_desc VARCHAR,
    weight DECIMAL(6,4)
);
CREATE TABLE CLAIM (
    claim_no VARCHAR,
    claim_version INTEGER,
    stay_id INTEGER,
    claim_type VARCHAR,
    paid_amt DECIMAL(12,2),
    claim_status VARCHAR
);
