CREATE TABLE tbl_person (
    person_no INTEGER,
    firstname VARCHAR,
    surname VARCHAR,
    salutation_cd VARCHAR,
    mail VARCHAR,
    phone_office VARCHAR,
    company_no INTEGER,
    newsletter VARCHAR,
    born VARCHAR,
    changed_at TIMESTAMP,
    status INTEGER
);
CREATE TABLE tbl_company (
    company_no INTEGER,
    company_name VARCHAR,
    account_manager VARCHAR,
    vat_no VARCHAR
);
CREATE TABLE tbl_user (
    login VARCHAR,
    sf_user_id VARCHAR,
    is_active BOOLEAN
);
