"""Source tables."""

from make_projects import written

TABLES = {
    "ADT_OPNAME": written(
        "opname_nr INTEGER | patient_nr INTEGER | opname_ts TIMESTAMP | ontslag_ts TIMESTAMP | afd_code VARCHAR"
        " | specialisme VARCHAR | urgentie VARCHAR | annulering VARCHAR",
        """
        7001 | 1 | 2025-01-02 10:00:00 | 2025-01-05 11:30:00 | CAR   | CAR | S | N
        7002 | 1 | 2025-02-04 08:00:00 | 2025-02-04 17:00:00 | car   | CAR | D |
        7003 | 1 | 2025-03-07 23:50:00 | 2025-03-08 00:10:00 | ' car ' | CAR | S | N
        7004 | 2 | 2025-01-10 07:15:00 | 2025-01-20 09:00:00 | ORT   | ORT | E | N
        7005 | 2 | 2025-01-25 07:15:00 | 2025-01-26 09:00:00 | ORT   | ORT | E | J
        7006 | 2 | 2025-02-22 07:15:00 |                     | ort   | ORT | E |
        7007 | 3 | 2025-02-01 12:00:00 | 2025-02-02 12:00:00 | XYZ   | INT |   | N
        7008 | 4 | 2025-02-03 12:00:00 | 2025-02-28 10:00:00 | INT   |     | s | N
        7009 | 5 | 2025-02-28 01:00:00 | 2025-03-01 00:30:00 | KIN   | KIN | S | N
        7010 | 6 | 2025-03-15 16:20:00 | 2025-03-17 10:10:00 |       | NEU | A | N
        7011 | 9 | 2025-03-16 16:20:00 | 2025-03-18 10:10:00 | NEU   | NEU | S | N
        7012 | 4 | 2025-03-30 06:00:00 | 2025-04-02 10:00:00 | INT   | INT | S | N
        7013 | 4 | 2025-04-02 22:00:00 |                     | IC    | INT | S |
        7014 | 7 | 2025-04-05 09:00:00 | 2025-04-05 15:00:00 | KIN   | KIN | D | N
        7015 | 7 | 2025-04-06 09:00:00 | 2025-04-06 15:00:00 | KIN   | KIN | D | J
        """,
    ),
    "PATIENT": written(
        "patient_nr INTEGER | geslacht VARCHAR | geb_dat VARCHAR | postcode VARCHAR",
        """
        1 | M | 19500204 | 1012AB
        2 | V | 19610223 | 3511 XY
        3 | V | 19800000 | 9711AA
        4 | O | 20000229 |
        5 | M | 20240301 | 1012AB
        6 |   |          | 5611ZZ
        7 | m | 20110406 | 5611ZZ
        8 | V | 19700101 | 1000AA
        """,
    ),
    "AFDELING": written(
        "afd_code VARCHAR | naam VARCHAR | locatie VARCHAR",
        """
        CAR | Cardiology         | Noord
        ORT | Orthopaedics       | Zuid
        INT | Internal medicine  | Noord
        KIN | Children's ward    | Zuid
        NEU | Neurology          |
        IC  | Intensive care     | Noord
        """,
    ),
    "DIAGNOSE": written(
        "opname_nr INTEGER | volgnr INTEGER | icd10 VARCHAR | soort VARCHAR",
        """
        7001 | 1 | I10   | N
        7001 | 2 | I21.0 | H
        7001 | 3 | I20.0 | H
        7002 | 1 | I25.1 | H
        7003 | 1 | I21.4 | H
        7004 | 1 | M17.1 | H
        7004 | 2 | E11.9 | N
        7006 | 2 | M16.0 | H
        7006 | 1 | M96.8 | H
        7007 | 1 | K52.9 | N
        7008 | 1 | J18.9 | H
        7009 | 1 | J21.0 | H
        7011 | 1 | G40.9 | H
        7012 | 1 | J18.9 | H
        7012 | 2 | N17.9 | N
        7015 | 1 | H66.9 | H
        """,
    ),
}
