CREATE TABLE app_users (
    user_id INTEGER,
    email VARCHAR,
    first_name VARCHAR,
    last_name VARCHAR,
    plan_level VARCHAR,
    country VARCHAR,
    registered_at TIMESTAMP,
    updated_at TIMESTAMP
);
CREATE TABLE artists (
    artist_id INTEGER,
    artist_name VARCHAR,
    genre VARCHAR
);
CREATE TABLE songs (
    song_id INTEGER,
    title VARCHAR,
    artist_id INTEGER,
    duration_ms INTEGER,
    release_year INTEGER,
    explicit VARCHAR
);
CREATE TABLE listen_events (
    event_id INTEGER,
    user_id INTEGER,
    song_id INTEGER,
    started_at TIMESTAMP,
    ms_played INTEGER,
    platform VARCHAR
);
