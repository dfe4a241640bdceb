"""Source tables."""

from make_projects import written

TABLES = {
    "stg_hubspot__deal_stage_history": written(
        "deal_id INTEGER | stage_id VARCHAR | entered_at TIMESTAMP | source VARCHAR",
        """
        1 | open   | 2025-09-01 09:00:00 | CRM_UI
        1 | offer  | 2025-09-05 17:30:00 | CRM_UI
        1 | won    | 2025-09-20 08:00:00 | API
        2 | open   | 2025-09-02 23:50:00 | IMPORT
        2 | lost   | 2025-09-03 00:10:00 | CRM_UI
        3 | offer  | 2025-09-10 10:00:00 | CRM_UI
        3 | open   | 2025-09-09 10:00:00 | CRM_UI
        4 | open   | 2025-09-11 10:00:00 | CRM_UI
        5 | open   | 2025-10-01 10:00:00 | API
        5 | zzz    | 2025-10-02 10:00:00 | API
        5 | offer  | 2025-10-31 22:00:00 |
        6 | open   | 2025-10-01 12:00:00 | CRM_UI
        6 | offer  | 2025-10-01 12:30:00 | CRM_UI
        6 | open   | 2025-10-04 12:00:00 | CRM_UI
        7 | open   | 2025-10-07 12:00:00 | CRM_UI
        9 | open   | 2025-10-08 12:00:00 | CRM_UI
        """,
    ),
    "stg_hubspot__deal": written(
        "deal_id INTEGER | deal_name VARCHAR | amount DOUBLE | pipeline_id VARCHAR | owner_id INTEGER"
        " | is_archived BOOLEAN",
        """
        1 | Harbour  | 1200.00 | north | 1 | false
        2 | Mill     |         | north | 2 | false
        3 | Quarry   | 300.00  | south | 1 | true
        4 | Bakery   | 80.50   |       |   |
        5 | Foundry  | 9000.00 | south | 3 | false
        6 | Nursery  | 45.00   | gone  | 9 |
        7 |          | 10.00   | north | 2 | true
        """,
    ),
    "stg_hubspot__pipeline_stage": written(
        "stage_id VARCHAR | stage_label VARCHAR | pipeline_id VARCHAR | display_order INTEGER",
        """
        open  | Opened     | north | 1
        offer | Offer sent | north | 2
        won   | Won        | north | 3
        lost  |            | north | 4
        """,
    ),
    "stg_hubspot__pipeline": written(
        "pipeline_id VARCHAR | pipeline_label VARCHAR | is_active BOOLEAN",
        """
        north | Northern | true
        south |          | true
        """,
    ),
    "stg_hubspot__owner": written(
        "owner_id INTEGER | first_name VARCHAR | email VARCHAR",
        """
        1 | Tove | Tove@Sales.example
        2 | Ugo  |
        3 |      | vera@sales.example
        """,
    ),
}
