"""Source tables."""

from make_projects import written

TABLES = {
    "subscription": written(
        "id VARCHAR | subscriptionversionid INTEGER | accountid VARCHAR | createdbyid VARCHAR"
        " | updatedbyid VARCHAR | invoiceownerid VARCHAR | status VARCHAR | name VARCHAR | autorenew BOOLEAN"
        " | version INTEGER | termtype VARCHAR | initialterm INTEGER | subscriptionstartdate TIMESTAMP"
        " | subscriptionenddate TIMESTAMP | createddate TIMESTAMP | isdeleted BOOLEAN",
        """
        a1 | 1 | acc1 | u1 | u2 | acc1 | Active | A-S001 | true | 1 | TERMED | 12 | 2024-01-15 00:00:00 | 2025-01-15 00:00:00 | 2024-01-10 08:00:00 | false
        a2 | 2 | acc1 | u1 |  | acc1 | Active | A-S001 | true | 2 | TERMED |  | 2024-02-15 00:00:00 | 2025-02-15 00:00:00 | 2024-02-10 08:00:00 | false
        a3 | 3 | acc1 | u2 | u2 | acc9 | Expired | A-S001 | false | 3 | TERMED | 24 | 2024-03-15 00:00:00 |  | 2024-03-10 08:00:00 | true
        b1 | 1 | acc2 | u1 | u1 | acc2 | Cancelled | ' B-S002 ' | false | 1 | EVERGREEN |  |  |  | 2024-04-10 08:00:00 | false
        c1 | 1 | acc3 | u3 | u3 | acc3 | Draft | C-s003 |  | 7 | TERMED | 1 | 2024-05-31 00:00:00 | 2024-06-30 00:00:00 | 2024-05-10 08:00:00 |
        """,  # noqa: E501
    ),
}
