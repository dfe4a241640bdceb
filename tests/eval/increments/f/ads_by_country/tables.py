"""Source tables."""

from make_projects import written

TABLES = {
    "stg_fb__ad_country": written(
        "date_day DATE | ad_id INTEGER | country VARCHAR | placement VARCHAR | clicks INTEGER"
        " | impressions INTEGER | spend DECIMAL(12,2) | reach INTEGER",
        """
        2025-03-01 | 1 | DE | feed | 3 | 100 | 4.50 | 80
        2025-03-01 | 1 | DE | story | 1 | 40 | 1.10 | 35
        2025-03-01 | 1 | AT | feed | 0 | 20 | 0.30 | 19
        2025-03-01 | 2 | XX | feed | 2 | 0 | 1.00 |
        2025-03-02 | 2 | DE | feed | 5 | 75 | 9.99 | 70
        2025-03-02 | 9 | AT | feed | 1 | 3 | 0.10 | 3
        2025-03-03 | 3 | FR | feed | 0 | 0 | 0.00 |
        """,
    ),
    "stg_fb__ad": written(
        "ad_id INTEGER | ad_name VARCHAR | account_id INTEGER | status VARCHAR",
        """
        1 | Spring | 7 | active
        2 | Shoes | 7 | Paused
        3 | Bags | 8 |
        """,
    ),
    "stg_fb__account": written(
        "account_id INTEGER | account_name VARCHAR",
        """
        7 | North
        9 | West
        """,
    ),
    "stg_fb__country": written(
        "country_code VARCHAR | country_name VARCHAR",
        """
        DE | Germany
        AT | Austria
        IT | Italy
        """,
    ),
}
