"""Numbers, dates and times in the format of the person's system; the value itself is never changed by it."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

from PySide6.QtCore import QDate, QLocale, QTime

_DECIMAL = re.compile(r"(-?)(\d+)\.(\d+)")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?")
_TWO_DIGIT_YEAR = re.compile(r"(?<!y)yy(?!y)")


def localized(value: Any, kind: str) -> str | None:
    """A value as the person's system writes it; None where it is drawn as it is.

    Whole numbers stay as they are: a key or a year with separators in it would be read as an amount.

    Args:
        value: as the sandbox gives it: decimals and dates are texts there.
        kind: DuckDB type of its column; empty when it is not known, so that a text stays a text.
    """
    if _has_no_language():
        return None
    upper = kind.upper()
    if isinstance(value, float):
        return _decimal(repr(value))
    if not isinstance(value, str):
        return None
    if upper.startswith(("DECIMAL", "NUMERIC", "DOUBLE", "FLOAT", "REAL")):
        return _decimal(value)
    if upper.startswith(("DATE", "TIMESTAMP")):
        return _date(value)
    return None


def day_words(year: int, month: int, day: int) -> str:
    """A date in the short format of the person's system, the year always with four digits."""
    if _has_no_language():
        return f"{year:04}-{month:02}-{day:02}"
    locale = QLocale()
    short = _TWO_DIGIT_YEAR.sub("yyyy", locale.dateFormat(QLocale.FormatType.ShortFormat))
    return locale.toString(QDate(year, month, day), short)


def time_words(at: time | datetime) -> str:
    """Hour and minute in the format of the person's system."""
    if _has_no_language():
        return f"{at:%H:%M}"
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def _has_no_language() -> bool:
    """Whether the system names no language, so that values stay as they are."""
    return QLocale().language() is QLocale.Language.C


def _decimal(text: str) -> str | None:
    found = _DECIMAL.fullmatch(text)
    if found is None:
        return None
    sign, whole, fraction = found.groups()
    locale = QLocale()
    grouped = f"{int(whole):,}".replace(",", locale.groupSeparator())
    return f"{sign}{grouped}{locale.decimalPoint()}{fraction}"


def _date(text: str) -> str | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    day = day_words(*(int(part) for part in found.groups()[:3]))
    return f"{day} {found.group(4)}" if found.group(4) else day
