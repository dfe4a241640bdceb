"""Source tables."""

from make_projects import written

TABLES = {
    "stg_google_play__stats_installs_device": written(
        "date_day DATE | package_name VARCHAR | device VARCHAR | active_device_installs INTEGER"
        " | device_installs INTEGER | device_uninstalls INTEGER | device_upgrades INTEGER | user_installs INTEGER"
        " | user_uninstalls INTEGER | install_events INTEGER | uninstall_events INTEGER | update_events INTEGER",
        """
        2025-04-01 | example.trail | pixel8  | 100 | 10 | 2  | 30 | 9  | 2  | 11 | 3  | 34
        2025-04-02 | example.trail | pixel8  | 108 | 12 | 4  | 0  | 12 | 3  | 13 | 4  | 2
        2025-04-03 | example.trail | pixel8  | 111 | 5  | 2  |    | 5  | 2  | 5  | 2  |
        2025-04-05 | example.trail | pixel8  | 109 |    | 2  | 1  |    | 1  | 0  | 2  | 7
        2025-04-01 | example.trail | galaxys | 400 | 41 | 10 | 99 | 40 | 10 | 44 | 12 | 120
        2025-04-02 | example.trail | galaxys |     | 39 | 13 | 12 | 38 | 13 | 40 | 14 | 15
        2025-04-03 | example.trail | galaxys | 455 | 29 | 0  | 6  | 29 | 0  | 30 | 0  | 9
        2025-04-01 | example.tea   | pixel8  | 12  | 3  | 1  | 0  | 3  | 1  | 3  | 1  | 0
        2025-04-02 | example.tea   | pixel8  | 15  | 4  |    | 2  | 4  |    | 4  |    | 3
        2025-04-03 | example.tea   | pixel8  | 14  | 0  | 1  | 0  | 0  | 1  | 0  | 1  |
        2025-04-02 | example.tea   | fold    | 2   | 2  | 0  | 0  | 2  | 0  | 2  | 0  |
        2025-04-03 | example.tea   | fold    | 1   | 0  | 1  | 0  | 0  | 1  | 0  | 1  | 1
        2025-04-04 | example.tea   | fold    | 5   | 4  | 0  | 1  | 4  | 0  | 6  | 0  | 2
        2025-04-05 | example.tea   | fold    | 3   |    |    | 0  |    | 2  | 0  | 2  | 0
        2025-04-04 | example.trail | galaxys | 470 | 20 | 5  | 3  | 20 | 5  | 21 | 6  | 4
        """,
    ),
    "stg_google_play__stats_ratings_device": written(
        "date_day DATE | package_name VARCHAR | device VARCHAR | daily_average_rating DECIMAL(6,3)"
        " | total_average_rating DECIMAL(6,3)",
        """
        2025-04-01 | example.trail | pixel8  | 4.333 | 4.102
        2025-04-02 | example.trail | pixel8  |       | 4.102
        2025-04-03 | example.trail | pixel8  | 3.667 | 4.099
        2025-04-04 | example.trail | pixel8  | 5.000 | 4.104
        2025-04-01 | example.trail | galaxys | 4.875 | 4.511
        2025-04-03 | example.trail | galaxys | 2.143 | 4.487
        2025-04-02 | example.tea   | pixel8  | 4.760 | 4.760
        2025-04-06 | example.tea   | pixel8  | 1.000 | 4.240
        2025-04-03 | example.tea   | fold    | 3.333 | 3.333
        2025-04-04 | example.tea   | fold    |       | 3.333
        2025-04-04 | example.tea   | tabs9   | 4.120 | 4.120
        2025-04-05 | example.tea   | tabs9   | 2.910 | 3.515
        """,
    ),
}
