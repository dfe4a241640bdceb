"""Source tables."""

from make_projects import written

TABLES = {
    "AR_INVOICE": written(
        "INVOICE_ID INTEGER | CUSTOMER_ID INTEGER | INVOICE_NO VARCHAR | INVOICE_DATE DATE | DUE_DATE DATE"
        " | CURRENCY VARCHAR | AMOUNT DECIMAL(14,2) | OPEN_AMOUNT DECIMAL(14,2) | STATE VARCHAR",
        """
        1  | 201 | R-24-001 | 2024-09-15 | 2024-10-15 | EUR | 1190.00 | 1190.00 | posted
        2  | 201 | R-24-002 | 2024-10-02 | 2024-11-01 | EUR | 500.00  | 0.00    | paid
        3  | 202 | R-24-003 | 2024-10-31 | 2024-11-30 | USD | 2500.00 | 1000.00 | posted
        4  | 202 | R-24-004 | 2024-11-01 | 2024-12-01 | USD | 800.00  | 800.00  | posted
        5  | 203 | R-24-005 | 2024-12-01 | 2024-12-31 | GBP | 300.00  | 300.00  | posted
        6  | 203 | R-24-006 | 2024-12-02 |            | GBP | 312.00  | 312.00  | posted
        7  | 209 | R-24-007 | 2024-10-02 | 2024-11-01 | EUR | 99.99   | 99.99   | posted
        8  | 201 |          | 2024-12-20 | 2025-01-19 | EUR | 70.00   | 70.00   | draft
        9  | 201 | R-24-008 | 2024-12-20 | 2025-01-19 | EUR | 70.00   | 70.00   | void
        10 | 203 | R-24-009 | 2024-12-21 | 2025-01-20 | CHF | 640.00  | 640.00  | posted
        11 | 201 | C-24-001 | 2024-11-11 | 2024-11-11 | EUR | -50.00  | -50.00  | posted
        12 | 202 | R-24-010 | 2024-11-05 |            | EUR | 12.34   | 12.34   | posted
        """,
    ),
    "AP_BILL": written(
        "BILL_ID INTEGER | VENDOR_ID INTEGER | BILL_REF VARCHAR | BILL_DATE DATE | DUE_DATE DATE"
        " | CURRENCY VARCHAR | AMOUNT DECIMAL(14,2) | PAID_AMOUNT DECIMAL(14,2) | STATE VARCHAR",
        """
        1 | 301 | 88123    | 2024-10-01 | 2024-10-02 | EUR | 400.00  | 100.00  | posted
        2 | 301 | 88199    | 2024-10-15 | 2024-11-14 | EUR | 400.00  | 400.00  | paid
        3 | 302 | INV/77   | 2024-11-30 | 2024-12-30 | USD | 1234.56 |         | posted
        4 | 302 | INV/78   | 2024-12-01 | 2025-02-28 | USD | 65.00   | 65.01   | posted
        5 | 303 | A-5      | 2024-09-30 | 2024-10-31 | GBP | 10.00   | 0.00    | posted
        6 | 303 | A-6      | 2024-12-31 |            | SEK | 1000.00 | 250.00  | posted
        7 | 303 | A-7      | 2024-12-31 | 2025-01-31 | SEK | 1000.00 | 250.00  | draft
        8 | 201 | 2024/9   | 2024-12-05 | 2024-12-12 | EUR | 20.00   |         | posted
        """,
    ),
    "PARTNER": written(
        "PARTNER_ID INTEGER | PARTNER_NAME VARCHAR | COUNTRY VARCHAR",
        """
        201 | Holz & Sohn     | AT
        202 | Lakeside Inc    | US
        203 | Brighton Books  | GB
        301 | Papier Maier    | DE
        302 | Cloud Nine      | US
        303 | Albion Freight  | GB
        304 | Never used      | SE
        """,
    ),
    "FX_RATE": written(
        "CURRENCY VARCHAR | RATE_MONTH DATE | RATE_TO_EUR DECIMAL(10,6)",
        """
        USD | 2024-10-01 | 0.917400
        USD | 2024-11-01 | 0.940700
        USD | 2024-12-01 | 0.954000
        GBP | 2024-11-01 | 1.197800
        GBP | 2024-12-01 | 1.207500
        SEK | 2024-12-01 | 0.087000
        EUR | 2024-12-01 | 1.000000
        CHF | 2024-11-01 | 1.068300
        """,
    ),
}
