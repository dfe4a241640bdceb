"""Source tables."""

from make_projects import written

TABLES = {
    "SHIPMENT": written(
        "shp_no VARCHAR | order_ref VARCHAR | carrier_cd VARCHAR | svc VARCHAR | to_country VARCHAR | to_zip VARCHAR"
        " | weight_kg DECIMAL(8,2) | pieces INTEGER | promised_dt DATE | cancel_flag VARCHAR",
        """
        S0001 | 0000123 | PNL | EX | NL | 1012 ab    | 0.99  | 1 | 2024-10-02 |
        S0002 | 0100200 | PNL | ST | NL | 3511-cx    | 1.00  | 1 | 2024-10-03 |
        S0003 | 777     | DHX | EC | DE | 10115      | 4.99  | 1 | 2024-10-03 |
        S0004 | 00010   | DHX |    | GB | sw1a 1aa   | 5.00  | 2 | 2024-10-04 |
        S0005 | 0000500 | ROY | EX | GB | EC1A-1 BB  | 0.00  | 3 | 2024-10-05 |
        S0006 | 900     | ZZZ | XX | US | 10001-1234 |       | 1 | 2024-10-10 |
        S0007 | 901     | ROY | ST | NO |            | 19.99 | 4 | 2024-10-11 |
        S0008 | 902     | PNL | ST | NL | 1012 AB    | 20.00 | 4 | 2024-10-11 | X
        S0009 | 903     | PNL | ST |    | 9999       | 20.00 | 4 | 2024-10-12 |
        S0010 | 904     |     | EX | DE | 80331      |       | 2 | 2024-10-12 |
        S0011 | 905     | DHX | EX | DE | 80331      | 40.50 | 2 | 2024-10-31 |
        """,
    ),
    "SCAN": written(
        "scan_id INTEGER | shp_no VARCHAR | scan_cd VARCHAR | scan_ts TIMESTAMP | depot VARCHAR",
        """
        1  | S0001 | PU | 2024-10-01 17:00:00 | AMS
        2  | S0001 | DL | 2024-10-02 23:45:00 | AMS
        3  | S0002 | PU | 2024-10-01 23:30:00 | AMS
        4  | S0002 | NA | 2024-10-03 10:00:00 | UTR
        5  | S0002 | DL | 2024-10-04 00:05:00 | UTR
        6  | S0003 | PU | 2024-10-01 09:00:00 | BER
        7  | S0003 | PU | 2024-10-01 12:00:00 | BER
        8  | S0003 | HB | 2024-10-02 02:00:00 | LEJ
        9  | S0004 | DL | 2024-10-04 11:00:00 | LHR
        10 | S0004 | DL | 2024-10-05 11:00:00 | LHR
        11 | S0005 | PU | 2024-10-03 08:00:00 | LHR
        12 | S0005 | NA | 2024-10-04 09:00:00 | LHR
        13 | S0005 | NA | 2024-10-05 09:00:00 | LHR
        14 | S0005 | RT | 2024-10-07 09:00:00 | LHR
        15 | S0007 | DL | 2024-10-10 15:00:00 | OSL
        16 | S0007 | PU | 2024-10-07 18:00:00 | LHR
        17 | S0008 | PU | 2024-10-07 18:00:00 | AMS
        18 | S0010 | PU | 2024-10-12 06:00:00 | MUC
        19 | S0010 | DL | 2024-10-12 16:00:00 | MUC
        20 | S0011 | DL | 2024-11-01 08:00:00 | MUC
        21 | S0011 | PU | 2024-10-30 08:00:00 | MUC
        22 | S9999 | PU | 2024-10-30 08:00:00 | MUC
        """,
    ),
    "CARRIER": written(
        "carrier_cd VARCHAR | carrier_name VARCHAR",
        """
        PNL | Polder Post
        DHX | Express Nord
        ROY | Crown Mail
        """,
    ),
    "ZONE": written(
        "country VARCHAR | zone_cd VARCHAR",
        """
        NL | DOM
        DE | EU1
        BE | EU1
        GB | EUX
        """,
    ),
}
