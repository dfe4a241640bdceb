"""Days written out in plain words: the name of a weekday, a clock time, the shape of an example."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.days import day_called
from signoff.core.merge.likely.plainly.ground import Ground, literal

_DAY_NAME = re.compile(
    r"^(?:the\s+)?(?:name\s+of\s+(?:the\s+)?)?(?:day\s+of\s+(?:the\s+)?week|week\s?day)(?:\s+name)?(?:\s+"
    r"(?:spelled|written|in)\b.*|\s+(?:as\s+(?:a\s+)?(?:word|text|name)).*|\s+(?:of|on)\s+.*)?$",
    re.IGNORECASE,
)
_TIME = re.compile(r"\bhh:mm(?P<sec>:ss)?\b", re.IGNORECASE)
_BY_EXAMPLE = re.compile(
    r"(?:\bas|\blike|\bformat|\be\.g|\bwritten\s+like|\bshown\s+as)\s+'?(?P<x>[\w/.\-]*\d[\w/.\-]*)'?\s*$",
    re.IGNORECASE,
)
_TOKENS = re.compile(
    r"(?P<year>(?:19|20)\d\d)|Q(?P<quarter>[1-4])|(?P<w>K?W)(?P<week>\d\d)|(?P<month>(?:0[1-9]|1[0-2]))"
    r"(?!\d)|(?P<other>[^\dQW])"
)


def shaped_day(text: str, ground: Ground) -> str:
    """A day as an example shows it: ``quarter, format Q1/2024``, ``calendar week as 2024W07``."""
    match = _BY_EXAMPLE.search(text)
    day = ground.names.source("day") if match is not None else None
    if match is None or day is None or not re.search(r"\b(?:year|quarter|week|month)", text, re.IGNORECASE):
        return ""
    parts, at, is_week = [], 0, "week" in text.casefold()
    for token in _TOKENS.finditer(match["x"]):
        if token.start() != at:
            return ""
        at = token.end()
        if token["year"]:
            parts.append(f"strftime({day.sql}, '{'%G' if is_week else '%Y'}')")
        elif token["quarter"]:
            parts.append(f"'Q' || quarter({day.sql})")
        elif token["week"]:
            parts.append(f"'{token['w']}' || strftime({day.sql}, '%V')")
        elif token["month"]:
            parts.append(f"strftime({day.sql}, '%m')")
        else:
            parts.append(literal(token["other"]))
    return " || ".join(parts) if at == len(match["x"]) and len(parts) > 1 else ""


_SHORT_DAY = re.compile(
    r"\b(?:week\s?day|day\s+of\s+(?:the\s+)?week)\b.*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b(?!day)"
)


def short_day(text: str, ground: Ground) -> str:
    """The short name of a weekday: ``Mon``."""
    day = ground.names.source("day") if _SHORT_DAY.search(text) else None
    return f"strftime({day.sql}, '%a')" if day is not None else ""


def written_day(text: str, ground: Ground) -> str:
    """A day or a moment written out: the name of its weekday, its clock time."""
    is_name, time = _DAY_NAME.match(text), _TIME.search(text)
    if is_name is None and time is None:
        return ""
    day = ground.names.source("day") or day_called(text, ground)
    if day is None:
        return ""
    return (
        f"dayname({day.sql})"
        if is_name is not None
        else f"strftime({day.sql}, '%H:%M{':%S' if time and time['sec'] else ''}')"
    )
