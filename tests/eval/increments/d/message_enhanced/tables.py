"""Source tables."""

from make_projects import written

TABLES = {
    "message": written(
        "id VARCHAR | created_at TIMESTAMP | date_sent TIMESTAMP | account_id VARCHAR | direction VARCHAR"
        " | from_number VARCHAR | to_number VARCHAR | status VARCHAR | error_code INTEGER | error_message VARCHAR"
        " | body VARCHAR | num_segments INTEGER | num_media INTEGER | price DOUBLE | price_unit VARCHAR"
        " | messaging_service_id VARCHAR",
        """
        SM1|2025-04-01 09:00:00|2025-04-01 09:00:05|AC1|outbound-api|+3100|+3111|delivered|||Hello|1|0|-0.08|EUR|MG1
        SM2|2025-04-01 09:05:00|2025-04-01 09:05:00|AC1|inbound|+3111|+3100|received|||Hi|1|0|-0.01|EUR|
        SM3|2025-04-01 10:00:00||AC1|outbound-api|+3100|+3122|failed|30008|Unknown error|Code 12|1|0||EUR|MG1
        SM4|2025-04-02 10:00:00|2025-04-02 10:00:01|AC2|outbound-call|+4400|+4411|undelivered|30003||Ok|2|0|-0.2|GBP|MG2
        SM5|2025-04-02 11:00:00|2025-04-02 11:00:02|AC2|outbound-call|+4400|+4422|sent||||1|1|-0.20|GBP|MG3
        SM6|2025-04-03 12:00:00||AC3||+1200|+1211||||Empty|0|0|||MG1
        SM7|2025-04-03 12:30:00|2025-04-03 12:30:00|AC2|inbound||+4400|received|||Anonymous|1|0|-0.01|GBP|
        SM8|2025-04-04 08:00:00||AC1|outbound-api|+3100||queued|||Later|1|0||EUR|MG9
        SM9|2025-04-04 08:10:00|2025-04-04 08:10:03|AC9|outbound-api|+3500|+3511|delivered|||Ola|3|2|-0.30|EUR|MG2
        SM10|2025-04-05 08:10:00|2025-04-05 08:10:03|AC1|inbound|+3122|+3100|receiving|||Stop|1|0||EUR|MG1
        """,
    ),
    "account_history": written(
        "id VARCHAR | friendly_name VARCHAR | updated_at TIMESTAMP",
        """
        AC1 | Shop old | 2024-01-01 00:00:00
        AC1 | Shop     | 2025-01-01 00:00:00
        AC2 | Care     | 2024-06-01 00:00:00
        AC3 |          | 2024-06-02 00:00:00
        AC4 | Unused   | 2024-06-03 00:00:00
        """,
    ),
    "messaging_service": written(
        "messaging_service_id VARCHAR | friendly_name VARCHAR | account_id VARCHAR",
        """
        MG1 | Notifications | AC1
        MG2 | Marketing     | AC2
        MG3 |               | AC2
        MG4 | Unused        | AC2
        """,
    ),
}
