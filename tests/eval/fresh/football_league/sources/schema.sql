CREATE TABLE stadiums (
    stadium_id INTEGER,
    stadium_name VARCHAR,
    city VARCHAR,
    capacity INTEGER
);
CREATE TABLE teams (
    team_id INTEGER,
    team_name VARCHAR,
    short_code VARCHAR,
    stadium_id INTEGER,
    founded VARCHAR,
    left_league_on DATE
);
CREATE TABLE matches (
    match_id INTEGER,
    season VARCHAR,
    kickoff TIMESTAMP,
    home_team INTEGER,
    away_team INTEGER,
    home_goals INTEGER,
    away_goals INTEGER,
    state VARCHAR,
    attendance INTEGER,
    referee VARCHAR,
    loaded_at TIMESTAMP
);
CREATE TABLE players (
    player_id INTEGER,
    first_name VARCHAR,
    last_name VARCHAR,
    position_code VARCHAR,
    team_id INTEGER,
    shirt_no INTEGER
);
CREATE TABLE goals (
    goal_id INTEGER,
    match_id INTEGER,
    player_id INTEGER,
    minute INTEGER,
    kind VARCHAR
);
