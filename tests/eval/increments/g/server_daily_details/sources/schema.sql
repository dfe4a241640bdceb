CREATE TABLE stg_security (
    date DATE,
    server_id VARCHAR,
    ip_address VARCHAR,
    version VARCHAR,
    db_type VARCHAR,
    os_type VARCHAR,
    active_user_count INTEGER,
    user_count INTEGER,
    ran_tests BOOLEAN
);
CREATE TABLE stg_license (
    license_id VARCHAR,
    server_id VARCHAR,
    edition VARCHAR,
    company VARCHAR,
    start_date DATE,
    server_expire_date DATE
);
