"""Source tables."""

from make_projects import written

TABLES = {
    "snowplow_web_page_views": written(
        "page_view_id VARCHAR | session_id VARCHAR | domain_userid VARCHAR | start_tstamp TIMESTAMP"
        " | page_url_path VARCHAR | engaged_time_in_s INTEGER | mkt_medium VARCHAR | mkt_source VARCHAR"
        " | refr_medium VARCHAR | br_family VARCHAR",
        """
        p01 | s1 | d1 | 2025-04-01 10:00:00 | /home | 5 | cpc | google | search | Chrome
        p02 | s1 | d1 | 2025-04-01 10:02:00 | /shoes | 40 |  |  | internal | Chrome
        p03 | s1 | d1 | 2025-04-01 10:05:00 | /checkout |  |  |  | internal | Chrome
        p04 | s2 | d2 | 2025-04-01 11:00:00 | /blog/a | 4 |  |  | search | Safari
        p05 | s3 | d3 | 2025-04-01 12:00:00 | /blog/b | 55 |  |  | social | Firefox
        p06 | s4 | d4 | 2025-04-01 13:00:00 | /home |  |  |  |  |
        p07 | s5 | d5 | 2025-04-02 09:00:00 | /sale | 10 | email | newsletter |  | Chrome
        p08 | s6 | d6 | 2025-04-02 09:30:00 | /a | 0 |  |  |  | Googlebot
        p09 | s6 | d6 | 2025-04-02 09:30:01 | /b | 0 |  |  |  | Googlebot
        p10 | s7 | d7 | 2025-04-02 09:40:00 | /home | 1 | ppc | bing |  | BingBot
        p11 | s8 | d2 | 2025-04-03 08:10:00 | /sale | 20 |  |  | internal | Safari
        p12 | s8 | d2 | 2025-04-03 08:00:00 | /shoes | 12 | affiliate | blogx | search | Safari
        p13 | s9 | d8 | 2025-04-03 08:20:00 | /home | 9 |  |  | unknown | Edge
        p14 | s9 | d8 | 2025-04-03 08:21:00 |  | 3 |  |  | internal | Edge
        p15 | s10 | d9 | 2025-04-03 20:00:00 | /home | 9 | ppc | bing | search | Chrome Mobile
        p16 | s11 | d9 | 2025-04-04 20:00:00 | /cart | 30 |  |  |  | Chrome Mobile
        p17 | s11 | d9 | 2025-04-04 20:09:00 | /checkout | 61 |  |  | internal | Chrome Mobile
        p18 | s12 | d10 | 2025-04-04 21:00:00 |  |  |  |  | email | Robotto
        """,
    ),
    "snowplow_orders": written(
        "order_id VARCHAR | session_id VARCHAR | placed_at TIMESTAMP | status VARCHAR"
        " | revenue DECIMAL(10,2)",
        """
        o1 | s1 | 2025-04-01 10:06:00 | paid | 59.90
        o2 | s1 | 2025-04-01 10:07:00 | paid | 20.00
        o3 | s1 | 2025-04-01 10:08:00 | cancelled | 75.00
        o4 | s5 | 2025-04-02 09:05:00 | cancelled | 12.00
        o5 | s8 | 2025-04-03 08:15:00 | shipped |
        o6 | s9 | 2025-04-03 08:22:00 | shipped | 33.30
        o7 | s9 | 2025-04-03 08:23:00 | refunded | 4.70
        o8 | s99 | 2025-04-03 08:23:00 | paid | 8.00
        o9 |  | 2025-04-03 08:24:00 | paid | 9.00
        o10 | s11 | 2025-04-04 20:10:00 | paid | 101.00
        o11 | s11 | 2025-04-04 20:11:00 | paid | 101.00
        """,
    ),
}
