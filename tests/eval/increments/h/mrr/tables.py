"""Source tables."""

from make_projects import written

TABLES = {
    "customer_revenue_by_month": written(
        "date_month DATE | customer_id INTEGER | mrr DECIMAL(10,2) | is_active BOOLEAN"
        " | first_active_month DATE | is_first_month BOOLEAN",
        """
        2024-10-01 | 1 | 50.00 | true | 2024-10-01 | true
        2024-11-01 | 1 | 50.00 | true | 2024-10-01 | false
        2024-12-01 | 1 | 80.00 | true | 2024-10-01 | false
        2025-01-01 | 1 | 64.00 | true | 2024-10-01 | false
        2024-10-01 | 2 | 30.00 | true | 2024-10-01 | true
        2024-11-01 | 2 | 0.00 | false | 2024-10-01 | false
        2024-12-01 | 2 | 0.00 | false | 2024-10-01 | false
        2025-01-01 | 2 | 45.00 | true | 2024-10-01 | false
        2025-02-01 | 2 | 45.00 | true | 2024-10-01 | false
        2024-12-01 | 3 | 99.99 | true | 2024-12-01 | true
        2025-01-01 | 3 | 133.32 | true | 2024-12-01 | false
        2025-02-01 | 3 | 133.32 | true | 2024-12-01 | false
        2025-01-01 | 4 | 10.00 | true | 2025-01-01 | true
        2025-02-01 | 5 | 0.00 | true | 2025-02-01 | true
        2025-03-01 | 5 | 20.00 | true | 2025-02-01 | false
        2025-04-01 | 5 | 13.00 | true | 2025-02-01 | false
        """,
    ),
    "customer_churn_month": written(
        "date_month DATE | customer_id INTEGER | mrr DECIMAL(10,2) | is_active BOOLEAN"
        " | first_active_month DATE | is_first_month BOOLEAN",
        """
        2025-02-01 | 1 | 0.00 | false | 2024-10-01 | false
        2025-03-01 | 2 | 0.00 | false | 2024-10-01 | false
        2025-03-01 | 3 | 0.00 | false | 2024-12-01 | false
        2025-02-01 | 4 | 0.00 | false | 2025-01-01 | false
        2025-05-01 | 5 | 0.00 | false | 2025-02-01 | false
        """,
    ),
    "crm_accounts": written(
        "account_id VARCHAR | customer_id INTEGER | account_name VARCHAR | owner_name VARCHAR"
        " | updated_at TIMESTAMP",
        """
        A1 | 1 | Nordwind | Pia | 2024-09-01 10:00:00
        A2 | 1 | Nordwind GmbH | Quentin | 2025-01-15 10:00:00
        A3 | 1 | Nordwind old | Rita | 2024-12-15 10:00:00
        A4 | 2 | Lake Co | Pia | 2024-08-01 10:00:00
        A5 | 2 | Lake Company |  | 2025-02-01 10:00:00
        A6 | 3 | Marble | Rita | 2024-12-02 10:00:00
        A7 | 5 | Tin Can |  | 2025-02-02 10:00:00
        A8 | 8 | Prospect | Quentin | 2025-02-03 10:00:00
        A9 |  | Unlinked | Quentin | 2025-02-04 10:00:00
        """,
    ),
}
