"""Source tables."""

from make_projects import written

TABLES = {
    "raw_stations": written(
        "station_id VARCHAR | name VARCHAR | district VARCHAR | docks INTEGER | is_test BOOLEAN",
        """
        S1 | 'Central Station ' | Old Town  | 40 | false
        S2 | Harbour Gate       | Harbour   | 30 |
        S3 | ' University'      | Campus    | 29 | false
        S4 | Market Square      |           | 15 | false
        S5 | Hill Road          | Hillside  | 14 |
        S6 | Pop-up             | Old Town  |    | false
        S9 | Workshop           | Harbour   | 5  | true
        """,
    ),
    "raw_trips_old": written(
        "trip_no INTEGER | start_time TIMESTAMP | end_time TIMESTAMP | from_station VARCHAR | to_station VARCHAR"
        " | usertype VARCHAR",
        """
        8001 | 2024-05-31 09:59:00 | 2024-05-31 10:20:30 | S1 | S2 | Subscriber
        8002 | 2024-06-01 06:00:00 | 2024-06-01 06:12:00 | S1 | S3 | Subscriber
        8003 | 2024-06-01 10:00:00 | 2024-06-01 10:45:45 | S1 | S1 | Customer
        8004 | 2024-06-01 16:30:00 | 2024-06-01 16:30:59 | S2 | S2 | Customer
        8005 | 2024-06-01 17:00:00 |                     | S2 | S3 | Subscriber
        8006 | 2024-06-01 23:50:00 | 2024-06-02 00:20:00 | S3 | S4 |
        8007 | 2024-06-01 06:00:00 | 2024-06-01 06:30:00 | S1 | S9 | Subscriber
        8008 | 2024-06-01 12:00:00 | 2024-06-01 12:10:00 | S9 | S1 | Customer
        8009 | 2024-06-02 18:59:59 | 2024-06-02 19:20:00 | S4 |    | Subscriber
        8010 | 2024-06-02 08:00:00 | 2024-06-02 08:01:00 | S2 | S1 | Dependent
        """,
    ),
    "raw_trips_new": written(
        "ride_id VARCHAR | rideable_type VARCHAR | started_at TIMESTAMP | ended_at TIMESTAMP | start_station VARCHAR"
        " | end_station VARCHAR | member_casual VARCHAR | loaded_at TIMESTAMP",
        """
        R-a1 | Electric | 2024-06-03 07:15:00 | 2024-06-03 07:31:00 | S1 | S3 | member | 2024-06-04 01:00:00
        R-a2 | CLASSIC  | 2024-06-03 07:15:00 | 2024-06-03 07:20:15 | S1 | S2 | casual | 2024-06-04 01:00:00
        R-a3 | electric | 2024-06-03 09:59:59 | 2024-06-03 10:30:00 | S3 | S1 | member | 2024-06-04 01:00:00
        R-a3 | electric | 2024-06-03 09:59:59 | 2024-06-03 10:40:00 | S3 | S2 | member | 2024-06-05 01:00:00
        R-a4 | Electric | 2024-06-03 16:00:00 | 2024-06-03 16:09:00 | S2 | S4 | casual | 2024-06-04 01:00:00
        R-a4 | Electric | 2024-06-03 16:00:00 |                     | S2 | S4 | casual | 2024-06-06 01:00:00
        R-a5 | classic  | 2024-06-04 19:00:00 | 2024-06-04 19:22:00 | S4 | S4 | member | 2024-06-05 01:00:00
        R-a6 |          | 2024-06-04 15:59:00 | 2024-06-04 16:40:20 | S4 | S1 |        | 2024-06-05 01:00:00
        R-a7 | electric | 2024-06-05 05:59:59 | 2024-06-05 06:20:00 | S2 | S7 | member | 2024-06-06 01:00:00
        R-a8 | electric | 2024-06-06 18:00:00 | 2024-06-06 18:31:30 | S3 | S3 | member | 2024-06-07 01:00:00
        R-a9 | classic  | 2024-06-06 18:00:00 | 2024-06-06 18:05:00 | S3 | S1 | casual | 2024-06-07 01:00:00
        R-b1 | classic  | 2024-06-06 17:58:00 | 2024-06-06 18:05:00 | S3 | S2 | member | 2024-06-07 01:00:00
        R-b2 | classic  | 2024-06-06 08:58:00 | 2024-06-06 09:05:00 | S6 | S2 | member | 2024-06-07 01:00:00
        R-b3 | classic  | 2024-06-08 08:58:00 | 2024-06-08 09:05:00 | S1 | S2 | member | 2024-06-09 01:00:00
        R-b4 | classic  | 2024-06-07 08:58:00 | 2024-06-07 08:57:00 | S1 | S2 | member | 2024-06-09 01:00:00
        R-b5 | electric | 2024-06-07 12:00:00 | 2024-06-07 12:18:00 |    | S2 | casual | 2024-06-09 01:00:00
        """,
    ),
    "raw_weather": written(
        "observed_at TIMESTAMP | temp_f DECIMAL(5,1) | rain_mm DECIMAL(5,1)",
        """
        2024-05-31 06:00:00 | 59.0 | 0.0
        2024-05-31 12:00:00 | 68.0 | 0.4
        2024-06-01 06:00:00 | 57.0 | 0.6
        2024-06-01 12:00:00 | 66.5 | 0.4
        2024-06-01 18:00:00 | 61.0 |
        2024-06-02 06:00:00 | 55.0 | 0.5
        2024-06-02 12:00:00 |      | 0.4
        2024-06-03 12:00:00 | 72.0 |
        2024-06-04 12:00:00 | 64.0 | 12.5
        2024-06-04 18:00:00 | 60.0 | 3.0
                            | 99.0 | 50.0
        2024-06-06 12:00:00 | 75.0 | 0.0
        2024-06-07 12:00:00 | 77.5 | 0.9
        """,
    ),
}
