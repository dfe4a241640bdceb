"""Source tables."""

from make_projects import written

TABLES = {
    "stg_marketo__lead": written(
        "lead_id INTEGER | email VARCHAR | first_name VARCHAR | last_name VARCHAR | company_name VARCHAR"
        " | phone VARCHAR | lead_source VARCHAR | score INTEGER | is_deleted BOOLEAN | created_at TIMESTAMP",
        """
        1  | Ann@North.example  | Ann  | Abel   | North Ltd | 555-01 | Webinar | 12 | false | 2025-01-01 08:00:00
        2  | bo@south.example   | Bo   | Baker  |           |        | Fair    |    | false | 2025-01-02 08:00:00
        3  |                    | Cy   |        | West AG   | 555-03 |         | 0  |       | 2025-01-03 08:00:00
        4  | DI@EAST.EXAMPLE    |      | Dorn   | East GmbH | 555-04 | Webinar |    | false | 2025-01-04 08:00:00
        5  | ed@north.example   | Ed   | Eller  | North Ltd |        | Partner | -3 | true  | 2025-01-05 08:00:00
        6  | flo@north.example  | Flo  | Frank  | North Ltd | 555-06 | Partner | 40 |       | 2025-01-06 08:00:00
        7  | gus@mail.west.test | Gus  | Gerber |           |        | Fair    | 7  | false | 2025-01-07 08:00:00
        8  | ann@north.example  | Ann  | Abel   | North Ltd | 555-01 | Webinar | 12 | false | 2025-01-08 08:00:00
        """,
    ),
    "stg_marketo__lead_status_history": written(
        "history_id INTEGER | lead_id INTEGER | status VARCHAR | changed_at TIMESTAMP",
        """
        1 | 1 | New       | 2025-01-01 08:01:00
        2 | 1 | Engaged   | 2025-01-09 10:00:00
        3 | 2 | New       | 2025-01-02 08:01:00
        4 | 4 | Lost      | 2025-02-01 12:00:00
        5 | 4 | New       | 2025-01-04 08:01:00
        6 | 6 |           | 2025-03-01 12:00:00
        7 | 6 | Qualified | 2025-02-01 12:00:00
        8 | 5 | New       | 2025-01-05 08:01:00
        9 |   | New       | 2025-01-05 08:02:00
        """,
    ),
    "stg_marketo__email_delivery": written(
        "delivery_id INTEGER | lead_id INTEGER | campaign_id INTEGER | sent_at TIMESTAMP | opened_at TIMESTAMP",
        """
        1  | 1 | 10 | 2025-02-01 06:00:00 | 2025-02-01 07:00:00
        2  | 1 | 11 | 2025-02-02 06:00:00 |
        3  | 1 | 12 | 2025-02-03 06:00:00 | 2025-02-09 06:30:00
        4  | 2 | 10 | 2025-02-01 06:00:00 |
        5  | 4 | 10 | 2025-02-01 06:00:00 | 2025-02-01 06:01:00
        6  | 5 | 10 | 2025-02-01 06:00:00 | 2025-02-01 06:02:00
        7  | 6 | 12 | 2025-02-03 06:00:00 |
        8  | 6 | 10 | 2025-02-01 06:00:00 | 2025-02-04 20:00:00
        9  |   | 10 | 2025-02-01 06:00:00 | 2025-02-04 20:00:00
        10 | 7 | 11 |                     |
        """,
    ),
}
