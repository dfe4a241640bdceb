"""Source tables."""

from make_projects import written

TABLES = {
    "EKKO": written(
        "EBELN VARCHAR | BSART VARCHAR | LIFNR VARCHAR | BEDAT VARCHAR | WAERS VARCHAR",
        """
        4500000010 | NB | 0000100200 | 20250110 | EUR
        4500000011 | NB | 0000100201 | 20250115 | EUR
        4500000012 | FO | 0000100202 | 00000000 | USD
        4500000013 | UB | 0000100200 | 20250120 | EUR
        4500000014 | NB | VENDORX    | 20250228 | EUR
        4500000015 | FO | 0000999999 | 20241231 | CHF
        4500000016 | NB | 0000100203 | 20250301 | EUR
        """,
    ),
    "EKPO": written(
        "EBELN VARCHAR | EBELP VARCHAR | TXZ01 VARCHAR | MENGE DECIMAL(13,3) | MEINS VARCHAR | NETPR DECIMAL(11,2)"
        " | PEINH INTEGER | LOEKZ VARCHAR | ELIKZ VARCHAR",
        """
        4500000010 | 00010 | Hex bolt M8      | 1000.000 | ST | 12.50   | 100  |     |
        4500000010 | 00020 | Washer           | 500.000  | ST | 3.33    | 100  | ''  | X
        4500000010 | 00030 | Cancelled item   | 5.000    | ST | 8.00    | 1    | L   |
        4500000011 | 00010 | Hydraulic oil    | 20.400   | L  | 7.98    | 1    | ' ' |
        4500000011 | 00020 | Filter           | 4.000    | ST | 45.00   | 1    |     | X
        4500000012 | 00010 | Cleaning, yearly | 1.000    | LE | 2400.00 | 0    |     | ''
        4500000012 | 00020 |                  | 3.000    |    | 10.00   |      |     |
        4500000013 | 00010 | Stock transfer   | 10.000   | ST | 0.00    | 1    |     |
        4500000014 | 00010 | Gasket           | 7.000    | ST | 1.05    | 3    |     |
        4500000014 | 00020 | gasket, small    | 7.000    | ST | 1.00    | 3    | S   |
        4500000015 | 00010 | Crane hire       | 2.000    | TAG | 810.00 | 1    |     |
        4500000016 | 00010 | Paint grey       | 12.000   | KG | 9.10    | 10   |     | X
        4500000016 | 00110 | Paint red        | 12.000   | KG | 9.10    | 10   |     |
        4500000099 | 00010 | No header        | 1.000    | ST | 1.00    | 1    |     |
        """,
    ),
    "LFA1": written(
        "LIFNR VARCHAR | NAME1 VARCHAR | LAND1 VARCHAR",
        """
        0000100200 | Schrauben Maier | DE
        0000100201 | Oil & More      | NL
        0000100202 | CleanCo         | US
        0000100203 | Farben Huber    | AT
        VENDORX    | Dichtwerk       | DE
        """,
    ),
    "EKBE": written(
        "EBELN VARCHAR | EBELP VARCHAR | VGABE VARCHAR | BELNR VARCHAR | BUDAT VARCHAR"
        " | MENGE DECIMAL(13,3) | SHKZG VARCHAR",
        """
        4500000010 | 00010 | 1 | 5000001 | 20250120 | 600.000 | S
        4500000010 | 00010 | 1 | 5000002 | 20250121 | 100.000 | H
        4500000010 | 00010 | 1 | 5000003 | 20250130 | 500.000 | S
        4500000010 | 00010 | 2 | 5100001 | 20250201 | 900.000 | S
        4500000010 | 00020 | 1 | 5000004 | 20250122 | 480.000 | S
        4500000011 | 00010 | 1 | 5000005 | 20250122 | 20.400  | S
        4500000011 | 00020 | 2 | 5100002 | 20250210 | 4.000   | S
        4500000012 | 00010 | 1 | 5000006 | 20250225 | 1.000   | S
        4500000012 | 00010 | 1 | 5000007 | 20250226 | 1.000   | H
        4500000013 | 00010 | 1 | 5000008 | 20250226 | 10.000  | S
        4500000014 | 00010 | 1 | 5000009 | 20250303 | 8.000   | S
        4500000016 | 00010 | 1 | 5000010 | 20250304 | 6.000   | S
        4500000016 | 00110 | 1 | 5000011 | 20250304 | 6.500   | S
        4500000016 | 00110 | 1 | 5000012 | 20250305 | 2.500   | S
        """,
    ),
}
