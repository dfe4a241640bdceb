"""Source tables."""

from make_projects import written

TABLES = {
    "stg_snowplow__event": written(
        "event_id VARCHAR | event_name VARCHAR | app_id VARCHAR | page_view_id VARCHAR | domain_user_id VARCHAR"
        " | session_id VARCHAR | collector_tstamp TIMESTAMP | page_url VARCHAR | page_referrer VARCHAR"
        " | geo_country VARCHAR | device_class VARCHAR",
        """
        e01 | page_view | web      | p1 | u1 | s1 | 2025-06-01 10:00:00 | /home  | www.google.example/q  | de | Phone
        e02 | page_view | web      | p1 | u1 | s1 | 2025-06-01 10:00:03 | /home  | www.google.example/q  | de | Phone
        e03 | page_ping | web      | p1 | u1 | s1 | 2025-06-01 10:00:10 | /home  |                       | de | Phone
        e04 | page_ping | web      | p1 | u1 | s1 | 2025-06-01 10:00:20 | /home  |                       | de | Phone
        e04 | page_ping | web      | p1 | u1 | s1 | 2025-06-01 10:00:21 | /home  |                       | de | Phone
        e05 | page_view | web      | p2 | u1 | s1 | 2025-06-01 10:01:00 | /shop  | site.example/home     | de | Phone
        e06 | page_view | web      | p3 | u1 | s1 | 2025-06-01 10:02:00 | /cart  |                       | de |
        e07 | page_ping | web      | p3 | u1 | s1 | 2025-06-01 10:02:10 | /cart  |                       | de |
        e08 | page_view | internal | p4 | u2 | s2 | 2025-06-01 11:00:00 | /home  |                       | fr | Desktop
        e09 | page_view | internal | p5 | u2 | s2 | 2025-06-01 11:05:00 | /admin | site.example/home     | fr | Desktop
        e10 | page_view |          | p6 | u3 | s3 | 2025-06-01 12:00:00 | /home  | cn.bing.example/find | us | Tablet
        e11 | page_view | app      | p7 | u3 | s3 | 2025-06-01 12:00:30 | /shop  | site.example/home     | us |
        e12 | page_view | app      | p8 | u3 | s4 | 2025-06-01 18:00:00 | /shop  | news.example/today    |    | Tablet
        e13 | page_ping | app      | p8 | u3 | s4 | 2025-06-01 18:00:10 | /shop  |                       |    | Tablet
        e14 | page_view | web      | p9 | u4 | s5 | 2025-06-01 19:00:00 | /about |                       | at | Phone
        e15 | link_click | web    | p9 | u4 | s5 | 2025-06-01 19:00:05 | /about |                       | at | Phone
        e16 | page_view | web      | pa | u4 | s5 | 2025-06-01 18:59:00 | /home  | mail.google.example   | at | Phone
        e17 | page_view | web      | pb | u5 | s6 | 2025-06-01 20:00:00 | /home  | site.example/shop     | GB | Desktop
        e18 | page_view | web      | pb | u5 | s6 | 2025-06-01 20:00:09 | /home  | site.example/shop     | GB | Desktop
        e19 | page_view | web      | pc | u5 | s6 | 2025-06-01 20:01:00 | /shop  | site.example/home     | GB | Desktop
        """,
    ),
}
