"""Source tables."""

from make_projects import written

TABLES = {
    "stadiums": written(
        "stadium_id INTEGER | stadium_name VARCHAR | city VARCHAR | capacity INTEGER",
        """
        1 | Riverside Park | Northport | 42000
        2 | 'Mill Lane '   | Ashford   | 15000
        3 | The Quarry     | Stonebury |
        4 | Harbour Ground | Northport | 8200
        5 | Old Airfield   | Weston    | 39999
        """,
    ),
    "teams": written(
        "team_id INTEGER | team_name VARCHAR | short_code VARCHAR | stadium_id INTEGER | founded VARCHAR"
        " | left_league_on DATE",
        """
        10 | 'Northport City '   | npc | 1 | 1899 |
        11 | Ashford Rovers      | ASH | 2 | 1921 |
        12 | ' Stonebury United' |     | 3 | n/k  |
        13 | Harbour Athletic    | ''  | 4 | ''   |
        14 | Weston Wanderers    | wes | 5 | 1946 | 2024-05-31
        15 | Fenwick Town        | FEN | 9 |      |
        """,
    ),
    "matches": written(
        "match_id INTEGER | season VARCHAR | kickoff TIMESTAMP | home_team INTEGER | away_team INTEGER"
        " | home_goals INTEGER | away_goals INTEGER | state VARCHAR | attendance INTEGER | referee VARCHAR"
        " | loaded_at TIMESTAMP",
        """
        101 | 2023/24 | 2023-08-12 15:00:00 | 10 | 11 | 1 | 0 | F | 31000 | K. Dale     | 2023-08-12 18:00:00
        101 | 2023/24 | 2023-08-12 15:00:00 | 10 | 11 | 2 | 1 | F | 31250 | ' K. Dale ' | 2023-08-13 06:00:00
        102 | 2023/24 | 2023-08-13 15:00:00 | 12 | 13 | 0 | 0 | F | 5400  | M. Otis     | 2023-08-13 18:00:00
        103 | 2023/24 | 2023-08-19 15:00:00 | 14 | 10 | 1 | 3 | F | 0     |             | 2023-08-19 18:00:00
        104 | 2023/24 | 2023-08-20 17:30:00 | 11 | 12 | 2 |   | F | 9100  | ' '         | 2023-08-20 20:00:00
        105 | 2023/24 | 2023-08-26 15:00:00 | 13 | 14 | 1 | 2 | F | 3300  | M. Otis     | 2023-08-26 18:00:00
        106 | 2023/24 | 2023-09-02 15:00:00 | 10 | 12 | 1 | 1 | F | 28000 | R. Amsel    | 2023-09-02 18:00:00
        107 | 2023/24 | 2023-09-09 15:00:00 | 11 | 14 |   |   | P |       |             | 2023-09-08 12:00:00
        108 | 2023/24 | 2023-09-16 15:00:00 | 13 | 10 | 2 | 0 | F | 6000  | K. Dale     | 2023-09-16 18:00:00
        201 | 2024/25 | 2024-08-10 15:00:00 | 10 | 15 | 4 | 0 | F | 33000 | R. Amsel    | 2024-08-10 18:00:00
        202 | 2024/25 | 2024-08-11 15:00:00 | 11 | 13 | 1 | 1 | F | 8800  | K. Dale     | 2024-08-11 18:00:00
        203 | 2024/25 | 2024-08-17 15:00:00 | 15 | 12 | 0 | 1 | F | 2100  | M. Otis     | 2024-08-17 18:00:00
        204 | 2024/25 | 2024-08-18 15:00:00 | 13 | 10 | 0 | 1 | F | 7900  | R. Amsel    | 2024-08-18 18:00:00
        205 | 2024/25 | 2024-08-24 15:00:00 | 12 | 11 | 3 | 3 | F | 0     | ''          | 2024-08-24 18:00:00
        206 | 2024/25 | 2024-08-25 15:00:00 | 99 | 10 | 0 | 2 | F | 500   | K. Dale     | 2024-08-25 18:00:00
        207 | 2024/25 | 2024-09-01 15:00:00 | 10 | 12 |   |   | S |       | R. Amsel    | 2024-08-01 08:00:00
        208 | 2024/25 | 2024-09-02 15:00:00 | 13 | 15 | 1 | 0 | X | 100   | M. Otis     | 2024-09-02 18:00:00
        208 | 2024/25 | 2024-09-02 15:00:00 | 13 | 15 |   |   | S |       | M. Otis     | 2024-08-01 08:00:00
        301 |         | 2024-07-20 15:00:00 | 10 | 11 | 2 | 2 | F | 900   | K. Dale     | 2024-07-20 18:00:00
        """,
    ),
    "players": written(
        "player_id INTEGER | first_name VARCHAR | last_name VARCHAR | position_code VARCHAR | team_id INTEGER"
        " | shirt_no INTEGER",
        """
        1 | Ivo     | Lenz      | FW | 10 | 9
        2 | Sam     | Acheson   | MF | 10 | 8
        3 |         | Juninho   | FW | 11 | 10
        4 | Pieter  | 'van Wyk' | DF | 12 | 4
        5 | ' Leo'  | Marsh     | mf | 13 | 7
        6 | Oskar   | Brandt    | GK | 14 | 1
        7 | Tom     | Udall     |    | 14 | 11
        8 | Abel    | Quist     | FW |    | 19
        9 | Rafe    | Nolan     | DF | 15 | 5
        """,
    ),
    "goals": written(
        "goal_id INTEGER | match_id INTEGER | player_id INTEGER | minute INTEGER | kind VARCHAR",
        """
        1  | 101 | 1 | 12 | G
        2  | 101 | 2 | 40 | P
        3  | 101 | 3 | 88 | G
        4  | 103 | 1 | 5  |
        5  | 103 | 1 | 50 | P
        6  | 103 | 2 | 77 | G
        7  | 103 | 7 | 90 | G
        8  | 104 | 3 | 33 | G
        9  | 104 | 4 | 61 | O
        10 | 105 | 5 | 10 | G
        11 | 105 | 7 | 20 | P
        12 | 105 | 7 | 70 | G
        13 | 106 | 1 | 30 | P
        14 | 106 | 4 | 85 | G
        15 | 108 | 5 | 44 | G
        16 | 108 | 8 | 45 | G
        17 | 201 | 2 | 3  | G
        18 | 201 | 2 | 18 | P
        19 | 201 | 1 | 55 | G
        20 | 201 | 9 | 80 | O
        21 | 202 | 3 | 15 | P
        22 | 202 | 5 | 66 | G
        23 | 203 | 4 | 71 | G
        24 | 204 | 2 | 29 | G
        25 | 205 | 3 | 1  | G
        26 | 205 | 3 | 48 | G
        27 | 205 | 8 | 52 | X
        28 | 208 | 5 | 12 | G
        29 | 301 | 1 | 9  | G
        30 | 205 | 77 | 60 | G
        """,
    ),
}
