"""Source tables."""

from make_projects import written

TABLES = {
    "employee": written(
        "id INTEGER | employee_number VARCHAR | first_name VARCHAR | last_name VARCHAR | work_email VARCHAR"
        " | hire_date DATE | termination_date DATE | employment_status VARCHAR | fte DECIMAL(4,2)"
        " | position_id INTEGER | department_id INTEGER | location_id INTEGER | supervisor_id INTEGER"
        " | _fivetran_synced TIMESTAMP",
        """
        1|0001|Greta|Aho|Greta@co.example|2012-03-01||FT|1.00|1|10|5||2025-01-02 03:00:00
        2|0002|Henk|Bos|henk@co.example|2015-06-15||FT|1.00|2|20|5|1|2025-01-02 03:00:01
        3|0003|Iris|Cole|iris@co.example|2016-09-01|2024-08-31|PT|0.50|3|20|6|2|2025-01-02 03:00:02
        3|0003|Iris|Cole|iris@co.example|2016-09-01||FT|1.00|3|20|6|1|2024-01-02 03:00:02
        4|0004|Jan|Dvorak||2018-01-08||CT|0.80|4|30|7|2|2025-01-02 03:00:03
        5|0005|Kemal|Ersoy|KEMAL@CO.EXAMPLE|2019-05-20|2023-05-20|FT|1.00|4|30|7|4|2025-01-02 03:00:04
        5|0005|Kemal|Ersoy|kemal@co.example|2019-05-20||FT|1.00|4|10|7|6|2023-01-01 02:00:00
        5|0005|Kemal|Ersoy|kemal@co.example|2019-05-20||IN|1.00|4|10|7||2022-01-01 02:00:00
        6|0006|Lena|Foss|lena@co.example|2020-02-29||IN|0.40|9||8|2|2025-01-02 03:00:05
        7|0007|Milo|Gray|milo@co.example|2021-07-01|2022-01-31|CT|1.00||40|5|1|2025-01-02 03:00:06
        8|0008|Nadia|Haas|nadia@co.example|2022-10-10||||5|40||77|2025-01-02 03:00:07
        9|0009|Oscar|Ibsen|oscar@co.example|2023-03-15|2025-03-14|PT|0.60|5|40|6|1|2025-01-02 03:00:08
        10|0010|Paula|Jansen|paula@co.example|2024-04-02||FT|1.00|5|20|6|2|2025-01-02 03:00:09
        2|0002|Henk|Bosch|henk@co.example|2015-06-15||PT|0.90|2|20|5|1|2024-12-01 03:00:01
        11|0011|Quentin|Kerr|quentin@co.example|2024-05-01||IN|1.00|3|30|7|4|2025-01-02 03:00:10
        """,
    ),
    "stg_bamboo__job_position": written(
        "position_id INTEGER | title VARCHAR | level VARCHAR",
        """
        1 | Managing director | L7
        2 | Head of product   | L5
        3 | Designer          | L3
        4 | Engineer          | L3
        5 | Recruiter         |
        """,
    ),
    "stg_bamboo__department": written(
        "department_id INTEGER | name VARCHAR",
        """
        10 | Management
        20 | Product
        30 | Engineering
        40 | People
        """,
    ),
    "stg_bamboo__location": written(
        "location_id INTEGER | city VARCHAR | country_code VARCHAR | timezone VARCHAR",
        """
        5 | Utrecht  | NL | Europe/Amsterdam
        6 | Oslo     | NO | Europe/Oslo
        7 | Brno     | CZ | Europe/Prague
        """,
    ),
}
