"""Source tables."""

from make_projects import written

TABLES = {
    "charge": written(
        "id VARCHAR | created TIMESTAMP | status VARCHAR | currency VARCHAR | amount INTEGER | captured BOOLEAN"
        " | paid BOOLEAN | failure_code VARCHAR | description VARCHAR | receipt_email VARCHAR | customer_id VARCHAR"
        " | card_id VARCHAR | balance_transaction_id VARCHAR | livemode BOOLEAN",
        """
        ch_01|2025-03-01 08:00:00|succeeded|eur|12900|true|true||Order 1001|a@shop.example|cus_1|card_1|txn_01|true
        ch_02|2025-03-01 09:12:00|succeeded|eur|4550|true|true||Order 1002||cus_2|card_2|txn_02|true
        ch_03|2025-03-02 10:00:00|failed|usd|990||false|card_declined|Order 1003|c@shop.example|cus_3|card_3||true
        ch_04|2025-03-02 11:45:00|succeeded|USD|25000|true|true|||d@shop.example||card_4|txn_04|true
        ch_05|2025-03-03 07:20:00|pending|gbp|7100|false|||Order 1005||cus_4|||true
        ch_06|2025-03-03 08:30:00|succeeded|eur|100|true|true||Test||cus_1|card_1|txn_06|false
        ch_07|2025-03-04 12:10:00|succeeded|eur|33333|true|true||Order 1007|g@shop.example|cus_9|card_5|txn_07|true
        ch_08|2025-03-05 13:00:00|succeeded|gbp|1505|true|true||Order 1008||cus_4|card_6|txn_08|true
        ch_09|2025-03-06 14:00:00|succeeded|eur|60000|true|true||Order 1009||cus_2|card_2|txn_09|true
        ch_10|2025-03-07 15:00:00|failed|eur|60000||false|insufficient_funds|Order 1010||cus_5|card_7||true
        ch_11|2025-03-08 16:00:00|succeeded|usd|1999|true|true||Order 1011|k@shop.example|cus_5|card_9|txn_11|true
        ch_12|2025-03-09 17:00:00|succeeded|usd|499|true|true||Order 1012||cus_3|card_3|txn_99|
        ch_13|2025-03-10 18:00:00|succeeded|eur|8080|true|true||Order 1013||cus_3|card_3|txn_13|true
        """,
    ),
    "balance_transaction": written(
        "id VARCHAR | type VARCHAR | amount INTEGER | fee INTEGER | available_on DATE",
        """
        txn_01 | charge  | 12900 | 405  | 2025-03-05
        txn_02 | charge  | 4550  | 157  | 2025-03-05
        txn_04 | charge  | 25000 | 755  | 2025-03-06
        txn_06 | charge  | 100   | 28   | 2025-03-07
        txn_07 | payment | 33333 | 1000 | 2025-03-08
        txn_08 | charge  | 1505  |      | 2025-03-09
        txn_09 | charge  | 60000 | 1770 | 2025-03-10
        txn_11 | charge  | 1999  | 83   | 2025-03-12
        txn_12 | refund  | -500  | 0    | 2025-03-12
        txn_13 | charge  | 8080  | 0    |
        """,
    ),
    "customer": written(
        "id VARCHAR | name VARCHAR | email VARCHAR | delinquent BOOLEAN",
        """
        cus_1 | Nora Pell   | nora@mail.example  | false
        cus_2 | Owen Rask   |                    | false
        cus_3 | Petra Sand  | petra@mail.example | true
        cus_4 |             | quill@mail.example |
        cus_5 | Rita Tamm   | rita@mail.example  | false
        """,
    ),
    "card": written(
        "id VARCHAR | brand VARCHAR | last4 VARCHAR | exp_month INTEGER | exp_year INTEGER",
        """
        card_1 | Visa             | 4242 | 4  | 2027
        card_2 | MasterCard       | 4444 | 12 | 2026
        card_3 | American Express | 0005 | 1  | 2028
        card_4 | Visa             | 1881 | 10 | 2025
        card_5 |                  | 0009 | 9  | 2029
        card_6 | Discover         | 1117 | 11 | 2026
        card_7 | Visa             | 0002 |    |
        """,
    ),
    "refund": written(
        "id VARCHAR | charge_id VARCHAR | amount INTEGER | status VARCHAR | created TIMESTAMP",
        """
        re_01 | ch_01 | 2900  | succeeded | 2025-03-11 08:00:00
        re_02 | ch_01 | 1005  | succeeded | 2025-03-12 08:00:00
        re_03 | ch_01 | 500   | failed    | 2025-03-13 08:00:00
        re_04 | ch_02 | 4550  | pending   | 2025-03-11 09:00:00
        re_05 | ch_04 | 25000 | succeeded | 2025-03-14 10:00:00
        re_06 | ch_06 | 100   | succeeded | 2025-03-14 11:00:00
        re_07 | ch_07 | 3     |           | 2025-03-15 12:00:00
        re_08 | ch_09 | 10000 | succeeded | 2025-03-16 13:00:00
        re_09 | ch_09 | 10000 | canceled  | 2025-03-16 14:00:00
        re_10 | ch_77 | 10    | succeeded | 2025-03-17 15:00:00
        re_11 | ch_08 | 1505  | failed    | 2025-03-17 16:00:00
        """,
    ),
}
