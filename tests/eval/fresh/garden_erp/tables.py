"""Source tables."""

from make_projects import written

TABLES = {
    "Customers": written(
        "CustNo VARCHAR | CustName VARCHAR | Street VARCHAR | PostalCode VARCHAR | City VARCHAR |"
        " CountryCode VARCHAR | CreditLimit DECIMAL(12,2) | Blocked VARCHAR | LastChange TIMESTAMP",
        """
        C1001 | GRUENWERK GMBH       | Old road 1  | 00000    | Oldtown   | DE | 100   | N | 2022-11-01 10:00:00
        C1001 | Gruenwerk GmbH       | Lindenweg 4 | 80331    | Muenchen  | DE | 25000 | N | 2023-01-15 12:30:00
        C1002 | Haus & Garten Wien   | Ring 12     | 1010     | Wien      | AT | 8000  |   | 2023-02-15 12:30:00
        C1003 | Jardin Bleu SARL     | Rue Verte 9 |          | Lyon      | FR | 0     | N | 2023-03-15 12:30:00
        C1004 | BLOOM LTD            | Old road 1  | 00000    | Oldtown   | DE | 100   | N | 2022-11-04 10:00:00
        C1004 | Bloom Ltd            | High St 1   | SW1A 1AA | London    | GB | 50000 | Y | 2023-04-15 12:30:00
        C1005 | Noord Tuin BV        | Kade 77     | 1011     | Amsterdam | NL | 12000 | N | 2023-05-15 12:30:00
        C1006 | ' SVENSK ODLING AB ' | Old road 1  | 00000    | Oldtown   | DE | 100   | N | 2022-11-06 10:00:00
        C1006 | ' Svensk Odling AB ' | Gatan 3     | 111 20   | Stockholm | SE |       | y | 2023-06-15 12:30:00
        C1007 | Kleingarten Verein   | Am Feld 2   | 01067    | Dresden   | DE | 900   | N | 2023-07-15 12:30:00
        C1007 | KGV alt              | x           | 1        | Leipzig   | DE | 1     | Y | 2021-05-05 08:00:00
        C1008 | Bergblumen AG        | Seestr 8    | 8001     | Zuerich   | CH | 20000 | N | 2023-08-15 12:30:00
        C1009 | Fiori e Piante       | Via Roma 5  | 20121    |           | IT | 5000  |   | 2023-09-15 12:30:00
        C1010 | PLANTAS SOL          | Old road 1  | 00000    | Oldtown   | DE | 100   | N | 2022-11-10 10:00:00
        C1010 | Plantas Sol          | Calle Luz 3 | 28001    | Madrid    | ES | 10000 | N | 2023-01-15 12:30:00
        C1011 | Unknown Shop         |             | 99999    | Nowhere   | XX |       | N | 2023-02-15 12:30:00
        C1012 | Fjord Blomst AS      | Brygga 1    | 5003     | Bergen    | NO | 15000 | N | 2023-03-15 12:30:00
        C1013 | Ogrod Sp. z o.o.     | Polna 6     | 00-001   | Warszawa  | PL | 1000  | N | 2023-04-15 12:30:00
        C1014 | Gaertner Eins        |             | 10115    | Berlin    | DE | 2500  | N | 2023-05-15 12:30:00
        """,
    ),
    "Countries": written(
        "CountryCode VARCHAR | CountryName VARCHAR | SalesRegion VARCHAR",
        """
        DE | Germany        | Central
        AT | Austria        | Central
        CH | Switzerland    | Central
        FR | France         | West
        NL | Netherlands    | West
        GB | United Kingdom | West
        SE | Sweden         | North
        DK | Denmark        | North
        NO | Norway         | North
        IT | Italy          | South
        ES | Spain          |
        PL | Poland         | East
        """,
    ),
    "Items": written(
        "ItemNo VARCHAR | Description VARCHAR | CategoryCode VARCHAR | UnitCost DECIMAL(10,2) |"
        " ListPrice DECIMAL(10,2) | Uom VARCHAR | DiscontinuedOn DATE",
        """
        I-001 | Spade steel        | TOOL-H | 9.80  | 19.90 | pcs |
        I-002 | Hedge trimmer 500W | TOOL-P | 48.00 | 89.00 | pcs |
        I-003 | Ficus 60cm         | PL-IN  | 7.25  | 14.50 | Pcs | 2023-03-15
        I-004 | Lavender           | PL-OUT | 1.10  | 3.20  | pcs |
        I-005 | Potting soil 40l   | SOIL   | 2.60  | 6.49  | bag |
        I-006 | Bark mulch         | SO-B   | 2.10  | 5.99  | bag |
        I-007 | Rose food          | SO-F   |       | 7.95  | box |
        I-008 | Solar light        | DE-L   | 4.40  | 9.99  | pcs | 2022-12-31
        I-009 | Terracotta pot     | DE-P   | 3.00  | 8.00  |     |
        I-010 | Garden gnome       | DECO   | 6.00  | 5.00  | pcs |
        I-011 | Mystery item       | ZZZ    | 1.00  |       | pcs |
        I-012 | Gift voucher       |        | 0.00  | 0.00  | pcs |
        I-013 | Rake               | TOOL-H | 6.50  | 13.00 | PCS |
        """,
    ),
    "ItemCategories": written(
        "CategoryCode VARCHAR | CategoryName VARCHAR | ParentCode VARCHAR",
        """
        TOOLS  | Tools               |
        TOOL-H | Hand tools          | TOOLS
        TOOL-P | Power tools         | TOOLS
        PLANT  | Plants              |
        PL-IN  | Indoor plants       | PLANT
        PL-OUT | Outdoor plants      | PLANT
        SOIL   | Soil and fertilizer |
        SO-B   | Bark                | SOIL
        SO-F   | Fertilizer          | SOIL
        DECO   | Decoration          |
        DE-L   | Lights              | DECO
        DE-P   | Pots                | DECO
        """,
    ),
    "Employees": written(
        "EmpNo INTEGER | FirstName VARCHAR | LastName VARCHAR | JobCode VARCHAR | HireDate DATE |"
        " ManagerNo INTEGER",
        """
        10 | Marta  | Klein | DIR | 2010-04-01 |
        11 | Jens   | Holm  | MGR | 2012-09-15 | 10
        12 | Eva    | Rossi | MGR | 2014-01-02 | 10
        13 | Ali    | Demir | REP | 2018-06-01 | 11
        14 | Sofie  | Lund  | REP | 2019-03-11 | 11
        15 | Pierre | Noir  | REP | 2020-10-05 | 12
        16 | Hana   | Novak | REP | 2021-02-01 | 12
        17 | Omar   |       | TMP | 2022-12-01 | 13
        18 | Greta  | Wolf  | REP |            | 11
        19 | Lukas  | Braun | TMP | 2023-01-09 | 99
        20 | Ida    | Moen  |     | 2016-08-08 | 10
        21 | Finn   | Ott   | REP | 2017-05-05 | 12
        """,
    ),
    "SalesOrders": written(
        "OrderNo INTEGER | CustNo VARCHAR | EmpNo INTEGER | OrderDate DATE | ShipDate DATE | Currency"
        " VARCHAR | Status VARCHAR",
        """
        7000 | C1001 | 13 | 2023-03-18 | 2023-03-19 | EUR | SHIPPED
        7001 | C1004 | 77 | 2023-02-21 | 2023-02-25 | GBP | OPEN
        7002 | C1008 | 14 | 2023-01-09 | 2023-01-10 | CHF | SHIPPED
        7003 | C1004 | 13 | 2023-02-14 | 2023-02-26 | GBP | INVOICED
        7004 | C1004 | 15 | 2023-02-14 |            | GBP | OPEN
        7005 | C9999 | 18 | 2023-03-16 | 2023-03-26 | EUR | SHIPPED
        7006 | C1004 | 77 | 2023-06-03 | 2023-06-15 | GBP | SHIPPED
        7007 | C1012 | 16 | 2023-03-26 | 2023-04-05 | EUR | OPEN
        7008 | C1005 | 17 | 2023-03-14 | 2023-03-23 |     | SHIPPED
        7009 | C1001 | 16 | 2023-04-29 |            | EUR | INVOICED
        7010 | C1008 | 77 | 2023-01-05 | 2023-01-16 | CHF | CANCELLED
        7011 | C1013 |    | 2023-06-03 | 2023-06-04 | EUR | SHIPPED
        7012 | C1009 | 13 | 2023-04-19 | 2023-04-25 | EUR | SHIPPED
        7013 | C1011 | 13 | 2023-02-28 | 2023-03-12 | EUR | OPEN
        7014 | C1001 | 16 | 2023-05-08 |            | EUR | SHIPPED
        7015 | C1004 | 77 | 2023-05-23 | 2023-05-26 | GBP | INVOICED
        7016 | C1008 | 15 | 2023-04-01 | 2023-04-09 | CHF | CANCELLED
        7017 | C1002 | 77 | 2023-02-14 | 2023-02-14 | EUR | SHIPPED
        7018 | C1006 |    | 2023-06-09 | 2023-06-20 | SEK | SHIPPED
        7019 | C1010 | 17 | 2023-05-22 |            | EUR | OPEN
        7020 | C1004 | 13 | 2023-06-08 | 2023-06-16 | GBP | SHIPPED
        7021 | C1012 |    | 2023-03-29 | 2023-04-06 | EUR | INVOICED
        7022 | C1005 | 14 | 2023-03-30 | 2023-04-07 | EUR | CANCELLED
        7023 | C1001 | 18 | 2023-03-13 | 2023-03-13 | EUR | SHIPPED
        """,
    ),
    "SalesOrderLines": written(
        "OrderNo INTEGER | LineNo INTEGER | ItemNo VARCHAR | Qty INTEGER | UnitPrice DECIMAL(10,2) |"
        " Discount DECIMAL(4,2)",
        """
        7000 | 10 | I-005 | 5  | 6.49  |
        7000 | 20 | I-009 | 6  | 8.00  | 0.05
        7001 | 10 | I-004 | 8  | 3.20  |
        7002 | 10 | I-008 | 5  | 9.99  | 0.00
        7002 | 20 | I-009 | 10 | 8.00  |
        7003 | 10 | I-013 | 1  | 13.00 | 0.15
        7004 | 10 | I-004 | 12 | 3.20  | 0.10
        7004 | 20 | I-010 | 6  | 5.00  | 0.15
        7005 | 10 | I-002 | -1 | 89.00 |
        7005 | 20 | I-003 | 10 | 14.50 |
        7006 | 10 | I-011 | 2  | 4.00  | 0.05
        7006 | 20 | I-013 | 4  | 13.00 | 0.15
        7007 | 10 | I-002 | 1  | 89.00 | 0.00
        7007 | 20 | I-007 | 4  | 7.95  | 0.15
        7008 | 10 | I-006 | 1  | 5.99  | 0.10
        7008 | 20 | I-005 | 10 | 6.49  | 0.10
        7009 | 10 | I-003 | 1  | 14.50 |
        7010 | 10 | I-006 | 8  | 5.99  | 0.05
        7011 | 10 | I-008 | 1  | 9.99  | 0.00
        7012 | 10 | I-013 | 2  | 13.00 | 0.00
        7013 | 10 | I-008 | 12 | 9.99  | 0.00
        7013 | 20 | I-006 | 4  | 5.99  |
        7014 | 10 | I-002 | 3  | 89.00 |
        7015 | 10 | I-004 | 1  | 3.20  | 0.00
        7016 | 10 | I-009 | 8  | 8.00  | 0.05
        7016 | 20 | I-005 | 4  | 6.49  |
        7017 | 10 | I-011 | 5  | 4.00  | 0.05
        7018 | 10 | I-013 | -1 | 13.00 | 0.05
        7019 | 10 | I-007 | 3  | 7.95  | 0.15
        7020 | 10 | I-002 | 1  | 89.00 | 0.05
        7021 | 10 | I-003 | 12 | 14.50 | 0.00
        7022 | 10 | I-009 | 5  | 8.00  |
        7023 | 10 | I-001 | -1 | 19.90 |
        7999 | 10 | I-001 | 1  | 19.90 | 0.00
        """,
    ),
    "ExchangeRates": written(
        "Currency VARCHAR | ValidFrom DATE | RateToEur DECIMAL(8,4)",
        """
        GBP | 2023-01-01 | 1.1290
        GBP | 2023-02-14 | 1.1325
        GBP | 2023-04-01 | 1.1372
        GBP | 2023-05-15 | 1.1441
        SEK | 2023-01-01 | 0.0897
        SEK | 2023-02-14 | 0.0881
        SEK | 2023-04-01 | 0.0886
        SEK | 2023-05-15 | 0.0879
        CHF | 2023-01-01 | 1.0012
        CHF | 2023-02-14 | 1.0083
        CHF | 2023-04-01 | 1.0171
        CHF | 2023-05-15 | 1.0255
        """,
    ),
    "StockMoves": written(
        "MoveId INTEGER | ItemNo VARCHAR | MoveDate DATE | MoveType VARCHAR | Qty INTEGER",
        """
        1  | I-001 | 2023-01-03 | IN  | 60
        2  | I-002 | 2023-01-04 | IN  | 60
        3  | I-003 | 2023-01-05 | IN  | 60
        4  | I-004 | 2023-01-06 | IN  | 60
        5  | I-005 | 2023-01-07 | IN  | 60
        6  | I-005 | 2023-05-27 | ADJ | -3
        7  | I-005 | 2023-02-23 | OUT |
        8  | I-005 | 2023-03-26 | OUT | 12
        9  | I-001 | 2023-03-07 | IN  | 40
        10 | I-009 | 2023-05-16 | OUT | 7
        11 | I-009 | 2023-01-13 | ADJ | -3
        12 | I-004 | 2023-04-24 | OUT | 12
        13 | I-006 | 2023-03-31 | OUT | 7
        14 | I-003 | 2023-03-27 | OUT | 12
        15 | I-003 | 2023-02-19 | OUT | 7
        16 | I-001 | 2023-04-26 | ADJ | 2
        17 | I-006 | 2023-05-11 | ADJ | 2
        18 | I-005 | 2023-03-15 | OUT |
        19 | I-003 | 2023-01-31 | OUT | 7
        20 | I-002 | 2023-03-17 | ADJ | 2
        21 | I-002 | 2023-05-17 | OUT | 12
        22 | I-001 | 2023-05-07 | IN  | 40
        23 | I-003 | 2023-05-02 | IN  | 40
        24 | I-009 | 2023-01-18 | OUT | 12
        25 | I-009 | 2023-02-06 | IN  | 25
        26 | I-009 | 2023-05-09 | IN  | 40
        27 | I-004 | 2023-01-29 | OUT | 12
        28 | I-002 | 2023-04-11 | OUT |
        29 | I-002 | 2023-02-01 | IN  | 25
        30 | I-006 | 2023-05-19 | OUT | 7
        31 | I-005 | 2023-04-11 | OUT | 12
        32 | I-001 | 2023-02-21 | IN  | 40
        33 | I-001 | 2023-02-24 | IN  | 40
        34 | I-002 | 2023-02-13 | ADJ | -3
        35 | I-003 | 2023-05-09 | ADJ | -3
        36 | I-003 | 2023-01-21 | ADJ | 2
        37 | I-001 | 2023-02-04 | OUT | 12
        38 | I-001 | 2023-02-12 | OUT | 12
        39 | I-999 | 2023-02-02 | IN  | 5
        """,
    ),
}
