"""Source tables."""

from make_projects import written

TABLES = {
    "campaigns": written(
        "campaign_id INTEGER | name VARCHAR | channel VARCHAR | start_date DATE | end_date DATE"
        " | budget DECIMAL(12,2) | owner VARCHAR | status VARCHAR",
        """
        1  | Spring Sale      | CPC        | 2024-03-01 | 2024-03-10 | 60    | Lea | Live
        2  | ' Brand Search ' | search     | 2024-02-25 | 2024-03-06 | 200   |     | live
        3  | Insta Teaser     | IG         | 2024-03-04 | 2024-03-09 | 40    | ''  | ended
        4  | Newsletter March | newsletter | 2024-03-05 | 2024-03-05 |       | Tom | live
        5  | Retarget FB      | fb         | 2024-03-20 |            | 150.5 | lea | LIVE
        6  | Summer Draft     | cpc        | 2024-03-01 | 2024-03-20 | 500   | Tom | Draft
        7  | Podcast          | audio      | 2024-03-08 | 2024-03-12 | 0     | Mia |
        8  | Affiliate        |            | 2024-03-02 | 2024-03-04 | 20    | MIA | live
        9  | easter mail      | Mail       | 2024-03-28 |            | 30    | Tom | planned
        10 | Old Draft        | fb         | 2024-01-01 |            | 10    |     | draft
        11 | Test Cell A      | ''         | 2024-03-12 | 2024-03-13 | 12.5  | tom | DRAFT
        12 | Test Cell B      | ''         | 2024-03-13 | 2024-03-13 | 5     | Lea | DRAFT
        13 | Test Cell C      | ppc        | 2024-03-14 | 2024-03-14 |       | tom | live
        14 | Test Cell D      | social     | 2024-03-15 | 2024-03-16 | 12.5  | Lea | DRAFT
        15 | Test Cell E      | social     | 2024-03-16 | 2024-03-16 | 12.5  | Lea | live
        16 | Test Cell F      | EMAIL      | 2024-03-17 | 2024-03-17 | 5     | Lea | ended
        17 | Test Cell G      | social     | 2024-03-18 | 2024-03-20 | 12.5  | tom | ended
        18 | Test Cell H      | social     | 2024-03-19 | 2024-03-19 |       | Lea | ended
        19 | Test Cell I      | social     | 2024-03-20 | 2024-03-20 | 5     | tom | ended
        20 | Test Cell J      | ''         | 2024-03-21 | 2024-03-23 | 12.5  | Lea | ended
        21 | Test Cell K      | social     | 2024-03-22 | 2024-03-23 | 5     | Lea | live
        22 | Test Cell L      | tv         | 2024-03-23 | 2024-03-23 |       | tom | ended
        23 | Test Cell M      | EMAIL      | 2024-03-24 | 2024-03-25 | 12.5  |     | ended
        24 | Test Cell N      | ''         | 2024-03-25 | 2024-03-27 | 12.5  | tom | ended
        25 | Test Cell O      | EMAIL      | 2024-03-26 | 2024-03-27 | 5     | tom | DRAFT
        """,
    ),
    "sessions": written(
        "session_id VARCHAR | visitor_id VARCHAR | started_at TIMESTAMP | landing_page VARCHAR"
        " | utm_campaign VARCHAR | device VARCHAR | pageviews INTEGER",
        """
        s116 | v3  | 2024-03-08 15:40:00 | /sale | BRAND_SEARCH     | tablet  | 1
        s108 | v5  | 2024-03-08 19:00:00 | /     | affiliate        |         | 1
        s133 |     | 2024-03-06 19:40:00 | /     | ''               | tablet  | 7
        s142 | v4  | 2024-03-22 20:40:00 | /sale | tiktok_x         | bot     | 7
        s138 | v3  | 2024-03-03 22:40:00 | /p/12 | newsletter_march | mobile  |
        s120 | v3  | 2024-03-08 11:10:00 | /     | podcast          | smarttv | 1
        s122 |     | 2024-03-09 15:00:00 | /     | brand_search     | smarttv | 3
        s106 | v3  | 2024-03-03 09:25:00 | /p/12 | podcast          | tablet  | 0
        s126 | v5  | 2024-03-01 13:10:00 | /p/12 | podcast          | phone   | 1
        s139 |     | 2024-03-02 16:25:00 | /p/12 | affiliate        |         | 3
        s124 | v2  | 2024-03-02 08:10:00 | /     | podcast          | desktop | 1
        s207 | v9  | 2024-03-02 11:00:00 | /     | affiliate        | phone   | 1
        s132 | v6  | 2024-03-09 19:40:00 | /sale | insta_teaser     | smarttv | 1
        s111 |     | 2024-03-02 20:25:00 | /     | spring_sale      | bot     | 1
        s128 | v5  | 2024-03-09 16:00:00 | /sale |                  |         | 3
        s136 | v3  | 2024-03-01 11:40:00 | /     | tiktok_x         | tablet  | 0
        s204 | v8  | 2024-03-04 12:00:00 | /     | ''               | ipad    | 2
        s107 |     | 2024-03-01 11:25:00 | /sale | brand_search     | phone   |
        s201 | v7  | 2024-03-03 09:00:00 | /     | brand_search     | phone   | 4
        s143 |     | 2024-03-21 13:25:00 | /sale | BRAND_SEARCH     | mobile  | 1
        s101 | v3  | 2024-03-01 18:40:00 | /     |                  | bot     | 1
        s115 | v5  | 2024-03-22 18:00:00 | /sale | affiliate        | phone   | 1
        s112 | v2  | 2024-03-06 12:40:00 | /sale | affiliate        |         | 1
        s129 | v3  | 2024-03-04 11:40:00 | /sale | ''               |         | 1
        s113 | v3  | 2024-03-03 22:40:00 | /     | Spring_Sale      | bot     | 3
        s123 | v6  | 2024-03-02 14:10:00 | /p/12 | affiliate        | phone   | 1
        s200 | v7  | 2024-03-02 08:50:00 | /     | spring_sale      | phone   | 1
        s208 | v10 | 2024-03-04 10:00:00 | /     | spring_sale      | desktop | 6
        s209 | v1  | 2024-03-08 09:00:00 | /     | ' Podcast'       | phone   | 2
        s102 | v4  | 2024-03-09 07:40:00 | /     | affiliate        | desktop | 3
        s125 | v2  | 2024-03-08 08:40:00 | /sale | podcast          | bot     | 7
        s105 | v1  | 2024-03-05 09:10:00 | /sale |                  |         | 0
        s117 | v6  | 2024-03-02 07:40:00 | /p/12 | BRAND_SEARCH     | tablet  | 1
        s114 | v2  | 2024-03-12 22:25:00 | /     | Spring_Sale      | smarttv | 1
        s104 | v3  | 2024-03-22 21:00:00 | /p/12 | affiliate        |         | 1
        s103 | v2  | 2024-03-01 14:40:00 | /sale |                  |         | 3
        s140 | v3  | 2024-03-21 07:40:00 | /sale | podcast          | desktop |
        s205 | v8  | 2024-03-05 12:00:00 | /     | summer_draft     | ipad    | 2
        s206 | v9  | 2024-03-02 10:00:00 | /     | affiliate        |         | 2
        s201 | v7  | 2024-03-03 09:00:00 | /     | insta_teaser     | phone   |
        s134 | v3  | 2024-03-06 15:40:00 | /     | podcast          | tablet  | 1
        s121 | v6  | 2024-03-01 20:10:00 | /p/12 | BRAND_SEARCH     | bot     | 1
        s131 |     | 2024-03-12 07:40:00 | /     | podcast          | desktop | 1
        s135 | v3  | 2024-03-02 22:00:00 | /     | newsletter_march | smarttv | 0
        s202 | v8  | 2024-03-03 12:00:00 | /     | brand_search     | ipad    | 4
        s110 | v3  | 2024-03-03 11:10:00 | /p/12 | BRAND_SEARCH     | bot     |
        s109 | v4  | 2024-03-12 20:10:00 | /     | newsletter_march | phone   | 1
        s119 | v3  | 2024-03-12 18:40:00 | /sale | brand_search     | smarttv | 1
        s130 | v2  | 2024-03-02 19:40:00 | /     | brand_search     | mobile  | 1
        s141 | v1  | 2024-03-03 21:00:00 | /p/12 |                  | ipad    |
        s118 | v6  | 2024-03-03 21:25:00 | /p/12 | newsletter_march |         | 1
        s137 | v4  | 2024-03-22 08:10:00 | /sale | retarget_fb      | desktop | 7
        s127 | v4  | 2024-03-03 20:00:00 | /p/12 |                  |         |
        s203 | v8  | 2024-03-03 12:00:00 | /     | spring_sale      | ipad    | 2
        s200 | v7  | 2024-03-02 09:00:00 | /     | spring_sale      | phone   | 3
        s100 |     | 2024-03-04 12:40:00 | /sale | affiliate        | desktop |
        s207 | v9  | 2024-03-02 10:00:00 | /     | affiliate        | bot     | 9
        """,
    ),
    "shop_orders": written(
        "order_no INTEGER | visitor_id VARCHAR | ordered_at TIMESTAMP | net_amount DECIMAL(12,2)"
        " | shipping DECIMAL(12,2) | status VARCHAR | voucher VARCHAR",
        """
        7104 | v9  | 2024-03-09 11:01:00 | 42    | 0   | PAID      |
        7008 | v99 | 2024-03-05 14:15:00 | 80    | 4.9 | Paid      | '  '
        7019 | v6  | 2024-03-07 13:00:00 | 20    | 0   | paid      | SPRING10
        7011 |     | 2024-03-07 21:00:00 |       | 4.9 | open      | SPRING10
        7025 | v99 | 2024-03-02 15:30:00 | 80    |     | paid      |
        7001 |     | 2024-03-03 12:00:00 | 12.25 | 0   | Paid      | vip
        7005 | v2  | 2024-03-22 11:15:00 |       | 0   | SHIPPED   | ''
        7003 | v99 | 2024-03-13 13:30:00 |       |     | SHIPPED   | vip
        7023 | v99 | 2024-03-07 12:00:00 | 80    |     | shipped   | ''
        7012 |     | 2024-03-04 19:15:00 |       | 0   |           | ' spring10'
        7018 | v5  | 2024-03-04 20:15:00 | 35.5  |     | paid      |
        7020 | v3  | 2024-03-03 20:30:00 |       | 4.9 | paid      | vip
        7024 | v4  | 2024-03-02 18:30:00 | 80    | 0   | cancelled |
        7103 | v9  | 2024-03-09 10:30:00 | 40    | 0   | PAID      |
        7105 | v7  | 2024-03-03 09:00:00 | 42    | 0   | paid      | x
        7100 | v10 | 2024-03-11 10:00:00 | 15    |     | paid      |
        7017 | v6  | 2024-03-09 21:15:00 | 35.5  | 0   | cancelled |
        7006 | v6  | 2024-03-13 19:15:00 | 35.5  |     | paid      | vip
        7007 | v6  | 2024-03-03 17:30:00 | 20    |     | Paid      | '  '
        7022 | v2  | 2024-03-23 14:30:00 |       | 0   | cancelled | ''
        7101 | v8  | 2024-03-06 09:00:00 | 50    | 4.9 | paid      |
        7021 | v4  | 2024-03-04 08:00:00 | 20    | 0   | shipped   | vip
        7010 | v4  | 2024-03-03 09:30:00 | 80    |     | SHIPPED   | vip
        7015 | v6  | 2024-03-02 14:15:00 |       | 0   |           | ' spring10'
        7014 | v1  | 2024-03-02 10:00:00 | 35.5  |     | paid      | SPRING10
        7009 | v1  | 2024-03-22 19:15:00 | 20    |     |           | vip
        7102 | v10 | 2024-03-11 10:00:00 | 30    |     | Shipped   | 'VIP '
        7002 |     | 2024-03-23 10:00:00 | 80    |     | open      | vip
        7026 | v6  | 2024-03-03 19:00:00 | 35.5  | 4.9 | Paid      | SPRING10
        7013 | v1  | 2024-03-23 17:00:00 | 35.5  | 4.9 | Paid      |
        7106 | v7  | 2024-03-04 09:00:00 | 22    | 0   | paid      | x
        7107 |     | 2024-03-04 09:00:00 | 22    | 0   | paid      | x
        7016 | v99 | 2024-03-13 09:00:00 | 35.5  | 0   | SHIPPED   |
        7004 | v5  | 2024-03-04 17:30:00 | 12.25 | 4.9 | shipped   | ' spring10'
        """,
    ),
    "spend_google": written(
        "day DATE | campaign_id INTEGER | clicks INTEGER | impressions INTEGER | cost_micros BIGINT",
        """
        2024-03-05 | 6   |    |     | 12990000
        2024-03-13 | 2   | 0  | 250 | 333333
        2024-03-05 | 2   |    | 0   | 4310000
        2024-03-02 | 777 | 0  | 250 |
        2024-03-03 | 2   | 3  | 90  | 1250000
        2024-03-05 | 2   | 0  |     | 12990000
        2024-03-13 | 2   | 12 | 0   |
        2024-03-01 | 1   | 3  | 250 | 7005001
        2024-02-28 | 1   | 7  | 250 |
                   |     | 0  | 250 | 333333
        2024-03-01 | 1   | 7  | 100 | 333333
        2024-03-13 | 1   | 0  |     | 7005001
        2024-02-28 | 6   |    | 100 | 7005001
        2024-02-28 | 7   | 3  | 100 | 7005001
        2024-03-05 | 8   | 12 | 0   | 1250000
        2024-03-06 |     | 0  | 0   | 1250000
        2024-02-26 | 2   | 12 |     | 7005001
        2024-03-09 | 1   | 3  | 90  |
        2024-03-01 | 8   | 3  | 250 | 7005001
        2024-02-26 | 2   |    | 90  | 4310000
        2024-02-28 | 7   |    | 90  | 4310000
        2024-03-13 | 2   | 7  |     |
        2024-02-28 | 8   | 12 |     | 4310000
        2024-03-05 | 6   | 3  |     | 1250000
        2024-03-13 | 2   |    |     |
        2024-03-09 | 1   | 0  | 100 |
        2024-03-13 | 1   | 3  | 0   | 1250000
        2024-03-09 | 2   | 7  | 250 |
        2024-03-05 | 2   | 3  | 250 | 4310000
        2024-03-02 |     |    | 250 | 4310000
        2024-03-03 | 8   | 3  | 0   | 12990000
        2024-03-05 | 6   | 12 | 100 | 4310000
        2024-03-01 | 777 | 7  | 0   | 1250000
        2024-03-01 | 6   | 0  | 250 | 4310000
        """,
    ),
    "spend_meta": written(
        "report_date DATE | campaign_name VARCHAR | adset VARCHAR | link_clicks INTEGER"
        " | impressions INTEGER | amount DECIMAL(12,2) | currency VARCHAR",
        """
        2024-03-07 |                 | set0 |   | 0   | 10    |
        2024-03-28 | Insta Teaser    | set1 | 0 | 60  | 6.25  | EUR
        2024-03-07 | Insta Teaser    | set2 | 9 | 140 | 14.75 |
        2024-03-20 |                 | set3 | 9 | 500 | 6.25  | EUR
        2024-03-20 | Retarget FB     | set0 |   | 140 | 14.75 | EUR
                   | Old Draft       | set1 | 2 | 140 |       | EUR
        2024-03-03 | 'insta teaser ' | set2 | 5 | 500 |       | EUR
        2024-03-06 | RETARGET FB     | set3 | 0 | 0   | 2.5   | USD
        2024-03-07 | easter mail     | set0 | 9 | 60  | 6.25  | EUR
        2024-03-04 | RETARGET FB     | set1 | 5 | 500 | 6.25  | EUR
        2024-03-23 | Ghost Promo     | set2 |   | 60  | 14.75 | USD
        2024-03-23 | easter mail     | set3 | 5 | 500 |       | EUR
        2024-03-28 | Old Draft       | set0 | 5 | 60  | 2.5   | USD
        2024-03-06 | ' Spring Sale'  | set1 | 5 | 0   | 10    | EUR
        2024-03-23 | Ghost Promo     | set2 | 2 | 60  | 2.5   |
        2024-03-09 | RETARGET FB     | set3 |   | 500 | 14.75 | USD
        2024-03-06 | Ghost Promo     | set0 | 5 | 0   | 14.75 | USD
        2024-03-04 | Ghost Promo     | set1 | 0 | 60  | 2.5   | USD
        2024-03-21 | Old Draft       | set2 | 9 | 60  | 6.25  | USD
        2024-03-07 | easter mail     | set3 | 0 | 140 | 2.5   | EUR
        2024-03-20 | Retarget FB     | set0 | 9 | 0   |       | USD
        2024-03-20 | Ghost Promo     | set1 | 2 | 500 | 2.5   | EUR
        2024-03-05 | Retarget FB     | set2 | 0 | 0   |       | USD
        2024-03-07 | easter mail     | set3 | 0 | 500 |       | USD
        2024-03-28 | Old Draft       | set0 | 9 | 0   |       | EUR
        2024-03-04 | RETARGET FB     | set1 | 2 | 140 |       | USD
        2024-03-20 | 'insta teaser ' | set2 | 2 | 500 | 14.75 |
        2024-03-09 | Insta Teaser    | set3 | 0 | 140 | 10    | EUR
        2024-03-20 | Ghost Promo     | set0 | 5 | 0   | 6.25  | USD
        2024-03-03 | 'insta teaser ' | set1 |   | 140 | 10    | USD
        2024-03-09 | Retarget FB     | set2 | 5 | 500 | 2.5   | EUR
        2024-03-06 | Ghost Promo     | set3 | 5 | 0   | 14.75 |
        2024-03-03 | RETARGET FB     | set0 |   | 60  |       | EUR
        2024-03-04 | ' Spring Sale'  | set1 | 0 | 500 | 6.25  | USD
        2024-03-20 | Ghost Promo     | set2 | 2 | 0   | 6.25  | USD
        2024-03-04 | 'insta teaser ' | set3 | 0 | 60  |       | EUR
        """,
    ),
}
