"""Personal data told by its form and its check digits, whatever it is called.

Some forms are sure: an IBAN that passes its check is one. Nine digits pass the test of a citizen's number by chance one
time in eleven, so that a single one says little; a whole column of them does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from signoff.core.mask import check_digits as checks


class Personal(StrEnum):
    """What kind of personal data a text is; each value is the code of its sentence."""

    IBAN = "personal.iban"
    CARD = "personal.card"
    EMAIL = "personal.email"
    PHONE = "personal.phone"
    TAX_ID_DE = "personal.tax_id_de"
    BSN_NL = "personal.bsn_nl"
    NI_UK = "personal.ni_uk"
    SSN_US = "personal.ssn_us"
    DNI_ES = "personal.dni_es"
    NIR_FR = "personal.nir_fr"
    PESEL_PL = "personal.pesel_pl"
    AHV_CH = "personal.ahv_ch"
    BIRTH = "personal.birth"
    NAME = "personal.name"


@dataclass(frozen=True)
class Recogniser:
    """One kind: how it is written, and what its digits must fulfil."""

    kind: Personal
    form: re.Pattern[str]
    passes: Callable[[str], bool]
    """Whether the text, blanks and separators taken out and in capitals, passes."""
    is_sure: bool = True
    """Whether one value alone is telling."""


@dataclass(frozen=True)
class FoundPersonal:
    """Personal data inside a longer text."""

    kind: Personal
    text: str
    start: int


def _recogniser(
    kind: Personal, form: str, passes: Callable[[str], bool], *, is_sure: bool = True
) -> Recogniser:
    return Recogniser(kind, re.compile(rf"(?<![\w@.+-]){form}(?![\w@-])", re.IGNORECASE), passes, is_sure)


def _always(_bare: str) -> bool:
    return True


def _nine_digits_or_more(bare: str) -> bool:
    return 9 <= sum(letter.isdigit() for letter in bare) <= 15


RECOGNISERS: tuple[Recogniser, ...] = (
    _recogniser(
        Personal.IBAN,
        r"[a-z]{2}\d{2}(?:[a-z0-9]{11,30}|(?: [a-z0-9]{4}){2,7}(?: [a-z0-9]{1,3})?)",
        checks.is_iban,
    ),
    _recogniser(Personal.EMAIL, r"[\w.%+-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}", _always),
    _recogniser(Personal.CARD, r"\d(?:[ -]?\d){12,18}", checks.is_card),
    _recogniser(Personal.AHV_CH, r"756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}", checks.is_ean13),
    _recogniser(Personal.NIR_FR, r"[1-478] ?\d\d ?\d\d ?(?:\d\d|2[ab]) ?\d{3} ?\d{3} ?\d\d", checks.is_nir),
    _recogniser(
        Personal.NI_UK,
        r"(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] ?\d\d ?\d\d ?\d\d ?[a-d]",
        _always,
    ),
    _recogniser(Personal.DNI_ES, r"(?:\d{8}|[xyz]-?\d{7})-?[a-z]", checks.is_dni),
    _recogniser(Personal.SSN_US, r"(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}", _always),
    _recogniser(Personal.PESEL_PL, r"\d{11}", checks.is_pesel, is_sure=False),
    _recogniser(Personal.TAX_ID_DE, r"[1-9]\d ?\d{3} ?\d{3} ?\d{3}", checks.is_tax_id, is_sure=False),
    _recogniser(Personal.BSN_NL, r"\d{9}|\d{4}\.\d{2}\.\d{3}", checks.is_bsn, is_sure=False),
    _recogniser(
        Personal.PHONE,
        r"(?:(?:\+|00)[1-9]\d{0,2}[ ./-]?)(?:\(0?\d{1,5}\)|\d)(?:[ ./-]?\d){6,13}"
        r"|\(0?\d{2,5}\)(?:[ ./-]?\d){5,10}"
        r"|0\d{1,5}[ /-]\d(?:[ /-]?\d){5,9}"
        r"|\d{3}[-.]\d{3}[-.]\d{4}",
        _nine_digits_or_more,
    ),
)
"""In the order they are tried: a text is of the first kind that it fulfils."""

_BIRTH_NAME = re.compile(
    r"birth|born|(?<![a-z])dob(?![a-z])|geburt|(?<![a-z])geb(?:_|dat|urt|tag|$)|naiss|nacim|nascita|urodz|geboorte",
    re.IGNORECASE,
)
_PERSON_NAME = re.compile(
    r"(?:first|last|given|family|middle|maiden|sur|full)[_ -]?(?:name|nm)(?![a-z])|(?:vor|nach|familien)name|"
    r"(?<![a-z])(?:frst|lst|fst)_?nm|apellido|prenom|nazwisko|imie(?![a-z])|achternaam|voornaam",
    re.IGNORECASE,
)
_DATE_FORMS = (
    re.compile(r"(?P<y>\d{4})-?(?P<m>\d{2})-?(?P<d>\d{2})(?:[T ].*)?"),
    re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})"),
    re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})"),
)
_MOST_CHARACTERS = 320
_FEWEST_VALUES = 3
_SHARE, _WEAK_SHARE = 0.6, 0.95


def recognised(value: str) -> Recogniser | None:
    """The kind of personal data that a whole value is; None for any other text."""
    text = value.strip()
    if not 6 <= len(text) <= _MOST_CHARACTERS:
        return None
    return next((r for r in RECOGNISERS if r.form.fullmatch(text) and r.passes(checks.bare(text))), None)


def personal_in(text: str) -> tuple[FoundPersonal, ...]:
    """Personal data of the sure kinds inside a text, in order; of two that overlap the earlier kind's."""
    found: list[FoundPersonal] = []
    for recogniser in RECOGNISERS:
        if not recogniser.is_sure:
            continue
        for match in recogniser.form.finditer(text):
            ends = [(each.start, each.start + len(each.text)) for each in found]
            is_free = all(match.end() <= start or end <= match.start() for start, end in ends)
            passing = _passing(recogniser, match.group()) if is_free else ""
            if passing:
                found.append(FoundPersonal(recogniser.kind, passing, match.start()))
    return tuple(sorted(found, key=lambda each: each.start))


def _passing(recogniser: Recogniser, text: str) -> str:
    """The longest beginning that passes, words cut off at its end; empty where none does."""
    while text:
        if recogniser.form.fullmatch(text) and recogniser.passes(checks.bare(text)):
            return text
        text = text.rpartition(" ")[0]
    return ""


def personal_column(name: str, values: Sequence[str]) -> Personal | None:
    """What kind of personal data a column holds, by its values and its name; None when it holds none.

    Args:
        name: the column's.
        values: different values of it as text; may be few or none.
    """
    filled = [value for value in values if value.strip()]
    counts: dict[Personal, int] = {}
    sure: dict[Personal, bool] = {}
    for value in filled:
        if kind := recognised(value):
            counts[kind.kind] = counts.get(kind.kind, 0) + 1
            sure[kind.kind] = kind.is_sure
    if counts:
        best = max(counts, key=lambda kind: counts[kind])
        needed = _SHARE if sure[best] else _WEAK_SHARE
        if counts[best] >= min(_FEWEST_VALUES, len(filled)) and counts[best] >= needed * len(filled):
            return best if sure[best] or len(filled) >= _FEWEST_VALUES else None
    if _BIRTH_NAME.search(name) and (not filled or any(is_birth_date(value) for value in filled)):
        return Personal.BIRTH
    return Personal.NAME if _PERSON_NAME.search(name) else None


def is_birth_date(value: str) -> bool:
    """Whether a text is a day on which a living person may have been born."""
    for form in _DATE_FORMS:
        if match := form.fullmatch(value.strip()):
            try:
                day = date(int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                continue
            return date(1900, 1, 1) <= day <= date.today()
    return False
