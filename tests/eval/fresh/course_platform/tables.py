"""Source tables."""

from make_projects import written

TABLES = {
    "raw_users": written(
        "id INTEGER | email VARCHAR | display_name VARCHAR | signup_at TIMESTAMP | country VARCHAR | plan VARCHAR"
        " | deleted_at TIMESTAMP | is_staff BOOLEAN",
        """
        1  | ' Ines@Learn.example'  | Ines   | 2024-01-31 23:50:00 | pt | free | |
        2  | omar@learn.example     |        | 2024-02-01 08:00:00 | EG | PRO  | | false
        3  | staff@courses.example  | Staff  | 2024-01-01 08:00:00 | US | team | | true
        4  | yuki@learn.example     | ' '    | 2024-02-03 08:00:00 |    | pro  | | false
        5  | gone@learn.example     | Gone   | 2024-02-04 08:00:00 | de | free | 2024-03-01 10:00:00 | false
        6  | lars@learn.example     | Lars   | 2024-02-10 12:30:00 | dk | Team | | false
        7  |                        | Pia    | 2024-02-11 12:30:00 | dk |      | |
        8  | rosa@learn.example     | 'Rosa '| 2024-03-01 00:00:00 | mx | edu  | | false
        9  | tom@learn.example      | Tom    | 2024-03-02 11:00:00 | US | free | | false
        10 | late@learn.example     | Late   | 2024-03-09 11:00:00 | us | pro  | | false
        """,
    ),
    "raw_courses": written(
        "id INTEGER | slug VARCHAR | title VARCHAR | lesson_count INTEGER | list_price DECIMAL(8,2) | published BOOLEAN"
        " | category_id INTEGER",
        """
        100 | sql-basics   | SQL Basics         | 4 | 49.00  | true  | 1
        101 | dbt-in-depth | dbt in Depth       | 6 | 129.00 | true  | 1
        102 | watercolour  | 'Watercolour '     | 3 | 35.00  | true  | 2
        103 | draft-course | Secret Draft       | 0 | 10.00  | false | 2
        104 | chess-start  | Chess for Starters | 0 |        | true  |
        105 | guitar-one   | Guitar One         | 5 | 59.00  |       | 9
        """,
    ),
    "raw_categories": written(
        "id INTEGER | name VARCHAR",
        """
        1 | Data
        2 | Arts
        3 | Languages
        """,
    ),
    "raw_enrollments": written(
        "id INTEGER | user_id INTEGER | course_id INTEGER | enrolled_at TIMESTAMP | status VARCHAR | coupon VARCHAR"
        " | _synced_at TIMESTAMP",
        """
        1001 | 1  | 100 | 2024-02-01 09:00:00 | active    | SPRING | 2024-02-01 10:00:00
        1001 | 1  | 100 | 2024-02-01 09:00:00 | COMPLETED | SPRING | 2024-03-05 10:00:00
        1002 | 1  | 101 | 2024-03-06 09:00:00 | active    |        | 2024-03-06 10:00:00
        1003 | 2  | 100 | 2024-02-02 09:00:00 | Active    | ''     | 2024-02-02 10:00:00
        1004 | 2  | 102 | 2024-02-20 09:00:00 | cancelled |        | 2024-02-21 10:00:00
        1005 | 3  | 101 | 2024-02-02 11:00:00 | active    |        | 2024-02-02 12:00:00
        1006 | 4  | 101 | 2024-02-05 09:00:00 | active    | spring | 2024-02-05 10:00:00
        1007 | 5  | 100 | 2024-02-06 09:00:00 | active    |        | 2024-02-06 10:00:00
        1008 | 6  | 100 | 2024-02-28 23:30:00 |           |        | 2024-03-01 10:00:00
        1009 | 6  | 103 | 2024-03-01 09:00:00 | active    |        | 2024-03-01 10:00:00
        1010 | 6  | 104 | 2024-03-02 09:00:00 | active    |        | 2024-03-02 10:00:00
        1011 | 7  | 102 | 2024-03-03 09:00:00 | test      |        | 2024-03-03 10:00:00
        1012 | 8  | 102 | 2024-03-03 10:00:00 | completed | FRIEND | 2024-03-20 10:00:00
        1013 | 8  | 105 | 2024-03-04 10:00:00 | active    |        | 2024-03-04 11:00:00
        1014 | 9  | 100 | 2024-02-28 12:00:00 | active    |        | 2024-03-04 13:00:00
        1015 | 99 | 100 | 2024-03-05 12:00:00 | active    |        | 2024-03-05 13:00:00
        1017 | 9  | 102 | 2024-02-28 08:00:00 | active    |        | 2024-03-05 13:00:00
        1016 | 9  | 101 | 2024-03-04 13:00:00 | Test      |        | 2024-03-06 13:00:00
        1016 | 9  | 101 | 2024-03-04 13:00:00 | active    |        | 2024-03-05 13:00:00
        """,
    ),
    "raw_lesson_events": written(
        "event_id VARCHAR | enrollment_id INTEGER | lesson_no INTEGER | event_name VARCHAR | seconds_watched INTEGER"
        " | occurred_at TIMESTAMP",
        """
        e01 | 1001 | 1 | lesson_started   | 120  | 2024-03-01 09:10:00
        e02 | 1001 | 1 | lesson_completed | 600  | 2024-03-01 09:30:00
        e03 | 1001 | 2 | lesson_completed | 700  | 2024-03-02 09:30:00
        e04 | 1001 | 3 | lesson_completed |      | 2024-03-02 10:30:00
        e05 | 1001 | 4 | lesson_completed | 300  | 2024-03-05 00:15:00
        e06 | 1001 | 4 | lesson_completed | 290  | 2024-03-05 08:15:00
        e07 | 1003 | 1 | lesson_started   | 55   | 2024-03-01 21:00:00
        e08 | 1003 | 1 | heartbeat        | 9000 | 2024-03-01 21:05:00
        e09 | 1003 | 2 | lesson_completed | 480  | 2024-03-04 21:00:00
        e10 | 1004 | 1 | lesson_started   | 30   | 2024-03-01 06:00:00
        e11 | 1005 | 1 | lesson_completed | 900  | 2024-03-01 11:00:00
        e12 | 1006 | 1 | lesson_started   | 0    | 2024-03-02 23:59:59
        e13 | 1008 | 1 | lesson_completed | 420  | 2024-03-01 12:00:00
        e14 | 1008 | 2 | lesson_completed | 430  | 2024-03-02 12:00:00
        e15 | 1010 | 1 | lesson_completed | 100  | 2024-03-03 12:00:00
        e16 | 1012 | 1 | lesson_completed | 800  | 2024-03-05 13:00:00
        e17 | 1012 | 2 | lesson_started   | 810  | 2024-03-06 13:00:00
        e18 | 1012 | 3 | lesson_completed | 810  | 2024-03-06 13:00:00
        e18 | 1012 | 3 | lesson_completed | 810  | 2024-03-06 13:00:00
        e19 | 1014 | 1 | lesson_started   | 45   | 2024-03-06 18:00:00
        e20 | 1014 | 2 | heartbeat        | 60   | 2024-03-07 18:00:00
        e21 | 1002 | 1 | lesson_completed | 650  | 2024-03-06 20:00:00
        e22 | 1014 | 1 | lesson_started   | 15   | 2024-02-29 20:00:00
        e23 | 8888 | 1 | lesson_completed | 15   | 2024-03-03 20:00:00
        e24 | 1008 | 3 | lesson_completed | 440  | 2024-03-03 07:00:00
        e25 | 1008 | 4 | lesson_completed | 440  | 2024-03-03 08:00:00
        """,
    ),
    "raw_payments": written(
        "payment_id VARCHAR | enrollment_id INTEGER | amount_cents INTEGER | provider VARCHAR | state VARCHAR"
        " | paid_at TIMESTAMP",
        """
        p1  | 1001 | 3900  | Stripe | succeeded | 2024-02-01 09:01:00
        p2  | 1002 | 12900 | stripe | succeeded | 2024-03-06 09:01:00
        p3  | 1003 | 4900  | paypal | failed    | 2024-02-02 09:01:00
        p4  | 1003 | 4900  | paypal | succeeded | 2024-02-02 09:11:00
        p5  | 1004 | 3500  | Paypal | succeeded | 2024-02-20 09:01:00
        p6  | 1006 | 6450  | stripe | succeeded | 2024-02-05 09:01:00
        p7  | 1006 | 6450  | stripe | succeeded | 2024-02-19 09:01:00
        p8  | 1008 | 4900  |        | succeeded | 2024-02-28 23:31:00
        p9  | 1012 | 3500  | stripe | pending   | 2024-03-03 10:01:00
        p10 | 1014 | 4900  | stripe | succeeded | 2024-03-04 12:01:00
        p11 | 7777 | 4900  | stripe | succeeded | 2024-03-04 12:02:00
        """,
    ),
    "raw_refunds": written(
        "refund_id VARCHAR | payment_id VARCHAR | amount_cents INTEGER | reason VARCHAR | refunded_at TIMESTAMP",
        """
        r1 | p5  | 3500 | cancelled | 2024-02-21 08:00:00
        r2 | p7  | 1000 |           | 2024-03-01 08:00:00
        r3 | p7  | 450  | goodwill  | 2024-03-02 08:00:00
        r4 | p99 | 100  | goodwill  | 2024-03-02 08:00:00
        r5 | p1  |      | mistake   | 2024-03-03 08:00:00
        r6 | p10 | 4900 | cancelled |
        """,
    ),
}
