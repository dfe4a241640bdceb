"""Source tables."""

from make_projects import written

TABLES = {
    "crm_accounts": written(
        "account_no VARCHAR | name VARCHAR | country VARCHAR | segment_code VARCHAR | owner VARCHAR"
        " | created_at TIMESTAMP | is_internal VARCHAR",
        """
        A-100 | ' Nordlicht AB'   | se | MID | kim@vendor.example  | 2022-12-30 16:20:00 | N
        A-101 | 'Pampas Foods '   | AR | SMB | kim@vendor.example  | 2023-01-01 00:00:00 |
        A-102 | Quill and Sons    | gb | ENT | lou@vendor.example  | 2023-01-31 23:59:00 | N
        A-103 | Vendor Test Org   | US | SMB | lou@vendor.example  | 2023-02-02 10:00:00 | Y
        A-104 | Rhône Textile     | Fr | SMB |                     | 2023-02-14 09:30:00 |
        A-105 | Sakura Labs       | jp |     | kim@vendor.example  | 2023-03-01 12:00:00 | N
        A-106 | Tundra Mining     |    | ENT | mo@vendor.example   | 2023-03-31 07:07:00 | N
        A-107 | Umbra Studio      | de | EDU | mo@vendor.example   | 2023-04-05 18:45:00 |
        A-108 | Vela Sports       | us | MID |                     | 2023-06-30 11:11:00 | N
        A-109 | Wicker Home       | US | SMB | lou@vendor.example  | 2023-08-08 08:08:00 | N
        A-110 | Xeno Biotech      | ch | ENT | kim@vendor.example  | 2023-10-10 10:10:00 |
        A-111 | Yarrow Clinic     | nl | MID | lou@vendor.example  | 2024-01-15 15:15:00 | N
        A-112 | Zephyr Air        | PT | MID | mo@vendor.example   | 2024-02-29 20:00:00 |
        A-113 | Internal Sandbox  | US | ENT |                     | 2024-03-01 09:00:00 | Y
        A-114 | Alder Books       |    | SMB | kim@vendor.example  | 2024-05-05 05:05:00 | N
        A-115 | Birch Cafe        | dk | SMB | kim@vendor.example  | 2024-12-20 13:00:00 |
        """,
    ),
    "billing_plans": written(
        "plan_code VARCHAR | title VARCHAR | period VARCHAR | price_cents INTEGER | currency VARCHAR",
        """
        BAS-M | Basic           | monthly   | 1200  | EUR
        BAS-Y | Basic annual    | Yearly    | 12000 | EUR
        PRO-M | Professional    | Monthly   | 2950  | EUR
        PRO-Q | Professional    | QUARTERLY | 8400  | EUR
        PRO-Y | Pro annual      | yearly    | 29900 | EUR
        ENT-Y | Enterprise      | YEARLY    | 54000 | EUR
        FREE  | Free            | monthly   | 0     | EUR
        OLD-1 | Legacy one      | monthly   | 500   | USD
        """,
    ),
    "billing_subscriptions": written(
        "row_id INTEGER | sub_no VARCHAR | account_no VARCHAR | plan_code VARCHAR | seats INTEGER"
        " | discount_pct DECIMAL(5,2) | starts_on DATE | ends_on DATE | state VARCHAR | changed_at TIMESTAMP",
        """
        1  | S-001 | A-100 | BAS-M | 5  |       | 2023-01-02 |            | active    | 2023-01-02 09:00:00
        2  | S-001 | A-100 | BAS-M | 5  |       | 2023-01-02 | 2023-06-30 | cancelled | 2023-06-20 09:00:00
        3  | S-001 | A-100 | BAS-M | 6  |       | 2023-01-02 |            | active    | 2023-03-05 09:00:00
        4  | S-002 | A-100 | PRO-M | 6  | 10    | 2023-06-15 |            | active    | 2023-06-15 10:00:00
        5  | S-003 | A-101 | BAS-Y | 3  |       | 2023-01-31 | 2024-01-31 | expired   | 2024-01-31 00:00:00
        6  | S-003 | A-101 | BAS-Y | 3  |       | 2023-01-31 |            | active    | 2023-01-31 00:00:00
        7  | S-004 | A-101 | BAS-Y | 4  | 5     | 2024-05-01 |            | active    | 2024-05-01 00:00:00
        8  | S-005 | A-102 | ENT-Y | 40 | 12.50 | 2023-02-01 | 2024-02-01 | expired   | 2024-02-01 08:00:00
        9  | S-006 | A-102 | ENT-Y | 55 | 15    | 2024-02-01 |            | active    | 2024-02-01 08:01:00
        10 | S-007 | A-102 | PRO-Q |    |       | 2023-05-10 | 2023-11-09 | cancelled | 2023-11-01 08:00:00
        11 | S-008 | A-103 | PRO-M | 2  | 100   | 2023-02-02 |            | active    | 2023-02-02 10:05:00
        12 | S-009 | A-104 | BAS-M | 1  |       | 2023-02-14 | 2023-02-28 | cancelled | 2023-02-27 10:00:00
        13 | S-010 | A-104 | BAS-M | 2  |       | 2023-07-01 | 2023-10-01 | cancelled | 2023-09-27 10:00:00
        14 | S-011 | A-104 | PRO-M | 2  |       | 2024-03-03 |            | active    | 2024-03-03 10:00:00
        15 | S-012 | A-105 | FREE  | 1  |       | 2023-03-01 | 2023-05-01 | upgraded  | 2023-05-01 12:00:00
        16 | S-013 | A-105 | PRO-M | 3  |       | 2023-05-01 |            | active    | 2023-05-01 12:01:00
        17 | S-013 | A-105 | PRO-M | 3  |       |            |            | draft     | 2023-04-28 12:01:00
        18 | S-014 | A-106 | ENT-Y | 20 | 0     | 2023-04-01 | 2023-12-15 | cancelled | 2023-12-01 07:00:00
        19 | S-015 | A-106 | GONE  | 7  |       | 2023-09-01 |            | active    | 2023-09-01 07:00:00
        20 | S-016 | A-107 | PRO-Y |    | 50    | 2023-04-05 |            | active    | 2023-04-05 19:00:00
        21 | S-017 | A-107 | PRO-Y | 2  | 50    | 2023-09-20 |            | draft     | 2023-09-20 19:00:00
        22 | S-018 | A-108 | PRO-Q | 4  |       | 2023-07-01 | 2024-07-01 | expired   | 2024-07-01 00:00:00
        23 | S-019 | A-108 | PRO-Q | 2  |       | 2024-07-01 |            | active    | 2024-07-01 00:00:01
        24 | S-020 | A-109 | BAS-M | 1  |       |            |            | active    | 2023-08-08 09:00:00
        25 | S-021 | A-109 | BAS-M | 1  |       | 2023-08-10 |            | active    | 2023-08-10 09:00:00
        26 | S-021 | A-109 | BAS-M | 1  |       | 2023-08-10 |            | draft     | 2024-02-10 09:00:00
        27 | S-022 | A-110 | ENT-Y | 10 | 20    | 2023-11-30 |            | active    | 2023-11-30 10:10:00
        28 | S-023 | A-110 | OLD-1 | 3  |       | 2023-11-30 | 2024-04-30 | cancelled | 2024-04-15 10:10:00
        29 | S-024 | A-111 | PRO-M | 8  |       | 2024-01-15 | 2024-06-14 | cancelled | 2024-06-01 15:00:00
        30 | S-025 | A-111 | PRO-M | 8  | 25    | 2024-06-14 |            | active    | 2024-06-14 15:00:00
        31 | S-026 | A-112 | BAS-M | 2  |       | 2024-03-01 |            | active    | 2024-03-01 20:00:00
        32 | S-027 | A-112 | BAS-M | 3  |       | 2024-08-20 | 2024-10-02 | cancelled | 2024-09-30 20:00:00
        33 | S-028 | A-999 | BAS-M | 3  |       | 2024-08-20 |            | active    | 2024-08-20 20:00:00
        34 | S-029 | A-115 | PRO-M | 1  |       | 2025-01-01 |            | active    | 2024-12-20 13:30:00
        35 | S-030 | A-113 | ENT-Y | 1  |       | 2024-03-01 |            | active    | 2024-03-01 09:30:00
        36 | S-031 |       | BAS-M | 1  |       | 2024-03-01 |            | active    | 2024-03-01 09:31:00
        37 | S-032 | A-114 | FREE  | 1  |       | 2024-05-05 |            | active    | 2024-05-05 06:00:00
        38 | S-024 | A-111 | PRO-M | 9  |       | 2024-01-15 |            | active    | 2024-01-15 15:00:00
        """,
    ),
}
