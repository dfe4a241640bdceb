r"""Seeded choices and the dirt that real extracts carry, shared by all tables of the sample.

Every table is a list of rows; None is no value (``\N`` in the file), "" is blank text.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

Row = list[object]
NBSP = "\u00a0"
CONTRACTS, VENDORS, ADDRESSES, USERS = 1500, 1200, 1150, 1000

FIRST = (
    "Maren Jonas Aylin Piotr Chiara Liam Sofie Tomasz Nadia Henrik Ines Marek Yusuf Clara Otto Priya".split()
)
MIDDLE = "A. J. Marie K. Lou von".split()
LAST = (
    "Keller Brandt Yilmaz Nowak Conti Walsh Lindqvist Zielinski Haddad Vogel Moreau Sorensen Rao Winter"
).split()
FIRM = (
    "Nordhafen Alpenrad Silberbach Kupferberg Westwind Lindenau Blauwerk Marisol Ostrava Brightwell".split()
)
TRADE = "Logistik Metall Energie Software Papier Chemie Optik Textil Catering Bau Druck Sicherheit".split()
LEGAL = "GmbH AG S.A. Ltd. BV KG S.p.A.".split()
CITY = "Hamburg Wien Lyon Gent Porto Krakau Graz Turin Malmö Zürich Brno Cork".split()
STREETS = (
    "Hafenstrasse",
    "Ringweg",
    "Lindenallee",
    "Marktplatz",
    "Rue du Port",
    "Via Roma",
    "Am Alten Kanal",
)
WORDS = (
    "delivery penalty extension price review storage cooling spare parts service level audit annex volume "
    "bonus currency clause insurance transport quarter meeting escalation supplier confirmed pending approval scope"
).split()
COUNTRIES = (
    "DE Germany EMEA Y|AT Austria EMEA Y|FR France EMEA Y|BE Belgium EMEA Y|PT Portugal EMEA Y|"
    "PL Poland EMEA Y|IT Italy EMEA Y|SE Sweden EMEA Y|CH Switzerland EMEA N|CZ Czechia EMEA Y|IE Ireland EMEA Y|"
    "US USA AMER N|CA Canada AMER N|JP Japan APAC N|GB Great_Britain EMEA N|NO Norway EMEA N|"
    "NL Netherlands EMEA Y|IN India APAC N"
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
    return dice.of(
        digits,
        digits,
        digits,
        f"+49 {digits[:3]}/{digits[3:]}",
        f"{digits[:3]}-{digits[3:]}",
        "n/a",
        "",
        None,
    )


def mail(dice: Dice, name: str, domain: str) -> object:
    """An address for mail: mixed case, padded, missing, or not one at all."""
    text = f"{name}.{dice.number(1, 999)}@{domain}"
    return dice.of(text, text.lower(), text.upper(), f" {text} ", text, text, "unknown", "", None)


def user_id(dice: Dice, percent_missing: float = 6) -> object:
    """A user, known or not."""
    return dice.maybe(percent_missing, f"U{dice.number(1, USERS + 30):04d}")
