CREATE TABLE stg_hr__absence (
    absence_id INTEGER,
    employee_id INTEGER,
    absence_type_id INTEGER,
    status VARCHAR,
    start_date DATE,
    end_date DATE,
    half_day_start BOOLEAN,
    half_day_end BOOLEAN
);
CREATE TABLE stg_hr__employee (
    employee_id INTEGER,
    display_name VARCHAR,
    team_id INTEGER,
    manager_id INTEGER
);
CREATE TABLE stg_hr__team (
    team_id INTEGER,
    name VARCHAR
);
CREATE TABLE stg_hr__absence_type (
    absence_type_id INTEGER,
    label VARCHAR,
    is_paid BOOLEAN
);
