"""Source tables."""

from make_projects import written

TABLES = {
    "stg_hr__absence": written(
        "absence_id INTEGER | employee_id INTEGER | absence_type_id INTEGER | status VARCHAR"
        " | start_date DATE | end_date DATE | half_day_start BOOLEAN | half_day_end BOOLEAN",
        """
        1 | 1 | 1 | approved | 2025-04-01 | 2025-04-03 | false | true
        2 | 2 | 2 | taken | 2025-04-02 | 2025-04-02 | false | false
        3 | 2 | 1 | requested | 2025-05-01 | 2025-05-09 |  |
        4 | 3 | 9 | approved | 2025-04-10 | 2025-04-11 | true |
        5 | 4 | 2 | rejected | 2025-04-12 | 2025-04-12 | false | false
        6 | 9 | 1 | approved | 2025-04-15 | 2025-04-16 | false | false
        7 | 4 | 1 | approved | 2025-02-27 | 2025-03-02 |  |
        8 | 1 | 1 |  | 2025-06-01 | 2025-06-02 | false | false
        """,
    ),
    "stg_hr__employee": written(
        "employee_id INTEGER | display_name VARCHAR | team_id INTEGER | manager_id INTEGER",
        """
        1 | Mia Nord | 1 | 3
        2 | Noa Ost | 2 | 1
        3 | Ole Pfau |  |
        4 | Pia Quast | 8 | 3
        """,
    ),
    "stg_hr__team": written(
        "team_id INTEGER | name VARCHAR",
        """
        1 | Sales
        2 | Support
        """,
    ),
    "stg_hr__absence_type": written(
        "absence_type_id INTEGER | label VARCHAR | is_paid BOOLEAN",
        """
        1 | Holiday | true
        2 | Sick | false
        """,
    ),
}
