"""Days and months spelled out in texts on rows, ``1 January 2024``, as 2024-01-01."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_SHAPES = tuple(
    re.compile(rf"(?<![\w'\"-]){shape}(?![\w'\"-])", re.IGNORECASE)
    for shape in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+of)?\s+{_NAME},?\s+(?P<year>\d{{4}})",
        rf"{_NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
)
_MONTH_OF_YEAR = re.compile(
    rf"^(?:the\s+month\s+of\s+)?{_NAME}(?:\s+of)?,?\s+(?P<year>\d{{4}})$", re.IGNORECASE
)


def spelled_month(text: str) -> str:
    """``January 2023`` as 2023-01; empty where the text is anything else."""
    match = _MONTH_OF_YEAR.match(text.strip())
    return f"{match['year']}-{_MONTHS.index(match['month'][:3].casefold()) + 1:02d}" if match else ""


def with_iso_days(text: str) -> str:
    """The text with days spelled out as YYYY-MM-DD; what is no day stays."""
    for shape in _SHAPES:
        text = shape.sub(_iso, text)
    return text


def _iso(match: re.Match[str]) -> str:
    month = _MONTHS.index(match["month"][:3].casefold()) + 1
    try:
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return match.group()
