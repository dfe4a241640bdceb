"""Source tables."""

from make_projects import written

TABLES = {
    "application": written(
        "application_id INTEGER | candidate_id INTEGER | job_id INTEGER | applied_at TIMESTAMP | closed_at TIMESTAMP"
        " | status VARCHAR | source VARCHAR | is_prospect INTEGER",
        """
        1  | 100 | 7  | 2024-01-02 23:30:00 | 2024-02-01 00:30:00 | hired     | Employee Referral  | 0
        2  | 101 | 7  | 2024-01-03 09:00:00 | 2024-01-04 09:00:00 | REJECTED  | careers page       | 0
        3  | 102 | 8  | 2024-01-05 12:00:00 |                     | Active    | Agency Hays        | 0
        4  | 103 | 8  | 2024-01-06 12:00:00 |                     | active    |                    | 1
        5  | 104 | 9  | 2024-01-07 12:00:00 | 2024-01-07 18:00:00 | withdrawn | job fair           | 0
        6  | 105 | 9  | 2024-01-08 12:00:00 | 2024-03-08 12:00:00 | hired     | REFERRAL           | 0
        7  | 100 | 9  | 2024-02-10 12:00:00 |                     | active    |                    | 0
        8  | 106 | 7  | 2024-02-11 12:00:00 | 2024-02-29 08:00:00 | rejected  | careers page       | 0
        9  | 107 | 5  | 2024-02-12 12:00:00 |                     | active    | careers page       | 0
        10 | 199 | 7  | 2024-02-12 12:00:00 |                     | active    | careers page       | 0
        11 | 107 | 8  | 2024-02-28 00:00:00 | 2024-03-01 00:00:00 | hired     | agency             | 0
        12 | 108 | 8  | 2024-03-01 00:00:00 | 2024-03-02 00:00:00 | rejected  | careers page       | 0
        13 | 109 | 7  | 2024-03-05 10:00:00 |                     | Active    | internal referral  | 0
        14 | 109 | 9  | 2024-03-06 10:00:00 | 2024-03-06 16:00:00 | hired     | careers page       | 0
        15 | 110 | 10 | 2024-03-07 10:00:00 | 2024-03-20 09:00:00 | rejected  | Search Agency Nord | 0
        16 | 110 | 7  | 2024-03-08 10:00:00 |                     | active    | careers page       | 1
        """,
    ),
    "candidate": written(
        "candidate_id INTEGER | first_name VARCHAR | last_name VARCHAR | email VARCHAR | anonymised_on DATE",
        """
        100 | Ines  | Moreau  | ' Ines.Moreau@Web.example' |
        101 | Jonas | Keller  | jonas@web.example          |
        102 | Kofi  | Mensah  |                            |
        103 | Lara  | Silva   | lara@web.example           |
        104 | Mia   | O'Brien | MIA@WEB.EXAMPLE            |
        105 | Nils  | Aas     | nils@web.example           |
        106 | Olga  | Petrova | olga@web.example           | 2024-06-01
        107 | Pavel | Novotny | pavel@web.example          |
        108 | Quinn | Ray     | 'quinn@web.example '       |
        109 | Rosa  | Vidal   | Rosa@Web.Example           |
        110 | Sami  | Kallio  | sami@web.example           |
        """,
    ),
    "job": written(
        "job_id INTEGER | title VARCHAR | department_id INTEGER | is_open VARCHAR",
        """
        7  | Data Engineer  | 1  | Y
        8  | Office Manager |    | Y
        9  | Account Lead   | 3  | N
        10 | Trainee        | 12 | Y
        """,
    ),
    "department": written(
        "department_id INTEGER | department_name VARCHAR",
        """
        1 | Engineering
        2 | Finance
        3 | Sales
        """,
    ),
    "interview": written(
        "interview_id INTEGER | application_id INTEGER | interviewer_id INTEGER | scheduled_on DATE | score INTEGER"
        " | state VARCHAR",
        """
        1  | 1  | 31 | 2024-01-10 | 4 | done
        2  | 1  | 32 | 2024-01-12 | 5 | done
        3  | 1  | 31 | 2024-01-20 | 4 | done
        4  | 1  | 33 | 2024-01-25 | 1 | cancelled
        5  | 2  | 31 | 2024-01-04 |   | cancelled
        6  | 3  | 34 | 2024-01-15 |   | done
        7  | 3  | 34 | 2024-01-19 | 3 | done
        8  | 4  | 34 | 2024-01-19 | 3 | done
        9  | 6  | 35 | 2024-02-01 |   | done
        10 | 6  | 36 | 2024-02-29 |   | planned
        11 | 7  | 31 | 2024-03-15 |   |
        12 | 8  | 31 | 2024-02-15 | 2 | done
        13 | 11 | 31 | 2024-02-28 | 5 | done
        14 | 11 | 32 | 2024-02-28 | 4 | done
        15 | 11 | 33 | 2024-02-29 | 4 | done
        16 | 88 | 33 | 2024-02-29 | 4 | done
        17 | 14 | 35 | 2024-03-06 | 5 | done
        18 | 15 | 35 | 2024-03-10 | 2 | done
        19 | 15 | 36 | 2024-03-12 |   | done
        20 | 15 | 36 | 2024-03-14 | 5 | cancelled
        """,
    ),
}
