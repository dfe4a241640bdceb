CREATE TABLE MELDUNG (
    meldung_nr VARCHAR,
    eingang TIMESTAMP,
    kategorie_code VARCHAR,
    bezirk_nr INTEGER,
    strasse VARCHAR,
    hausnr VARCHAR,
    melder_email VARCHAR,
    status_code VARCHAR,
    erledigt_am DATE,
    test_kz VARCHAR
);
CREATE TABLE KATEGORIE (
    code VARCHAR,
    bezeichnung VARCHAR,
    fachamt VARCHAR,
    frist_tage INTEGER
);
CREATE TABLE BEZIRK (
    nr INTEGER,
    name VARCHAR,
    einwohner INTEGER
);
