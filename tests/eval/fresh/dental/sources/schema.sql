CREATE TABLE PATIENT (
    PatNum INTEGER,
    FName VARCHAR,
    LName VARCHAR,
    Birthdate DATE,
    Gender INTEGER,
    WirelessPhone VARCHAR,
    Zip VARCHAR,
    PatStatus INTEGER,
    UpdatedAt TIMESTAMP
);
CREATE TABLE APPOINTMENT (
    AptNum INTEGER,
    PatNum INTEGER,
    ProvNum INTEGER,
    AptDateTime TIMESTAMP,
    AptStatus INTEGER,
    ArrivedAt TIMESTAMP,
    SeatedAt TIMESTAMP,
    DismissedAt TIMESTAMP
);
CREATE TABLE PROVIDER (
    ProvNum INTEGER,
    Abbr VARCHAR,
    Specialty VARCHAR
);
CREATE TABLE PROCEDURELOG (
    ProcNum INTEGER,
    AptNum INTEGER,
    ProcCode VARCHAR,
    ProcFee DECIMAL(10,2),
    ProcStatus INTEGER
);
