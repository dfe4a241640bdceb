"""Source tables."""

from make_projects import written

TABLES = {
    "stg_lever__posting": written(
        "posting_id VARCHAR | job_title VARCHAR | state VARCHAR | job_team VARCHAR | job_location VARCHAR"
        " | job_commitment VARCHAR | job_workplace_type VARCHAR | created_at TIMESTAMP | updated_at TIMESTAMP"
        " | owner_user_id VARCHAR | hiring_manager_user_id VARCHAR",
        """
        p1|Data engineer|published|Data|Utrecht|Full-time|hybrid|2025-01-02 09:00:00|2025-02-02 09:00:00|u1|u2
        p2|Data analyst|published|Data|Utrecht|Part-time|remote|2025-01-03 09:00:00|2025-01-03 09:00:00|u1|u3
        p3|Controller|closed|Finance|Berlin|Full-time|on-site|2025-01-04 09:00:00|2025-03-01 17:00:00|u4|
        p4|Intern|draft|Finance||Intern||2025-01-05 09:00:00||u4|u2
        p5|Designer|published||Lisbon|Full-time|remote|2025-01-06 09:00:00|2025-01-07 09:00:00||u3
        p6|Recruiter|pending|People|Berlin|Contract|hybrid|2025-01-07 09:00:00|2025-01-07 10:00:00|u9|u1
        p7|Writer|published|Brand|Lisbon||unspecified|2025-01-08 09:00:00|2025-01-08 09:05:00|u2|u2
        p8|Driver|published|Logistics|Utrecht|Full-time|on-site|2025-01-09 09:00:00|2025-01-09 09:00:00|u2|u4
        """,
    ),
    "stg_lever__opportunity": written(
        "opportunity_id VARCHAR | contact_name VARCHAR | stage VARCHAR | archived_at TIMESTAMP",
        """
        o1  | Ann   | Hired        | 2025-02-01 12:00:00
        o2  | Bert  | Phone screen |
        o3  | Cleo  | Rejected     | 2025-02-05 12:00:00
        o4  | Dirk  | Hired        | 2025-02-20 12:00:00
        o5  | Elin  |              |
        o6  | Fadi  | Offer        |
        o7  | Gwen  | Hired        |
        o8  | Hugo  | New lead     | 2025-03-01 08:00:00
        o9  | Iris  | Hired        | 2025-03-02 08:00:00
        """,
    ),
    "stg_lever__application": written(
        "application_id VARCHAR | opportunity_id VARCHAR | posting_id VARCHAR | type VARCHAR | created_at TIMESTAMP",
        """
        a01 | o1  | p1 | posting  | 2025-01-10 10:00:00
        a02 | o2  | p1 | referral | 2025-01-11 10:00:00
        a03 | o3  | p1 | posting  | 2025-01-12 10:00:00
        a04 | o4  | p2 | referral | 2025-01-09 10:00:00
        a05 | o5  | p2 | user     | 2025-01-20 10:00:00
        a06 | o1  | p2 | posting  | 2025-01-15 10:00:00
        a07 | o6  | p3 | posting  | 2025-01-16 10:00:00
        a08 | o7  | p5 |          | 2025-01-17 10:00:00
        a09 | o8  | p7 | posting  |
        a10 | o99 | p8 | posting  |
        a11 | o9  |    | user     | 2025-01-19 10:00:00
        a12 | o3  | p3 | referral | 2025-01-16 09:00:00
        a13 | o9  | p5 | posting  | 2025-01-21 10:00:00
        """,
    ),
    "stg_lever__user": written(
        "user_id VARCHAR | full_name VARCHAR | access_role VARCHAR",
        """
        u1 | Olga Owner   | admin
        u2 | Hank Hiring  | team member
        u3 | Mia Manager  | team member
        u4 | Rolf Recruit | super admin
        """,
    ),
}
