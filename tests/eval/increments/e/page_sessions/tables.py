"""Source tables."""

from make_projects import written

TABLES = {
    "stg_segment__page_view_raw": written(
        "page_view_id INTEGER | anonymous_id VARCHAR | user_id VARCHAR | viewed_at TIMESTAMP | page_url VARCHAR"
        " | page_path VARCHAR | referrer VARCHAR | utm_source VARCHAR | utm_medium VARCHAR | utm_campaign VARCHAR"
        " | device_category VARCHAR",
        """
        1|v1||2025-03-01 08:00:00|https://shop.example/|/|google.example|google|cpc|spring|mobile
        2|v1||2025-03-01 08:04:10|https://shop.example/shoes|/shoes|||||mobile
        2|v1||2025-03-01 08:04:11|https://shop.example/shoes|/shoes|||||mobile
        3|v1|u7|2025-03-01 08:30:00|https://shop.example/cart|/cart|||||mobile
        4|v1|u7|2025-03-01 09:00:01|https://shop.example/|/|mail.example|news|email|march|desktop
        5|v2||2025-03-01 10:00:00|https://shop.example/hats|/hats||||late|tablet
        5|v2||2025-03-01 10:00:02|https://shop.example/hats|/hats||||late|tablet
        6|v3|u3|2025-03-02 12:00:00|https://shop.example/|/|bing.example|bing|cpc||desktop
        7|v3||2025-03-02 12:10:00|https://shop.example/hats|/hats||bing|cpc|hats|desktop
        8|v3|u4|2025-03-02 12:40:00|https://shop.example/|/|||||desktop
        8|v3|u4|2025-03-02 12:40:03|https://shop.example/|/|||||desktop
        9|v3|u4|2025-03-02 13:20:00|https://shop.example/help|/help|||||desktop
        10|v4||2025-03-03 07:00:00|||t.example||||
        11|v4||2025-03-03 07:01:30|https://shop.example/sale|/sale||social|paid|sale|mobile
        12|v5|u5|2025-03-03 23:50:00|https://shop.example/shoes|/shoes|google.example|google|cpc|spring|mobile
        13|v5|u5|2025-03-04 00:05:00|https://shop.example/shoes|/shoes|||||mobile
        14|v5|u5|2025-03-04 00:06:00|https://shop.example/cart|/cart|||||mobile
        15|v5|u5|2025-03-04 00:09:00|https://shop.example/shoes|/shoes|||||mobile
        16|v6||2025-03-04 08:00:00|https://shop.example/|/|||||bot
        """,
    ),
    "stg_segment__page_view": written(
        "page_view_id INTEGER | anonymous_id VARCHAR | user_id VARCHAR | viewed_at TIMESTAMP | page_url VARCHAR"
        " | page_path VARCHAR | referrer VARCHAR | utm_source VARCHAR | utm_medium VARCHAR | utm_campaign VARCHAR"
        " | device_category VARCHAR",
        """
        1|v1||2025-03-01 08:00:00|https://shop.example/|/|google.example|google|cpc|spring|mobile
        2|v1||2025-03-01 08:04:10|https://shop.example/shoes|/shoes|||||mobile
        3|v1|u7|2025-03-01 08:30:00|https://shop.example/cart|/cart|||||mobile
        4|v1|u7|2025-03-01 09:00:01|https://shop.example/|/|mail.example|news|email|march|desktop
        5|v2||2025-03-01 10:00:00|https://shop.example/hats|/hats||||late|tablet
        6|v3|u3|2025-03-02 12:00:00|https://shop.example/|/|bing.example|bing|cpc||desktop
        7|v3||2025-03-02 12:10:00|https://shop.example/hats|/hats||bing|cpc|hats|desktop
        8|v3|u4|2025-03-02 12:40:00|https://shop.example/|/|||||desktop
        9|v3|u4|2025-03-02 13:20:00|https://shop.example/help|/help|||||desktop
        10|v4||2025-03-03 07:00:00|||t.example||||
        11|v4||2025-03-03 07:01:30|https://shop.example/sale|/sale||social|paid|sale|mobile
        12|v5|u5|2025-03-03 23:50:00|https://shop.example/shoes|/shoes|google.example|google|cpc|spring|mobile
        13|v5|u5|2025-03-04 00:05:00|https://shop.example/shoes|/shoes|||||mobile
        14|v5|u5|2025-03-04 00:06:00|https://shop.example/cart|/cart|||||mobile
        15|v5|u5|2025-03-04 00:09:00|https://shop.example/shoes|/shoes|||||mobile
        16|v6||2025-03-04 08:00:00|https://shop.example/|/|||||bot
        """,
    ),
}
