CREATE TABLE road_trips (
    trip_no INTEGER,
    customer VARCHAR,
    goods VARCHAR,
    load_date DATE,
    unload_date DATE,
    from_town VARCHAR,
    to_town VARCHAR,
    gross_kg DECIMAL(12,1),
    freight_eur DECIMAL(12,2),
    state VARCHAR
);
CREATE TABLE rail_waybills (
    wb VARCHAR,
    consignor VARCHAR,
    commodity VARCHAR,
    accepted TIMESTAMP,
    delivered TIMESTAMP,
    origin_station VARCHAR,
    dest_station VARCHAR,
    weight_t DECIMAL(9,3),
    charge_ct INTEGER,
    cancelled VARCHAR
);
CREATE TABLE stations (
    code VARCHAR,
    town VARCHAR
);
