"""The landing tables of the grid operator: meter points, readings, contracts, weather, events, vehicles, charging."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from make_projects import Columns, Maker, key, money, name_of, one, serial, whole

FIRST = ("Ada", "Bo", "cleo", "Dan", "Ela", "Finn", "")
LAST = ("Adler", "Berg", "Costa", "dietz", "Evans", "Fuchs", "Gomez")
BASE = datetime(2024, 9, 20, 6)
EPOCH = datetime(1970, 1, 1)
IN_CLUSTER = (0, 1, 2, 2, 5)
STAMP = "%Y-%m-%d %H:%M:%S"


def again(make: Maker, back: int, start: int) -> Maker:
    """The same value as so many rows before, from the given row on."""
    seen: list[object] = []

    def repeat(dice: random.Random, number: int) -> object:
        seen.append(make(dice, number) if number < start else seen[number - back])
        return seen[number]

    return repeat


def street(dice: random.Random, number: int) -> object:
    """Street; post code; town, with parts missing here and there."""
    road = f"{('Mill Lane', 'Harbour Rd', 'Oak Street')[dice.randrange(3)]} {number + 1}"
    town = ("north haven", "OAKFIELD", "Port ellis", " east marsh ")[dice.randrange(4)]
    return (
        f"{road}; {10000 + number}; {town}",
        f"{road};{10000 + number}",
        f"{road};{20000 + number};{town}",
        None,
    )[3 if number % 13 == 12 else 1 if number % 9 == 8 else (number % 2) * 2]


def region_text(dice: random.Random, number: int) -> object:
    """The region as typed: given for the points that are read, anything for the others."""
    if number < 10:
        return ("R01", "r02", " R03 ", "R04", "r01", "R04", "R06", "R05", None, "R02")[number]
    return ("R05", "r06", "R77", "", " R09", "R01")[dice.randrange(6)]


def read_moment(number: int) -> datetime:
    point, step = number % 10, number // 10
    hours = step // 5 * 83 + IN_CLUSTER[step % 5] + point % 3
    return BASE + timedelta(hours=hours, minutes=30 if step % 5 == 3 else 0)


def load_moment(_: random.Random, number: int) -> object:
    """When the reading came in: of two in one hour, the earlier or the later one may be the last to come."""
    hours = -2 if number // 10 % 5 == 3 and number % 2 else 2
    return (read_moment(number) + timedelta(hours=hours)).strftime(STAMP)


def state_text(dice: random.Random, number: int) -> object:
    """A meter state in continental notation; point 5 is swapped, points 7 and 8 stand still."""
    point, step = number % 10, number // 10
    hours = (read_moment(number) - BASE).total_seconds() / 3600
    if number % 47 == 40:
        return (None, "", "n/a", "---")[number // 47 % 4]
    state = (point + 1) * 900 + hours * (0.35 + point * 0.8) + dice.randrange(300) / 1000
    if point == 4 and step >= 15:
        state -= 4400
    if point in (6, 7):
        state = 1510.5 + point
    text = f"{state:,.3f}".replace(",", "_").replace(".", ",").replace("_", ".")
    return f" {text} " if number % 11 == 3 else text


def contract_start(dice: random.Random, number: int) -> object:
    """Three contracts a point, one after the other; two of them begin while readings come in."""
    point, turn = number % 36, number // 36
    if turn == 2 and point < 3:
        return ("2024-10-04", "2024-09-30", "2024-09-24")[point]
    if number in (19, 48, 90):
        return None
    return (date(2023, 6, 1) + timedelta(days=turn * 200 + dice.randrange(150))).isoformat()


def contract_status(dice: random.Random, number: int) -> object:
    return "A" if number % 36 < 3 else ("A", "A", "A", "P", "X", None)[dice.randrange(6)]


def tariff_limit(number: int, end: bool) -> object:
    """Three ranges a tariff, the third without an end for every second tariff."""
    code, turn = number % 10, number // 10 + end
    if turn == 3:
        return None if code % 2 == 0 else "2024-10-07"
    return ("2024-01-01", f"2024-09-{23 + code % 2 * 4}", "2024-10-01" if code % 3 else "2024-10-04")[turn]


def weather_moment(number: int) -> datetime:
    step = number // 4
    hour = (0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7)[step % 12]
    return BASE + timedelta(hours=step // 12 * 83 + hour, minutes=45 if step % 12 in (1, 4, 7, 10) else 5)


def event_moment(dice: random.Random, _: int) -> object:
    moment = BASE + timedelta(hours=dice.randrange(6) * 83 + dice.randrange(8), minutes=dice.randrange(60))
    return moment.strftime(STAMP)


def trip_second(number: int) -> int:
    return int((BASE - EPOCH).total_seconds()) + number * 9973


def trip_end(dice: random.Random, number: int) -> object:
    return (
        (0, None)[number % 2]
        if number % 14 == 5 or number % 33 == 6
        else trip_second(number) + dice.randrange(9000)
    )


def plug_moment(number: int, minutes: int) -> str:
    return (BASE + timedelta(minutes=number * 239 + minutes)).strftime(STAMP)


def plug_out(dice: random.Random, number: int) -> object:
    return None if dice.randrange(100) < 8 else plug_moment(number, dice.randrange(9, 300))


def roaming_start(_: random.Random, number: int) -> object:
    return (BASE + timedelta(minutes=number * 307)).strftime("%m/%d/%Y %I:%M %p")


def plate(dice: random.Random, number: int) -> object:
    """A number plate, hyphens and blanks set at will; some belong to no vehicle."""
    digits = 1000 + dice.randrange(34)
    return (f"B-GR {digits}", f"b gr {digits}", f"BGR{digits}")[number % 3]


def closing(dice: random.Random, number: int) -> object:
    return (
        None
        if number % 3 == 1
        else (date(2024, 5, 1) + timedelta(days=number + dice.randrange(30))).isoformat()
    )


TABLES: dict[str, tuple[int, Columns]] = {
    "LND_REGION": (
        30,
        {"REG_CD": ("VARCHAR", serial(1, "R", 2)), "REG_NM": ("VARCHAR", serial(1, "Network area "))},
    ),
    "LND_MP": (
        40,
        {
            "MP_ID": ("VARCHAR", serial(1, "MP", 3)),
            "EAN": (
                "VARCHAR",
                one("54 1448 9200 7012", "541448-920071111", "EAN541448920", "unknown", None, ""),
            ),
            "METER_TYPE": ("VARCHAR", one("AMR", " AMR", "ferraris ", "AMI", "   ", None)),
            "PHASES": ("INTEGER", one(1, 3, 3, None)),
            "FEEDER": ("VARCHAR", key(1, 9, "F-", 2, missing=10)),
            "ADDR": ("VARCHAR", street),
            "REGION_CD": ("VARCHAR", region_text),
            "GRID_LVL": ("VARCHAR", one("L", "L", "M", "H", "l", "Z", None)),
            "CONN_W": ("INTEGER", one(3680, 11000, 22000, 0, None, 34500)),
            "INST_DT": (
                "VARCHAR",
                one(
                    "01.10.2014",
                    "30.09.2014",
                    "17.03.2019",
                    "05.11.2024",
                    "00.00.0000",
                    "29.12.1998",
                    None,
                    "",
                ),
            ),
        },
    ),
    "LND_READ": (
        300,
        {
            "MP_ID": ("VARCHAR", lambda _, n: "MP990" if n % 10 == 9 else f"MP{n % 10 + 1:03d}"),
            "READ_TS": ("TIMESTAMP", lambda _, n: read_moment(n).strftime(STAMP)),
            "METER_STATE": ("VARCHAR", state_text),
            "QUAL": ("VARCHAR", one("M", "M", "M", "E", "S", "m", None)),
            "SENSOR": ("VARCHAR", lambda _, n: f"S{n % 10 + 500}"),
            "UNIT": ("VARCHAR", one("kWh")),
            "FILE_NM": (
                "VARCHAR",
                lambda d, n: f"mscons_{20240920 + n // 100}_{d.randrange(1, 1300):04d}.txt",
            ),
            "LOAD_TS": (
                "TIMESTAMP",
                load_moment,
            ),
        },
    ),
    "LND_CONTRACT": (
        116,
        {
            column: (kind, again(maker, 40, 108))
            for column, (kind, maker) in {
                "CONTR_NO": ("VARCHAR", lambda _, n: f"C-{n + 1:04d}" + (" " if n % 8 == 3 else "")),
                "MP_ID": ("VARCHAR", lambda _, n: f"MP{n % 36 + 1:03d}"),
                "CUST_FN": ("VARCHAR", name_of(FIRST, missing=10)),
                "CUST_LN": ("VARCHAR", name_of(LAST)),
                "EMAIL": ("VARCHAR", one("ada@grid.example", "B.Berg@Mail.example", "none", "", None)),
                "TARIFF_CD": ("VARCHAR", one("STD", "ECO", "NGT", " eco", "XYZ", "", None, "FIX")),
                "PRODUCT": ("VARCHAR", one("Home Plus", "Home Basic ", " Trade", None)),
                "NOTICE_D": ("INTEGER", one(14, 30, 90, None)),
                "START_DT": ("DATE", contract_start),
                "STATUS": ("VARCHAR", contract_status),
                "ONLINE": ("VARCHAR", one("y", "Yes", "J", "no", "0", "1", None)),
            }.items()
        },
    ),
    "LND_TARIFF": (
        30,
        {
            "TARIFF_CD": (
                "VARCHAR",
                lambda _, n: ("STD", "ECO", "NGT", "FIX", "FLX", "SUN", "HEA", "CAR", "BIZ", "OLD")[n % 10],
            ),
            "VALID_FROM": ("DATE", lambda _, n: tariff_limit(n, end=False)),
            "VALID_TO": ("DATE", lambda _, n: tariff_limit(n, end=True)),
            "CT_KWH": ("DECIMAL(8,4)", lambda d, _: f"{d.randrange(18, 41)}.{d.randrange(10000):04d}"),
        },
    ),
    "LND_WEATHER": (
        288,
        {
            "REG_CD": ("VARCHAR", lambda _, n: ("R01", "R02", "r03", "R04")[n % 4]),
            "OBS_TS": ("TIMESTAMP", lambda _, n: weather_moment(n).strftime(STAMP)),
            "TEMP_F": ("INTEGER", whole(28, 76, 12)),
        },
    ),
    "LND_EVENT": (
        220,
        {
            "EVT_ID": ("INTEGER", serial(1)),
            "MP_ID": ("VARCHAR", key(1, 14, "MP", 3, missing=4)),
            "EVT_TS": ("TIMESTAMP", event_moment),
            "EVT_CD": ("INTEGER", one(10, 10, 20, 20, 30, 30, 40, 77, None)),
            "DUR_S": ("INTEGER", lambda d, _: None if d.randrange(100) < 8 else d.randrange(2700) * 2),
        },
    ),
    "LND_VEHICLE": (
        30,
        {
            "VEH_ID": ("VARCHAR", serial(1, "V", 3)),
            "PLATE": ("VARCHAR", serial(1000, "B-GR ")),
            "KIND": ("VARCHAR", one("van", "van", "truck", "TEST", None)),
        },
    ),
    "LND_SITE": (
        30,
        {
            "SITE_ID": ("INTEGER", serial(1)),
            "SITE_NM": ("VARCHAR", serial(1, "Depot ", 2)),
            "REG_CD": ("VARCHAR", one("R01", "R02", "R03", None)),
        },
    ),
    "LND_TRIP": (
        160,
        {
            "TRIP_ID": ("INTEGER", serial(7001)),
            "VEH_ID": ("VARCHAR", key(1, 32, "V", 3)),
            "DRIVER_NO": ("INTEGER", key(300, 330, missing=5)),
            "FROM_SITE": ("INTEGER", key(1, 34, missing=8)),
            "TO_SITE": ("INTEGER", key(1, 34, missing=8)),
            "START_EP": ("BIGINT", lambda _, n: trip_second(n)),
            "END_EP": ("BIGINT", trip_end),
            "DIST_M": ("INTEGER", one(0, 850, 4200, 12750, 38001, 96500, -1, None)),
        },
    ),
    "LND_CHG_DEPOT": (
        110,
        {
            "SESS_ID": ("INTEGER", serial(801)),
            "VEH_ID": ("VARCHAR", key(1, 31, "V", 3, missing=5)),
            "PLUG_IN": ("TIMESTAMP", lambda _, n: plug_moment(n, 0)),
            "PLUG_OUT": ("TIMESTAMP", plug_out),
            "WH": ("INTEGER", whole(0, 58000, 6)),
            "CONNECTOR": ("VARCHAR", one("CCS", "TYPE2", None)),
        },
    ),
    "LND_CHG_ROAM": (
        80,
        {
            "REF": ("VARCHAR", serial(1, "x", 4)),
            "PLATE_TXT": ("VARCHAR", plate),
            "START_TXT": ("VARCHAR", roaming_start),
            "DUR": ("VARCHAR", one("0:25", "1:25", "10:05", "2:00", None, "")),
            "KWH_TXT": ("VARCHAR", one("12,5", "7,125", "41", "0", None, "")),
            "COST": ("DECIMAL(10,2)", money(2, 40, 8)),
            "CURR": ("VARCHAR", one("EUR", "EUR", "CHF", "chf", "GBP", None)),
            "OPERATOR": ("VARCHAR", one("voltnet", "Ampere Go", "", None)),
            "CONN_TYPE": ("VARCHAR", one("CCS", "TYPE2", "CHAdeMO")),
        },
    ),
    "LND_WO": (
        100,
        {
            "WO_NO": ("INTEGER", serial(5001)),
            "MP_ID": ("VARCHAR", key(1, 43, "MP", 3, missing=3)),
            "WO_TYPE": ("VARCHAR", one("repair", "REPAIR", "Swap", "inspect", "", None)),
            "CLOSED_DT": ("DATE", closing),
        },
    ),
    "LND_INVOICE": (
        160,
        {
            "INV_NO": ("INTEGER", serial(90001)),
            "CONTR_NO": ("VARCHAR", key(1, 118, "C-", 4)),
            "KIND": ("VARCHAR", one("I", "I", "I", "C", "D", None)),
            "AMT": ("DECIMAL(10,2)", money(8, 400, 6)),
        },
    ),
}
