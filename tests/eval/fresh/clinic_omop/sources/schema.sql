CREATE TABLE patients (
    patient_no VARCHAR,
    sex VARCHAR,
    birth_date VARCHAR,
    ethnic_group VARCHAR,
    postcode VARCHAR,
    modified_on TIMESTAMP
);
CREATE TABLE encounters (
    encounter_id INTEGER,
    patient_no VARCHAR,
    encounter_class VARCHAR,
    ward_code VARCHAR,
    clinician_code VARCHAR,
    admit_ts TIMESTAMP,
    discharge_ts TIMESTAMP
);
CREATE TABLE diagnoses (
    encounter_id INTEGER,
    seq_no INTEGER,
    icd10 VARCHAR,
    recorded_on DATE
);
CREATE TABLE prescriptions (
    rx_id INTEGER,
    patient_no VARCHAR,
    encounter_id INTEGER,
    drug_code VARCHAR,
    drug_text VARCHAR,
    dose_text VARCHAR,
    qty VARCHAR,
    days_supply INTEGER,
    start_date DATE,
    end_date DATE,
    status VARCHAR
);
CREATE TABLE lab_results (
    result_id INTEGER,
    patient_no VARCHAR,
    sample_ts TIMESTAMP,
    test_code VARCHAR,
    result_text VARCHAR,
    unit VARCHAR
);
CREATE TABLE vitals (
    vital_id INTEGER,
    patient_no VARCHAR,
    taken_ts TIMESTAMP,
    bp VARCHAR,
    pulse INTEGER
);
CREATE TABLE clinicians (
    clinician_id INTEGER,
    clinician_code VARCHAR,
    full_name VARCHAR,
    specialty VARCHAR
);
CREATE TABLE concept_map (
    source_vocab VARCHAR,
    source_code VARCHAR,
    source_label VARCHAR,
    target_concept_id INTEGER
);
