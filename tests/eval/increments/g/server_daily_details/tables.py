"""Source tables."""

from make_projects import written

TABLES = {
    "stg_security": written(
        "date DATE | server_id VARCHAR | ip_address VARCHAR | version VARCHAR | db_type VARCHAR | os_type VARCHAR"
        " | active_user_count INTEGER | user_count INTEGER | ran_tests BOOLEAN",
        """
        2025-01-01 | s1 | 10.0.0.1 | 5.12.3 | postgres | linux | 10 | 20 | false
        2025-01-02 | s1 | 10.0.0.1 | 5.12.3 | postgres | linux | 12 | 21 | false
        2025-01-03 | s1 | 10.0.0.1 | 5.13.0 | postgres | linux |  | 22 | true
        2025-01-04 | s1 | 10.0.0.1 | 5.13.0 | postgres | linux | 9 | 22 |
        2025-01-01 | s2 | 10.0.0.2 | 4.10.10 | mysql | windows | 3 | 4 | false
        2025-01-02 | s2 | 10.0.0.2 |  | mysql | windows | 3 | 4 | false
        2025-01-01 | s3 | 10.0.0.3 | 5.0.1 | postgres |  | 1 | 1 | true
        """,
    ),
    "stg_license": written(
        "license_id VARCHAR | server_id VARCHAR | edition VARCHAR | company VARCHAR | start_date DATE"
        " | server_expire_date DATE",
        """
        l1 | s1 | E20 | Acorn | 2025-01-02 | 2025-12-31
        l2 | s9 | E10 | Birch | 2025-01-01 | 2025-12-31
        """,
    ),
}
