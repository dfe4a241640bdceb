"""Source tables."""

from make_projects import written

TABLES = {
    "stg_workday__worker": written(
        "worker_id VARCHAR | worker_code VARCHAR | is_active BOOLEAN | hire_date DATE | termination_date DATE",
        """
        w01 | 1001 | true  | 2020-02-01 |
        w02 | 1002 | false | 2021-03-15 | 2024-02-29
        w03 | 1003 | true  | 2022-01-01 |
        w04 | 1004 | false | 2023-12-31 | 2024-01-01
        w05 | 1005 | true  | 2024-02-28 | 2024-03-01
        w06 |      | true  |            |
        w07 | 1007 | false | 2024-05-05 | 2024-05-05
        w08 | 1008 | true  | 2024-06-01 |
        w09 | 1009 |       | 2024-07-01 |
        w10 | 1010 | false |            | 2024-12-31
        """,
    ),
    "stg_workday__person_name": written(
        "worker_id VARCHAR | name_type VARCHAR | first_name VARCHAR | last_name VARCHAR",
        """
        w01 | Preferred | Ava    | Moss
        w01 | Legal     | Avelyn | Moss
        w02 | Preferred | Ben    | Cole
        w03 | Preferred | Cleo   |
        w04 | Legal     | Dan    | Reid
        w05 | Preferred | Ema    | Voss
        w06 | Preferred | Finn   | Lund
        w07 | Preferred | Gus    | Roth
        w08 | Preferred | Ines   | Paz
        w10 | Preferred | Jon    | Hale
        """,
    ),
    "stg_workday__person_contact": written(
        "worker_id VARCHAR | email_address VARCHAR | is_primary BOOLEAN",
        """
        w01 | ava@example.org  | true
        w01 | ava@home.example | false
        w02 | ben@example.org  | true
        w03 | cleo@example.org | false
        w05 |                  | true
        w06 | finn@example.org | true
        w08 | ines@example.org | true
        """,
    ),
    "stg_workday__worker_position": written(
        "worker_id VARCHAR | position_id VARCHAR | business_title VARCHAR | position_start_date DATE"
        " | position_end_date DATE | fte_percent DECIMAL(5,1) | job_profile_id VARCHAR | location_id VARCHAR",
        """
        w01 | p02 | Senior engineer | 2022-02-01 |            | 100.0 | j1 | l1
        w01 | p01 | Engineer        | 2020-02-01 | 2022-01-31 | 80.0  | j1 | l2
        w02 | p03 | Accountant      | 2021-03-15 | 2024-02-29 |       | j2 | l1
        w03 | p05 | Analyst         | 2023-01-01 |            | 50.0  | j3 |
        w03 | p04 | Controller      | 2023-01-01 |            | 50.0  | j2 | l9
        w03 | p09 | Trainee         | 2022-01-01 | 2022-12-31 |       |    | l2
        w04 | p06 |                 | 2023-12-31 | 2024-01-01 | 0.0   | j9 | l1
        w05 | p07 | Buyer           | 2024-02-28 | 2024-03-01 | 60.5  | j4 | l3
        w06 | p08 | Adviser         | 2024-04-01 |            |       | j4 | l3
        w10 | p10 | Adviser         | 2023-04-01 | 2024-12-31 | 90.0  | j4 | l1
        w99 | p11 | Nobody          | 2024-04-01 |            | 100.0 | j1 | l1
        """,
    ),
    "stg_workday__job_profile": written(
        "job_profile_id VARCHAR | job_profile_name VARCHAR | is_critical_job BOOLEAN",
        """
        j1 | Engineering | true
        j2 | Finance     | false
        j3 | Data        |
        j4 | Operations  | false
        """,
    ),
    "stg_workday__location": written(
        "location_id VARCHAR | name VARCHAR",
        """
        l1 | Utrecht
        l2 | Lisbon
        l3 | Berlin
        """,
    ),
}
