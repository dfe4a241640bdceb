"""Source tables."""

from make_projects import written

TABLES = {
    "crm_accounts": written(
        "account_id INTEGER | company_name VARCHAR | contact_name VARCHAR | email VARCHAR | country"
        " VARCHAR | is_test BOOLEAN | created_at TIMESTAMP | updated_at TIMESTAMP",
        """
        101 | Acme Tools          | Anna Berg        | Anna.Berg@acme.io        | us    | false | 2023-11-20 09:12:00 | 2023-11-20 09:12:00
        101 | ' Acme Tools Inc '  | Anna Berg        | anna.berg@acme.io        | us    | false | 2023-11-20 09:12:00 | 2024-02-11 10:00:00
        102 | Blue Fern           | Luis Ortega Ruiz | 'luis@bluefern.com '     | de    | false | 2023-12-28 23:40:00 | 2023-12-29 08:00:00
        103 | Cobalt Labs         | Mira Shah        | MIRA@cobalt-labs.com     | GB    | false | 2024-01-09 11:00:00 | 2024-01-09 11:00:00
        103 | Cobalt Labs         | Mira Shah-Lee    | mira.lee@cobalt-labs.com | gb    |       | 2024-01-09 11:00:00 | 2024-05-02 16:30:00
        104 | Dune Media          | Cher             | cher@dune.media          |       | false | 2024-01-15 07:45:00 | 2024-01-15 07:45:00
        105 | Elm Street Bakery   | Tom Ford         | tom@elmbakery.com        | US    | false | 2024-02-01 00:00:00 | 2024-02-03 00:00:00
        106 | Foxglove            |                  | hello@foxglove.co        | fr    |       | 2024-02-14 13:13:00 | 2024-02-14 13:13:00
        107 | QA Dummy            | Test User        | qa@ourselves.io          | us    | true  | 2024-02-20 10:00:00 | 2024-02-20 10:00:00
        108 | Granite Works       | Olga Novak       | olga@granite.cz          | cz    | false | 2024-03-05 17:20:00 | 2024-03-05 17:20:00
        108 | Granite Works       | Olga Novak       | olga.n@granite.cz        | cz    | false | 2024-03-05 17:20:00 | 2024-03-09 09:00:00
        109 | Hillside Dental     | Raj Patel        | raj@hillside.dental      | ' us' | false | 2024-03-30 22:00:00 | 2024-04-01 08:00:00
        110 | Indigo Travel       | Sofia Rossi      |                          | it    | false | 2024-04-12 12:00:00 | 2024-04-12 12:00:00
        111 | Juniper Legal       | Ben King         | ben@juniperlegal.com     | us    | false | 2024-05-18 15:00:00 | 2024-05-18 15:00:00
        112 | Kite & Co           | Yuki Tanaka      | yuki@kite.jp             | jp    | false | 2024-06-02 02:10:00 | 2024-06-02 02:10:00
        112 | Kite & Co (staging) | Yuki Tanaka      | yuki@kite.jp             | jp    | true  | 2024-06-02 02:10:00 | 2024-06-20 02:10:00
        113 | Lumen Studio        | Eva Lind         | eva@lumen.se             | SE    | false | 2024-07-07 19:30:00 | 2024-07-08 08:00:00
        114 | Mosaic Health       | Paul Adeyemi     | paul@mosaic.health       |       | false | 2024-08-19 09:00:00 | 2024-08-19 09:00:00
        115 | Nimbus Freight      | Ida Holm         | ida@nimbusfreight.com    | dk    | false | 2024-09-09 09:09:00 | 2024-09-09 09:09:00
        """,
    ),
    "billing_plans": written(
        "plan_code VARCHAR | plan_name VARCHAR | billing_interval VARCHAR | price_cents INTEGER",
        """
        STA-M | Starter      | month | 1900
        STA-Y | Starter      | year  | 19200
        TEA-M | Team         | month | 4900
        TEA-Y | Team         | year  | 48000
        BUS-M | Business     | month | 9900
        BUS-Y | Business     | year  | 96000
        ENT-Y | Enterprise   | year  | 240000
        STU-M | Student      | month | 500
        NGO-Y | Non-profit   | year  | 6000
        AGY-M | Agency       | month | 14900
        FRE-M | Free         | month | 0
        LEG-M | Legacy Basic | month | 1200
        """,
    ),
    "billing_subscriptions": written(
        "subscription_id VARCHAR | account_id INTEGER | plan_code VARCHAR | quantity INTEGER |"
        " discount_pct VARCHAR | started_on DATE | ended_on DATE | status VARCHAR",
        """
        S001 | 101 | STA-M | 1  |     | 2024-01-05 | 2024-04-05 | canceled
        S002 | 101 | TEA-M | 3  | 10  | 2024-04-05 |            | active
        S003 | 102 | TEA-Y | 2  | 0   | 2024-01-10 | 2025-01-10 | active
        S004 | 103 | BUS-M |    | 20  | 2024-01-20 | 2024-06-30 | canceled
        S005 | 103 | STA-M | 2  |     | 2024-09-01 |            | active
        S006 | 104 | STA-M | 1  | 50  | 2024-02-02 | 2024-02-20 | canceled
        S007 | 104 | STA-Y | 1  |     | 2024-03-15 |            | active
        S008 | 105 | ENT-Y | 1  | 25  | 2024-02-10 |            | active
        S009 | 106 | AGY-M | 1  |     | 2024-03-01 | 2024-05-31 | canceled
        S010 | 107 | BUS-M | 5  |     | 2024-03-01 |            | active
        S011 | 108 | TEA-M | 4  |     | 2024-03-10 | 2024-07-10 | canceled
        S012 | 108 | TEA-M | 2  |     | 2024-07-10 |            | active
        S013 | 109 | FRE-M | 1  |     | 2024-04-01 | 2024-06-15 | canceled
        S014 | 109 | STA-M | 1  |     | 2024-06-15 |            | active
        S015 | 110 | LEG-M | 3  |     | 2024-04-20 |            | active
        S016 | 111 | BUS-Y | 1  | 10  | 2024-05-20 |            | active
        S017 | 111 | STU-M | 6  |     | 2024-08-01 |            | active
        S018 | 111 | STU-M | 2  |     | 2024-05-21 | 2024-05-21 | draft
        S019 | 113 | PRO-M | 1  |     | 2024-07-10 |            | active
        S020 | 113 | TEA-Y | 1  |     | 2024-07-20 |            | active
        S021 | 999 | STA-M | 1  |     | 2024-02-01 |            | active
        S022 | 112 | STA-M | 1  |     | 2024-06-05 |            | active
        S023 | 105 | STU-M | 10 |     | 2024-10-12 | 2024-11-30 | canceled
        S024 | 102 | STA-M | 1  | 100 | 2024-11-02 |            | active
        S025 | 114 | TEA-M | 1  |     | 2024-08-25 |            | draft
        S026 | 106 | STA-M | 1  |     | 2024-08-15 |            | active
        """,
    ),
    "billing_invoices": written(
        "invoice_id VARCHAR | account_id INTEGER | invoice_date DATE | amount_cents INTEGER | status VARCHAR",
        """
        I-01 | 101 | 2024-01-05 | 1900   | paid
        I-02 | 101 | 2024-02-05 | 1900   | paid
        I-03 | 101 | 2024-03-05 | 1900   | void
        I-04 | 101 | 2024-03-06 | 1900   | paid
        I-05 | 101 | 2024-04-05 | 13230  | paid
        I-06 | 102 | 2024-01-10 | 96000  | paid
        I-07 | 103 | 2024-01-20 | 7920   | paid
        I-08 | 103 | 2024-02-20 | 7920   | open
        I-09 | 104 | 2024-02-02 | 950    | paid
        I-10 | 104 | 2024-03-15 | 19200  | paid
        I-11 | 105 | 2024-02-10 | 180000 | paid
        I-12 | 106 | 2024-03-01 | 14900  | paid
        I-13 | 106 | 2024-04-01 |        | paid
        I-14 | 108 | 2024-03-10 | 19600  | paid
        I-15 | 108 | 2024-04-10 | 19600  | open
        I-16 | 109 | 2024-06-15 | 1900   | open
        I-17 | 110 | 2024-04-20 | 3600   | paid
        I-18 | 111 | 2024-05-20 | 86400  | paid
        I-19 | 111 | 2024-08-01 | 3000   | paid
        I-20 | 113 | 2024-07-20 | 48000  | void
        I-21 | 107 | 2024-03-01 | 49500  | paid
        I-22 | 105 | 2024-10-12 | 5000   | paid
        I-23 | 101 | 2024-05-05 | 13230  | Paid
        """,
    ),
    "web_touches": written(
        "touch_id INTEGER | account_id INTEGER | touched_at TIMESTAMP | utm VARCHAR | landing_page VARCHAR",
        """
        1  | 101 | 2023-11-18 08:00:00 | google\\pcpc\\pbrand_q4           | /pricing
        2  | 101 | 2023-11-20 09:00:00 | newsletter\\pemail\\pnov_digest   | /signup
        3  | 101 | 2024-03-02 10:00:00 | google\\porganic\\p               | /docs
        4  | 102 | 2023-12-28 23:30:00 |                                 | /
        5  | 102 | 2024-01-10 14:00:00 | facebook\\ppaid_social\\pnew_year | /signup
        6  | 103 | 2024-01-02 09:30:00 | Google\\pCPC\\pbrand_q1           | /pricing
        7  | 103 | 2024-01-02 09:30:00 | partnerhub\\preferral\\pmira      | /partners
        8  | 103 | 2024-08-28 09:30:00 | newsletter\\pemail\\pwinback      | /pricing
        9  | 104 | 2024-02-10 12:00:00 | google\\pcpc\\plate_click         | /pricing
        10 | 105 | 2024-01-30 17:00:00 | linkedin\\ppaid_social\\pbakeries | /demo
        11 | 105 | 2024-02-08 17:00:00 | bing\\porganic\\p                 | /
        12 | 106 | 2024-02-14 13:00:00 | google\\porganic\\p               | /blog
        13 |     | 2024-02-15 10:00:00 | google\\pcpc\\pbrand_q1           | /
        14 | 107 | 2024-02-20 10:00:00 | google\\pcpc\\pqa                 | /
        15 | 108 | 2024-03-05 17:00:00 | capterra\\plisting\\p             | /reviews
        16 | 108 | 2024-03-10 23:15:00 |                                 | /signup
        17 | 109 | 2024-03-29 21:00:00 | newsletter\\pemail\\pspring       | /pricing
        18 | 111 | 2024-05-18 14:50:00 | google\\pcpc\\plegal_us           | /legal
        19 | 111 | 2024-05-20 08:00:00 | google\\pcpc\\plegal_us           | /legal
        20 | 113 | 2024-07-07 19:00:00 | instagram\\ppaid_social\\pstudios | /
        21 | 114 | 2024-08-18 10:00:00 | google\\porganic\\p               | /health
        22 | 998 | 2024-08-18 10:00:00 | google\\porganic\\p               | /health
        23 | 115 | 2024-09-08 10:00:00 |                                 | /
        24 | 113 | 2024-07-19 06:00:00 | newsletter\\pemail\\psummer       | /signup
        """,
    ),
    "event_leads": written(
        "lead_id INTEGER | email VARCHAR | event_name VARCHAR | event_date DATE",
        """
        1  | anna.berg@acme.io        | SaaS Meetup Berlin | 2023-12-05
        2  | LUIS@bluefern.com        | SaaS Meetup Berlin | 2023-12-05
        3  | mira@cobalt-labs.com     | Growth Summit      | 2024-01-12
        4  | mira.lee@cobalt-labs.com | Growth Summit      | 2024-01-12
        5  | tom@elmbakery.com        | Bakers Expo        | 2024-02-09
        6  | nobody@nowhere.org       | Bakers Expo        | 2024-02-09
        7  |                          | Bakers Expo        | 2024-02-09
        8  | 'olga.n@granite.cz '     | Stone Fair         | 2024-03-08
        9  | raj@hillside.dental      | Dental Days        | 2024-04-05
        10 | eva@lumen.se             | Design Week        | 2024-05-22
        11 | paul@mosaic.health       |                    | 2024-08-20
        12 | ben@juniperlegal.com     | Legal Tech Live    | 2024-05-20
        13 | tom@elmbakery.com        | Bakers Expo        | 2024-02-09
        """,
    ),
}
