CREATE TABLE ADT_OPNAME (
    opname_nr INTEGER,
    patient_nr INTEGER,
    opname_ts TIMESTAMP,
    ontslag_ts TIMESTAMP,
    afd_code VARCHAR,
    specialisme VARCHAR,
    urgentie VARCHAR,
    annulering VARCHAR
);
CREATE TABLE PATIENT (
    patient_nr INTEGER,
    geslacht VARCHAR,
    geb_dat VARCHAR,
    postcode VARCHAR
);
CREATE TABLE AFDELING (
    afd_code VARCHAR,
    naam VARCHAR,
    locatie VARCHAR
);
CREATE TABLE DIAGNOSE (
    opname_nr INTEGER,
    volgnr INTEGER,
    icd10 VARCHAR,
    soort VARCHAR
);
