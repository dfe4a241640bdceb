"""Source tables."""

from make_projects import written

TABLES = {
    "personen": written(
        "persnr INTEGER | vorname VARCHAR | nachname VARCHAR | geb_datum DATE | eintritt DATE | austritt DATE",
        """
        2001 | Birgit | Alt       | 1965-04-01 | 1990-07-01 |
        2002 | Can    | Yildiz    | 1988-02-29 | 2015-06-30 |
        2003 |        | Sukarno   | 1992-11-11 | 2019-01-15 |
        2004 | Dörte  | Petersen  | 1970-01-01 | 2001-03-01 | 2024-12-31
        2005 | Emil   | Roth      | 1999-08-08 | 2025-06-30 |
        2006 | Fanny  | Groß      | 2001-05-20 | 2025-07-01 |
        2007 | Georg  | Hausmann  | 1960-10-10 | 1985-10-01 | 2025-06-30
        2008 | Hedi   | Iversen   | 1975-03-03 | 2010-02-28 | 2025-09-30
        2009 | Ingo   | de Boer   | 1983-12-24 | 2020-02-29 |
        2010 | Jana   | Kessler   | 1995-06-15 | 2024-07-01 |
        2011 | Karl   | Ludwig    | 1980-07-07 | 2012-06-29 |
        2012 | ''     | Mondo     | 1991-09-09 | 2022-10-01 |
        2013 | Lena   | Nowak     | 1989-04-04 | 2018-04-01 |
        """,
    ),
    "vertraege": written(
        "vertrag_id INTEGER | persnr INTEGER | gueltig_ab DATE | stelle_cd VARCHAR | abteilung_cd VARCHAR"
        " | std_woche DECIMAL(4,1)",
        """
        1  | 2001 | 1990-07-01 | S10  | FIN | 38.5
        2  | 2001 | 2005-01-01 | L01  | FIN | 40.0
        3  | 2002 | 2015-06-30 | E20  | IT  | 38.5
        4  | 2002 | 2025-07-01 | L02  | IT  | 38.5
        5  | 2003 | 2019-01-15 | E21  | IT  | 30.0
        6  | 2003 | 2025-06-30 | E22  | FIN | 20.0
        7  | 2004 | 2001-03-01 | S11  | HR  | 19.3
        8  | 2005 | 2025-06-30 | A01  | XX  | 38.5
        9  | 2006 | 2025-07-01 | A01  | HR  | 38.5
        10 | 2007 | 1985-10-01 | S12  | HR  | 38.5
        11 | 2008 | 2010-02-28 | L03  | HR  | 35.0
        12 | 2008 | 2018-01-01 | L03  | HR  | 25.0
        13 | 2009 | 2020-02-29 | E20  |     | 38.5
        14 | 2011 | 2012-06-29 | L02  | IT  |
        15 | 2012 | 2022-10-01 | S10  | LOG | 15.5
        16 | 2012 | 2024-10-01 | S11  | LOG | 10.0
        17 | 2013 | 2018-04-01 | S10  | FIN | 38.0
        18 | 2013 | 2021-04-01 | E20  | IT  | 38.5
        19 | 2013 | 2023-04-01 | S10  | FIN | 19.0
        """,
    ),
    "abteilungen": written(
        "abteilung_cd VARCHAR | bezeichnung VARCHAR | leiter_persnr INTEGER",
        """
        FIN | Finance         | 2001
        IT  | Information     | 2011
        HR  | Human Resources | 2008
        LOG | Logistics       |
        """,
    ),
}
