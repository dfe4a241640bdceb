"""Source tables."""

from make_projects import written

TABLES = {
    "stg_hubspot__deal": written(
        "deal_id INTEGER | deal_name VARCHAR | deal_pipeline_id VARCHAR | deal_pipeline_stage_id VARCHAR"
        " | owner_id INTEGER | amount DECIMAL(12,2) | deal_type VARCHAR | created_at TIMESTAMP"
        " | closed_at TIMESTAMP",
        """
        1 | Alpha | default | s1 | 10 | 500.00 | newbusiness | 2025-01-01 09:00:00 |
        2 | Beta | default | s2 | 11 | 20.50 |  | 2025-01-02 09:00:00 | 2025-01-09 10:00:00
        3 | Gamma | old | s3 | 12 |  | existingbusiness | 2025-01-03 09:00:00 |
        4 | Delta |  | s9 |  | 75.00 |  | 2025-01-04 09:00:00 |
        5 | Eps | gone | s1 | 99 | 1.00 | newbusiness | 2025-01-05 09:00:00 | 2025-02-01 00:00:00
        """,
    ),
    "stg_hubspot__deal_pipeline": written(
        "deal_pipeline_id VARCHAR | pipeline_label VARCHAR | is_active BOOLEAN | display_order INTEGER"
        " | is_deleted BOOLEAN",
        """
        default | Sales | true | 1 | false
        old | Old sales | false | 2 | true
        third | Third |  | 3 |
        """,
    ),
    "stg_hubspot__deal_pipeline_stage": written(
        "deal_pipeline_stage_id VARCHAR | deal_pipeline_id VARCHAR | pipeline_stage_label VARCHAR"
        " | probability DECIMAL(5,2) | display_order INTEGER | is_deleted BOOLEAN",
        """
        s1 | default | Lead | 0.10 | 1 | false
        s2 | default | Won | 1.00 | 2 | true
        s3 | old | Offer | 0.50 | 1 |
        """,
    ),
    "stg_hubspot__owner": written(
        "owner_id INTEGER | email_address VARCHAR | full_name VARCHAR | primary_team_id INTEGER",
        """
        10 | a@x.example | Ann Ash | 1
        11 | b@x.example | Bo Birch | 2
        12 | c@x.example | Cy Cedar | 7
        13 | d@x.example | Dee Dogwood |
        """,
    ),
    "stg_hubspot__team": written(
        "team_id INTEGER | team_name VARCHAR",
        """
        1 | North
        2 | South
        3 | West
        """,
    ),
}
