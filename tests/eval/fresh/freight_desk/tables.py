"""Source tables."""

from make_projects import written

TABLES = {
    "TB_SHIPMENT": written(
        "SHIP_NO VARCHAR | CUST_CODE VARCHAR | MODE VARCHAR | ORIGIN VARCHAR | DEST VARCHAR | ETD DATE | ETA DATE"
        " | WEIGHT_KG DECIMAL(9,1) | EXPRESS VARCHAR | STATE VARCHAR | UPD_TS TIMESTAMP",
        """
        SH001 | C10    | S | IZM | HAM | 2024-01-05 | 2024-01-25 | 1200.0 |   | O | 2024-01-02 08:00:00
        SH001 | C10    | S | IZM | RTM | 2024-01-07 | 2024-01-27 | 1250.5 |   | O | 2024-01-06 09:30:00
        SH002 | c11    | A | IST | FRA | 2024-01-10 | 2024-01-11 | 80.0   | Y | C | 2024-01-12 10:00:00
        SH003 | ' C10' | r | BUR | MUC | 2024-01-20 | 2024-01-24 | 0.0    | N | C | 2024-01-26 11:00:00
        SH004 | C12    | S | MER | ANR | 2024-02-01 | 2024-02-20 | 5400.0 |   | X | 2024-02-03 12:00:00
        SH004 | C12    | S | MER | ANR | 2024-02-01 | 2024-02-20 | 5400.0 |   | O | 2024-01-28 12:00:00
        SH005 | C12    | S | MER | ANR | 2024-02-01 | 2024-02-20 | 5350.0 |   | O | 2024-02-05 12:00:00
        SH005 | C12    | S | MER | ANR | 2024-01-30 | 2024-02-18 | 5350.0 |   | X | 2024-01-29 12:00:00
        SH006 | C99    | a | SAW | LHR | 2024-02-14 | 2024-02-15 | 33.3   | y | C | 2024-02-16 12:00:00
        SH007 | C11    |   | IST | CDG | 2024-02-20 |            | 210.0  |   | C | 2024-02-25 12:00:00
        SH008 |        | R | ANK | VIE | 2024-03-03 | 2024-03-07 | -1.0   |   | O | 2024-03-02 07:15:00
        SH009 | C10    | A | IST | JFK | 2024-03-11 | 2024-03-12 | 145.0  | Y | C | 2024-03-19 07:15:00
        SH010 | C13    | T | IZM | GOA |            |            |        |   | O | 2024-03-20 14:00:00
        SH011 | C11    | S | IZM | HAM | 2024-03-21 | 2024-04-09 | 900.0  | N |   | 2024-03-22 15:00:00
        SH012 | C13    | R | BUR | MUC | 2024-03-30 | 2024-04-02 | 640.0  |   | x | 2024-03-31 15:00:00
        SH013 | C13    | R | BUR | MUC | 2025-01-02 | 2025-01-06 | 640.0  |   | O | 2024-12-31 15:00:00
        SH014 | C10    | S | IZM | HAM | 2025-01-15 | 2025-02-03 | 700.0  |   | O | 2025-01-10 15:00:00
        SH015 | c10    | S | IZM | HAM | 2024-01-29 | 2024-02-15 | 700.0  |   | C | 2024-02-16 15:00:00
        SH016 | C14    | R | IST | SOF | 2025-01-08 | 2025-01-09 | 95.5   |   | O | 2025-01-07 15:00:00
        """,
    ),
    "TB_CUSTOMER": written(
        "CUST_CODE VARCHAR | CUST_NAME VARCHAR | COUNTRY VARCHAR | CREDIT_DAYS INTEGER",
        """
        C10 | Anka Tekstil     | TR | 30
        C11 | 'Bosfor Optik '  | TR |
        C12 | Cedar Marble Ltd |    | 60
        C13 | Delta Agro       | BG | 14
        C14 | Ege Seramik      | TR | 30
        """,
    ),
    "TB_EVENT": written(
        "EVT_ID INTEGER | SHIP_NO VARCHAR | EVT_CODE VARCHAR | EVT_TS TIMESTAMP | PLACE VARCHAR",
        """
        1  | SH001 | PUP | 2024-01-06 10:00:00 | Izmir
        2  | SH001 | PUP | 2024-01-07 08:00:00 | Izmir port
        3  | SH001 | EX1 | 2024-01-15 12:00:00 | Piraeus
        4  | SH001 | DLV | 2024-01-27 16:40:00 | Rotterdam
        5  | SH002 | PUP | 2024-01-10 06:00:00 | Istanbul
        6  | SH002 | DLV | 2024-01-11 18:00:00 | Frankfurt
        7  | SH002 | DLV | 2024-01-12 09:00:00 | Frankfurt west
        8  | SH003 | PUP | 2024-01-20 06:00:00 | Bursa
        9  | SH003 | EX2 | 2024-01-22 06:00:00 | Kapikule
        10 | SH003 | EX1 | 2024-01-23 06:00:00 | Belgrade
        11 | SH003 | DLV | 2024-01-26 23:59:00 | Munich
        12 | SH003 | TST | 2024-01-30 12:00:00 | Test place
        13 | SH004 | PUP | 2024-02-01 12:00:00 | Mersin
        14 | SH005 | TST | 2024-02-01 12:00:00 | Mersin
        15 | SH006 | DLV | 2024-02-15 11:00:00 | London
        16 | SH006 | EX1 | 2024-02-15 11:00:00 | London LHR
        17 | SH006 | PUP |                     | Sabiha
        18 | SH007 | DLV | 2024-02-24 10:00:00 |
        19 | SH009 | PUP | 2024-03-11 05:00:00 | Istanbul
        20 | SH009 | DLV | 2024-03-18 13:00:00 | New York
        21 | SH077 | PUP | 2024-03-18 13:00:00 | Nowhere
        22 | SH010 | PUP | 2024-03-20 13:00:00 | Izmir
        23 | SH010 | INF | 2024-03-20 13:00:00 | Izmir hub
        24 | SH015 | DLV | 2024-02-12 13:00:00 | Hamburg
        25 | SH011 | PUP |                     | Izmir
        """,
    ),
    "TB_CHARGE": written(
        "CHG_ID INTEGER | SHIP_NO VARCHAR | CHG_TYPE VARCHAR | AMT DECIMAL(10,2) | CURR VARCHAR | CHG_DATE DATE"
        " | CANCELLED VARCHAR",
        """
        501 | SH001 | frt | 1500.00 | USD | 2024-01-07 |
        502 | SH001 | Thc | 210.00  |     | 2024-01-08 | N
        503 | SH001 | FRT | 1400.00 | USD | 2024-01-03 | Y
        504 | SH002 | FRT | 640.00  | EUR | 2024-01-12 |
        505 | SH002 | CUS | 75.00   | EUR | 2024-01-12 | Y
        506 | SH003 | FRT | 2200.50 | EUR | 2024-01-26 |
        507 | SH005 | FRT | 3100.00 | USD | 2024-02-05 |
        508 | SH006 | FRT | 410.00  | GBP | 2024-02-16 |
        509 | SH007 | FRT | 333.33  | USD | 2024-01-01 |
        510 | SH009 | FRT | 1180.00 | USD | 2024-03-20 | N
        511 | SH009 | sur | 0.00    | USD | 2024-03-20 |
        512 | SH088 | FRT | 99.00   | EUR | 2024-03-20 |
        513 | SH015 | FRT | 510.00  | CHF | 2024-02-20 |
        514 | SH011 | FRT | 640.00  | EUR | 2024-03-22 |
        515 | SH013 | FRT | 700.00  | EUR | 2025-01-03 |
        516 | SH014 | FRT | 700.00  | EUR | 2025-01-16 |
        517 | SH003 | DIS | -100.00 | EUR | 2024-01-27 |
        518 | SH016 | FRT | 650.00 | EUR | 2025-01-08 |
        """,
    ),
    "TB_CARRIER_BILL": written(
        "BILL_NO VARCHAR | SHIP_NO VARCHAR | AMT DECIMAL(10,2) | CURR VARCHAR | BILL_DATE DATE | POSTED_ON DATE",
        """
        B-1 | SH001 | 1100.00 | USD | 2024-01-16 | 2024-01-20
        B-2 | SH001 | 50.00   | USD | 2024-01-31 | 2024-02-03
        B-3 | SH002 | 700.00  | EUR | 2024-01-15 | 2024-01-16
        B-4 | SH003 | 1500.00 |     | 2024-01-30 | 2024-02-02
        B-5 | SH005 | 2500.00 | USD | 2024-02-19 |
        B-6 | SH006 | 210.00  | GBP | 2024-02-28 | 2024-03-01
        B-7 | SH007 | 120.00  | EUR | 2024-02-26 | 2024-02-28
        B-8 | SH009 | 900.00  | USD | 2024-03-31 | 2024-04-02
        B-9 | SH011 | 590.00  | EUR | 2024-04-10 |
        B-A | SH008 | 310.00  | EUR | 2024-03-08 | 2024-03-09
        """,
    ),
    "TB_RATE": written(
        "CURR VARCHAR | RATE_DATE DATE | RATE_TO_EUR DECIMAL(10,5)",
        """
        USD | 2024-01-05 | 0.91000
        USD | 2024-01-16 | 0.92000
        USD | 2024-02-01 | 0.93500
        USD | 2024-03-20 | 0.90500
        GBP | 2024-01-05 | 1.15000
        GBP | 2024-02-20 | 1.17000
        EUR | 2024-01-05 | 1.00000
        """,
    ),
}
