"""Source tables."""

from make_projects import written

TABLES = {
    "road_trips": written(
        "trip_no INTEGER | customer VARCHAR | goods VARCHAR | load_date DATE | unload_date DATE | from_town VARCHAR"
        " | to_town VARCHAR | gross_kg DECIMAL(12,1) | freight_eur DECIMAL(12,2) | state VARCHAR",
        """
        17     | Obst Krämer   | apples  | 2025-04-01 | 2025-04-02 | Jork     | Wien     | 9800.0  | 1450.00 | DONE
        18     | Obst Krämer   | apples  | 2025-04-03 |            | Jork     | Graz     | 10000.0 | 1620.00 | RUN
        19     | Stahlbau Nord | girders | 2025-04-03 | 2025-04-04 | Bremen   | Kassel   | 23999.5 | 980.50  | DONE
        20     | Stahlbau Nord |         | 2025-04-05 | 2025-04-05 | Bremen   | Bremen   |         | 210.00  | DONE
        21     | Paketwerk     | parcels | 2025-04-06 | 2025-04-07 | Hannover | Köln     | 999.9   |         | CANC
        22     | Paketwerk     | parcels | 2025-04-06 | 2025-04-07 | Hannover | Köln     | 999.9   | 402.10  | DONE
        100023 |               | glass   | 2025-04-08 |            |          | Linz     | 1000.0  | 700.00  |
        100024 | ''            | glass   | 2025-04-08 | 2025-04-10 | Linz     | Hannover | 10000.1 | 700.00  | done
        """,
    ),
    "rail_waybills": written(
        "wb VARCHAR | consignor VARCHAR | commodity VARCHAR | accepted TIMESTAMP | delivered TIMESTAMP"
        " | origin_station VARCHAR | dest_station VARCHAR | weight_t DECIMAL(9,3) | charge_ct INTEGER"
        " | cancelled VARCHAR",
        """
        A17 | Stahlbau Nord | coils | 2025-04-01 22:15:00 | 2025-04-03 05:00:00 | HBRM | WIEN | 812.400 | 1850055 |
        A18 | Stahlbau Nord | coils | 2025-04-04 22:15:00 | | HBRM | XX01 | 640.000 | 1400000 | ''
        A19 | Chemie Süd | lye | 2025-04-05 00:00:00 | 2025-04-05 23:59:00 | LUDW | KASL | 0.750 | 9900 |
        A20 | Chemie Süd | lye | 2025-04-06 10:00:00 | 2025-04-07 10:00:00 | LUDW | KASL | 20.000 | 52000 | 2025-04-06
        B01 | Obst Krämer | | 2025-04-07 13:45:00 | 2025-04-09 01:00:00 | HJRK | WIEN | 10.000 | 120001 |
        B02 | Obst Krämer | pears | 2025-04-08 13:45:00 | 2025-04-10 01:00:00 | | GRAZ | | |
        B03 | | pears | | | HJRK | GRAZ | 9.999 | 0 |
        B04 | Paketwerk | parcels | 2025-04-09 13:45:00 | 2025-04-10 01:00:00 | HANN | KOLN | 1.000 | 15000 |
        """,
    ),
    "stations": written(
        "code VARCHAR | town VARCHAR",
        """
        HBRM | Bremen
        WIEN | Wien
        LUDW | Ludwigshafen
        KASL | Kassel
        HJRK | Jork
        GRAZ | Graz
        HANN | Hannover
        KOLN | Köln
        """,
    ),
}
