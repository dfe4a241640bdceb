"""Source tables."""

from make_projects import written

TABLES = {
    "users": written(
        "user_id INTEGER | email VARCHAR | country VARCHAR | plan_code VARCHAR | signed_up_at TIMESTAMP"
        " | is_employee BOOLEAN",
        """
        1  | Amy@Acme.example       | US | PRO  | 2024-01-31 23:00:00 | false
        2  | ben@SOLO.example       | GB |      | 2024-02-01 00:00:00 | false
        3  | cho@ourcompany.example | KR | PRO  | 2023-12-15 10:00:00 | true
        4  | dia@acme.example       | IN | TEAM | 2024-03-05 09:00:00 | false
        5  |                        | FR | OLD  | 2024-04-30 12:00:00 | false
        6  | fay@mail.example       |    | TEAM | 2024-05-20 08:00:00 | false
        7  | gus@mail.example       | DE | FREE | 2024-06-30 20:00:00 | false
        8  | hal@acme.example       | US | PRO  | 2024-06-01 20:00:00 | false
        9  | ivy@sub.mail.example   | BR | FREE | 2024-02-29 12:00:00 | false
        10 | jan@mail.example       | NL | TEAM | 2023-11-30 23:59:59 | false
        11 | kim@ourcompany.example | KR |      | 2024-01-01 00:00:00 | true
        12 | lou@acme.example       | US | PRO  | 2024-01-01 00:00:00 | false
        13 | max@mail.example       | AT | OLD  | 2024-05-01 09:00:00 | false
        """,
    ),
    "plans": written(
        "plan_code VARCHAR | plan_name VARCHAR | monthly_price DECIMAL(8,2)",
        """
        PRO  | Professional | 29.00
        TEAM | Team         | 99.00
        FREE | Free forever | 0.00
        """,
    ),
    "events": written(
        "event_id VARCHAR | user_id INTEGER | event_name VARCHAR | platform VARCHAR | occurred_at TIMESTAMP"
        " | received_at TIMESTAMP",
        """
        e01 | 1  | login          | web     | 2024-02-01 08:00:00 | 2024-02-01 08:00:05
        e02 | 1  | export_created | web     | 2024-02-01 08:10:00 | 2024-02-01 08:10:05
        e02 | 1  | export_created | web     | 2024-02-01 08:10:00 | 2024-02-01 09:10:05
        e03 | 1  | login          | ios     | 2024-02-02 23:59:00 | 2024-02-03 00:00:05
        e04 | 1  | export_created | web     | 2024-02-03 00:01:00 | 2024-02-03 00:01:05
        e05 | 1  | login          | web     | 2024-05-10 07:00:00 | 2024-05-10 07:00:05
        e06 | 1  | login          | ios     | 2024-06-30 23:30:00 | 2024-06-30 23:30:05
        e07 | 1  | login          | ios     | 2024-07-01 00:00:00 | 2024-07-01 00:00:05
        e08 | 2  | login          | web     | 2024-02-10 10:00:00 | 2024-02-10 10:00:05
        e09 | 2  | login          | android | 2024-02-11 10:00:00 | 2024-02-11 10:00:05
        e10 | 3  | export_created | web     | 2024-02-11 10:00:00 | 2024-02-11 10:00:05
        e11 | 4  | login          | web     | 2024-03-06 10:00:00 | 2024-03-06 10:00:05
        e12 | 4  | export_created | web     | 2024-03-07 10:00:00 | 2024-03-07 10:00:05
        e12 | 4  | export_deleted | ios     | 2024-03-09 10:00:00 | 2024-03-09 10:00:05
        e13 | 4  | login          | ios     | 2024-03-10 10:00:00 | 2024-03-10 10:00:05
        e14 | 4  | login          | ios     | 2024-03-11 10:00:00 | 2024-03-11 10:00:05
        e15 | 4  | login          | ios     | 2024-03-11 11:00:00 | 2024-03-11 11:00:05
        e16 | 5  | login          | ios     | 2024-05-01 11:00:00 | 2024-05-01 11:00:05
        e17 | 7  | login          | web     | 2024-07-02 11:00:00 | 2024-07-02 11:00:05
        e18 | 99 | login          | web     | 2024-05-02 11:00:00 | 2024-05-02 11:00:05
        e19 | 8  | export_created | web     | 2024-06-02 11:00:00 | 2024-06-02 11:00:05
        e20 | 8  | login          | web     | 2024-06-03 11:00:00 | 2024-06-03 11:00:05
        e21 | 8  | login          | web     | 2024-06-03 12:00:00 | 2024-06-03 12:00:05
        e22 | 8  | login          | android | 2024-06-04 12:00:00 | 2024-06-04 12:00:05
        e23 | 9  | export_created | web     | 2024-03-01 00:00:00 | 2024-03-01 00:00:05
        e24 | 9  | export_created | web     | 2024-03-01 23:59:59 | 2024-03-02 00:00:05
        e25 | 10 | login          | ios     | 2024-01-01 10:00:00 | 2024-01-01 10:00:05
        e26 | 10 | login          | ios     | 2024-01-02 10:00:00 | 2024-01-02 10:00:05
        e27 | 10 | login          | web     | 2024-01-03 10:00:00 | 2024-01-03 10:00:05
        e28 | 11 | login          | web     | 2024-01-03 10:00:00 | 2024-01-03 10:00:05
        e29 | 12 | login          | web     | 2024-06-29 10:00:00 | 2024-06-29 10:00:05
        """,
    ),
}
