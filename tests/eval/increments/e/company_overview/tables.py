"""Source tables."""

from make_projects import written

TABLES = {
    "stg_hubspot__company": written(
        "company_id BIGINT | company_name VARCHAR | domain VARCHAR | industry VARCHAR | city VARCHAR | country VARCHAR"
        " | annual_revenue DECIMAL(14,2) | lifecycle_stage VARCHAR | owner_id INTEGER | created_at TIMESTAMP"
        " | updated_at TIMESTAMP | is_company_deleted BOOLEAN",
        """
        1|Anvil AG|anvil.example|MACHINERY|Graz|AT|1200000.00|customer|71|2023-01-05 08:00:00|2025-01-02 09:00:00|false
        2|Beacon Ltd|beacon.example|RETAIL|Leeds|GB||lead|72|2023-02-11 10:30:00|2025-01-04 11:00:00|
        3|Cobalt||||||||2023-03-01 12:00:00||false
        4|Dune SARL|dune.example|TRAVEL|Lyon|FR|80000.00|opportunity|73|2023-03-17 14:15:00|2024-12-12 08:00:00|true
        5|Ember GmbH|ember.example|ENERGY|Bonn|DE|5600000.50|customer|71|2023-04-08 07:45:00|2025-02-01 10:10:00|false
        6|Fathom Inc|fathom.example|SOFTWARE|Austin|US|300000.00|customer|99|2023-05-21 16:20:00|2025-02-03 12:00:00|
        7|Glade|glade.example|FOOD|Cork|IE|45000.00|lead|74|2023-06-30 09:00:00|2024-11-30 17:45:00|false
        8|Harrow & Co|harrow.example|RETAIL|York|GB|910000.00|customer|72|2023-07-02 11:11:00|2025-01-15 13:00:00|true
        9|Isle Foods|isle.example|FOOD|Palma|ES||opportunity|74|2023-08-19 15:30:00|2025-03-01 08:20:00|false
        10|Jetty BV|jetty.example|LOGISTICS|Breda|NL|2500000.00|customer|73|2023-09-09 10:00:00|2025-03-05 09:05:00|
        11|Kiln|kiln.example|CERAMICS|Porto|PT|15000.00|subscriber||2023-10-10 10:10:00|2025-03-07 10:10:00|false
        12|Loom Textiles|loom.example|TEXTILES|Prato|IT|640000.00|lead|71|2023-11-23 13:40:00|2025-03-08 18:30:00|false
        """,
    ),
    "stg_hubspot__engagement_company": written(
        "engagement_id BIGINT | company_id BIGINT | engagement_type VARCHAR | occurred_at TIMESTAMP",
        """
        501 | 1  | CALL    | 2024-10-01 09:00:00
        502 | 1  | CALL    | 2024-10-05 09:30:00
        503 | 1  | EMAIL   | 2024-10-06 12:00:00
        504 | 2  | NOTE    | 2024-09-01 08:00:00
        505 | 4  | MEETING | 2024-09-02 10:00:00
        506 | 5  | EMAIL   | 2024-11-11 11:00:00
        507 | 5  | TASK    | 2024-11-20 11:00:00
        508 | 5  | MEETING | 2024-11-15 14:00:00
        509 | 6  | TASK    | 2024-12-01 15:00:00
        510 | 8  | CALL    | 2024-12-02 16:00:00
        511 | 9  | NOTE    | 2025-01-02 09:15:00
        512 | 9  | EMAIL   | 2025-01-03 09:15:00
        513 | 10 | CALL    |
        514 | 88 | CALL    | 2025-01-05 09:15:00
        515 | 12 | EMAIL   | 2025-02-05 09:15:00
        """,
    ),
    "stg_hubspot__owner": written(
        "owner_id INTEGER | first_name VARCHAR | last_name VARCHAR | email VARCHAR | is_active BOOLEAN",
        """
        71 | Ines  | Falk   | Ines.Falk@sales.example | true
        72 | Tom   | Obi    | tom.obi@sales.example   | true
        73 | Renee | Dubois | RENEE@sales.example     | false
        74 | Ada   | Quinn  |                         | true
        75 | Max   | Orth   | max@sales.example       | true
        """,
    ),
    "stg_hubspot__deal": written(
        "deal_id BIGINT | company_id BIGINT | deal_name VARCHAR | stage VARCHAR | amount DECIMAL(12,2)"
        " | closed_at TIMESTAMP",
        """
        901 | 1  | Lathe           | closedwon   | 15000.00 | 2024-10-20 00:00:00
        902 | 1  | Spare parts     | closedwon   | 820.40   | 2024-11-20 00:00:00
        903 | 1  | Service         | closedlost  | 3000.00  | 2024-12-01 00:00:00
        904 | 2  | Trial           | qualified   |          |
        905 | 4  | Buses           | closedwon   | 9000.00  | 2024-05-01 00:00:00
        906 | 5  | Panels          | closedwon   |          | 2024-12-24 00:00:00
        907 | 5  | Panels II       | proposal    | 77000.00 |
        908 | 6  | Licences        | closedwon   | 1200.00  | 2025-01-10 00:00:00
        909 | 8  | Shelves         | closedlost  | 430.00   | 2025-01-11 00:00:00
        910 | 9  | Olive oil       | closedlost  | 2100.00  | 2025-01-12 00:00:00
        911 | 10 | Pallets         | closedwon   | 5100.10  | 2025-01-13 00:00:00
        912 | 10 | Pallets again   | closedwon   | 4900.15  | 2025-02-13 00:00:00
        913 | 10 | Containers      | qualified   | 60000.00 |
        914 |    | No company      | closedwon   | 1.00     | 2025-02-14 00:00:00
        915 | 77 | Unknown company | closedwon   | 500.00   | 2025-02-15 00:00:00
        """,
    ),
}
