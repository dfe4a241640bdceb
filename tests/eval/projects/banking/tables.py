"""The legacy tables of the bank: customers, roles, accounts, loans, cards, rates, balances, postings."""

from __future__ import annotations

import random
from datetime import date, timedelta

from make_projects import FIRST_DAY, Columns, Maker, day, key, moment, money, one, serial, whole

RATE_CURRENCIES = ("USD", "CHF", "GBP")
PRODUCTS = (
    ("GK01", "Girokonto Basis", "Zahlungsverkehr"),
    ("GK02", "Girokonto Premium", "Zahlungsverkehr"),
    ("SP02", "Sparbuch", "Einlagen"),
    ("TG05", "Tagesgeld", "Einlagen"),
    ("DA03", "Darlehenskonto", "Kredit"),
    ("WP04", "Depot", None),
)
BRANCHES = (" Filiale Mitte", "FILIALE NORD ", "filiale süd", "Beratungscenter am RING", "Filiale West")


def listed(place: int) -> Maker:
    """One field of the product list."""
    return lambda _, number: PRODUCTS[number][place]


def again(maker: Maker, salt: int, distinct: int = 130) -> Maker:
    """Rows after the first so many repeat the first ones."""
    return lambda _, number: maker(random.Random(number % distinct * 31 + salt), number % distinct)


def iban(_: random.Random, number: int) -> str:
    return f"DE{10 + number % 89} 5007 0010 {number:04d} 2000 {number % 97:02d}"


def above(_: random.Random, number: int) -> int | None:
    """Four head offices, ten regions, the rest below; a few point nowhere."""
    if number < 4:
        return None
    if number % 13 == 0:
        return 99
    return 1 + number % 4 if number < 14 else 5 + number % 10


def role(dice: random.Random, number: int) -> str:
    """Holders first, then others; the last rows name each guarantor three times."""
    if number >= 318:
        return "BU"
    return "KI" if number < 190 else ("BV", "BU", "BV", "bv")[dice.randrange(4)]


def role_account(dice: random.Random, number: int) -> str:
    if number >= 318:
        return f"{20001 + number // 3:010d}"
    return f"{20001 + (number if number < 190 else dice.randrange(120)):010d}"


def role_customer(dice: random.Random, number: int) -> int:
    return 10001 + (number // 3 if number >= 318 else dice.randrange(190))


def party(low: int, high: int, missing: int) -> Maker:
    """One side of a transfer; every fifteenth goes from an account to itself."""
    other = key(low, high, "", 10, missing)
    return lambda dice, number: f"{20060 + number % 40:010d}" if number % 15 == 0 else other(dice, number)


def month_start(period: int) -> date:
    return date(2024 + period // 12, period % 12 + 1, 1)


def rate_from(_: random.Random, number: int) -> date:
    return month_start(number // 3)


def rate_until(_: random.Random, number: int) -> date | None:
    """The first day it no longer holds; pounds have no rate in the last week of March."""
    period = number // 3
    if number == 8:
        return date(2024, 3, 24)
    return None if period == 13 else month_start(period + 1)


def rate(dice: random.Random, number: int) -> str:
    return f"{((105, 92, 82)[number % 3] * 1000 + dice.randrange(8000)) / 100000:.5f}"


def due(dice: random.Random, number: int) -> date:
    return FIRST_DAY + timedelta(days=number // 4 % 50 * 5 + number % 4 * 61 + dice.randrange(5))


TABLES: dict[str, tuple[int, Columns]] = {
    "KND_STAMM": (
        180,
        {
            "KND_NR": ("INTEGER", serial(10001)),
            "KND_ART": ("VARCHAR", one("N", "N", "n", "J", "j", "G", "X", None)),
            "TITEL": ("VARCHAR", one(None, None, "Dr.", "Prof. Dr.", "", " ")),
            "VORNAME": ("VARCHAR", one("Jana", "  Uwe", "HEINZ-peter", "anke", None, "")),
            "NACHNAME": ("VARCHAR", one("Schröder", "MEIER", "von Bülow", "kraft ", "Öztürk", "Lindner")),
            "FIRMA": ("VARCHAR", one(None, "Kranbau Ost GmbH", "Bäckerei Halm e.K.", "Nordlicht AG")),
            "GEB_DAT": (
                "VARCHAR",
                one("17.03.1961", "31.12.1988", "29.02.2004", "00.00.0000", " ", None, "01.01.1975"),
            ),
            "PLZ": ("VARCHAR", one("60311", "1067", " 4109", "8055 ", "99084", None)),
            "ORT": ("VARCHAR", one("Frankfurt", "Dresden", "Leipzig ", "Graz", "ERFURT", None)),
            "LAND": ("VARCHAR", one("D", "D", "DE", "A", "CH", "d", None, "NL")),
            "TEL": ("VARCHAR", one("069/1234-56", "+49 171 99 88 77", "0351 4711", "k.A.", "", None)),
            "MAIL": (
                "VARCHAR",
                one("Jana@Post.example", " UWE@web.example ", "keine", "", None, "h.p@gmx.example"),
            ),
            "EK_JAHR": (
                "VARCHAR",
                one("48.250,00", "25.000,00", "24999,99", "60.000,00", "1.120.400,50", "0,00", None),
            ),
            "ANL_SEK": ("BIGINT", whole(1104537600, 1735603200, 4)),
            "FIL_NR": ("INTEGER", key(1, 48, missing=4)),
        },
    ),
    "FILIALE": (
        45,
        {
            "FIL_NR": ("INTEGER", serial(1)),
            "FIL_NAME": ("VARCHAR", one(*BRANCHES)),
            "PLZ_ORT": (
                "VARCHAR",
                one("60311 Frankfurt am Main", "01067 Dresden", "Bad Homburg", "04109  Leipzig", None),
            ),
            "UEBER_NR": ("INTEGER", above),
            "LEITER": (
                "VARCHAR",
                one("Kraft, Anke", "Lindner,Jan", "vakant", None, "von Bülow, Maria Luise"),
            ),
            "EROEFF": ("DATE", day(5, 300)),
            "SCHLIESS": ("DATE", one(None, None, "2024-12-30", "2024-12-31", "2025-01-01")),
        },
    ),
    "PRODUKT": (
        6,
        {
            "PROD_CD": ("VARCHAR", listed(0)),
            "PROD_BEZ": ("VARCHAR", listed(1)),
            "SPARTE": ("VARCHAR", listed(2)),
        },
    ),
    "KONTO": (
        200,
        {
            "KTO_NR": ("VARCHAR", serial(20001, "", 10)),
            "IBAN": ("VARCHAR", iban),
            "PROD_CD": ("VARCHAR", one("GK01", "GK02", "SP02", "TG05", "DA03", "WP04", "ZZ99", None)),
            "WAEHR": ("VARCHAR", one("EUR", "EUR", "USD", "CHF", "", None)),
            "FIL_NR": ("INTEGER", key(1, 48)),
            "EROEFF": ("DATE", day(6, 300)),
            "SCHLIESS": ("DATE", day(80)),
            "STATUS_CD": ("VARCHAR", one("A", "A", "G", "S", "x", None)),
            "DISPO": ("VARCHAR", one("1.500,00", "0,00", "", None, "12.000,50", "500")),
        },
    ),
    "ROLLE": (
        330,
        {
            "ROLLE_ID": ("INTEGER", serial(1)),
            "KTO_NR": ("VARCHAR", role_account),
            "KND_NR": ("INTEGER", role_customer),
            "ROLLE_CD": ("VARCHAR", role),
            "GUELT_AB": ("DATE", one("2024-01-01", "2024-02-15", "2024-06-01", "2024-09-30")),
            "GUELT_BIS": ("DATE", one(None, None, None, "2024-11-30", "2024-12-31", "2025-06-30")),
        },
    ),
    "RATING_LOG": (
        240,
        {
            "LOG_ID": ("INTEGER", serial(7001)),
            "KND_NR": ("INTEGER", key(10001, 10070)),
            "AEND_DAT": ("DATE", day(3, 45)),
            "RATING": ("INTEGER", whole(1, 6, 5)),
            "GRUND": ("VARCHAR", one("Jahresprüfung", "Ereignis", "MANUELL", "", None)),
        },
    ),
    "DARLEHEN": (
        100,
        {
            "DAR_NR": ("VARCHAR", serial(1, "DL", 6)),
            "KTO_NR": ("VARCHAR", key(20001, 20205, "", 10)),
            "BETRAG": ("DECIMAL(14,2)", one("5000.00", "12500.00", "240000.00", "0.00", "7999.99")),
            "ZINS_PCT": ("VARCHAR", one("3,75", "4", "0,99", "11,125", None)),
            "AUSZ_DAT": ("DATE", one("2024-01-31", "2024-02-29", "2024-05-15", "2024-10-01", None)),
            "LZ_MON": ("INTEGER", one(0, 1, 12, 13, 60, 61, 240, None)),
            "ZWECK": ("VARCHAR", one("01", "02", "03", "17", "", None)),
            "SB": ("VARCHAR", one("mk", "JB", "tz", None)),
        },
    ),
    "RATE": (
        320,
        {
            "DAR_NR": ("VARCHAR", lambda _, number: f"DL{31 + number // 4:06d}"),
            "RATE_NR": ("INTEGER", lambda _, number: number % 4 + 1),
            "FAELLIG": ("DATE", due),
            "TILGUNG": ("DECIMAL(12,2)", one("250.00", "416.67", "1000.00", "0.00", "80.50")),
            "ZINS": ("DECIMAL(12,2)", money(1, 90, 10)),
            "GEZ_AM": ("DATE", day(45)),
        },
    ),
    "KARTEN_UMS": (
        300,
        {
            "UMS_ID": ("INTEGER", serial(1)),
            "KARTE": ("VARCHAR", one("4000123456780001", "4000 1234 5678 0002", "5412751234567890", None)),
            "KTO": ("VARCHAR", key(20001, 20040)),
            "UMS_TS": ("TIMESTAMP", moment()),
            "BETRAG": ("DECIMAL(12,2)", one("12.50", "99.99", "-35.00", "0.00", "740.10", "4.05", None)),
            "WAEHR": ("VARCHAR", one("EUR", "EUR", "USD", "CHF", "GBP", "JPY")),
            "MCC": ("VARCHAR", one("1000", "1249", "1250", "5411", "5812", "7011", "9999", None)),
            "HAENDLER": (
                "VARCHAR",
                one(
                    "REWE MARKT//KOELN/DE",
                    "Shell 0815//Wien/at",
                    "AMAZON.EXAMPLE",
                    None,
                    "BAR CENTRALE//Zug/CH",
                ),
            ),
            "STORNO": ("VARCHAR", one("", "S", None, "N", "", None)),
        },
    ),
    "MCC_GRP": (
        30,
        {
            "MCC_VON": ("INTEGER", lambda _, number: 1000 + 300 * number),
            "MCC_BIS": ("INTEGER", lambda _, number: 1249 + 300 * number),
            "GRUPPE": ("VARCHAR", lambda _, number: f"Gruppe {chr(65 + number % 26)}{number // 26 + 1}"),
        },
    ),
    "KURS": (
        42,
        {
            "WAEHR": ("VARCHAR", lambda _, number: RATE_CURRENCIES[number % 3]),
            "GUELT_AB": ("DATE", rate_from),
            "GUELT_BIS": ("DATE", rate_until),
            "KURS": ("DECIMAL(12,6)", rate),
        },
    ),
    "GAA_ABHEBUNG": (
        120,
        {
            "GAA_ID": ("INTEGER", serial(1)),
            "KTO_NR": ("VARCHAR", key(20085, 20208, "", 10)),
            "ABH_TS": ("TIMESTAMP", moment(4)),
            "BETRAG": ("INTEGER", one(20, 50, 100, 400)),
            "GEBUEHR": ("DECIMAL(6,2)", one("0.00", "4.99", None)),
            "ERGEBNIS": ("VARCHAR", one("OK", "OK", "OK", "ABBR", None)),
        },
    ),
    "UEBERWEISUNG": (
        150,
        {
            "AUFTR_NR": ("INTEGER", serial(880001)),
            "KTO_SOLL": ("VARCHAR", party(20001, 20100, 12)),
            "KTO_HABEN": ("VARCHAR", party(20060, 20150, 15)),
            "AUSF_DAT": ("DATE", day(8)),
            "BETRAG": ("DECIMAL(12,2)", money(1, 2500)),
            "VWZ": ("VARCHAR", one("Miete 03/24", " Gehalt ", None, "", "Sparen")),
        },
    ),
    "SALDO_TAG": (
        300,
        {
            "LFD": ("INTEGER", serial(1)),
            "KTO_NR": ("VARCHAR", key(20001, 20208, "", 10)),
            "STICHTAG": ("DATE", one("2024-03-25", "2024-07-01", "2024-12-31", "2025-01-01", "2025-01-31")),
            "SALDO": ("DECIMAL(14,2)", money(-900, 9000, 5)),
            "WAEHR": ("VARCHAR", one("EUR", "EUR", "EUR", "USD", "GBP", "SEK")),
        },
    ),
    "FIBU": (
        300,
        {
            "BUCH_NR": ("INTEGER", serial(1)),
            "SK_NR": ("VARCHAR", one("1200", "1800", "3300", "4711", "6020", "8400")),
            "BUCH_DAT": ("DATE", day(3, 420)),
            "SH": ("VARCHAR", one("S", "H", "S", "H", None)),
            "BETRAG": ("DECIMAL(12,2)", money(0, 5000, 4)),
            "STORNO_KZ": ("VARCHAR", one(None, None, "", "N", "J")),
            "TXT": ("VARCHAR", one("Umbuchung", "Zinslauf", None)),
        },
    ),
    "CRM_KONTAKT": (
        150,
        {
            "CRM_ID": ("INTEGER", again(serial(501), 1)),
            "KERN_NR": ("VARCHAR", again(key(10001, 10240, "KD-", missing=15), 2)),
            "NAME": ("VARCHAR", again(one("Meier, Uwe", "Öztürk,Jana", "Nordlicht AG", None), 3)),
            "MAIL": ("VARCHAR", again(one("jana@post.example", "Kontakt@Nordlicht.example", None, ""), 4)),
            "STAND": ("DATE", again(day(10), 5)),
        },
    ),
}
