"""Days as documents write them, told only where they can be read in one way."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""How the names of months begin, in their order."""
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_POINTS = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SLASHES = re.compile(r"^(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_FIRST = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})\b")
_MONTH_FIRST = re.compile(r"^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def day_in(text: str) -> str:
    """The day a text begins with, as YYYY-MM-DD; empty where it begins with none or it may be read in two ways."""
    bare = text.strip().strip("'\"").removeprefix("the ")
    if found := _ISO.match(bare):
        return _made(found[1], found[2], found[3])
    if found := _POINTS.match(bare):
        return _made(found[3], found[2], found[1])
    if found := _SLASHES.match(bare):
        first, second = int(found[1]), int(found[3])
        if first > len(MONTHS):
            return _made(found[4], found[3], found[1])
        return _made(found[4], found[1], found[3]) if second > len(MONTHS) or first == second else ""
    if found := _DAY_FIRST.match(bare):
        return _made(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.match(bare):
        return _made(found[3], _month(found[1]), found[2])
    return ""


def _month(name: str) -> str:
    short = name[:3].casefold()
    return str(MONTHS.index(short) + 1) if short in MONTHS else ""


def _made(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
