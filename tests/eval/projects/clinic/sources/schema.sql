CREATE TABLE pat (
    pat_no VARCHAR,
    surname VARCHAR,
    given VARCHAR,
    born VARCHAR,
    sex VARCHAR,
    dead_on DATE,
    gp_id INTEGER,
    nation VARCHAR,
    lang VARCHAR,
    marital VARCHAR,
    tel VARCHAR,
    merged_into VARCHAR,
    upd_ts TIMESTAMP
);
CREATE TABLE optout (
    pat_no VARCHAR,
    signed_on DATE,
    revoked_on DATE
);
CREATE TABLE addr (
    addr_id INTEGER,
    pat_no VARCHAR,
    street VARCHAR,
    zip VARCHAR,
    town VARCHAR,
    since DATE
);
CREATE TABLE staff (
    staff_id INTEGER,
    full_name VARCHAR,
    spec VARCHAR,
    yob INTEGER,
    sex VARCHAR,
    licence VARCHAR,
    pager VARCHAR,
    left_on DATE
);
CREATE TABLE ward (
    ward_cd VARCHAR,
    ward_name VARCHAR,
    dept VARCHAR,
    beds INTEGER,
    street VARCHAR,
    zip VARCHAR,
    town VARCHAR,
    closed_on DATE
);
CREATE TABLE enc (
    enc_id INTEGER,
    pat_no VARCHAR,
    kind VARCHAR,
    adm_ts TIMESTAMP,
    dis_ts TIMESTAMP,
    adm_from VARCHAR,
    dis_to VARCHAR,
    ward VARCHAR,
    att_id INTEGER,
    ref_id INTEGER,
    state VARCHAR
);
CREATE TABLE dx (
    dx_id INTEGER,
    enc_id INTEGER,
    icd VARCHAR,
    role VARCHAR,
    certainty VARCHAR,
    dx_on DATE,
    poa VARCHAR,
    coder VARCHAR
);
CREATE TABLE rx (
    rx_id INTEGER,
    pat_no VARCHAR,
    drug_cd VARCHAR,
    start_on DATE,
    stop_on DATE,
    qty_txt VARCHAR,
    scheme VARCHAR,
    route VARCHAR,
    doc_id INTEGER,
    stop_why VARCHAR
);
CREATE TABLE disp (
    disp_no INTEGER,
    pat_no VARCHAR,
    drug_cd VARCHAR,
    disp_epoch BIGINT,
    packs INTEGER,
    pack_size INTEGER,
    days_supply INTEGER
);
CREATE TABLE vacc (
    vac_id INTEGER,
    pat_no VARCHAR,
    drug_cd VARCHAR,
    given_on DATE,
    lot VARCHAR,
    refused VARCHAR
);
CREATE TABLE lab (
    lab_no INTEGER,
    pat_no VARCHAR,
    enc_id INTEGER,
    test VARCHAR,
    result VARCHAR,
    unit VARCHAR,
    lo DECIMAL(8,2),
    hi DECIMAL(8,2),
    taken_ts TIMESTAMP,
    valid_ts TIMESTAMP,
    flag VARCHAR
);
CREATE TABLE unitconv (
    test VARCHAR,
    from_unit VARCHAR,
    std_unit VARCHAR,
    factor DECIMAL(12,6),
    shift DECIMAL(12,6)
);
CREATE TABLE codes (
    list_nm VARCHAR,
    code VARCHAR,
    concept_id INTEGER,
    label VARCHAR,
    valid_from DATE,
    valid_to DATE
);
CREATE TABLE dthreg (
    pat_no VARCHAR,
    died VARCHAR,
    icd VARCHAR,
    place VARCHAR
);
