"""Source tables."""

from make_projects import written

TABLES = {
    "app_users": written(
        "user_id INTEGER | email VARCHAR | first_name VARCHAR | last_name VARCHAR | plan_level VARCHAR"
        " | country VARCHAR | registered_at TIMESTAMP | updated_at TIMESTAMP",
        """
        1 | Nora@Mail.example    | nora  | Abel    | free    | se   | 2023-02-01 10:00:00 | 2023-02-01 10:00:00
        1 | Nora@Mail.example    | Nora  | Abel    | paid    | SE   | 2023-02-01 10:00:00 | 2024-01-10 10:00:00
        2 | ' jo@post.example '  | Jo    |         | free    | de   | 2023-07-15 23:59:00 | 2023-07-15 23:59:00
        3 | MILA@mail.example    | Mila  | Ferrand | family  | FR   | 2023-08-01 12:00:00 | 2023-08-01 12:00:00
        4 |                      | Theo  | Okafor  | trial   |      | 2024-01-03 08:00:00 | 2024-01-03 08:00:00
        5 | kim@post.example     |       | Kim     |         | ''   | 2024-01-20 09:00:00 | 2024-01-20 09:00:00
        6 | qa@internal.example  | Test  | Bot     | paid    | se   | 2023-01-01 00:00:00 | 2023-01-01 00:00:00
        7 | ines@mail.example    | Ines  | Prado   | PAID    | pt   | 2024-02-02 14:00:00 | 2024-02-02 14:00:00
        8 | old@mail.example     | Gil   | Roth    | paid    | de   | 2022-05-05 11:00:00 | 2022-05-05 11:00:00
        8 | old@mail.example     | Gil   | Roth    | free    | de   | 2022-05-05 11:00:00 | 2023-12-31 11:00:00
        """,
    ),
    "artists": written(
        "artist_id INTEGER | artist_name VARCHAR | genre VARCHAR",
        """
        50 | The Lanterns     | Indie
        51 | ' Dora Klein '   | pop
        52 | Quartet Nine     | JAZZ
        53 | Static Garden    |
        54 | Nobody Listens   | rock
        55 | Marble Coast     | Pop
        """,
    ),
    "songs": written(
        "song_id INTEGER | title VARCHAR | artist_id INTEGER | duration_ms INTEGER | release_year INTEGER"
        " | explicit VARCHAR",
        """
        900 | Harbour Lights        | 50 | 200000 | 2019 | false
        901 | 'Paper Moon (Live) '  | 50 | 371200 | 1998 | false
        902 | Sugar                 | 51 | 149700 | 2022 | true
        903 | Second Hand           | 51 | 180000 | 2020 |
        904 | Blue Hour             | 52 | 360000 | 1964 | false
        905 | Noise Floor           | 53 | 95400  |      | TRUE
        906 | Untitled              | 77 | 120000 | 2001 | false
        907 | Tide Tables           | 55 | 240000 | 2010 | false
        908 | Silence               | 52 |        | 1970 | false
        """,
    ),
    "listen_events": written(
        "event_id INTEGER | user_id INTEGER | song_id INTEGER | started_at TIMESTAMP | ms_played INTEGER"
        " | platform VARCHAR",
        """
        1  | 1 | 900 | 2024-01-05 08:00:00 | 200000 | ios
        2  | 1 | 901 | 2024-01-05 08:04:00 | 371200 | ios
        2  | 1 | 901 | 2024-01-05 08:04:00 | 120000 | ios
        3  | 1 | 902 | 2024-01-05 08:41:00 | 60000  | web
        4  | 1 | 904 | 2024-01-05 09:11:00 | 4999   | web
        5  | 1 | 904 | 2024-01-05 09:11:00 | 330000 | web
        6  | 1 | 900 | 2024-02-11 20:00:00 | 180000 | Android
        7  | 2 | 902 | 2024-01-09 12:00:00 | 149700 | android
        8  | 2 | 903 | 2024-01-09 12:03:00 | 161999 | android
        9  | 2 | 907 | 2024-01-09 12:06:00 | 240000 | android
        10 | 2 | 902 | 2024-02-01 18:00:00 | 134000 | speaker
        11 | 2 | 902 | 2024-02-01 18:30:00 | 150900 | speaker
        12 | 2 | 905 | 2024-02-01 19:01:00 | 95400  |
        13 | 3 | 907 | 2024-02-14 07:00:00 | 216000 | ios
        14 | 3 | 904 | 2024-02-14 07:05:00 | 100000 | ios
        15 | 3 | 906 | 2024-02-14 07:45:00 | 120000 | web
        16 | 3 | 999 | 2024-02-14 07:50:00 | 120000 | web
        17 | 4 | 905 | 2024-03-02 22:00:00 | 40000  | web
        18 | 4 | 905 | 2024-03-02 22:20:00 |        | web
        19 | 4 | 901 | 2024-03-02 22:25:00 | 371000 | web
        20 | 6 | 900 | 2024-03-03 00:00:00 | 200000 | web
        21 | 7 | 900 | 2024-03-05 10:00:00 | 200000 | IOS
        22 | 7 | 907 | 2024-03-05 10:04:00 | 30000  | ios
        23 | 7 | 902 | 2024-03-05 10:05:00 | 149000 | ios
        24 | 7 | 903 | 2024-03-05 10:36:00 | 170000 | ios
        25 |   | 900 | 2024-03-05 11:00:00 | 200000 | web
        26 | 1 | 900 | 2024-03-06 06:00:00 | 195000 | ios
        27 | 1 | 908 | 2024-03-06 06:04:00 | 60000  | ios
        28 | 88 | 907 | 2024-03-07 06:00:00 | 235000 | ios
        29 | 7 | 900 | 2024-03-09 10:00:00 | 100000 | web
        30 | 3 | 907 | 2024-03-10 10:00:00 | 240000 | web
        """,
    ),
}
