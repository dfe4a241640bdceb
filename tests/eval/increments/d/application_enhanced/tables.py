"""Source tables."""

from make_projects import written

TABLES = {
    "stg_greenhouse__application": written(
        "application_id INTEGER | candidate_id INTEGER | job_id INTEGER | status VARCHAR | current_stage VARCHAR"
        " | applied_at TIMESTAMP | rejected_at TIMESTAMP | rejection_reason_id INTEGER"
        " | last_activity_at TIMESTAMP | is_prospect BOOLEAN",
        """
        1001|1|10|active|Phone screen|2025-01-06 09:12:00|||2025-01-10 10:00:00|false
        1002|2|10|rejected|Face to face|2025-01-07 10:40:00|2025-01-20 08:00:00|3|2025-01-20 08:00:00|false
        1003|3|11|hired|Offer|2025-01-08 11:00:00|||2025-02-02 16:30:00|false
        1004|4||active||2025-01-09 13:25:00|||2025-01-09 13:25:00|true
        1005|5|12|rejected|Phone screen|2025-01-12 23:59:00|2025-01-13 00:10:00|1|2025-01-13 00:10:00|false
        1006|1|12|rejected|Take home|2025-01-15 07:00:00|2025-01-18 09:00:00||2025-01-18 09:00:00|false
        1007|6|11|rejected|Face to face|2025-01-16 08:45:00|2025-01-30 12:00:00|9|2025-01-30 12:00:00|
        1008|7|10|active|Take home|2025-01-17 15:05:00||||false
        1009|99|13|active|Face to face|2025-01-21 10:10:00|||2025-01-22 10:10:00|false
        1010||10|rejected||2025-01-22 10:15:00|2025-01-22 10:20:00|2|2025-01-22 10:20:00|true
        1011|8|77|hired|Offer|2025-01-23 14:00:00|||2025-02-14 14:00:00|false
        """,
    ),
    "stg_greenhouse__candidate": written(
        "candidate_id INTEGER | first_name VARCHAR | last_name VARCHAR | title VARCHAR | company VARCHAR"
        " | recruiter_user_id INTEGER | coordinator_user_id INTEGER",
        """
        1 | Aino  | Laine    | Analyst        | Northwind   | 31 | 32
        2 | Bram  | de Vries | Engineer       |             | 31 |
        3 | Carla | Mendes   |                | Fabrikam    | 33 | 32
        4 | Deniz |          | Student        |             |    |
        5 | Edda  | Holm     | Designer       | Fabrikam    | 32 | 31
        6 | Fynn  | Berg     | Engineer       | Tailspin    | 35 | 32
        7 | Grace | Obi      | Lead           | Northwind   |    | 33
        8 | Hana  | Sato     | Accountant     | '  '        | 33 | 99
        9 | Ivo   | Novak    | Not an applier | Contoso     | 33 | 31
        """,
    ),
    "stg_greenhouse__job": written(
        "job_id INTEGER | name VARCHAR | is_confidential BOOLEAN | status VARCHAR",
        """
        10 | Data engineer | false | open
        11 | Controller    | true  | closed
        12 | Designer      |       | open
        13 | Data engineer | false | draft
        """,
    ),
    "stg_greenhouse__user": written(
        "user_id INTEGER | full_name VARCHAR | email VARCHAR",
        """
        31 | Rita Recruiter   | rita@example.org
        32 | Otto Organiser   | otto@example.org
        33 | Paula Partner    |
        34 | Quentin Quiet    | quentin@example.org
        """,
    ),
    "stg_greenhouse__rejection_reason": written(
        "rejection_reason_id INTEGER | name VARCHAR | rejection_reason_type VARCHAR",
        """
        1 | Not enough experience | We rejected them
        2 | Withdrew              | They rejected us
        3 | Position filled       | We rejected them
        4 | Other                 |
        """,
    ),
    "stg_greenhouse__scheduled_interview": written(
        "scheduled_interview_id INTEGER | application_id INTEGER | status VARCHAR | start_at TIMESTAMP",
        """
        501 | 1001 | complete          | 2025-01-08 09:00:00
        502 | 1001 | scheduled         | 2025-02-03 09:00:00
        503 | 1002 | complete          | 2025-01-10 10:00:00
        504 | 1002 | complete          | 2025-01-14 10:00:00
        505 | 1002 | awaiting_feedback | 2025-01-17 10:00:00
        506 | 1003 | complete          | 2025-01-15 14:00:00
        507 | 1003 | complete          |
        508 | 1005 |                   | 2025-01-13 00:05:00
        509 | 1007 | scheduled         | 2025-01-29 11:00:00
        510 | 1007 | awaiting_feedback | 2025-01-28 11:00:00
        511 | 1009 | complete          | 2025-01-22 10:00:00
        512 | 1011 | complete          | 2025-02-01 13:00:00
        513 | 1011 | complete          | 2025-02-01 13:00:00
        514 |      | complete          | 2025-02-05 13:00:00
        515 | 2000 | complete          | 2025-02-06 13:00:00
        """,
    ),
}
