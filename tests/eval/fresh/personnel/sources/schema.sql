CREATE TABLE personen (
    persnr INTEGER,
    vorname VARCHAR,
    nachname VARCHAR,
    geb_datum DATE,
    eintritt DATE,
    austritt DATE
);
CREATE TABLE vertraege (
    vertrag_id INTEGER,
    persnr INTEGER,
    gueltig_ab DATE,
    stelle_cd VARCHAR,
    abteilung_cd VARCHAR,
    std_woche DECIMAL(4,1)
);
CREATE TABLE abteilungen (
    abteilung_cd VARCHAR,
    bezeichnung VARCHAR,
    leiter_persnr INTEGER
);
