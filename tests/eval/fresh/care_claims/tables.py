"""Source tables."""

from make_projects import written

TABLES = {
    "member_file": written(
        "member_id VARCHAR | first_name VARCHAR | last_name VARCHAR | birth_date DATE | gender VARCHAR"
        " | state VARCHAR | zip VARCHAR | death_date DATE | file_date DATE",
        """
        M001   | Alma     | Reyes      | 1950-06-15 | F | tx | 73301-0001 |            | 2023-12-31
        M001   | Alma     | Reyes-Cole | 1950-06-15 | F | TX | 73344      |            | 2024-06-30
        M002   | ' Bert'  | Olsen      | 1988-01-01 | m | mn | 55401      |            | 2024-06-30
        M003   | Cy       | ' Nguyen ' | 2023-12-31 | M | CA | 9410       |            | 2024-05-31
        M003   | Cyrus    | Nguyen     | 2023-12-31 | M | CA | 94107      |            | 2024-04-30
        M004   | Dot      | Hamid      | 1944-02-29 | f | Ny | 10001-1234 | 2024-09-09 | 2024-09-30
        M004   | Dot      | Hamid      | 1944-02-29 | F | NY | 10001-1234 |            | 2024-08-31
        M005   | Eve      | Tran       |            |   | wa |            |            | 2024-06-30
        M006   | Fritz    | Auer       | 1971-07-02 | U | OR | 97201      |            | 2024-06-30
        M007   | Gwen     | Price      | 1995-11-30 | F |    | 60601      |            | 2024-06-30
        M008   | Hal      | Stone      | 1960-12-01 | M | IL | 60602      |            | 2024-06-30
        M009   | Ines     | Duarte     | 2006-03-10 | F | fl | 33101      |            | 2024-06-30
        M010   | Jon      | Berg       | 1979-08-08 | X | WI | 53202      |            | 2024-06-30
        M011   | Kaya     | Lowe       | 1983-05-05 | F | WI | 53203      |            | 2024-06-30
        M012   | Liam     | Ford       | 1991-10-10 | M | OH | 43004      | 2023-11-11 | 2024-01-31
        TEST01 | Test     | Person     | 2000-01-01 | F | OH | 43004      |            | 2024-06-30
        M013   | Mara     | Quist      | 1966-04-01 | F | MN | 55402      |            | 2024-06-30
        """,
    ),
    "eligibility": written(
        "member_id VARCHAR | plan_code VARCHAR | payer VARCHAR | enroll_start DATE | enroll_end DATE"
        " | dual_flag VARCHAR",
        """
        M001   | GOLD   | Alpine      | 2023-07-01 | 2024-03-15 | 1
        M001   | SILVER | Alpine      | 2024-03-16 | 2024-05-31 | 0
        M002   | GOLD   | ' Alpine '  | 2024-11-30 |            |
        M003   | BRONZE | Bayside     | 2024-01-01 | 2024-01-31 | 0
        M003   | BRONZE | Bayside     | 2024-04-01 | 2024-05-01 | 0
        M004   | DUAL   | Bayside     | 2019-01-01 |            | 1
        M004   | DUAL2  | Coastal     | 2024-09-01 | 2024-09-09 | Y
        M005   | GOLD   | Alpine      | 2023-01-01 | 2023-12-31 | 0
        M006   | SILVER | Coastal     | 2024-06-30 | 2024-06-30 | 0
        M006   | GOLD   | Coastal     | 2024-08-01 | 2024-07-31 | 0
        M007   | SILVER | Alpine      | 2025-01-01 |            | 0
        M008   | BRONZE | 'Coastal '  | 2024-02-10 | 2024-04-10 | 1
        M009   | GOLD   | Alpine      | 2024-02-29 | 2024-04-01 | 0
        M010   | GOLD   | Bayside     | 2024-12-31 | 2025-12-30 | 0
        M099   | GOLD   | Bayside     | 2024-01-01 | 2024-12-31 | 0
        TEST01 | GOLD   | Bayside     | 2024-01-01 | 2024-12-31 | 0
        M013   | SILVER |             | 2024-05-15 | 2024-06-14 |
        """,
    ),
    "provider": written(
        "npi VARCHAR | entity_type INTEGER | org_name VARCHAR | last_name VARCHAR | first_name VARCHAR"
        " | specialty VARCHAR | network_flag VARCHAR",
        """
        1003000126 | 1 |                  | Enkeshafi | Ardalan | Hospitalist      | Y
        1003000134 | 1 |                  | Cibull    | Thomas  | Pathology        | N
        1003000142 | 2 | Lakeside Clinic  |           |         | Multispecialty   | Y
        1003000407 | 2 | St. Ann Hospital | Admin     | Desk    | Hospital         |
        1003000423 | 1 |                  | Velott    | Jenna   | Family practice  | y
        """,
    ),
    "medical_claim": written(
        "claim_id VARCHAR | claim_line INTEGER | member_id VARCHAR | service_from DATE | service_to DATE"
        " | npi VARCHAR | place_of_service VARCHAR | revenue_code VARCHAR | procedure_code VARCHAR"
        " | allowed_cents INTEGER | paid_cents INTEGER | line_status VARCHAR",
        """
        C100 | 1 | M001   | 2024-01-10 | 2024-01-10 | 1003000142 | 11 |      | 99213 | 12050   | 9640    | P
        C100 | 2 | M001   | 2024-01-10 |            | 1003000142 | 11 |      | 81002 | 1500    | 1500    | P
        C100 | 3 | M001   | 2024-01-08 | 2024-01-10 | 1003000142 | 11 |      | 36415 | 800     | 0       | D
        C101 | 1 | M001   | 2024-02-20 | 2024-02-21 | 1003000407 | 21 | 0450 | 99285 | 150000  | 120000  | P
        C101 | 2 | M001   | 2024-02-20 | 2024-02-24 | 1003000407 | 21 | 0120 |       | 800000  | 640010  | P
        C102 | 1 | M001   | 2024-05-05 | 2024-05-05 | 1003000134 | 23 |      | 99283 | 40000   | 30000   | P
        C103 | 1 | M002   | 2023-12-31 | 2024-01-01 | 1003000407 | 23 | 0459 | 99284 | 60000   | 50000   | P
        C104 | 1 | M002   | 2024-12-01 |            | 1003000423 | 02 |      | 99441 | 7500    | 7500    | P
        C105 | 1 | M003   | 2024-01-15 | 2024-01-15 | 1999999999 | 10 |      | 99442 | 8000    |         | P
        C105 | 2 | M003   | 2024-01-16 | 2024-01-16 |            | 99 |      | 99443 |         | 2500    |
        C106 | 1 | M004   | 2024-06-06 | 2024-06-10 | 1003000407 | 21 | 0200 |       | 1200000 | 900000  | P
        C106 | 2 | M004   | 2024-06-07 | 2024-06-07 | 1003000126 | 21 |      | 99232 | 15000   | 12000   | P
        C107 | 1 | M004   | 2024-09-09 | 2024-09-09 | 1003000126 | 23 | 0450 | 99285 | 90000   | 80000   | R
        C108 | 1 | M005   | 2024-03-03 | 2024-03-03 | 1003000142 | 11 |      | 99214 | 20000   | 16000   | D
        C109 | 1 | M006   | 2024-06-30 | 2024-06-30 | 1003000142 | 2  | 450  | 99214 | 20000   | 49999   | P
        C110 | 1 | M008   | 2024-03-01 | 2024-03-02 | 1003000407 | 23 |      | 99281 | 30000   | 25000   | P
        C110 | 2 | M008   | 2024-03-01 | 2024-03-02 | 1003000407 | 23 |      | 71045 | 30000   | 25000   | P
        C111 | 1 | M008   | 2024-04-01 | 2024-04-01 | 1003000423 | 11 |      | 99213 | 11000   | -5000   | P
        C112 | 1 | M099   | 2024-04-01 | 2024-04-01 | 1003000423 | 11 |      | 99213 | 11000   | 9000    | P
        C113 | 1 | TEST01 | 2024-04-02 | 2024-04-02 | 1003000423 | 11 |      | 99213 | 11000   | 9000    | P
        C114 | 1 | M010   | 2025-01-02 | 2025-01-02 | 1003000142 |    | 0451 | 99282 | 33300   | 22200   | P
        C115 | 1 | M009   | 2024-03-20 | 2024-03-20 | 1003000142 |    |      | 90471 | 2500    | 0       | P
        C116 | 1 |        | 2024-03-20 | 2024-03-20 | 1003000142 | 11 |      | 90471 | 2500    | 2500    | P
        C117 | 1 | M013   | 2024-06-01 | 2024-06-03 | 1003000407 | 21 | 0120 |       | 600000  | 500000  | P
        """,
    ),
    "pharmacy_claim": written(
        "claim_id VARCHAR | member_id VARCHAR | fill_date DATE | ndc VARCHAR | drug_name VARCHAR"
        " | days_supply INTEGER | paid_cents INTEGER | status VARCHAR",
        """
        R01 | M001   | 2024-01-02 | 0002-8215-01  | Insulin       | 30 | 3525  | PAID
        R02 | M001   | 2024-02-01 | 2821501       | insulin       | 30 | 3525  | PAID
        R03 | M001   | 2024-02-25 | 00002-8215-01 | ' Insulin '   |    | 3525  | PAID
        R04 | M001   | 2024-03-20 | 0002-8215-01  | Insulin       | 30 | 3525  | REVERSED
        R05 | M001   | 2024-04-10 | 0002-8215-01  | Insulin       | 90 | 10575 | PAID
        R06 | M001   | 2024-04-11 | 00093-1048-01 | Metformin     | 30 | 400   | PAID
        R07 | M002   | 2023-12-20 | 00093-1048-01 | Metformin     | 30 | 400   | PAID
        R08 | M002   | 2024-02-19 | 93104801      | METFORMIN     | 30 | 426   | PAID
        R09 | M004   | 2024-07-01 | 50090-0001-00 | Oxycodone     | 5  | 1999  | PAID
        R10 | M004   | 2024-07-03 | 50090-0001-00 | Oxycodone     | 5  | 1999  | PAID
        R11 | M005   | 2024-08-08 | 12345678901   | Lisinopril    | 30 |       | PAID
        R12 | M006   | 2024-07-15 | 1-2-3         | Sample        | 0  | 1     | PAID
        R13 | M007   | 2024-07-16 | 12345678901   | Lisinopril    | 90 | 900   | REJECTED
        R14 | M099   | 2024-07-16 | 12345678901   | Lisinopril    | 90 | 900   | PAID
        R15 | M010   | 2025-01-20 | 12345678901   | Lisinopril    | 90 | 900   | PAID
        R16 | M011   | 2024-10-01 |               | Compound      | 10 | 60000 | PAID
        R17 | M011   | 2024-12-31 | 12345-6789-01 |               | 30 | 1250  | PAID
        R18 | M009   | 2024-04-18 | 12345678901   | Lisinopril    | 30 | 900   |
        """,
    ),
}
