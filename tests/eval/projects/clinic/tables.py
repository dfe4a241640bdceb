"""The source tables of the hospital project."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from make_projects import Columns, Maker, day, key, name_of, one, serial, whole

GIVEN = ("Anna", "Birk", "Cem", "Dora", "Edda", "Falk", "Gitte", "Henk")
FAMILY = ("Amsel", "Brandt", "Cordes", "Dohm", "Ehlers", "Freund", "Gruber", "Hagen")
STREETS = ("Hafenstr. 3", "Am Markt 12", "Lindenweg 7a", "Ringallee 101", "Alte Gasse 5")
ICD = ("E11.9", " e11.9", "E11.9+", "I10", "i10-", "J45.0*", "C50.9!", "C50.9", "Z99.1", " I10 ", None)
DRUGS = ("N02BE01", "A10BA02", "a10ba02", "C09AA05", "J01CA04", "X99ZZ01")
CODES = (
    ("SEX", "M", 8507, "male", "2000-01-01", None),
    ("SEX", "F", 8532, "female", "2000-01-01", None),
    ("SEX", "D", 8521, "other", "2018-12-22", None),
    ("SPEC", "CAR", 38004451, "cardiology", "2000-01-01", None),
    ("SPEC", "SUR", 38004447, "general surgery", "2000-01-01", None),
    ("SPEC", "PED", 38004477, "paediatrics", "2000-01-01", None),
    ("SPEC", "ONC", 38004507, "oncology", "2000-01-01", None),
    ("SPEC", "D", 38004452, "dermatology", "2000-01-01", None),
    ("ICD", "E11.9", 201826, "diabetes type 2", "2010-01-01", "2024-07-01"),
    ("ICD", "E11.9", 201827, "diabetes type 2 without complication", "2024-07-01", None),
    ("ICD", "I10", 320128, "hypertension", "2010-01-01", None),
    ("ICD", "J45.0", 257581, "allergic asthma", "2024-04-01", None),
    ("ICD", "C50.9", 137809, "breast cancer", "2010-01-01", "2024-10-01"),
    ("ICD", "C50.9", 137810, "breast cancer, unspecified", "2024-10-01", "2025-01-01"),
    ("DRUG", "N02BE01", 1125315, "paracetamol", "2010-01-01", None),
    ("DRUG", "A10BA02", 1503297, "metformin", "2010-01-01", None),
    ("DRUG", "C09AA05", 1334456, "ramipril", "2010-01-01", "2024-12-05"),
    ("DRUG", "J01CA04", 1713332, "amoxicillin (old)", "2010-01-01", "2024-08-27"),
    ("DRUG", "J01CA04", 1713333, "amoxicillin", "2024-08-27", None),
    ("DRUG", "J07BB02", 40213144, "influenza vaccine", "2010-01-01", None),
    ("DRUG", "J07AM51", 40213230, "tetanus and diphtheria vaccine", "2010-01-01", None),
    ("ROUTE", "M", 4302612, "intramuscular", "2000-01-01", None),
    ("ROUTE", "F", 4132161, "by feeding tube", "2000-01-01", None),
)
CONVERSIONS = (
    ("GLU", "mg/dL", "mmol/L", "0.055500", None),
    ("HB", "g/L", "g/dL", "0.100000", None),
    ("CREA", "mg/dL", "umol/L", "88.420000", None),
    ("HBA1C", "%", "mmol/mol", "10.930000", "-23.500000"),
    ("TEMP", "degF", "degC", "0.555556", "-17.777778"),
)
WARDS = (
    ("W01", "Ward 1 North", "Medicine", 24, "Hafenstr. 3", "01067", "Nordhafen", None),
    ("W02", "Ward 2 North", "Medicine", 30, "Hafenstr. 3", "1067", "NORDHAFEN", None),
    ("W03", "Ward 3 South", "Surgery", 18, "Hafenstr. 5", "D-01067", "nordhafen", None),
    ("W04", "Day Clinic", None, 0, "Klinikring 1", "01099", "Nordhafen", None),
    ("W05", "Emergency", "", None, "Klinikring 1", "01099", "Nordhafen ", None),
    ("W06", "Children", "Paediatrics", 12, "Klinikring 1a", "01099", "Nordhafen", "2024-08-20"),
    ("W07", None, "Oncology", 16, None, None, "bad ems", None),
    ("W08", "Intensive Care", "Surgery", 8, "Klinikring 2", "1099", "Nordhafen", "2024-11-30"),
    ("W09", "Isolation", "Medicine", 4, "Klinikring 9", "", None, None),
)


def column(rows: Sequence[Sequence[object]], place: int) -> Maker:
    """The column of a table written out here."""
    return lambda _, number: rows[number][place]


def mostly(make: Maker, share: int, *others: object) -> Maker:
    """The maker's value in so many of a hundred rows, else one of the others."""
    return lambda dice, number: make(dice, number) if dice.randrange(100) < share else dice.choice(others)


def sticky(salt: str, every: int, make: Maker) -> Maker:
    """In each n-th row the value of the row before."""

    def value(_: random.Random, number: int) -> object:
        row = number - 1 if number % every == every - 1 else number
        return make(random.Random(f"{salt}/{row}"), row)

    return value


def start_of(step: int, span: int) -> Callable[[int], datetime]:
    """A moment that follows from the row's number; no two rows share a day."""
    return lambda number: (
        datetime(2024, 1, 1) + timedelta(days=number * step % span, minutes=(number * 137 + 41) % 1440)
    )


def begin(step: int, span: int, form: str, missing: int = 0) -> Maker:
    """The moment of the row, missing in so many of a hundred."""
    return lambda dice, number: (
        None if dice.randrange(100) < missing else start_of(step, span)(number).strftime(form)
    )


def later(step: int, span: int, form: str, gaps: Sequence[int | None]) -> Maker:
    """So many hours after the row's moment."""

    def make(dice: random.Random, number: int) -> object:
        gap = dice.choice(gaps)
        return None if gap is None else (start_of(step, span)(number) + timedelta(hours=gap)).strftime(form)

    return make


def born(dice: random.Random, _: int) -> object:
    """A birthday as text; of some only the year is known."""
    value = date(1932, 1, 1) + timedelta(days=dice.randrange(33750))
    return dice.choice(
        (value.strftime("%d.%m.%Y"),) * 8
        + (value.strftime("00.00.%Y"), "05.11.2024", "20.09.2006", "10.07.1959", dice.choice(("", None)))
    )


def epoch(dice: random.Random, number: int) -> object:
    """Seconds since 1970 of a moment in the span of the data."""
    seconds = 1704067200 + (number * 83 % 400) * 86400
    return seconds + dice.choice((0, 1, 43200, 86399))


MOMENT = "%Y-%m-%d %H:%M:%S"
DAY = "%Y-%m-%d"
PATIENT = mostly(key(1, 44, "P", 4), 92, "P0171", "P9001", "P0150", "P0165")
TEST = sticky("lab/test", 6, one("GLU", "HB", "CREA", "HBA1C", "TEMP", "TSH"))


def registered(dice: random.Random, number: int) -> object:
    """The day of death in the registry, near the one the hospital may know."""
    days = dice.choice((0, 0, 1, -2, 30, -30, 31, 60))
    return (start_of(23, 400)(number * 3 + 1) + timedelta(days=days)).strftime("%Y%m%d")


def unit(dice: random.Random, number: int) -> object:
    """A unit that mostly fits the test of the row."""
    usual = {row[0]: (row[1], row[1].upper(), f" {row[1]} ", row[2]) for row in CONVERSIONS}
    return dice.choice((*usual.get(str(TEST(dice, number)), ("mU/L", " mU/L", "mIU/L")), "mg/dL", None))


PAT: Columns = {
    "pat_no": ("VARCHAR", serial(1, "P", 4)),
    "surname": ("VARCHAR", mostly(name_of(FAMILY), 94, "ZZTEST", "zztest Muster", "Zztest-7", None)),
    "given": ("VARCHAR", name_of(GIVEN, missing=4)),
    "born": ("VARCHAR", born),
    "sex": ("VARCHAR", one("M", "F", "m", "F", "M", "f", "D", "9", None)),
    "dead_on": ("DATE", mostly(begin(23, 400, DAY), 25, None)),
    "gp_id": ("INTEGER", key(1, 52, missing=15)),
    "nation": ("VARCHAR", one("DEU", "DEU", "POL", "tur", "", None)),
    "lang": ("VARCHAR", one("de", "de", "pl", "tr", None)),
    "marital": ("VARCHAR", one("S", "M", "P", "D", "W", "m", " ", "", "L", None)),
    "tel": (
        "VARCHAR",
        one("0351/44 71-20", "+49 30 998877", "112", "privat", "0170-5550 186", "", None),
    ),
    "merged_into": ("VARCHAR", mostly(key(1, 170, "P", 4), 11, None)),
    "upd_ts": ("TIMESTAMP", begin(7, 700, MOMENT, 4)),
}

OPTOUT: Columns = {
    "pat_no": ("VARCHAR", key(1, 175, "P", 4)),
    "signed_on": ("DATE", day()),
    "revoked_on": ("DATE", day(65)),
}

ADDR: Columns = {
    "addr_id": ("INTEGER", serial(1)),
    "pat_no": ("VARCHAR", key(1, 178, "P", 4)),
    "street": ("VARCHAR", mostly(one(*STREETS), 94, None)),
    "zip": (
        "VARCHAR",
        one("01067", "1067", "D-01067", " 45127", "D 80331", "80331", "99", "n/a", "", None),
    ),
    "town": ("VARCHAR", one("Nordhafen", "NORDHAFEN", " bad ems", "Bad Ems", "halle ", None)),
    "since": ("DATE", begin(37, 900, DAY, 5)),
}

STAFF: Columns = {
    "staff_id": ("INTEGER", serial(1)),
    "full_name": (
        "VARCHAR",
        name_of(("Dr. med.", "Dr.", "Prof. Dr. med.", "Dipl.-Psych.", ""), GIVEN, FAMILY, missing=3),
    ),
    "spec": ("VARCHAR", one("CAR", "car", " SUR ", "PED", "ONC", "XXX", "D", None)),
    "yob": ("INTEGER", whole(1955, 1996, 6)),
    "sex": ("VARCHAR", one("M", "F", None)),
    "licence": (
        "VARCHAR",
        mostly(key(1000, 999999, "LN-"), 70, "LN 55 12 780", "LN-1234567890", "pending", None),
    ),
    "pager": ("VARCHAR", key(100, 999, missing=20)),
    "left_on": ("DATE", mostly(day(), 25, None, None, None, "2024-12-31", "2025-01-01")),
}

WARD: Columns = {
    "ward_cd": ("VARCHAR", column(WARDS, 0)),
    "ward_name": ("VARCHAR", column(WARDS, 1)),
    "dept": ("VARCHAR", column(WARDS, 2)),
    "beds": ("INTEGER", column(WARDS, 3)),
    "street": ("VARCHAR", column(WARDS, 4)),
    "zip": ("VARCHAR", column(WARDS, 5)),
    "town": ("VARCHAR", column(WARDS, 6)),
    "closed_on": ("DATE", column(WARDS, 7)),
}

ENC: Columns = {
    "enc_id": ("INTEGER", serial(5001)),
    "pat_no": ("VARCHAR", PATIENT),
    "kind": ("VARCHAR", one("IP", "IP", "ip", "OP", "ER", "er", "DC", "TEL", "XX", None)),
    "adm_ts": ("TIMESTAMP", begin(103, 430, MOMENT)),
    "dis_ts": (
        "TIMESTAMP",
        later(103, 430, MOMENT, (0, 2, 5, 30, 77, 150, 260, 740, -30, None, None)),
    ),
    "adm_from": ("VARCHAR", one("home", "GP", "transfer", "", None)),
    "dis_to": ("VARCHAR", one("home", "home", "rehab", "died", None)),
    "ward": ("VARCHAR", mostly(key(1, 9, "W", 2), 92, "W99", None)),
    "att_id": ("INTEGER", key(1, 47, missing=5)),
    "ref_id": ("INTEGER", key(1, 60, missing=35)),
    "state": ("VARCHAR", one("F", "F", "F", "F", "F", "F", "C", "P", None)),
}

DX: Columns = {
    "dx_id": ("INTEGER", serial(70001)),
    "enc_id": ("INTEGER", mostly(key(5001, 5170), 80, 5301, 5299, 5250, 5231, 5222, None)),
    "icd": ("VARCHAR", one(*ICD)),
    "role": ("VARCHAR", one("MAIN", "SEC", "SEC", "sec", "main", "ADM", None)),
    "certainty": ("VARCHAR", one("G", "G", "G", "V", "Z", "A", None)),
    "dx_on": (
        "DATE",
        mostly(day(10, 430), 70, "2024-07-01", "2024-06-30", "2024-10-01", "2024-12-31", "2025-01-01"),
    ),
    "poa": ("VARCHAR", one("Y", "N", "y", "1", "0", "U", None)),
    "coder": ("VARCHAR", one("kb1", "kb2", "auto", None)),
}

RX: Columns = {
    "rx_id": ("INTEGER", serial(300)),
    "pat_no": ("VARCHAR", mostly(key(1, 18, "P", 4), 93, "P0120", "P0166", "P9002", None)),
    "drug_cd": ("VARCHAR", mostly(one(*DRUGS), 97, None)),
    "start_on": ("DATE", begin(61, 420, DAY, 4)),
    "stop_on": ("DATE", later(61, 420, DAY, (0, 72, 336, 720, 1080, 1440, -48, None))),
    "qty_txt": ("VARCHAR", one("30", "1.250,00", "12,5", "0", "-5,00", "100,0", "1 Pck", "", None)),
    "scheme": (
        "VARCHAR",
        one("1-0-1", "1-1-1-1", "0-0-1", "2", "2-0-12", "p.r.n.", "1-0-x", "", None),
    ),
    "route": ("VARCHAR", one("po", "iv", "sc", None)),
    "doc_id": ("INTEGER", key(1, 45, missing=8)),
    "stop_why": ("VARCHAR", one(None, None, "side effect", "no effect", "done")),
}

DISP: Columns = {
    "disp_no": ("INTEGER", serial(300)),
    "pat_no": ("VARCHAR", mostly(key(1, 18, "P", 4), 94, "P0121", "P9003")),
    "drug_cd": ("VARCHAR", one(*DRUGS)),
    "disp_epoch": ("BIGINT", epoch),
    "packs": ("INTEGER", one(1, 1, 2, 3, -1, 0, None)),
    "pack_size": ("INTEGER", one(20, 50, 100, None)),
    "days_supply": ("INTEGER", one(1, 10, 30, 60, 90, 0, None)),
}

VACC: Columns = {
    "vac_id": ("INTEGER", serial(1)),
    "pat_no": ("VARCHAR", key(1, 176, "P", 4)),
    "drug_cd": ("VARCHAR", one("J07BB02", "J07AM51", "J07XX99")),
    "given_on": ("DATE", begin(43, 400, DAY)),
    "lot": ("VARCHAR", mostly(key(100, 999, "L-"), 85, "", None)),
    "refused": ("VARCHAR", one("N", "N", "N", "Y", None)),
}

LAB: Columns = {
    "lab_no": ("INTEGER", serial(900001)),
    "pat_no": ("VARCHAR", sticky("lab/pat", 6, mostly(key(1, 45, "P", 4), 94, "P0130", "P9004"))),
    "enc_id": ("INTEGER", key(5001, 5310, missing=25)),
    "test": ("VARCHAR", TEST),
    "result": (
        "VARCHAR",
        one(
            "5,4",
            "98",
            "101.3",
            "6,7",
            "<0,5",
            "> 200",
            "12.7",
            "neg",
            "POS",
            " haemolysed ",
            "",
            None,
        ),
    ),
    "unit": ("VARCHAR", unit),
    "lo": ("DECIMAL(8,2)", one("3.50", "5.40", "60.00", None)),
    "hi": ("DECIMAL(8,2)", one("6.10", "98.00", "150.00", None)),
    "taken_ts": ("TIMESTAMP", sticky("lab/taken", 6, begin(71, 430, MOMENT, 3))),
    "valid_ts": ("TIMESTAMP", later(71, 430, MOMENT, (1, 3, 7, 26, None))),
    "flag": ("VARCHAR", one("V", "V", "V", "V", "X", None)),
}

UNITCONV: Columns = {
    "test": ("VARCHAR", column(CONVERSIONS, 0)),
    "from_unit": ("VARCHAR", column(CONVERSIONS, 1)),
    "std_unit": ("VARCHAR", column(CONVERSIONS, 2)),
    "factor": ("DECIMAL(12,6)", column(CONVERSIONS, 3)),
    "shift": ("DECIMAL(12,6)", column(CONVERSIONS, 4)),
}

CODE_LIST: Columns = {
    "list_nm": ("VARCHAR", column(CODES, 0)),
    "code": ("VARCHAR", column(CODES, 1)),
    "concept_id": ("INTEGER", column(CODES, 2)),
    "label": ("VARCHAR", column(CODES, 3)),
    "valid_from": ("DATE", column(CODES, 4)),
    "valid_to": ("DATE", column(CODES, 5)),
}

DTHREG: Columns = {
    "pat_no": ("VARCHAR", lambda _, number: f"P{number * 3 + 2:04d}"),
    "died": ("VARCHAR", mostly(registered, 80, "", "00000000", None)),
    "icd": ("VARCHAR", one("I21.9", "C50.9", "J18.9", None)),
    "place": ("VARCHAR", one("hospital", "home", "care home", "", None)),
}

TABLES: dict[str, tuple[int, Columns]] = {
    "pat": (170, PAT),
    "optout": (22, OPTOUT),
    "addr": (260, ADDR),
    "staff": (45, STAFF),
    "ward": (len(WARDS), WARD),
    "enc": (300, ENC),
    "dx": (480, DX),
    "rx": (330, RX),
    "disp": (180, DISP),
    "vacc": (90, VACC),
    "lab": (560, LAB),
    "unitconv": (len(CONVERSIONS), UNITCONV),
    "codes": (len(CODES), CODE_LIST),
    "dthreg": (58, DTHREG),
}
