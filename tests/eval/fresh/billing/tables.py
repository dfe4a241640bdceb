"""Source tables."""

from make_projects import written

TABLES = {
    "subs": written(
        "sub_ref VARCHAR | cust_ref VARCHAR | plan VARCHAR | started DATE | ended DATE | price DECIMAL(10,2)"
        " | cycle VARCHAR",
        """
        S-001 | C10    | BASIC-2022 | 2022-03-01 | 2023-02-28 | 9.00    | monthly
        S-002 | C10    | PRO-2023   | 2023-03-01 |            | 290.00  | yearly
        S-003 | C11    | pro-2023   | 2023-05-15 | 2025-06-30 | 290.00  | yearly
        S-004 | C12    | Team       | 2024-01-01 | 2025-07-01 | 100.00  | quarterly
        S-005 | C13    | basic-2024 | 2024-02-02 |            | 10.00   | monthly
        S-006 | TEST01 | PRO-2023   | 2024-02-03 |            | 0.00    | yearly
        S-007 | C14    |            | 2024-06-01 |            | 12.50   |
        S-008 | C10    | TEAM-2024-X | 2024-09-09 | 2025-12-31 | 1100.00 | yearly
        S-009 | C11    | BASIC-2024 | 2025-07-01 |            | 10.00   | monthly
        S-010 | C99    | BASIC-2024 | 2024-10-01 | 2024-10-01 | 10.00   | weekly
        S-011 | C15    | PRO-2025   | 2025-01-31 |            |         | monthly
        S-012 | CTEST  | PRO-2025   | 2025-02-01 |            | 31.00   | monthly
        S-013 | C13    | Pro-2025   | 2025-03-01 |            | 85.00   | quarterly
        S-014 | TEST02 | TEAM       | 2025-03-02 |            | 1.00    | monthly
        S-015 | C16    | team-2025  | 2025-04-01 | 2025-04-30 | 999.00  | yearly
        """,
    ),
    "customers": written(
        "cust_ref VARCHAR | name VARCHAR | vat_country VARCHAR | email VARCHAR",
        """
        C10    | Bakkerij Smit   | NL | info@smit.example
        C11    | Atelier Lune    | FR | lune@atelier.example
        C12    | Studio Kwadraat | NL |
        C13    | Dr. Vogel       | DE | praxis@vogel.example
        C14    | Café Oriente    | ES | hola@oriente.example
        C15    | 24/7 Gym        | NL |
        C16    | Mira & Co       | BE | hi@mira.example
        C17    | Nobody yet      | BE |
        CTEST  | Crash Test GmbH | DE | ct@crash.example
        TEST01 | us              | NL | us@us.example
        """,
    ),
    "invoices": written(
        "inv_no INTEGER | sub_ref VARCHAR | issued DATE | amount DECIMAL(10,2) | paid_on DATE | state VARCHAR",
        """
        1  | S-001 | 2022-03-01 | 9.00    | 2022-03-05 | paid
        2  | S-001 | 2022-04-01 | 9.00    | 2022-04-02 | paid
        3  | S-001 | 2022-05-01 | 9.00    |            | void
        4  | S-002 | 2023-03-01 | 290.00  | 2023-03-31 | paid
        5  | S-002 | 2024-03-01 | 290.00  |            | open
        6  | S-003 | 2023-05-15 | 290.00  | 2023-05-16 | void
        7  | S-004 | 2024-01-01 | 100.00  | 2024-01-20 | paid
        8  | S-004 | 2024-04-01 | 100.00  | 2024-04-20 | paid
        9  | S-004 | 2024-07-01 | 100.00  |            | overdue
        10 | S-005 | 2024-02-02 | 10.00   | 2024-02-02 | paid
        11 | S-006 | 2024-02-03 | 0.00    | 2024-02-03 | paid
        12 | S-008 | 2024-09-09 | 1100.00 | 2024-09-30 | paid
        13 | S-008 | 2024-10-09 | -100.00 | 2024-10-10 | paid
        14 | S-010 | 2024-10-01 | 10.00   |            |
        15 | S-012 | 2025-02-01 | 31.00   | 2025-02-03 | paid
        16 | S-013 | 2025-03-01 |         | 2025-03-02 | paid
        17 | S-077 | 2025-03-01 | 5.00    | 2025-03-02 | paid
        """,
    ),
}
