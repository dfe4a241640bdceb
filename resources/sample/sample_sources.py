"""The sample's source tables: made-up rows, seeded, with the dirt that real extracts carry.

Every table is a list of rows; None is no value (``\\N`` in the file), "" is blank text.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

Row = list[object]
NBSP = "\u00a0"
CONTRACTS, VENDORS, ADDRESSES, USERS = 1500, 1200, 1150, 1000

FIRST = "Maren Jonas Aylin Piotr Chiara Liam Sofie Tomasz Nadia Henrik Ines Marek Yusuf Clara Otto Priya".split()
MIDDLE = "A. J. Marie K. Lou von".split()
LAST = "Keller Brandt Yilmaz Nowak Conti Walsh Lindqvist Zielinski Haddad Vogel Moreau Sorensen Rao Winter".split()
FIRM = "Nordhafen Alpenrad Silberbach Kupferberg Westwind Lindenau Blauwerk Marisol Ostrava Brightwell".split()
TRADE = "Logistik Metall Energie Software Papier Chemie Optik Textil Catering Bau Druck Sicherheit".split()
LEGAL = "GmbH AG S.A. Ltd. BV KG S.p.A.".split()
CITY = "Hamburg Wien Lyon Gent Porto Krakau Graz Turin Malmö Zürich Brno Cork".split()
STREETS = ("Hafenstrasse", "Ringweg", "Lindenallee", "Marktplatz", "Rue du Port", "Via Roma", "Am Alten Kanal")
WORDS = (
    "delivery penalty extension price review storage cooling spare parts service level audit annex volume bonus "
    "currency clause insurance transport quarter meeting escalation supplier confirmed pending approval scope"
).split()
COUNTRIES = (
    "DE Germany EMEA Y|AT Austria EMEA Y|FR France EMEA Y|BE Belgium EMEA Y|PT Portugal EMEA Y|PL Poland EMEA Y|"
    "IT Italy EMEA Y|SE Sweden EMEA Y|CH Switzerland EMEA N|CZ Czechia EMEA Y|IE Ireland EMEA Y|US USA AMER N|"
    "CA Canada AMER N|JP Japan APAC N|GB Great_Britain EMEA N|NO Norway EMEA N|NL Netherlands EMEA Y|IN India APAC N"
)
COUNTRY_CODES = [entry.split()[0] for entry in COUNTRIES.split("|")]


class Dice:
    """Seeded choices; one for each table, so that a change to one table leaves the others alone."""

    def __init__(self, table: str) -> None:
        self.random = random.Random(f"srm-sample/{table}")

    def of(self, *choices: object) -> object:
        """One of the choices."""
        return choices[self.random.randrange(len(choices))]

    def chance(self, percent: float) -> bool:
        """True in so many of a hundred cases."""
        return self.random.random() * 100 < percent

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + self.random.randrange(high - low + 1)

    def money(self, low: int, high: int) -> str:
        """An amount with two decimals."""
        return f"{self.number(low, high)}.{self.number(0, 99):02d}"

    def day(self, first: int, last: int) -> date:
        """A day between the first of January of one year and the end of another."""
        return date(first, 1, 1) + timedelta(days=self.number(0, (last - first + 1) * 365))

    def maybe(self, percent_missing: float, value: object) -> object:
        """The value, or None in so many of a hundred cases."""
        return None if self.chance(percent_missing) else value

    def words(self, low: int, high: int) -> str:
        """A made-up phrase."""
        return " ".join(str(self.of(*WORDS)) for _ in range(self.number(low, high)))


def padded(dice: Dice, text: str, percent: float = 12) -> str:
    """The text, now and then with blanks around it."""
    return str(dice.of(f" {text}", f"{text} ", f"  {text}  ")) if dice.chance(percent) else text


def cased(dice: Dice, code: str) -> str:
    """The code, now and then in small letters or with a blank."""
    return str(dice.of(code, code, code, code, code.lower(), f" {code}", f"{code.lower()} "))


def german(dice: Dice, first: int, last: int) -> object:
    """A date as text in DD.MM.YYYY: now and then impossible, blank or missing."""
    if dice.chance(6):
        return dice.of("31.02.2021", "00.00.0000", "", None, "30.02.2019", "15.13.2020")
    return dice.day(first, last).strftime("%d.%m.%Y")


def vendor_id(number: int) -> str:
    """Ten digits, with the leading zeros of the old system."""
    return f"{100000 + number:010d}"


def contract_no(number: int) -> str:
    """Year and running number."""
    return f"C-{2015 + number % 9}-{number:05d}"


def phone(dice: Dice) -> object:
    """A phone number: ten bare digits, or written out, or noise."""
    digits = f"{dice.number(200, 999)}{dice.number(2000000, 9999999)}"
    return dice.of(digits, digits, digits, f"+49 {digits[:3]}/{digits[3:]}", f"{digits[:3]}-{digits[3:]}", "n/a", "", None)


def vendors() -> list[Row]:
    """Vendor master."""
    dice, rows = Dice("VNDR_MST"), []
    for number in range(1, VENDORS + 1):
        name = f"{dice.of(*FIRM)} {dice.of(*TRADE)} {dice.of(*LEGAL)}"
        country = str(dice.of(*COUNTRY_CODES))
        vat = f"{country}{dice.number(100000000, 999999999)}"
        digits = vat[2:]
        rows.append([
            vendor_id(number),
            padded(dice, name.upper() if dice.chance(10) else name),
            dice.of(None, None, "", "  ", f"c/o {dice.of(*LAST)}", f" Werk {dice.number(1, 9)}"),
            dice.of("D", "d", "L", "l", "S", "S", "X", None),
            dice.of(country, country, country.lower(), f" {country}", "??", None),
            dice.of(vat, vat.lower(), f"{vat[:2]} {digits[:3]}.{digits[3:6]}.{digits[6:]}", f"{vat[:2]}-{digits}", " ", None),
            dice.of("A", "A", "A", "A", "a", " A", "I", "B", "P", "", None),
            dice.maybe(9, dice.of(dice.number(0, 100), 50, 80, 70)),
            dice.of(dice.number(1, ADDRESSES), dice.number(1, ADDRESSES), None) if dice.chance(20) else dice.number(1, ADDRESSES),
            dice.maybe(70, vendor_id(dice.number(1, VENDORS + 40))),
            german(dice, 2005, 2020),
            mail(dice, name.split()[0], "example.com"),
            phone(dice),
            dice.of("30", "14", "030", " 60 ", "", "  ", None, "45"),
            dice.maybe(8, dice.of(dice.money(1000, 900000), "0.00", "500000.00")),
            dice.maybe(20, f"{dice.number(100000000, 999999999)}"),
            dice.maybe(60, f"0{dice.number(1000, 99999)}"),
            dice.of(*["N"] * 6, "X", "", None, None),
        ])
    return rows


def mail(dice: Dice, name: str, domain: str) -> object:
    """An address for mail: mixed case, padded, missing, or not one at all."""
    text = f"{name}.{dice.number(1, 999)}@{domain}"
    return dice.of(text, text.lower(), text.upper(), f" {text} ", text, text, "unknown", "", None)


def addresses() -> list[Row]:
    """Addresses."""
    dice, rows = Dice("ADR"), []
    for number in range(1, ADDRESSES + 1):
        country = str(dice.of(*COUNTRY_CODES))
        house = dice.of(str(dice.number(1, 240)), f"{dice.number(1, 99)}{dice.of('a', 'b', 'c')}")
        post_code = dice.of(f"{dice.number(1000, 99999):05d}", str(dice.number(100, 9999)))
        rows.append([
            number, dice.maybe(4, dice.of(*STREETS)), dice.maybe(12, house), dice.maybe(5, post_code), dice.of(*CITY),
            dice.maybe(5, cased(dice, str(dice.of(country, country, country, "XX")))),
            dice.maybe(80, f"PF {dice.number(100, 9999)}"),
        ])
    return rows


def countries() -> list[Row]:
    """Country codes with name, region and membership."""
    return [[part.replace("_", " ") for part in entry.split()] for entry in COUNTRIES.split("|")]


def users() -> list[Row]:
    """Directory of users; every one has both names."""
    dice, rows = Dice("USR_DIR"), []
    for number in range(1, USERS + 1):
        first, last = str(dice.of(*FIRST)), str(dice.of(*LAST))
        email = f"{first}.{last}{number}@{dice.of('nordhafen', 'NORDHAFEN')}.example"
        rows.append([
            f"U{number:04d}", first, last, dice.maybe(5, padded(dice, email)),
            dice.of("PUR", "LEG", "FIN", "OPS", "pur", None), dice.of("Y", "Y", "y", "N", None),
        ])
    return rows


def user_id(dice: Dice, percent_missing: float = 6) -> object:
    """A user, known or not."""
    return dice.maybe(percent_missing, f"U{dice.number(1, USERS + 30):04d}")


def contracts() -> list[Row]:
    """Contract headers."""
    dice, rows = Dice("CNTR_HDR"), []
    for number in range(1, CONTRACTS + 1):
        start = dice.day(2015, 2023)
        end = start + timedelta(days=dice.number(-40, 2200))
        budget = dice.of(dice.money(500, 900000), dice.money(500, 900000), dice.money(500, 900000), "0.00", None)
        created = datetime(start.year, start.month, start.day) - timedelta(minutes=dice.number(600, 90000))
        external = f"{dice.of('SAP', 'ARIBA', 'COUPA')}:{dice.number(4500000000, 4599999999)}"
        rows.append([
            contract_no(number), padded(dice, f"{dice.of(*TRADE)} {dice.words(2, 4)}"),
            dice.of(cased(dice, "FRM"), cased(dice, "SPT"), cased(dice, "SVC"), cased(dice, "LIC"), "ZZZ", None),
            dice.of("10", "20", "30", "30", "30", "40", "99", "", None),
            vendor_id(dice.number(1, VENDORS + 25)), user_id(dice), user_id(dice, 2), f"{dice.number(100, 99999):07d}",
            dice.of("EUR", "EUR", "eur", " USD", "CHF", "usd ", "", "   ", None),
            dice.of(*[dice.money(100, 990000).replace(".", ",")] * 8, f"{dice.number(1, 9999)}", " ", "", None),
            dice.of("0.00", "2.50", "5.00", "12.75", None), dice.of("19.00", "7.00", "0.00", "20.00", None), budget,
            paid(dice, budget), german(dice, 2014, 2023), dice.maybe(3, start),
            dice.of(end, end, end, date(2099, 12, 31), None),
            dice.of("Y", "y", "J", "j ", "N", "n", "", " Y", "1", None), dice.maybe(15, dice.of(0, 30, 60, 90, 180)),
            dice.maybe(12, dice.number(1, 6)), dice.of(external, external, external, external, "MANUAL", None),
            dice.of("LOC", "REG", "GLB", None), dice.maybe(70, f"0{dice.number(1000, 99999)}"),
            dice.of(*["N"] * 5, "X", None, None), created,
            dice.maybe(30, created + timedelta(minutes=dice.number(1, 900000))),
        ])
    return rows


def paid(dice: Dice, budget: object) -> object:
    """What was paid: nothing, some, exactly four fifths, all, or more than planned."""
    if budget is None or dice.chance(15):
        return dice.of(None, "0.00", "125.50")
    cents = int(str(budget).replace(".", ""))
    share = dice.of(0, 10, 35, 60, 80, 80, 95, 100, 130)
    total = cents * int(str(share)) // 100
    return f"{total // 100}.{total % 100:02d}"


def parties() -> list[Row]:
    """Contract parties: two for most contracts, some of contracts that do not exist."""
    dice, rows = Dice("CNTR_PRTY"), []
    for number in range(1, CONTRACTS + 31):
        for sequence in range(1, dice.number(1, 3) + 1):
            start = dice.day(2015, 2025)
            rows.append([
                len(rows) + 1, contract_no(number), sequence,
                dice.of("SUP", "SUP", "sup", " BUY", "BUY", "GUA", "gua ", "AGT", "agt", "", None),
                dice.maybe(10, vendor_id(dice.number(1, VENDORS + 20))), dice.maybe(8, padded(dice, str(dice.of(*FIRST)), 8)),
                dice.maybe(70, dice.of(*MIDDLE)), dice.maybe(5, padded(dice, str(dice.of(*LAST)), 5)),
                mail(dice, str(dice.of(*FIRST)), "partner.example"), phone(dice),
                dice.maybe(8, dice.of("100.00", "50.00", "33.33", "25.00", "0.00", "120.00", "-5.00")),
                dice.maybe(20, dice.money(1000, 250000)), start,
                dice.maybe(45, start + timedelta(days=dice.number(30, 3000))),
                dice.of("Y", "y", "J", "N", " j", "", None), dice.of(*["N"] * 6, "X", None),
            ])
    return rows


def amendments() -> list[Row]:
    """Amendments, the reasons as people typed them."""
    dice, rows = Dice("CNTR_AMD"), []
    for number in range(1, 1601):
        day = dice.day(2016, 2025)
        document = f"DMS/{day.year}/{dice.of('AB', 'CD', 'XY')}-{dice.number(100, 999)}"
        document += str(dice.of(".pdf", ".PDF", ".docx", ".v2.pdf", ""))
        approved = day + timedelta(days=dice.number(-3, 60))
        rows.append([
            number, contract_no(dice.number(1, CONTRACTS + 40)), dice.number(1, 9),
            dice.of("PRICE", "price", " SCOPE", "TERM ", "term", "OTHER", None), dice.maybe(2, day),
            dice.of(dice.money(10, 90000), f"-{dice.money(10, 40000)}", "0.00", dice.money(10, 900), None),
            dice.maybe(5, padded(dice, dice.words(3, 12))), user_id(dice, 10), dice.maybe(25, approved),
            dice.maybe(6, document), dice.of("O", "O", "A", "R", "r", None),
        ])
    return rows


def status_history() -> list[Row]:
    """Status changes of contracts; some days carry the change twice."""
    dice, rows = Dice("CNTR_STAT_HIST"), []
    for number in range(1, CONTRACTS + 1):
        day = dice.day(2015, 2022)
        for status in ("10", "20", "30", "40")[: dice.number(1, 4)]:
            copies = 2 if dice.chance(12) else 1
            for sequence in range(1, copies + 1):
                reason = dice.of("", None, "  ", dice.words(1, 3), dice.words(1, 3))
                rows.append([contract_no(number), day, sequence, status, user_id(dice, 4), reason])
            day += timedelta(days=dice.number(1, 500))
    return rows


def deliveries() -> list[Row]:
    """Delivery events."""
    dice, rows = Dice("DLV_EVT"), []
    for number in range(1, 4201):
        promised = dice.day(2018, 2025)
        delivered = dice.maybe(12, promised + timedelta(days=int(str(dice.of(0, 0, -2, -1, 1, 3, 8, 21)))))
        ordered = dice.of(0, 0, 10, 40, 100, 250) if dice.chance(10) else dice.number(1, 500)
        received = dice.of(ordered, ordered, ordered, int(str(ordered)) // 2, None)
        rows.append([
            number, dice.maybe(2, contract_no(dice.number(1, CONTRACTS + 20))), vendor_id(dice.number(1, VENDORS - 60)),
            f"{dice.number(4500000000, 4500009999)}", dice.maybe(2, promised), delivered,
            dice.maybe(2, f"{ordered}.000"), None if received is None else f"{received}.000",
            dice.of("DEL", "DEL", "DEL", "del", "OPN", "CAN", "can", None),
            dice.of(None, None, "0.00", dice.money(5, 4000)), dice.of("P01", "P02", "p02", None),
        ])
    return rows


def inspections() -> list[Row]:
    """Inspections of deliveries."""
    dice, rows = Dice("QLTY_INSP"), []
    for number in range(1, 2001):
        sample = dice.of(0, 5, 20, 50, 80)
        defects = dice.of(0, 0, 0, 1, 2, 4, None)
        rows.append([
            number, dice.number(1, 4200), vendor_id(dice.number(1, VENDORS - 80)), dice.day(2018, 2025), sample,
            0 if sample == 0 else defects, dice.of("P", "P", "p", "F", "C", None), dice.maybe(10, dice.money(20, 900)),
        ])
    return rows


def notes() -> list[Row]:
    """Free notes on contracts and vendors."""
    dice, rows = Dice("NOTE_TXT"), []
    for number in range(1, 2401):
        on_contract = dice.chance(65)
        body = f"{dice.words(2, 9)}{dice.of('', '', '', ' CONFIDENTIAL', ' strictly Confidential')}"
        body = str(dice.of(body, body, body, f" {body}", f"{NBSP}{body}", body.replace(" ", NBSP, 1), f"{body}  "))
        object_id = contract_no(dice.number(1, CONTRACTS + 40)) if on_contract else vendor_id(dice.number(1, VENDORS))
        stamp = datetime(2016, 1, 1) + timedelta(minutes=dice.number(0, 5000000))
        rows.append([
            number, "CNTR" if on_contract else "VNDR", object_id, dice.of("EN", "en-GB", "DE", "de-AT", "FR", "", None),
            dice.of("GEN", "LEG", "COM", "FIN"), dice.maybe(5, body), user_id(dice), stamp, dice.of("X", "", None, None),
        ])
    return rows


def attributes(table: str, count: int, owner: Callable[[Dice], str]) -> list[Row]:
    """Name and value pairs, the values as text whatever they are."""
    dice, rows = Dice(table), []
    names = "INCOTERM Warranty_Months insurance_sum Audit_Date SLA_LEVEL weight_kg".split()
    for number in range(1, count + 1):
        value = dice.of(str(dice.number(1, 400)), f"{dice.number(1, 90)}.{dice.number(1, 9)}", "DAP", "n/a", "GOLD", "", None)
        rows.append([
            number, owner(dice), padded(dice, str(dice.of(*names)), 10), value, german(dice, 2015, 2024),
            dice.of("KG", "MON", "EUR", None), dice.of("X", "x", "", None, None),
        ])
    return rows


def all_tables() -> dict[str, Sequence[Row]]:
    """Every table by name."""
    return {
        "VNDR_MST": vendors(), "ADR": addresses(), "LOOKUP_CTRY": countries(), "USR_DIR": users(),
        "CNTR_HDR": contracts(), "CNTR_PRTY": parties(), "CNTR_AMD": amendments(), "CNTR_STAT_HIST": status_history(),
        "DLV_EVT": deliveries(), "QLTY_INSP": inspections(), "NOTE_TXT": notes(),
        "CNTR_ATTR": attributes("CNTR_ATTR", 1500, lambda dice: contract_no(dice.number(1, CONTRACTS + 30))),
        "VNDR_ATTR": attributes("VNDR_ATTR", 1200, lambda dice: vendor_id(dice.number(1, VENDORS + 30))),
    }
