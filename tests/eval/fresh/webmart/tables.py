"""Source tables."""

from make_projects import written

TABLES = {
    "page_events": written(
        "event_id INTEGER | session_id VARCHAR | visitor_id VARCHAR | event_name VARCHAR | page_url VARCHAR"
        " | referrer VARCHAR | occurred_at TIMESTAMP",
        """
        1 | s01 | v1 | page_view | https://lumen.test/ | https://www.google.com/search | 2025-03-01 09:00:00
        2 | s01 | v1 | page_view | https://lumen.test/lamps?sort=price | https://lumen.test/ | 2025-03-01 09:01:30
        3 | s01 | v1 | click | https://lumen.test/lamps?sort=price | | 2025-03-01 09:02:00
        4 | s02 | v2 | page_view | https://lumen.test/sale?utm=mail&x=1 | | 2025-03-01 23:58:00
        5 | s02 | v2 | click | https://lumen.test/sale?utm=mail&x=1 | https://bing.com | 2025-03-02 00:03:10
        6 | s03 | v1 | page_view | https://lumen.test/lamps | https://blog.example/post | 2025-03-03 12:00:00
        7 | s04 | v3 | page_view | https://lumen.test/ | https://bing.com/?q=lamp | 2025-03-03 12:00:05
        8 | s04 | v3 | page_view | https://lumen.test/robots | | 2025-03-03 12:00:06
        9 | | v1 | page_view | https://lumen.test/ | | 2025-03-03 13:00:00
        10 | s05 | v4 | click | https://lumen.test/popup | '' | 2025-03-04 08:00:00
        11 | s06 | v5 | page_view | https://lumen.test/cart?step=1 | https://news.example | 2025-03-06 10:00:00
        12 | s06 | v5 | page_view | https://lumen.test/cart?step=2 | | 2025-03-06 10:00:45
        13 | s06 | v5 | page_view | https://lumen.test/thanks | | 2025-03-06 10:05:00
        14 | s07 | v1 | page_view | https://lumen.test/lamps/oak | | 2025-03-06 18:00:00
        15 | s08 | v6 | page_view | https://lumen.test/ | https://google.de/ | 2025-03-06 18:30:00
        16 | s09 | v6 | page_view | https://lumen.test/sale | https://lumen.test/ | 2025-03-09 07:00:00
        17 | s09 | v6 | page_view | https://lumen.test/sale | | 2025-03-09 07:20:00
        18 | s10 | v7 | page_view | https://lumen.test/contact? | '' | 2025-03-10 22:00:00
        19 | s11 | v5 | scroll | https://lumen.test/lamps | https://www.google.com/ | 2025-03-12 10:00:00
        20 | s11 | v5 | page_view | https://lumen.test/lamps | | 2025-03-12 10:00:20
        """,
    ),
    "visitors": written(
        "visitor_id VARCHAR | country VARCHAR | is_bot BOOLEAN | first_seen DATE",
        """
        v1 | nl | false | 2025-01-02
        v2 | DE | false | 2025-03-01
        v3 | us | true | 2025-03-03
        v4 | | false | 2025-03-04
        v5 | be | | 2025-02-02
        v6 | Fr | false | 2025-03-06
        v9 | nl | false | 2025-01-01
        """,
    ),
    "orders": written(
        "order_id INTEGER | session_id VARCHAR | total DECIMAL(10,2) | placed_at TIMESTAMP",
        """
        501 | s06 | 120.00 | 2025-03-06 10:04:50
        502 | s06 | 15.50 | 2025-03-06 10:04:59
        503 | s01 | 49.90 | 2025-03-01 09:01:50
        504 | | 10.00 | 2025-03-02 11:00:00
        505 | s04 | 999.00 | 2025-03-03 12:00:06
        506 | s09 | 0.00 | 2025-03-09 07:19:00
        """,
    ),
}
