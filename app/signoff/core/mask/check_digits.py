"""The arithmetic behind numbers that carry their own check: what keeps a typing error from passing for one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

_SEPARATORS = re.compile(r"[\s./()\-]")
_IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "BA": 20, "BE": 16, "BG": 22, "BR": 29, "CH": 21, "CY": 28, "CZ": 24,
    "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15,
    "PL": 28, "PT": 25, "RO": 24, "RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26, "UA": 29,
}  # fmt: skip
"""Characters of an account number by country; those of others are between 15 and 34."""
_CARDS = (
    (re.compile(r"4"), (13, 16, 19)),
    (re.compile(r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),
    (re.compile(r"3[47]"), (15,)),
    (re.compile(r"30[0-5]|36|38"), (14,)),
    (re.compile(r"6011|65|64[4-9]"), (16, 19)),
    (re.compile(r"35(?:2[89]|[3-8])"), (16,)),
    (re.compile(r"62"), (16, 17, 18, 19)),
    (re.compile(r"50|5[6-8]|6[0-9]"), tuple(range(13, 20))),
)
"""Beginnings and numbers of digits that issuers of cards use."""
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_PESEL_CENTURIES = {80: 1800, 0: 1900, 20: 2000, 40: 2100, 60: 2200}


def bare(text: str) -> str:
    """A number without blanks and separators, in capitals."""
    return _SEPARATORS.sub("", text).upper()


def is_iban(text: str) -> bool:
    """ISO 13616: the right length for its country, and 1 left over of 97."""
    length = _IBAN_LENGTHS.get(text[:2])
    if length is not None and len(text) != length:
        return False
    if not 15 <= len(text) <= 34 or not text.isascii() or not text.isalnum():
        return False
    return int("".join(str(int(letter, 36)) for letter in text[4:] + text[:4])) % 97 == 1


def is_luhn(digits: str) -> bool:
    """ISO/IEC 7812: every second digit from the right doubled, their digits summed to a multiple of ten."""
    total = 0
    for place, letter in enumerate(reversed(digits)):
        value = int(letter) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0


def is_card(text: str) -> bool:
    """A payment card's number: an issuer's beginning and length, and Luhn's check."""
    if not text.isascii() or not text.isdigit() or len(set(text)) == 1:
        return False
    fits = any(start.match(text) and len(text) in lengths for start, lengths in _CARDS)
    return fits and is_luhn(text)


def is_ean13(text: str) -> bool:
    """Thirteen digits weighed by one and three, as in Swiss social insurance numbers."""
    return len(text) == 13 and _weighed(text, (1, 3) * 6 + (1,)) % 10 == 0


def is_nir(text: str) -> bool:
    """France: thirteen characters and a key that makes 97 with them; Corsica's departments count as 19 and 18."""
    number, key = text[:13], text[13:]
    month = int(number[3:5])
    if len(key) != 2 or not (1 <= month <= 12 or 20 <= month <= 42 or month >= 50):
        return False
    plain = number.replace("2A", "19", 1) if number[5:7] == "2A" else number
    plain = plain.replace("2B", "18", 1) if number[5:7] == "2B" else plain
    return plain.isdigit() and 97 - int(plain) % 97 == int(key)


def is_dni(text: str) -> bool:
    """Spain: the letter stands for what is left of the number over 23; X, Y and Z begin those of foreigners."""
    number = str("XYZ".find(text[0])) + text[1:-1] if text[0] in "XYZ" else text[:-1]
    return len(number) == 8 and number.isdigit() and _DNI_LETTERS[int(number) % 23] == text[-1]


def is_pesel(text: str) -> bool:
    """Poland: ten weighed digits and a check, the first six of them a day that exists."""
    if _weighed(text, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10:
        return False
    month = int(text[2:4])
    try:
        date(_PESEL_CENTURIES[month // 20 * 20] + int(text[:2]), month % 20, int(text[4:6]))
    except ValueError:
        return False
    return True


def is_tax_id(text: str) -> bool:
    """Germany: of the first ten digits one stands there twice or three times; ISO 7064 MOD 11,10 checks them."""
    if len(text) != 11 or text[0] == "0":
        return False
    counts = sorted(Counter(text[:10]).values(), reverse=True)
    if counts[0] not in (2, 3) or counts[1] != 1:
        return False
    product = 10
    for letter in text[:10]:
        product = ((int(letter) + product) % 10 or 10) * 2 % 11
    return (11 - product) % 10 == int(text[10])


def is_bsn(text: str) -> bool:
    """The Netherlands: the weights nine to two and minus one give a multiple of eleven."""
    return int(text) > 0 and _weighed(text, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def _weighed(digits: str, weights: Sequence[int]) -> int:
    return sum(int(letter) * weight for letter, weight in zip(digits, weights, strict=True))
