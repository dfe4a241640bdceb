"""The source tables of the education authority's project."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from make_projects import Columns, Maker, day, key, moment, name_of, one, serial, whole

FIRST = ("Anna", "ben", "Clara Sofie", "DAVID", " Emil", "Frida ", "Georg", "Hanne", "ida", "Jonas")
LAST = ("Moser", "KELLER", "van Dijk", "Brandt ", "Lind", "Ortega", " Petri", "Quist", "Rossi")
TOWNS = (
    "Elmstead",
    "Norrby",
    "Aldow",
    "Hafen",
    "Kirch",
    "Tarn",
    "Milow",
    "Oster",
    "Vik",
    "Brede",
    "Sund",
    "Lauf",
)


def cycle(choices: Sequence[object], step: int = 1) -> Maker:
    """Each choice for so many rows, then the next."""
    return lambda _, number: choices[number // step % len(choices)]


def own_day(start: date, factor: int, span: int) -> Maker:
    """A day that no other row of the table has (factor and span without common divisor)."""
    return lambda _, number: (start + timedelta(days=number * factor % span)).isoformat()


def parent(dice: random.Random, number: int) -> object:
    """A school with a lower code, none, or one that is unknown."""
    own = 1 + number * 7 % 30
    if own in (9, 22):
        return "S099"
    if own < 5 or dice.randrange(100) < 40:
        return None
    return f"S{1 + dice.randrange(own - 1):03d}"


def address(dice: random.Random, number: int) -> object:
    """Street; postcode and town."""
    if number == 6:
        return None
    street = f"{('Church Lane', 'Mill Road', 'Am Anger')[dice.randrange(3)]} {1 + dice.randrange(60)}"
    return street if number % 7 == 3 else f"{street}; {4100 + number} {TOWNS[dice.randrange(12)]}"


def guardian_name(dice: random.Random, number: int) -> object:
    """Last name, comma, first name; sometimes only a last name."""
    last = LAST[dice.randrange(len(LAST))]
    return last if number % 11 == 4 else f"{last}, {FIRST[dice.randrange(len(FIRST))]}"


PHONE = one(
    "061 555 12 34", "+41 61/555 98 77", "0041615550000", "none", "555-12", "", "  ", None, "079.555.44.33"
)
MAIL = one("Anna@Mail.example", "ben@post.example", "", "   ", None, "OFFICE@school.example")
SCHOOL_NAMES = ("Linden", " Upper", "Saint Olaf", "North", " Harbour", "Weir", "Old Mint", "Abbey", "Quarry")
BIRTHS = ["01.02.2012", "02.02.2012", "29.02.2016", "31.01.2010", "15.11.2006", "07.08.2018"]
STARTS = ["2023-08-01", "2024-07-31", "2024-08-01", "2024-01-08", "2023-12-31", "2022-09-12", "2024-02-29"]
EXAMS = ["2024-01-17", "2024-03-05", "2024-07-31", "2024-08-01", "2024-12-31", "2025-01-01", "2025-01-22"]
SUBJECTS = ("Maths", "German", "French", "Biology", "History", "Music", "Art")
PLANS = [name + plan for name in SUBJECTS for plan in ("", " I", " (new plan)")]

TABLES: dict[str, tuple[int, Columns]] = {
    "MUNICIPALITY": (
        12,
        {
            "MUN_CD": ("VARCHAR", serial(1, "M", 2)),
            "MUN_NAME": ("VARCHAR", cycle(TOWNS)),
        },
    ),
    "SCHOOL": (
        30,
        {
            "SCH_CODE": ("VARCHAR", lambda _, number: f"S{1 + number * 7 % 30:03d}"),
            "SCH_NAME": ("VARCHAR", name_of(SCHOOL_NAMES, ("School", "College ", "Campus", "Annex"))),
            "SCH_TYPE": ("VARCHAR", one("PS", "PS", "LS", "US", "us", " SP", "ZZ", None)),
            "MUN_CD": ("VARCHAR", key(1, 14, "M", 2, 8)),
            "PARENT_SCH": ("VARCHAR", parent),
            "ADDRESS": ("VARCHAR", address),
            "CAPACITY": ("INTEGER", one(0, None, 60, 100, 101, 180, 250, 251, 640)),
            "HEAD_NAME": ("VARCHAR", name_of(FIRST, LAST, missing=10)),
            "CLOSED_ON": ("DATE", one(None, None, None, "2024-07-31", "2025-02-01", "2025-07-31")),
        },
    ),
    "PUPIL": (
        130,
        {
            "PUPIL_NO": ("VARCHAR", serial(1, "P", 5)),
            "FIRST_NAME": ("VARCHAR", one(*FIRST, None, "", "  ")),
            "LAST_NAME": ("VARCHAR", name_of(LAST)),
            "SEX_CD": ("VARCHAR", one("M", "F", "m", "F ", "X", "9", None, "")),
            "BIRTH_TXT": ("VARCHAR", one(*BIRTHS, "", None)),
            "HOME_MUN": ("VARCHAR", key(1, 14, "M", 2, 6)),
            "NAT_ID": ("VARCHAR", one("756.1234.5678.97", "756.9217.0769.85", "75698", "417", "", None)),
            "PHONE_1": ("VARCHAR", PHONE),
            "PHONE_2": ("VARCHAR", PHONE),
            "EMAIL": ("VARCHAR", MAIL),
            "MOTHER_TONGUE": ("VARCHAR", one("deu", "fra", "", None, "tur")),
            "REG_EPOCH": ("BIGINT", whole(1500000000, 1735689599, 6)),
            "DEL_FLAG": ("VARCHAR", one("N", "N", "N", "N", "Y", "y", "", None)),
        },
    ),
    "GUARDIAN": (
        110,
        {
            "GUARD_NO": ("INTEGER", serial(1)),
            "NAME_TXT": ("VARCHAR", guardian_name),
            "PHONE_PRIV": ("VARCHAR", PHONE),
            "MOBILE": ("VARCHAR", one("079 555 10 20", "", None, "+41 78 555 33 11", "   ")),
            "EMAIL": ("VARCHAR", MAIL),
            "LANG_CD": ("VARCHAR", one("D", "d", "F", "I", "E", "TR", "", None)),
            "POST_CD": ("VARCHAR", one("4102", "412", "4110", "79539", "", None)),
            "UPDATED_ON": ("TIMESTAMP", moment(5)),
        },
    ),
    "PUPIL_GUARDIAN": (
        150,
        {
            "LINK_ID": ("INTEGER", serial(1)),
            "PUPIL_NO": ("VARCHAR", key(1, 135, "P", 5)),
            "GUARD_NO": ("INTEGER", key(1, 125)),
            "REL_CD": ("VARCHAR", one("MO", "FA", "GM", None)),
            "VALID_FLG": ("VARCHAR", one("Y", "Y", "Y", "N", None)),
        },
    ),
    "ENROLMENT": (
        220,
        {
            "ENR_ID": ("INTEGER", serial(7001)),
            "PUPIL_NO": ("VARCHAR", key(1, 136, "P", 5)),
            "SCH_CODE": ("VARCHAR", key(1, 33, "S", 3, 4)),
            "START_DT": ("DATE", one(None, *STARTS)),
            "END_DT": ("DATE", day(55, 600)),
            "GRADE_LVL": ("INTEGER", one(-1, 0, 1, 3, 4, 6, 7, 9, 10, 12, None)),
            "CLASS_CD": ("VARCHAR", one("a", "B", "c2", None, "d")),
            "REASON_TXT": ("VARCHAR", one("moved away", "Change of school", "", None)),
        },
    ),
    "ATTEND_MARK": (
        300,
        {
            "MARK_ID": ("INTEGER", serial(1)),
            "PUPIL_NO": ("VARCHAR", key(1, 26, "P", 5)),
            "MARK_DT": ("DATE", day(4, 125)),
            "MARK_CD": ("VARCHAR", one("P", "P", "p", "L", "l ", "A", "A", "a", "E", "X", None)),
            "MIN_LATE": ("INTEGER", one(5, 12, 30, 0, None)),
        },
    ),
    "SUBJECT_RULE": (
        21,
        {
            "SUBJ_CD": ("VARCHAR", cycle(("MAT", "GER", "FRE", "BIO", "HIS", "MUS", "ART"), 3)),
            "SUBJ_NAME": ("VARCHAR", cycle(PLANS)),
            "VALID_FROM": ("DATE", cycle(("2024-02-01", "2024-08-01", "2025-01-01"))),
            "VALID_TO": ("DATE", cycle(("2024-08-01", "2025-01-01", None))),
            "PASS_PCT": ("DECIMAL(5,1)", one("50.0", "55.0", "60.0", "40.0")),
        },
    ),
    "EXAM_RESULT": (
        260,
        {
            "RES_ID": ("INTEGER", lambda _, number: 1 + number * 77 % 260),
            "PUPIL_NO": ("VARCHAR", key(1, 38, "P", 5)),
            "SUBJ_CD": ("VARCHAR", one("MAT", "GER", "FRE", "BIO", "HIS", "PHY", None)),
            "EXAM_DT": ("DATE", one(*EXAMS)),
            "SCORE": ("DECIMAL(6,1)", one("0.0", "12.5", "24.0", "30.0", "33.0", "41.5", "55.0", None)),
            "MAX_SCORE": ("DECIMAL(6,1)", one("60.0", "60.0", "100.0", "60.0", "0.0", None)),
            "STATE_CD": ("VARCHAR", one("OK", "OK", "OK", "V", "v", None)),
        },
    ),
    "STAFF_CONTRACT": (
        140,
        {
            "CONTRACT_NO": ("INTEGER", serial(301)),
            "STAFF_NO": ("INTEGER", key(1, 52)),
            "STAFF_NAME": ("VARCHAR", name_of(("Ines", "Karl", "Lea"), ("Holm", "Frei", "Stern"))),
            "SCH_CODE": ("VARCHAR", key(1, 30, "S", 3)),
            "ROLE_CD": ("VARCHAR", one("T", "T", "t", "H", "A", " C", "Z", None)),
            "FTE_TXT": ("VARCHAR", one("1,00", "0,75", "0,5", "0,6", "", None)),
            "PAY_TXT": ("VARCHAR", one("4.812,50", "987,60", "6.105,00", "12.000", None, "5.333,20")),
            "START_DT": ("DATE", own_day(date(2021, 3, 1), 37, 1400)),
            "END_DT": ("DATE", one(None, None, "2025-02-01", "2025-01-31")),
        },
    ),
    "VENDOR": (
        30,
        {
            "VEND_NO": ("INTEGER", serial(1)),
            "VEND_NAME": ("VARCHAR", name_of(("Paper", "Desk", "Chalk", "Bytes"), ("& Sons", "Ltd", "AG"))),
            "BLOCKED": ("VARCHAR", one("N", "N", "N", "Y", None)),
        },
    ),
    "PO_HEAD": (
        120,
        {
            "PO_NO": ("INTEGER", serial(1)),
            "SCH_CODE": ("VARCHAR", key(1, 14, "S", 3, 10)),
            "VEND_NO": ("INTEGER", key(1, 34, missing=3)),
            "ORDERED_ON": ("DATE", day(0, 330)),
            "DELIVERED_ON": ("DATE", day(30, 420)),
            "STATUS_NO": ("INTEGER", one(10, 20, 20, 30, 30, 90, 55, None)),
            "BUYER": ("VARCHAR", name_of(("I.", "K.", "L."), ("Holm", "Frei"), missing=7)),
        },
    ),
    "PO_LINE": (
        280,
        {
            "LINE_ID": ("INTEGER", serial(1)),
            "PO_NO": ("INTEGER", key(1, 128)),
            "QTY": ("INTEGER", one(0, 1, 2, 5, 10, 12, 50, -1, None)),
            "UNIT_CENT": ("INTEGER", one(250, 1990, 10000, 12500, 89900, None)),
            "VAT_CD": ("VARCHAR", one("N", "N", "R", "r", "Z", None)),
        },
    ),
    "GRANT_PAY": (
        170,
        {
            "PAY_ID": ("INTEGER", serial(1)),
            "SCH_CODE": ("VARCHAR", key(1, 18, "S", 3, 3)),
            "FUND_CD": ("VARCHAR", one("SF", "MF", "EU", "eu", "OT", None)),
            "PAY_DT": ("DATE", day(4, 330)),
            "AMT_CENT": ("BIGINT", one(0, 150000, 2499950, 99999, 480010, None, 1000001)),
            "STATE_CD": ("VARCHAR", one("PAID", "PAID", "paid", "RECL", "OPEN", None)),
        },
    ),
    "BUS_PASS": (
        80,
        {
            "PASS_NO": ("VARCHAR", serial(5001, "B-")),
            "PUPIL_NO": ("VARCHAR", lambda _, number: f"P{1 + number * 3 % 80:05d}"),
            "ZONES": ("INTEGER", one(1, 2, 3, None, 0)),
            "PRICE_TXT": ("VARCHAR", one("365,00", "1.095,50", "", None, "48,9")),
            "ISSUED_TXT": ("VARCHAR", day(10, 400, "%d/%m/%Y")),
            "BEARER_NOTE": ("VARCHAR", one("lost once", None, "", "free ride")),
        },
    ),
    "TRANSIT_CARD": (
        85,
        {
            "CARD_UID": ("VARCHAR", serial(1, "TC", 6)),
            "PUPIL_REF": ("INTEGER", serial(46)),
            "ZONES": ("INTEGER", one(1, 2, 4, None)),
            "PRICE_CENT": ("INTEGER", one(36500, 0, 109550, None, 4890)),
            "ISSUED_ON": ("DATE", day(8, 400)),
            "DIST_M": ("INTEGER", one(870, 1500, 2449, 2451, 12345, None)),
        },
    ),
}
