"""Source tables."""

from make_projects import written

TABLES = {
    "fct_scheduled_trips": written(
        "service_date DATE | feed_key VARCHAR | gtfs_dataset_key VARCHAR | route_id VARCHAR | trip_id VARCHAR"
        " | service_hours DECIMAL(8,2) | num_stops INTEGER | first_departure_ts TIMESTAMP",
        """
        2025-02-01 | f1 | d1 | 10 | t1 | 1.50 | 12 | 2025-02-01 06:10:00
        2025-02-01 | f1 | d1 | 10 | t2 | 1.25 | 12 | 2025-02-01 05:40:00
        2025-02-01 | f1 | d1 | 11 | t3 | 0.75 | 8 | 2025-02-01 09:00:00
        2025-02-02 | f2 | d2 | 10 | t4 | 2.00 | 20 | 2025-02-02 07:00:00
        2024-08-15 | f1 | d1 | 10 | t1 | 1.50 | 12 | 2024-08-15 06:10:00
        2024-06-30 | f1 | d1 | 10 | t1 | 1.50 | 12 | 2024-06-30 06:10:00
        2025-02-03 | f3 | d9 | 10 | t9 |  | 3 |
        2025-02-03 | f1 | d1 | 10 | t1 | 1.50 | 12 | 2025-02-03 06:10:00
        """,
    ),
    "dim_gtfs_datasets": written(
        "key VARCHAR | name VARCHAR | base64_url VARCHAR | regional_feed_type VARCHAR",
        """
        d1 | Bay schedule | aHR0 | Combined
        d2 | Coast schedule | aHR1 |
        d3 | Valley schedule | aHR2 | Regional
        """,
    ),
    "dim_routes": written(
        "feed_key VARCHAR | route_id VARCHAR | route_short_name VARCHAR | route_long_name VARCHAR"
        " | route_color VARCHAR | route_type INTEGER",
        """
        f1 | 10 | A | Airport line | ff00aa | 3
        f1 | 11 |  | Beach shuttle |  | 3
        f2 | 10 | 10X | Express | 00bb00 | 2
        """,
    ),
}
