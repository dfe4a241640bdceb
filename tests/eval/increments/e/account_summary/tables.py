"""Source tables."""

from make_projects import written

TABLES = {
    "stg_salesforce__account": written(
        "account_id VARCHAR | account_name VARCHAR | account_number VARCHAR | account_type VARCHAR"
        " | account_source VARCHAR | industry VARCHAR | number_of_employees INTEGER | annual_revenue DECIMAL(14,2)"
        " | parent_id VARCHAR | owner_id VARCHAR | billing_city VARCHAR | billing_country VARCHAR | website VARCHAR"
        " | created_date DATE | last_activity_date DATE | is_active BOOLEAN | is_deleted BOOLEAN",
        """
        A1|Orbit Group|N-1|Customer|Web|Space|900|55000000.00||U1|Bern|CH|orbit.example|2021-01-04|2025-03-01|true|false
        A2|Orbit Labs|N-2|Customer|Partner|Space|45|2000000.00|A1|U1|Thun|CH||2021-02-05|2025-02-11|true|false
        A3|Polder BV|N-3|Prospect|Web|Water|12||A9|U2|Gouda|NL|polder.example|2021-05-19||true|false
        A4|Quartz Inc|N-4|Customer||Mining|300|7800000.50||U3|Reno|US||2021-07-30|2024-12-24|true|true
        A5|Quartz East|N-5|Customer|Fair|Mining|25|410000.00|A4|U3|Boise|US||2021-08-02|2025-01-20|true|false
        A6|Rill Srl|N-6|Prospect|Web||||A6x|U4|Como|IT|rill.example|2022-01-15||true|false
        A7|Sable & Co|N-7|Partner|Fair|Fashion|8|90000.00||U2|Paris|FR||2022-03-03|2025-03-09|false|false
        A8|Tundra Oy|N-8|Customer|Web|Energy|61|3300000.00|A7|U9|Oulu|FI|tundra.example|2022-06-21|2025-03-10|true|false
        A9|Ulm Druck|N-9|Customer|Phone|Print|33|1250000.00|||Ulm|DE||2022-09-09|2025-02-28|true|false
        A10|Vale|||Web|Food|5||A9|U4|Bath|GB|vale.example|2023-01-01||true|false
        A11|Wren Ltd|N-11|Prospect|Web|Toys|19|70000.00|A1|U1|Deal|GB||2023-04-14|2025-01-31|true|true
        A12|Xenon AS|N-12|Customer|Partner|Light|77|880000.00|A4|U2|Bergen|NO||2023-08-08|2025-03-02|true|false
        A13|Yarrow|N-13|Customer|Fair|Food|3|15000.00||U3|Cork|IE||2023-11-11|2024-11-11||false
        """,
    ),
    "stg_salesforce__user": written(
        "user_id VARCHAR | name VARCHAR | email VARCHAR | is_active BOOLEAN",
        """
        U1 | Carla Amos | carla@crm.example | true
        U2 | Deniz Bay  | deniz@crm.example | true
        U3 | Eva Conti  | eva@crm.example   | false
        U4 | Finn Dale  |                   | true
        """,
    ),
    "stg_salesforce__opportunity": written(
        "opportunity_id VARCHAR | account_id VARCHAR | stage_name VARCHAR | amount DECIMAL(12,2) | is_won BOOLEAN"
        " | is_closed BOOLEAN | created_date DATE | close_date DATE | is_deleted BOOLEAN",
        """
        O1  | A1  | Closed Won  | 12000.00 | true  | true  | 2023-01-10 | 2023-04-01 | false
        O2  | A1  | Closed Lost | 9000.00  | false | true  | 2023-02-10 | 2024-06-30 | false
        O3  | A1  | Closed Won  | 3000.00  | true  | true  | 2022-12-24 | 2024-05-31 | true
        O4  | A1  | Proposal    | 41000.00 | false | false | 2025-01-03 | 2025-06-30 | false
        O5  | A2  | Closed Won  |          | true  | true  | 2023-03-03 | 2023-09-15 | false
        O6  | A2  | Closed Won  | 700.00   | true  | true  | 2023-07-01 | 2023-08-20 | false
        O7  | A2  | Closed Lost | 800.00   | false | true  | 2023-08-01 | 2023-12-20 | false
        O8  | A3  | Prospecting | 5000.00  | false | false | 2025-02-01 | 2025-09-01 | true
        O9  | A4  | Closed Won  | 6500.00  | true  | true  | 2022-05-05 | 2022-08-01 | false
        O10 | A5  | Closed Lost | 2200.00  | false | true  | 2023-05-05 | 2023-06-01 | false
        O11 | A8  | Negotiation |          | false | false | 2025-01-20 | 2025-05-01 | false
        O12 | A8  | Closed Won  | 15000.00 | true  | true  | 2023-10-10 | 2024-01-31 | false
        O13 | A9  | Proposal    | 2500.00  | false | false | 2025-02-14 | 2025-04-30 | false
        O14 | A9  | Proposal    | 900.00   | false | false | 2025-02-20 | 2025-05-31 | true
        O15 | A12 | Closed Won  | 1800.00  | true  | true  | 2024-02-02 | 2024-03-15 | false
        O16 | A12 | Closed Won  | 1900.00  | true  | true  | 2024-02-03 | 2024-07-01 | false
        O17 | A12 | Closed Won  | 100.00   | true  | true  | 2024-01-05 | 2025-01-05 | true
        O18 | A77 | Closed Won  | 50.00    | true  | true  | 2024-01-05 | 2025-01-05 | false
        """,
    ),
}
