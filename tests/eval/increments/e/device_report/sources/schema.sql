CREATE TABLE stg_google_play__stats_installs_device (
    date_day DATE,
    package_name VARCHAR,
    device VARCHAR,
    active_device_installs INTEGER,
    device_installs INTEGER,
    device_uninstalls INTEGER,
    device_upgrades INTEGER,
    user_installs INTEGER,
    user_uninstalls INTEGER,
    install_events INTEGER,
    uninstall_events INTEGER,
    update_events INTEGER
);
CREATE TABLE stg_google_play__stats_ratings_device (
    date_day DATE,
    package_name VARCHAR,
    device VARCHAR,
    daily_average_rating DECIMAL(6,3),
    total_average_rating DECIMAL(6,3)
);
