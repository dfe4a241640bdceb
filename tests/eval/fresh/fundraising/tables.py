"""Source tables."""

from make_projects import written

TABLES = {
    "contacts": written(
        "contact_id INTEGER | first_name VARCHAR | last_name VARCHAR | email VARCHAR | postcode VARCHAR"
        " | country VARCHAR | opt_in VARCHAR | created_on DATE | merged_into INTEGER",
        """
        10 | Alice  | Marsh    | ' Alice@Mail.example' | sw1a 1aa | GB | Y | 2021-05-04 |
        11 | Bashir | Khan     | bashir@mail.example   | M4 2BX   |    | y | 2022-01-15 |
        12 |        | Carlisle | OFFICE@carlisle.test  | ca1 1zz  | GB | N | 2022-07-30 |
        13 | Dora   | Fischer  |                       |          | DE | Y | 2023-02-11 |
        14 | A.     | Marsh    | alice@work.example    | SW1A 1AA | GB | N | 2023-03-01 | 10
        15 | Ed     | Noble    | 'ed@mail.example '    | LS1 4AP  | GB |   | 2023-10-10 |
        16 | Fatou  | Diop     | fatou@mail.example    |          | SN | y | 2024-01-20 |
        17 | Gwen   | Price    | gwen@mail.example     | CF10 3NP | GB | X | 2024-06-06 |
        18 | Harry  | Lowe     | harry@mail.example    | b2 5aa   |    | N | 2024-09-01 |
        19 | Bash   | Khan     |                       | M4 2BX   | GB | Y | 2024-09-09 | 11
        """,
    ),
    "online_payments": written(
        "payment_no INTEGER | contact_id INTEGER | amount DECIMAL(10,2) | currency VARCHAR | paid_at TIMESTAMP"
        " | status VARCHAR | campaign VARCHAR",
        """
        301 | 10 | 50.00   | GBP | 2023-11-30 23:10:00 | paid     | WINTER23
        302 | 11 | 20.00   | gbp | 2023-12-05 10:00:00 | Paid     | winter23
        303 | 13 | 100.00  | EUR | 2023-12-05 11:00:00 | PAID     | ' Winter23 '
        304 | 13 | 75.50   | eur | 2024-02-10 11:00:00 | paid     |
        305 | 14 | 30.00   | GBP | 2024-01-31 23:59:00 | paid     | WINTER23
        306 | 11 | 20.00   | GBP | 2024-03-01 08:00:00 | failed   | SPRING24
        307 | 11 | 25.00   | GBP | 2024-03-01 08:05:00 | paid     | SPRING24
        308 | 16 | 40.00   | USD | 2024-03-15 12:00:00 | paid     | spring24
        309 | 16 | 60.00   | USD | 2024-05-15 12:00:00 | paid     | SPRING24
        310 | 17 | 10.00   | GBP | 2024-06-06 12:00:00 | refunded |
        311 | 19 | 15.25   | GBP | 2024-10-02 09:30:00 | paid     | APPEAL24
        312 |    | 500.00  | GBP | 2024-10-03 09:30:00 | paid     | APPEAL24
        313 | 99 | 45.00   | GBP | 2024-10-04 09:30:00 | paid     | APPEAL24
        314 | 13 | 33.33   | EUR | 2024-10-20 09:30:00 | paid     | APPEAL24
        315 | 16 | 12.00   | XOF | 2024-10-21 09:30:00 | paid     | OTHER
        316 | 10 | 12.00   | GBP | 2024-10-21 09:30:00 |          | OTHER
        """,
    ),
    "postal_gifts": written(
        "batch_no INTEGER | line_no INTEGER | contact_id INTEGER | amount_text VARCHAR | received_on DATE"
        " | campaign VARCHAR",
        """
        12 | 1 | 12 | £1,250.00  | 2023-12-20 | WINTER23
        12 | 2 | 10 | 25.5       | 2023-12-20 | WINTER23
        12 | 3 | 15 |            | 2023-12-20 | WINTER23
        13 | 1 | 10 | £40        | 2024-01-31 | WINTER23
        13 | 2 | 14 | £10.00     | 2024-02-01 | winter23
        14 | 1 | 15 | £99.99     | 2024-05-31 | SPRING24
        14 | 2 | 12 | £2,000     | 2024-06-01 | SPRING24
        15 | 1 | 15 | £0.01      | 2024-11-05 | APPEAL24
        15 | 2 | 98 | £5.00      | 2024-11-05 | APPEAL24
        15 | 3 | 18 | £8.00      | 2024-11-05 |
        16 | 1 | 11 | £1,000,000 | 2024-12-31 | LEGACY
        """,
    ),
    "exchange_rates": written(
        "currency VARCHAR | rate_month DATE | rate_to_gbp DECIMAL(10,4)",
        """
        EUR | 2023-12-01 | 0.8612
        EUR | 2024-02-01 | 0.8547
        EUR | 2024-10-01 | 0.8351
        USD | 2024-03-01 | 0.7868
        USD | 2024-04-01 | 0.7990
        USD | 2024-06-01 | 0.7861
        """,
    ),
    "campaigns": written(
        "code VARCHAR | name VARCHAR | start_on DATE | end_on DATE | target_amount DECIMAL(10,2)",
        """
        WINTER23 | 'Winter Appeal 2023 ' | 2023-12-01 | 2024-01-31 | 1400.00
        SPRING24 | Spring Walk 2024      | 2024-03-01 | 2024-05-31 | 500.00
        APPEAL24 | ' Autumn Appeal'      | 2024-10-01 | 2025-01-31 | 1000.00
        LEGACY   | Gifts in wills        | 2020-01-01 |            |
        SCHOOLS  | School Partners       | 2024-02-01 |            | 300.00
        CLOSED22 | Summer 2022           | 2022-06-01 | 2022-08-31 | 250.00
        """,
    ),
}
