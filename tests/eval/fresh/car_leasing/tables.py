"""Source tables."""

from make_projects import written

TABLES = {
    "CUST_PRIV": written(
        "CUST_NO INTEGER | FIRST_NM VARCHAR | LAST_NM VARCHAR | BIRTH_DT DATE | EMAIL VARCHAR | DEL_FLAG VARCHAR",
        """
        101 | Greta | Holm   | 1985-04-02 | Greta.Holm@mail.example |
        102 | Amir  | Nasser | 1959-11-30 | ' amir@mail.example'    | N
        103 | Lucy  | Penn   |            |                         |
        104 | Otto  | Braun  | 1990-01-01 | otto@mail.example       | X
        105 | Ruth  | Vidal  | 2001-08-15 | ''                      |
        """,
    ),
    "CUST_CORP": written(
        "CORP_NO INTEGER | COMPANY VARCHAR | VAT_ID VARCHAR | EMAIL VARCHAR | DEL_FLAG VARCHAR",
        """
        101 | 'Alder Logistics ' | de 123 456 | Fleet@Alder.example    |
        102 | Birch & Sons       |            | office@birch.example   |
        103 | Cedar Labs         | FR77 001   |                        | N
        104 | Dorn Trading       | DE 999     | mail@dorn.example      | X
        """,
    ),
    "VEHICLE": written(
        "VIN VARCHAR | MAKE VARCHAR | MODEL VARCHAR | FUEL_CD VARCHAR | LIST_PRICE DECIMAL(10,2) | REG_DT DATE",
        """
        V001 | volta  | City        | E | 31900.00 | 2022-03-01
        V002 | Volta  | 'Cargo XL ' | D | 40000.00 | 2021-06-15
        V003 | Nordic | Estate      | P | 39999.99 | 2023-01-10
        V004 | nordic | Compact     | H | 19999.00 | 2023-05-20
        V005 | Arrow  |             | P |          | 2020-02-02
        V006 | Arrow  | GT          | G | 71500.00 | 2023-09-09
        V007 | Volta  | City        | E | 20000.00 |
        """,
    ),
    "ODO_READ": written(
        "READ_ID INTEGER | VIN VARCHAR | READ_DT DATE | KM INTEGER | SRC VARCHAR",
        """
        1  | V001 | 2023-03-01 | 14200 | WORKSHOP
        2  | V001 | 2024-03-01 | 29800 | WORKSHOP
        3  | V001 | 2024-04-01 | 99999 | ESTIMATE
        4  | V002 | 2024-02-10 | 88000 | DRIVER
        5  | V002 | 2024-02-10 | 88120 | WORKSHOP
        6  | V003 | 2023-12-01 | 9100  |
        7  | V004 | 2024-05-05 | 12050 | DRIVER
        8  | V004 | 2024-06-05 |       | DRIVER
        9  | V006 | 2024-01-15 | 4000  | ESTIMATE
        10 | V099 | 2024-01-15 | 100   | DRIVER
        """,
    ),
    "CONTRACT": written(
        "CONTR_NO VARCHAR | CUST_KIND VARCHAR | CUST_NO INTEGER | VIN VARCHAR | START_DT DATE | TERM_MTH INTEGER"
        " | RATE_AMT DECIMAL(10,2) | KM_YEAR INTEGER | STAT_CD INTEGER",
        """
        L-1 | P | 101 | V001 | 2022-04-01 | 36 | 399.00 | 15000 | 30
        L-2 | C | 101 | V002 | 2021-07-01 | 36 | 620.50 | 30000 | 30
        L-3 | C | 102 | V003 | 2023-02-01 | 24 | 480.00 | 20000 | 30
        L-4 | P | 102 | V004 | 2023-06-01 | 48 | 250.00 |       | 20
        L-5 | P | 103 | V005 | 2020-03-15 | 36 | 199.90 | 10000 | 40
        L-6 | C | 104 | V006 | 2023-10-01 | 24 | 890.00 | 10000 | 30
        L-7 | C | 103 | V099 | 2023-11-01 | 24 | 300.00 | 12000 | 30
        L-8 | P | 105 | V007 | 2024-01-01 | 12 |        | 10000 | 10
        L-9 | P | 101 | V005 | 2023-04-01 | 12 | 210.00 | 10000 | 30
        L-10 | C | 101 | V006 | 2024-05-01 | 36 | 850.00 | 25000 | 30
        L-11 | C | 102 | V001 | 2020-01-01 | 24 | 310.00 | 15000 | 77
        """,
    ),
    "INVOICE": written(
        "INV_NO INTEGER | CONTR_NO VARCHAR | DUE_DT DATE | AMT DECIMAL(10,2) | PAID_DT DATE | PAID_AMT DECIMAL(10,2)"
        " | CANC VARCHAR",
        """
        9001 | L-1  | 2024-03-01 | 399.00 | 2024-03-01 | 399.00 |
        9002 | L-1  | 2024-04-01 | 399.00 | 2024-04-21 | 399.00 |
        9003 | L-1  | 2024-05-01 | 399.00 |            |        |
        9004 | L-2  | 2024-04-01 | 620.50 | 2024-03-29 | 620.50 | N
        9005 | L-2  | 2024-05-01 | 620.50 | 2024-06-10 | 300.00 |
        9006 | L-2  | 2024-06-01 | 620.50 |            |        |
        9007 | L-3  | 2024-03-01 | 480.00 |            |        |
        9008 | L-3  | 2024-04-01 | 480.00 |            |        | Y
        9009 | L-3  | 2024-05-01 | 480.00 | 2024-05-02 | 480.00 |
        9010 | L-4  | 2024-05-31 | 250.00 |            |        |
        9011 | L-5  | 2023-02-15 | 199.90 | 2023-05-20 | 199.90 |
        9012 | L-6  | 2024-01-01 | 890.00 |            |        |
        9013 | L-9  | 2024-05-01 | 210.00 | 2024-05-31 | 210.00 |
        9014 | L-9  | 2024-06-01 | 210.00 | 2024-06-02 | 215.00 |
        9015 | L-10 | 2024-06-15 | 850.00 |            |        |
        9016 | L-10 | 2024-07-15 | 850.00 |            |        |
        9017 | L-88 | 2024-06-15 | 100.00 |            |        |
        """,
    ),
}
