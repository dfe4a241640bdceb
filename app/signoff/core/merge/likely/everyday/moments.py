"""Parts of days, the first day of a month that numbers tell, and moments of one time zone told in another."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.names import words

_WEEKDAY = re.compile(
    r"^(?:(?:the\s+)?(?:number\s+of\s+the\s+)?(?:iso\s+)?(?:week\s?day|day\s+of\s+(?:the\s+)?week)"
    r"(?:\s+number)?)\s+(?:of|from)\s+(?P<day>[\w\s]+?)\s*(?:,|:|\(|\bwith\b|\bas\b|\bwhere\b)"
    r"+\s*(?P<n>[01])\s*(?:=|is|for)\s*(?P<first>monday|sunday)\b[^()]*\)?$",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"^(?P<day>[\w\s]+?)\s*,?\s+(?:is\s+)?(?:converted|moved|shifted|translated|changed|put)\s+"
    r"(?:from\s+(?P<from>UTC|GMT|[A-Z]\w+/\w+)(?:\s+time)?\s+)?(?:to|into|in)\s+(?:the\s+)?(?:local\s+"
    r"time\s+(?:of|in)\s+)?(?P<to>UTC|[A-Z]\w+/[A-Z]\w+)(?:\s+time)?$",
    re.IGNORECASE,
)
_FIRST_OF = re.compile(
    r"^(?:the\s+)?(?:first|1st|1\.?)\s+(?:day\s+)?of\s+(?:the\s+|its\s+)?(?:[a-z]+\s+)?month(?:\s+"
    r"(?:and|of)\s+[\w\s]+)?$",
    re.IGNORECASE,
)
_FIRST_JANUARY = re.compile(
    r"^(?:the\s+)?(?:(?:1|1st|first)\s+(?:of\s+)?january|january\s+(?:1|1st)|first\s+day)\s*(?:of|"
    r"in)?\s*(?:the|that|its)?\s*(?:[a-z]+\s+)?year$",
    re.IGNORECASE,
)


def moment_of(text: str, ground: Ground) -> str:
    """SQL of a part of a day, or of a day or moment; empty where its words are not understood."""
    return next((made for reader in _READERS if (made := reader(text, ground))), "")


def _weekday(text: str, ground: Ground) -> str:
    match = _WEEKDAY.match(text)
    day = ground.names.called(match["day"], "day") if match is not None else None
    if match is None or day is None or ground.target != "number":
        return ""
    x, first, start = day.sql, match["first"].casefold(), match["n"]
    if first == "monday":
        return f"isodow({x})" if start == "1" else f"isodow({x}) - 1"
    return f"dayofweek({x})" if start == "0" else f"dayofweek({x}) + 1"


def _zoned(text: str, ground: Ground) -> str:
    match = _ZONE.match(text)
    day = ground.names.called(match["day"], "day") if match is not None else None
    if (
        match is None
        or day is None
        or ground.target != "moment"
        or not day.column.type.upper().startswith("TIMESTAMP")
    ):
        return ""
    return f"timezone('{match['to']}', timezone('{match['from'] or 'UTC'}', {day.sql}))"


def _numbered(text: str, ground: Ground) -> str:
    """The first day of a month, or of a year, that columns tell as numbers."""
    if ground.target not in ("day", "moment"):
        return ""
    year, month = numbered("y", ground), numbered("m", ground)
    if year is None or month is None:
        return ""
    if _FIRST_OF.match(text):
        made = f"make_date({year.sql}, {month.sql}, 1)"
    elif _FIRST_JANUARY.match(text):
        made = f"make_date({year.sql}, 1, 1)"
    else:
        return ""
    return made if ground.target == "day" else f"CAST({made} AS TIMESTAMP)"


def numbered(letter: str, ground: Ground) -> ScopeColumn | None:
    """The only source that holds a year, or a month, as a number.

    Args:
        letter: ``y`` or ``m``.
        ground: what the rule is about.
    """
    found = [c for c in ground.names.sources if kind_of(c) == "number" and _tells(c.column.name, letter)]
    return found[0] if len(found) == 1 else None


def _tells(name: str, letter: str) -> bool:
    """Whether a name is that of a year, or of a month."""
    whole = {
        "y": ("year", "yyyy", "yr", "yob", "birthyear"),
        "m": ("month", "mm", "mth", "mon", "mob", "birthmonth"),
    }
    return bool(set(whole[letter]) & set(words(name)))


_MIDNIGHT = re.compile(
    r"^(?P<day>[\w\s]+?)\s*,?\s+(?:at|with(?:\s+the)?\s+time)\s+(?:midnight|0?0:00(?::00)?)$", re.IGNORECASE
)


def _at_midnight(text: str, ground: Ground) -> str:
    match = _MIDNIGHT.match(text)
    day = ground.names.called(match["day"], "day") if match is not None else None
    if day is None or ground.target != "moment":
        return ""
    return f"CAST(CAST({day.sql} AS DATE) AS TIMESTAMP)"


_READERS: tuple[Callable[[str, Ground], str], ...] = (_weekday, _zoned, _numbered, _at_midnight)
