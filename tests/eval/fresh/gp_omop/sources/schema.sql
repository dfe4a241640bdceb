CREATE TABLE patient (
    patid BIGINT,
    pracid INTEGER,
    usualgpstaffid BIGINT,
    gender SMALLINT,
    yob SMALLINT,
    mob SMALLINT,
    regstartdate DATE,
    regenddate DATE,
    cprd_ddate DATE,
    accept SMALLINT
);
CREATE TABLE practice (
    pracid INTEGER,
    region VARCHAR,
    lcd DATE,
    uts DATE
);
CREATE TABLE staff (
    staffid BIGINT,
    pracid INTEGER,
    jobcatid INTEGER,
    gender SMALLINT
);
CREATE TABLE lkp_jobcategory (
    jobcatid INTEGER,
    description VARCHAR
);
CREATE TABLE consultation (
    consid BIGINT,
    patid BIGINT,
    pracid INTEGER,
    consdate DATE,
    enterdate DATE,
    staffid BIGINT,
    conssourceid INTEGER,
    consmedcodeid VARCHAR
);
CREATE TABLE observation (
    obsid BIGINT,
    patid BIGINT,
    pracid INTEGER,
    consid BIGINT,
    parentobsid BIGINT,
    obsdate DATE,
    enterdate DATE,
    staffid BIGINT,
    medcodeid VARCHAR,
    value DOUBLE,
    numunitid INTEGER
);
CREATE TABLE drug_issue (
    issueid BIGINT,
    patid BIGINT,
    pracid INTEGER,
    issuedate DATE,
    staffid BIGINT,
    probobsid BIGINT,
    prodcodeid VARCHAR,
    quantity DOUBLE,
    quantunitid INTEGER,
    duration INTEGER
);
CREATE TABLE medicaldictionary (
    medcodeid VARCHAR,
    readcode VARCHAR,
    snomedctconceptid VARCHAR,
    term VARCHAR
);
CREATE TABLE productdictionary (
    prodcodeid VARCHAR,
    dmdid VARCHAR,
    productname VARCHAR
);
CREATE TABLE source_to_concept_map (
    source_code VARCHAR,
    source_vocabulary_id VARCHAR,
    source_concept_id INTEGER,
    target_concept_id INTEGER,
    target_domain_id VARCHAR,
    target_standard_concept VARCHAR,
    target_invalid_reason VARCHAR
);
CREATE TABLE drug_ingredient (
    drug_concept_id INTEGER,
    ingredient_concept_id INTEGER
);
CREATE TABLE lkp_numunit (
    numunitid INTEGER,
    description VARCHAR
);
CREATE TABLE lkp_quantunit (
    quantunitid INTEGER,
    description VARCHAR
);
