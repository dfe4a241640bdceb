"""Source tables."""

from make_projects import written

TABLES = {
    "MELDUNG": written(
        "meldung_nr VARCHAR | eingang TIMESTAMP | kategorie_code VARCHAR | bezirk_nr INTEGER | strasse VARCHAR"
        " | hausnr VARCHAR | melder_email VARCHAR | status_code VARCHAR | erledigt_am DATE | test_kz VARCHAR",
        """
        2024-00001 | 2024-01-01 00:00:00 | MUELL | 1 | Am Markt       | 4   | a@post.example | E | 2024-01-08 |
        2024-00002 | 2024-01-01 23:59:59 | MUELL | 1 | Am Markt       |     |                | E | 2024-01-09 |
        2024-00003 | 2024-03-31 18:20:00 | LICHT | 2 |                | 7   | b@post.example | B |            |
        2024-00004 | 2024-04-01 07:00:00 | LICHT | 2 | Bachweg        | 12a | c@post.example | E | 2024-04-01 |
        2024-00005 | 2024-05-05 10:00:00 | BAUM  | 3 | Lindenallee    | 100 |                | A | 2024-05-06 |
        2024-00006 | 2024-05-06 10:00:00 | XYZ   | 9 | Hafenstrasse   | 1   | d@post.example | N |            |
        2024-00007 | 2024-06-30 10:00:00 |       |   | Hafenstrasse   | 2   |                | E | 2024-07-30 |
        2024-00008 | 2024-07-01 10:00:00 | LOCH  | 3 | Ringstrasse    | 8   | e@post.example | E | 2024-08-01 | X
        2024-00009 | 2024-09-30 23:00:00 | LOCH  | 3 | Ringstrasse    | 9   | e@post.example | E | 2024-10-21 | N
        2024-00010 | 2024-10-01 00:00:00 | LOCH  | 3 | Ringstrasse    | 10  | e@post.example | W |            |
        2024-00011 | 2024-12-31 23:30:00 | MUELL | 2 |                |     |                |   |            |
        2025-00001 | 2025-01-01 00:10:00 | MUELL | 2 | Bachweg        | 2   |                | N |            |
        2023-09999 | 2023-12-31 22:10:00 | MUELL | 2 | Bachweg        | 2   |                | E | 2024-01-03 |
        2024-00012 | 2024-02-28 06:00:00 | LICHT | 1 | Am Markt       | 5   | f@post.example | E | 2024-03-01 |
        2024-00013 | 2024-11-11 11:11:00 | LICHT | 1 | Am Markt       | 5   | f@post.example | E | 2024-11-15 |
        """,
    ),
    "KATEGORIE": written(
        "code VARCHAR | bezeichnung VARCHAR | fachamt VARCHAR | frist_tage INTEGER",
        """
        MUELL | Wilder Müll        | AWB   | 7
        LICHT | Strassenlaterne    | TBA   | 3
        LOCH  | Schlagloch         | TBA   | 21
        BAUM  | Baum und Grün      | GFA   |
        LAERM | Lärm               | OA    | 14
        """,
    ),
    "BEZIRK": written(
        "nr INTEGER | name VARCHAR | einwohner INTEGER",
        """
        1 | Altstadt | 8200
        2 | Nordend  | 15400
        3 | Südring  | 22100
        4 | Hafen    | 3900
        """,
    ),
}
