"""Source tables."""

from make_projects import written

TABLES = {
    "AGTMST": written(
        "AGTCD VARCHAR | AGTNM VARCHAR | OFCCD VARCHAR | COMPCT DECIMAL(5,2) | HIRDT INTEGER",
        """
        A01    | harper lane      | PDX | 12.50 | 20110301
        'A02 ' | 'Miguel Santos ' | SEA | 10.00 | 20140615
        A03    | DOROTHY KIM      | PDX |       | 20180901
        A04    | Lou Prentice     | BOI | 11.25 | 0
        A05    | Ned Varga        |     | 9.50  | 20200110
        A06    | Ines Duarte      | SEA | 10.00 | 20210405
        A07    | Walt Greer       | XXX | 8.00  | 20220822
        A08    | Priya Nair       | BOI | 10.50 | 20230109
        A09    | Sam Okafor       | PDX | 10.00 | 20230601
        H99    | house account    | PDX | 0.00  | 0
        A10    | June Abbott      | SEA | 12.00 | 20091012
        A11    | Carl Moss        | EUG | 9.00  |
        """,
    ),
    "CLIMST": written(
        "CLINO INTEGER | CLINM VARCHAR | DOBTX VARCHAR | STREET VARCHAR | CITY VARCHAR | STCD VARCHAR"
        " | ZIPCD INTEGER | CHGTS TIMESTAMP",
        """
        5001 | ADAMS, RUTH          | 14/03/1961 | 12 Pine St    | Portland | or | 97201 | 2021-04-01 08:00:00
        5001 | ADAMS, RUTH          | 14/03/1961 | 480 Oak Ave   | Portland | OR | 97210 | 2023-02-11 10:20:00
        5002 | BAKER, LEON          | 02/11/1984 | 9 Mill Rd     | Seattle  | WA | 98101 | 2022-07-19 12:00:00
        5003 | CHO, MIN-JI          |            | 77 Harbor Way | Tacoma   | WA | 98402 | 2022-01-05 09:00:00
        5004 | DIAZ, ANA            | 30/06/1990 |               | Boise    | ID | 83702 | 2022-03-03 15:45:00
        5004 | DIAZ-REED, ANA       | 30/06/1990 | 15 River Ln   | Boise    | ID | 83702 | 2023-05-20 11:11:00
        5005 | NORTHWEST TOWING LLC |            | 300 Dock St   | Eugene   | OR | 97401 | 2020-12-12 07:00:00
        5006 | EVANS, PAUL          | 19/09/1955 | 4 Elm Ct      |          |    | 2115  | 2021-08-30 16:00:00
        5007 | FOX, GRETA           | 07/01/1972 | 21 Hill Dr    | Salem    | OR |       | 2022-10-10 10:10:00
        5008 | GRANT, OLIVER        | 25/12/1999 | 6 Lake Rd     | Spokane  | WA | 99201 | 2023-01-15 13:30:00
        5009 | HALL, IVY            | 11/08/1968 | 88 First Ave  | Newark   | nj | 7102  | 2022-05-05 05:05:00
        5009 | HALL, IVY            | 11/08/1968 | 90 First Ave  | Newark   | NJ | 7102  | 2022-05-06 05:05:00
        5010 | IRWIN, TODD          | 28/02/1979 | 31 Cedar St   | Bend     | OR | 97701 | 2023-03-09 09:30:00
        5011 | JONES, MAE           | 16/10/1948 | 2 Birch Pl    | Medford  | OR | 97501 | 2019-09-09 09:09:00
        5012 | KELLY, SEAN          | 05/05/1993 | 14 Quay St    | Seattle  | WA | 98104 | 2023-06-21 14:00:00
        """,
    ),
    "POLMST": written(
        "POLNO VARCHAR | TRMNO INTEGER | CLINO INTEGER | AGTCD VARCHAR | LOBCD VARCHAR | EFFDT"
        " INTEGER | EXPDT INTEGER | ANNPRM DECIMAL(11,2) | STSCD VARCHAR",
        """
        PA-1001 | 1 | 5001 | A01 | AU | 20220115 | 20230115 | 1200.00 | X
        PA-1001 | 2 | 5001 | A01 | AU | 20230115 | 20240115 | 1320.00 | A
        HO-1002 | 1 | 5002 | A02 | HO | 20220701 | 20230701 | 980.00  | X
        HO-1002 | 2 | 5002 | A06 | HO | 20230701 | 20240701 | 1024.10 | A
        PA-1003 | 1 | 5003 | A03 | AU | 20230210 | 20240210 | 1550.00 | A
        CM-1004 | 1 | 5005 | A01 | CM | 20221201 | 20231201 | 8400.00 | X
        CM-1004 | 2 | 5005 | A01 | CM | 20231201 | 20241201 | 7980.00 | A
        PA-1005 | 1 | 5004 | A04 | AU | 20230305 | 20240305 | 1100.00 | C
        HO-1006 | 1 | 5006 | A05 | HO | 20230401 | 20240401 | 760.00  | A
        PA-1007 | 1 | 5007 | A99 | AU | 20230415 | 20240415 | 1410.00 | A
        HO-1008 | 1 | 5008 | A02 | HO | 20230520 | 20240520 |         | A
        PA-1009 | 1 | 5009 | A08 | AU | 20220520 | 20230520 | 1000.00 | X
        PA-1009 | 2 | 5009 | A08 | AU | 20230520 | 20240520 | 1000.00 | X
        PA-1009 | 3 | 5009 | A08 | AU | 20240520 | 20250520 | 1075.00 | A
        BT-1010 | 1 | 5010 |     | BT | 20230610 | 20240610 | 540.00  | A
        PA-1011 | 1 | 5011 | A10 | AU | 20230115 | 20240115 | 890.00  | A
        HO-1012 | 1 | 5012 | A06 | HO | 20230701 | 20240701 | 1320.00 | A
        PA-1013 | 1 | 5099 | A07 | AU | 20230801 | 20240801 | 1600.00 | A
        PA-1014 | 1 | 5010 | A09 | AU | 20230901 | 20240901 | 1210.00 | V
        PA-1015 | 1 | 5008 | A09 | AU | 20231005 | 20241005 | 1180.00 | A
        HO-1016 | 1 | 5001 | A01 | HO | 20230110 | 20240110 | 640.00  | C
        """,
    ),
    "CLMHDR": written(
        "CLMNO INTEGER | POLNO VARCHAR | LOSDT INTEGER | RPTDT INTEGER | CAUCD VARCHAR | CLMSTS VARCHAR",
        """
        70001 | PA-1001 | 20221105 | 20221107 | COL | C
        70002 | PA-1001 | 20230115 | 20230120 | GLS | C
        70003 | HO-1002 | 20230212 | 20230301 | WTR | C
        70004 | HO-1002 | 20230815 | 20230816 | WND | O
        70005 | PA-1003 | 20230404 | 20230404 | COL | O
        70006 | CM-1004 | 20230618 | 20230630 | THF | C
        70007 | CM-1004 | 20231210 | 20231211 | COL | O
        70008 | PA-1005 | 20230501 | 20230515 | ZZZ | R
        70009 | HO-1006 | 20230909 | 20231002 | FIR | O
        70010 | PA-1007 | 20230723 | 20230724 | COL | C
        70011 | PA-1009 | 20230519 | 20230522 | GLS | C
        70012 | PA-1009 | 20240601 | 20240603 |     | O
        70013 | BT-1010 | 20230704 | 20230710 | THF | C
        70014 | PA-1011 | 20221231 | 20230105 | COL | C
        70015 | HO-1012 | 20231120 | 0        | WTR | O
        70016 | PA-1014 | 20231001 | 20231003 | COL | X
        70017 | XX-9999 | 20230303 | 20230304 | GLS | O
        70018 | HO-1006 | 20230910 | 20230910 | WND | C
        """,
    ),
    "CLMTRN": written(
        "CLMNO INTEGER | TRNSEQ INTEGER | TRNTYP VARCHAR | TRNDT INTEGER | TRNAMT DECIMAL(11,2)",
        """
        70003 | 2 | P | 20230320 | 2100.00
        70003 | 3 | P | 20230418 | 350.55
        70004 | 1 | R | 20230817 | 5000.00
        70004 | 2 | P | 20230901 | 1200.00
        70004 | 3 | R | 20230915 | 3500.00
        70005 | 1 | R | 20230405 | 9000.00
        70005 | 2 | P | 20230420 | 4200.75
        70005 | 3 | S | 20230610 | 1500.00
        70006 | 1 | R | 20230701 | 12000.00
        70006 | 2 | P | 20230802 | 10450.00
        70006 | 3 | R | 20230802 | 0.00
        70006 | 4 | S | 20231115 | 2500.00
        70007 | 1 | R | 20231212 | 6500.00
        70009 | 1 | R | 20231003 | 60000.00
        70009 | 2 | P | 20231101 | 15000.00
        70009 | 3 | P | 20231220 | 22000.00
        70009 | 4 | R | 20231220 | 25000.00
        70010 | 1 | P | 20230801 | 890.00
        70010 | 2 | V | 20230805 | 890.00
        70010 | 3 | P | 20230806 | 980.00
        70011 | 1 | P | 20230530 | 310.20
        70012 | 1 | R | 20240604 |
        70013 | 1 | P | 20230801 | 540.00
        70016 | 1 | P | 20231010 | 700.00
        70017 | 1 | P | 20230310 | 200.00
        70018 | 1 | P | 20230920 | 450.00
        """,
    ),
    "CLMTRNH": written(
        "CLMNO INTEGER | TRNSEQ INTEGER | TRNTYP VARCHAR | TRNDT INTEGER | TRNAMT DECIMAL(11,2)",
        """
        70001 | 1 | R | 20221108 | 4000.00
        70001 | 2 | P | 20221201 | 3650.00
        70001 | 3 | R | 20221201 | 0.00
        70001 | 4 | S | 20230210 | 800.00
        70002 | 1 | P | 20230127 | 275.00
        70003 | 1 | R | 20230302 | 2500.00
        70003 | 2 | P | 20230320 | 2000.00
        70014 | 1 | R | 20230106 | 1800.00
        70014 | 2 | P | 20230119 | 1640.00
        70014 | 3 | R | 20230119 | 0.00
        70011 | 1 | P | 20230530 | 310.20
        70008 | 1 | R | 20230516 | 1000.00
        """,
    ),
    "CODTAB": written(
        "TABID VARCHAR | CODE VARCHAR | DESCR VARCHAR",
        """
        LOB | AU  | Personal Auto
        LOB | HO  | Homeowners
        LOB | CM  | Commercial Auto
        OFC | PDX | Portland
        OFC | SEA | Seattle
        OFC | BOI | Boise
        OFC | EUG | Eugene
        CAU | COL | Collision
        CAU | GLS | Glass Breakage
        CAU | WTR | Water Damage
        CAU | WND | Wind
        CAU | THF | Theft
        CAU | FIR | Fire
        STS | A   | Active
        STS | C   | Cancelled
        STS | X   | Expired
        CST | O   | Open
        CST | C   | Closed
        CST | R   | Rejected
        """,
    ),
}
