"""Source tables."""

from make_projects import written

TABLES = {
    "stg_mailchimp__members": written(
        "source_relation VARCHAR | member_id VARCHAR | email_address VARCHAR | list_id VARCHAR | status VARCHAR"
        " | member_rating INTEGER | vip BOOLEAN | signup_timestamp TIMESTAMP | source VARCHAR | country_code VARCHAR",
        """
        mc_eu|m1|ada@example.org|l1|subscribed|4|true|2024-05-01 10:00:00|Form|NL
        mc_eu|m2|bo@example.org|l1|unsubscribed|2|false|2024-05-02 11:00:00|API|DE
        mc_eu|m3|cy@example.org|l2|subscribed|3|false|||
        mc_eu|m4|di@example.org|l9|cleaned|1||2024-06-02 09:30:00|Import|FR
        mc_us|m1|ed@example.com|l1|subscribed|5|false|2024-07-01 01:00:00|Form|US
        mc_us|m2|flo@example.com|l2|subscribed|2|false|2024-07-03 02:00:00|Import|US
        mc_us|m5||l1|pending|2|false|2024-07-04 02:00:00||CA
        mc_us|m6|gus@example.com||subscribed||true|2024-07-05 02:00:00|API|MX
        mc_us|m4|hal@example.com|l1|subscribed|3|false|2024-07-06 02:00:00|Form|US
        mc_eu|m7|ida@example.org|l2|subscribed|3|false|2024-08-06 02:00:00|Form|IT
        """,
    ),
    "stg_mailchimp__lists": written(
        "source_relation VARCHAR | list_id VARCHAR | name VARCHAR",
        """
        mc_eu | l1 | Newsletter EU
        mc_eu | l2 | Events EU
        mc_us | l1 | Newsletter US
        mc_us | l3 | Partners US
        """,
    ),
    "stg_mailchimp__campaign_recipients": written(
        "source_relation VARCHAR | campaign_id VARCHAR | member_id VARCHAR",
        """
        mc_eu | c1 | m1
        mc_eu | c1 | m2
        mc_eu | c2 | m1
        mc_eu | c2 | m3
        mc_us | c1 | m1
        mc_us | c3 | m2
        mc_us | c3 | m5
        mc_us | c4 | m2
        mc_us | c5 | m2
        mc_eu | c2 | m4
        mc_us | c5 | m8
        """,
    ),
    "stg_mailchimp__campaign_activities": written(
        "source_relation VARCHAR | activity_id INTEGER | campaign_id VARCHAR | member_id VARCHAR | action_type VARCHAR"
        " | activity_timestamp TIMESTAMP",
        """
        mc_eu | 1  | c1 | m1 | open   | 2024-09-01 08:00:00
        mc_eu | 2  | c1 | m1 | click  | 2024-09-01 08:01:00
        mc_eu | 3  | c2 | m1 | open   | 2024-09-08 08:00:00
        mc_eu | 4  | c1 | m2 | bounce | 2024-09-01 08:00:30
        mc_eu | 5  | c2 | m4 | bounce | 2024-09-08 08:00:30
        mc_us | 1  | c1 | m1 | open   | 2024-10-01 08:00:00
        mc_us | 2  | c3 | m2 | bounce | 2024-10-02 08:00:00
        mc_us | 3  | c4 | m2 | bounce | 2024-10-03 08:00:00
        mc_us | 4  | c5 | m2 | open   | 2024-10-04 08:00:00
        mc_us | 5  | c3 | m5 |        | 2024-10-05 08:00:00
        mc_us | 6  | c5 | m8 | open   | 2024-10-06 08:00:00
        mc_us | 7  | c5 | m2 | click  |
        """,
    ),
}
