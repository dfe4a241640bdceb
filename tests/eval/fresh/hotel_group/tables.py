"""Source tables."""

from make_projects import written

TABLES = {
    "guest_card": written(
        "guest_no INTEGER | first_name VARCHAR | last_name VARCHAR | email VARCHAR | country VARCHAR"
        " | birth_date DATE | vip_code VARCHAR | marketing_ok VARCHAR | changed_at TIMESTAMP",
        """
        501 | Marta     | Lindqvist    | Marta@Post.se     | se   | 1980-02-11 | V1 | Y | 2023-11-02 09:10:00
        501 | Marta     | Lindqvist    | marta@work.se     | se   | 1980-02-11 | V2 | N | 2024-03-05 18:00:00
        502 | ' Owen'   | 'Hughes '    | OWEN@HUGHES.UK    | GB   |            |    | Y | 2024-01-10 12:00:00
        503 |           | Petrov       | petrov.at.mail.bg | bg   | 1971-12-30 | V3 |   | 2024-02-01 08:00:00
        504 | Ana       | Costa        |                   |      | 1990-06-06 | V9 | Y | 2023-12-24 16:30:00
        504 | Ana Maria | Costa        | ana@costa.pt      | PT   | 1990-06-06 | V1 | Y | 2023-12-20 16:30:00
        505 | Bar       |              | bar@hotels.test   | GB   |            |    | N | 2024-01-01 00:00:00
        506 | Desk      | '  '         |                   |      |            |    |   | 2024-01-01 00:05:00
        507 | Jun       | Sato         | JSATO             | jp   | 1965-09-01 | V3 | N | 2024-04-04 10:00:00
        508 | Li        | Wei          | li.wei@corp.cn    | '  ' | 1988-08-08 | V2 | Y | 2024-02-14 10:00:00
        509 | Old       | Account      | old@hotels.test   | GB   |            |    | Y | 2023-05-05 10:00:00
        509 | Old       |              | old@hotels.test   | GB   |            |    | Y | 2024-05-05 10:00:00
        510 | Tess      | ' Van Dijk'  | tess@dijk.nl      | nl   | 1999-01-31 | V1 | Y | 2024-05-01 07:00:00
        511 | Raj       | Patel        | raj@patel.in      | IN   | 1977-07-07 |    | y | 2024-03-03 07:00:00
        """,
    ),
    "hotel": written(
        "hotel_code VARCHAR | hotel_name VARCHAR | city VARCHAR | room_count INTEGER | opened_on DATE",
        """
        BRI | Harbour House    | Bristol   | 42  | 1998-04-01
        EDI | Castle Row Hotel | Edinburgh | 88  | 2006-09-15
        LIS | Casa do Rio      | Lisbon    | 31  | 2019-05-20
        YRK | The Mill         | York      | 20  | 2024-04-01
        """,
    ),
    "reservation": written(
        "res_no VARCHAR | guest_no INTEGER | hotel_code VARCHAR | arrival DATE | departure DATE | status VARCHAR"
        " | channel VARCHAR | adults INTEGER | children INTEGER | nightly_rate DECIMAL(8,2) | booked_on DATE",
        """
        R1001 | 501 | BRI | 2024-01-05 | 2024-01-08 | OUT | W | 2 | 1 | 120.00 | 2023-12-01
        R1002 | 501 | EDI | 2024-03-09 | 2024-03-10 | out | W | 1 |   | 140.00 | 2024-03-01
        R1003 | 502 | BRI | 2024-01-20 | 2024-01-20 | OUT | P | 1 | 0 | 60.00  | 2024-01-20
        R1004 | 502 | LIS | 2024-02-02 | 2024-02-09 | CXL | T | 2 | 2 | 95.00  | 2023-10-10
        R1005 | 503 | LIS | 2024-02-10 | 2024-02-17 | OUT | T | 2 |   | 95.00  | 2024-01-15
        R1006 | 504 | EDI | 2024-02-29 | 2024-03-03 | OUT | X | 1 | 0 | 150.00 | 2024-03-02
        R1007 | 505 | BRI | 2024-03-15 | 2024-03-16 | OUT | P | 1 |   | 0.00   |
        R1008 | 777 | BRI | 2024-03-18 | 2024-03-20 | OUT | W | 2 |   | 125.00 | 2024-03-11
        R1009 |     | EDI | 2024-03-21 | 2024-03-25 | OUT |   | 4 |   | 210.00 | 2024-02-21
        R1010 |     | EDI | 2024-04-02 | 2024-04-04 | INH | T | 3 | 1 | 180.00 | 2024-03-30
        R1011 | 507 | OSL | 2024-04-10 | 2024-04-12 | OUT | W | 1 |   | 160.00 | 2024-04-01
        R1012 | 507 | LIS | 2024-05-01 | 2024-05-08 | INH | w | 2 |   | 110.00 | 2024-04-01
        R1013 | 508 | EDI | 2024-05-10 | 2024-05-12 | NSH | W | 1 |   | 155.00 | 2024-05-09
        R1014 | 508 | EDI | 2024-06-20 | 2024-06-22 |     | P | 2 |   | 155.00 | 2024-05-20
        R1015 | 510 | BRI | 2024-06-30 | 2024-07-02 | OUT | W | 2 | 0 | 130.00 | 2024-06-01
        R1016 | 510 | BRI | 2024-07-01 | 2024-07-03 | OUT | T | 2 | 0 | 130.00 | 2024-06-01
        R1017 | 511 | LIS | 2024-05-15 | 2024-05-16 | ENQ | W | 1 |   | 100.00 | 2024-05-01
        R1018 | 511 | LIS | 2024-05-17 | 2024-05-18 | enq | W | 1 |   | 100.00 | 2024-05-01
        TR009 | 501 | BRI | 2024-01-06 | 2024-01-07 | OUT | W | 1 |   | 1.00   | 2024-01-06
        R1019 | 502 | EDI | 2024-05-20 | 2024-05-22 | cxl | P | 2 |   | 150.00 | 2024-05-11
        R1020 | 503 | BRI | 2024-02-10 | 2024-02-11 | OUT | P | 1 |   | 99.00  | 2024-02-09
        R1021 | 504 | YRK | 2024-05-25 | 2024-05-27 | OUT | T | 1 |   | 0.00   | 2024-05-20
        """,
    ),
    "folio_posting": written(
        "post_id INTEGER | res_no VARCHAR | post_date DATE | item_code VARCHAR | net_amount DECIMAL(9,2)"
        " | vat_pct DECIMAL(4,1) | voided VARCHAR",
        """
        1  | R1001 | 2024-01-08 | RM1 | 300.00 | 20.0 |
        2  | R1001 | 2024-01-07 | MB  | 10.55  | 20.0 | N
        3  | R1001 | 2024-01-08 | MB  | 55.00  | 20.0 | Y
        4  | R1002 | 2024-03-10 | RM2 | 116.67 | 20.0 |
        5  | R1003 | 2024-01-20 | RM1 | 50.00  | 20.0 |
        6  | R1004 | 2024-02-02 | CXF | 80.00  |      |
        7  | R1005 | 2024-02-17 | RM1 | 627.36 | 6.0  |
        8  | R1005 | 2024-02-15 | SPA | 45.00  | 23.0 |
        9  | R1006 | 2024-03-03 | RM3 | 375.00 | 20.0 | Y
        10 | R1006 | 2024-03-03 | RM3 | 370.00 | 20.0 |
        11 | R1008 | 2024-03-20 | RM1 | 208.33 | 20.0 |
        12 | R1008 | 2024-03-20 | CTX | 6.00   |      | N
        13 | R1009 | 2024-03-25 | RM4 | 700.00 | 20.0 |
        14 | R1012 | 2024-05-02 | MB2 | 8.20   | 23.0 |
        15 | R1017 | 2024-05-15 | RM1 | 100.00 | 6.0  |
        16 | TR009 | 2024-01-07 | RM1 | 1.00   | 20.0 |
        17 | R9999 | 2024-01-07 | RM1 | 77.00  | 20.0 |
        18 | R1015 | 2024-07-02 | RM2 | 216.65 | 20.0 |
        19 | R1016 | 2024-07-03 | RM2 | 216.65 | 20.0 |
        20 | R1015 | 2024-07-02 | PRM | -20.00 | 20.0 |
        21 | R1021 | 2024-05-26 | GWL | -10.00 |      |
        """,
    ),
    "pos_ticket": written(
        "ticket_no INTEGER | res_no VARCHAR | ticket_date DATE | outlet VARCHAR | gross_total DECIMAL(9,2)"
        " | cancelled_at TIMESTAMP",
        """
        9001 | R1001 | 2024-01-06 | Grill   | 64.20  |
        9002 |       | 2024-01-06 | Grill   | 31.00  |
        9003 | R1002 | 2024-03-09 | Bistro  | 22.50  | 2024-03-09 22:15:00
        9004 | R1002 | 2024-03-09 | Bistro  | 25.20  |
        9005 | R1005 | 2024-02-12 | Terrace | 101.00 |
        9006 | R1005 | 2024-02-12 | Terrace | 101.00 |
        9007 | R1007 | 2024-03-15 | Grill   | 18.00  |
        9008 | R1010 | 2024-04-03 | Bistro  | 77.70  |
        9009 | R1011 | 2024-04-11 | Grill   | 40.00  |
        9010 | R1018 | 2024-05-17 | Terrace | 15.00  |
        9011 | R1012 | 2024-05-04 | Terrace | 210.35 |
        9012 | R8888 | 2024-05-04 | Terrace | 12.00  |
        """,
    ),
}
