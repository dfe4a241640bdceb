"""Parts of a day and readings of one in plain words: its hour or quarter, its fiscal year, a text made a day."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.days import day_called
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.names import kind_of

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_FISCAL = re.compile(
    r"\b(?:fiscal\s+years?|fy|financial\s+years?|business\s+years?)\b.*?\b(?:begins?|starts?|runs?|is|goes"
    r"|from)\b\s+(?:from\s+|in\s+|on\s+|with\s+)*(?:the\s+)?(?:1st\s+(?:of\s+)?|1\s+)?"
    rf"(?P<m>{'|'.join(_MONTHS)})",
    re.IGNORECASE,
)


def fiscal_year(text: str, ground: Ground) -> str:
    """The fiscal year, by its first month and by the year that it is called after."""
    match = _FISCAL.search(text)
    behind = text[match.end() :] if match is not None else ""
    day = (ground.names.source("day") or day_called(text, ground)) if match is not None else None
    if match is None or day is None:
        return ""
    month = _MONTHS.index(match["m"].casefold()) + 1
    named = re.search(
        r"\byear\s+(?:(?:it|that|in|which|they|the|year)\s+)*(?P<how>end|start|began|begin|finish)|(?:end|"
        r"start)\w*\s+year",
        behind,
        re.IGNORECASE,
    )
    if named is None:
        return ""
    ends = re.search(r"end|finish", named.group(), re.IGNORECASE) is not None
    sql = (
        f"year({day.sql}) + CASE WHEN month({day.sql}) >= {month} THEN 1 ELSE 0 END"
        if ends
        else f"year({day.sql}) - CASE WHEN month({day.sql}) < {month} THEN 1 ELSE 0 END"
    )
    prefix = re.search(
        r"\blabel\w*\s+(?:is\s+)?(?P<p>[A-Z]{1,3})\s*(?:plus|\+|followed|and)|\b(?:like|as|e\.g)\s+"
        r"(?P<p2>[A-Z]{1,3})\d{4}\b|\bis\s+(?:still\s+)?(?P<p3>[A-Z]{1,3})\d{4}\b",
        text,
    )
    if ground.target != "text":
        return sql
    return f"{literal((prefix['p'] or prefix['p2'] or prefix['p3']) if prefix else '')} || CAST({sql} AS VARCHAR)"


_PARTS = {
    "hour": "hour",
    "year": "year",
    "month": "month",
    "quarter": "quarter",
    "minute": "minute",
    "day": "day",
}
_PART = re.compile(
    r"^(?:just\s+|only\s+|the\s+|calendar\s+)*(?P<part>hour|year|month|quarter|minute)(?:\s+(?:part|"
    r"number))?(?:\s*\((?P<r>\d+-\d+)\))?(?:\s+(?:of|in\s+which|when|at\s+which|that|the|from)?\s*"
    r"(?P<noun>[\w\s]+))?$",
    re.IGNORECASE,
)


def part_of_day(text: str, ground: Ground) -> str:
    """A part of a day or a moment: its hour, its quarter."""
    match = _PART.match(text)
    day = (
        (ground.names.source("day") or day_called(match["noun"] or "", ground)) if match is not None else None
    )
    return f"{_PARTS[match['part'].casefold()]}({day.sql})" if match is not None and day is not None else ""


_PARSED = re.compile(
    r"(?:^|\b)(?P<f>yyyy[-./]?mm[-./]?dd|dd[-./]mm[-./]yyyy|mm[-./]dd[-./]yyyy|ddmmyyyy|yymmdd)\b.*(?:→|"
    r"\bto\b|\binto\b|\bas\b)\s*(?:an?\s+)?(?:proper\s+|real\s+|true\s+)?date$",
    re.IGNORECASE,
)


def parsed_day(text: str, ground: Ground) -> str:
    """A day from the way that its text is written."""
    match = _PARSED.search(text)
    source = ground.names.source() if match is not None else None
    if match is None or source is None or kind_of(source) == "day":
        return ""
    shape = (
        match["f"]
        .casefold()
        .replace("yyyy", "%Y")
        .replace("yy", "%y")
        .replace("mm", "%m")
        .replace("dd", "%d")
    )
    return f"CAST(strptime(CAST({ground.bare(source)} AS VARCHAR), '{shape}') AS DATE)"
