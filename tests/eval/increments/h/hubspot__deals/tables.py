"""Source tables."""

from make_projects import written

TABLES = {
    "stg_hubspot__deal": written(
        "deal_id BIGINT | deal_name VARCHAR | pipeline_id VARCHAR | deal_stage_id VARCHAR"
        " | owner_id INTEGER | amount DECIMAL(12,2) | is_deleted BOOLEAN | created_at TIMESTAMP"
        " | closed_at TIMESTAMP",
        """
        1 | Pump retrofit | default | qual | 5 | 1000.00 | false | 2025-01-10 09:00:00 |
        2 | Pump retrofit (dup) | default | qual | 5 | 1000.00 | false | 2025-01-11 09:00:00 |
        3 | Valve set | default | won | 6 | 250.00 | false | 2025-02-01 22:00:00 | 2025-02-03 06:00:00
        4 | Service 24 | service | open | 7 |  | false | 2025-02-10 10:00:00 |
        5 | Service 25 | service | open |  | 480.00 |  | 2025-03-01 10:00:00 |
        6 | Old quote | default | lost | 9 | 90.00 | true | 2025-03-02 10:00:00 | 2025-03-05 10:00:00
        7 | Hydraulics | default | lost | 9 | 777.00 | false | 2025-03-03 10:00:00 | 2025-04-05 10:00:00
        8 | Hoses | service | qual | 6 | 55.50 | false | 2025-04-01 10:00:00 |
        9 | Compressor | default | nego | 5 | 8000.00 | false | 2025-04-20 10:00:00 |
        10 | Spare parts | default |  | 5 | 12.00 | false | 2025-06-30 23:00:00 |
        11 | Hoses again | service | open | 6 | 55.50 | false | 2025-05-01 10:00:00 |
        """,
    ),
    "stg_hubspot__deal_stage": written(
        "pipeline_id VARCHAR | deal_stage_id VARCHAR | pipeline_label VARCHAR | stage_label VARCHAR"
        " | probability DECIMAL(4,2) | is_closed_won BOOLEAN",
        """
        default | qual | Sales | Qualified | 0.40 | false
        default | nego | Sales | Negotiation | 0.75 | false
        default | won | Sales | Won | 1.00 | true
        default | lost | Sales | Lost | 0.00 | false
        service | open | Service | Open |  | false
        service | qual | Service | Checked | 0.20 |
        """,
    ),
    "stg_hubspot__owner": written(
        "owner_id INTEGER | full_name VARCHAR | email VARCHAR",
        """
        5 | Greta Hahn | g.hahn@firma.test
        6 |  | vertrieb2@firma.test
        7 | Olaf Timm |
        """,
    ),
    "stg_hubspot__merged_deal": written(
        "deal_id BIGINT | merged_deal_id BIGINT",
        """
        1 | 2
        8 | 11
        8 | 40
        """,
    ),
    "stg_hubspot__deal_contact": written(
        "deal_id BIGINT | contact_id BIGINT | association_type VARCHAR",
        """
        1 | 300 | primary
        1 | 100 |
        1 | 200 | decision maker
        2 | 100 | primary
        3 | 200 |
        3 | 300 | billing
        4 | 400 |
        5 | 100 | decision maker
        5 | 500 | primary
        7 | 900 |
        8 | 300 |
        8 | 200 |
        11 | 100 | primary
        """,
    ),
    "stg_hubspot__contact": written(
        "contact_id BIGINT | email VARCHAR",
        """
        100 | a@kunde.test
        200 | b@kunde.test
        300 | c@kunde.test
        400 |
        500 | e@kunde.test
        """,
    ),
    "stg_hubspot__engagement": written(
        "engagement_id BIGINT | deal_id BIGINT | engagement_type VARCHAR | occurred_at TIMESTAMP",
        """
        1 | 1 | CALL | 2025-01-12 10:00:00
        2 | 1 | EMAIL | 2025-02-12 10:00:00
        3 | 1 | CALL | 2025-01-20 10:00:00
        4 | 3 | EMAIL | 2025-02-02 10:00:00
        5 | 4 | MEETING | 2025-06-29 23:59:00
        6 | 4 | CALL | 2025-05-29 08:00:00
        7 | 7 | NOTE | 2025-04-05 11:00:00
        8 | 2 | CALL | 2025-01-13 10:00:00
        9 | 9 | CALL | 2025-06-01 10:00:00
        10 | 9 | CALL | 2025-06-02 10:00:00
        11 | 9 | CALL | 2025-06-30 01:00:00
        12 |  | CALL | 2025-06-10 10:00:00
        13 | 5 | EMAIL | 2025-03-02 10:00:00
        """,
    ),
}
