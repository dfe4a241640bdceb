"""Source tables."""

from make_projects import written

TABLES = {
    "stg_itunes_connect__app": written(
        "app_id BIGINT | app_name VARCHAR | bundle_id VARCHAR | platform VARCHAR | primary_category VARCHAR"
        " | is_enabled BOOLEAN",
        """
        9001 | Trail Maps   | example.trailmaps | iOS  | Navigation   | true
        9002 | Tea Timer    | example.teatimer  | iOS  | Food & Drink | true
        9003 | Old Notes    | example.oldnotes  | iOS  |              | false
        9005 | Trail Maps TV | example.trailtv  | tvOS | Navigation   | true
        """,
    ),
    "stg_itunes_connect__app_crash_daily": written(
        "date_day DATE | app_id BIGINT | app_version VARCHAR | source_type VARCHAR | device VARCHAR | crashes INTEGER",
        """
        2025-05-01 | 9001 | 3.1.0 | App Store Search | iPhone | 2
        2025-05-01 | 9001 | 3.1.0 | App Store Search | iPad   | 1
        2025-05-01 | 9001 | 3.1.0 | App Referrer     | iPhone | 4
        2025-05-01 | 9002 | 1.0.2 | App Store Browse | iPhone | 1
        2025-05-02 | 9001 | 3.1.1 | App Store Search | iPhone | 5
        2025-05-02 | 9003 | 0.9   | App Store Search | iPhone | 7
        2025-05-02 | 9004 | 1.0   | Web Referrer     | iPad   | 1
        2025-05-03 | 9001 | 3.1.1 | App Store Search | iPad   |
        2025-05-03 | 9002 | 1.0.2 | App Store Browse | iPhone | 3
        2025-05-03 | 9002 | 1.0.3 | App Store Search | iPhone | 1
        2025-05-04 | 9001 | 3.1.1 | App Referrer     | iPhone | 2
        2025-05-04 | 9001 | 3.1.1 | App Store Search | iPhone | 9
        """,
    ),
    "stg_itunes_connect__installation_daily": written(
        "date_day DATE | app_id BIGINT | app_version VARCHAR | source_type VARCHAR | device VARCHAR"
        " | first_time_downloads INTEGER | redownloads INTEGER | updates INTEGER | deletions INTEGER",
        """
        2025-05-01 | 9001 | 3.1.0 | App Store Search | iPhone | 20 | 4 | 11 | 3
        2025-05-01 | 9001 | 3.1.0 | App Store Search | iPad   | 6  | 1 | 2  |
        2025-05-01 | 9002 | 1.0.2 | App Store Browse | iPhone | 3  |   | 0  | 1
        2025-05-02 | 9001 | 3.1.1 | App Store Search | iPhone | 31 | 5 | 90 | 2
        2025-05-02 | 9002 | 1.0.2 | App Store Search | iPad   | 1  | 0 |    | 4
        2025-05-02 | 9005 | 1.1   | Web Referrer     | TV     |    | 2 | 1  | 0
        2025-05-03 | 9001 | 3.1.1 | App Store Search | iPhone | 28 | 9 | 45 | 6
        2025-05-03 | 9002 | 1.0.3 | App Store Search | iPhone | 7  | 1 | 30 | 0
        2025-05-03 | 9001 | 3.1.1 | App Referrer     | iPhone | 2  | 0 | 0  | 0
        2025-05-04 | 9001 | 3.1.1 | App Store Search | iPhone | 19 | 2 | 12 | 5
        2025-05-04 | 9003 | 0.9   | App Store Search | iPhone | 0  | 3 |    | 8
        2025-05-04 | 9004 | 1.0   | Web Referrer     | iPad   | 1  | 1 | 1  | 1
        """,
    ),
    "stg_itunes_connect__session_daily": written(
        "date_day DATE | app_id BIGINT | app_version VARCHAR | source_type VARCHAR | device VARCHAR"
        " | sessions INTEGER | active_devices INTEGER | total_session_duration INTEGER",
        """
        2025-05-01 | 9001 | 3.1.0 | App Store Search | iPhone | 410 | 130 | 70000
        2025-05-01 | 9001 | 3.1.0 | App Store Search | iPad   | 88  | 40  | 15500
        2025-05-01 | 9001 | 3.1.0 | App Referrer     | iPhone | 30  | 12  | 4100
        2025-05-01 | 9003 | 0.9   | App Store Browse | iPhone | 2   | 2   | 60
        2025-05-02 | 9001 | 3.1.1 | App Store Search | iPhone | 520 | 150 | 91000
        2025-05-02 | 9002 | 1.0.2 | App Store Search | iPad   | 14  |     | 300
        2025-05-02 | 9005 | 1.1   | Web Referrer     | TV     | 0   | 0   | 0
        2025-05-03 | 9001 | 3.1.1 | App Store Search | iPhone | 470 | 141 | 82000
        2025-05-03 | 9001 | 3.1.1 | App Store Search | iPad   |     | 3   |
        2025-05-03 | 9002 | 1.0.2 | App Store Browse | iPhone | 7   | 5   | 140
        2025-05-03 | 9006 | 2.0   | App Store Search | iPhone | 9   | 4   | 333
        2025-05-04 | 9001 | 3.1.1 | App Referrer     | iPhone | 23  | 11  | 2900
        2025-05-04 | 9001 | 3.1.2 | App Store Search | iPhone | 3   | 1   | 45
        2025-05-04 | 9002 | 1.0.3 | App Store Browse | iPad   | 12  | 6   | 800
        """,
    ),
}
