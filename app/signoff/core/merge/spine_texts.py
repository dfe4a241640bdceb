"""Texts that ask for rows that no table has: one for each month, day or hour of a range, or for each number.

``For every subscription one row per calendar month, from the month of started_on through the month of ended_on``;
``one row per day of 2024``; ``hours 0 to 23``. Only what is understood wholly counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_UNIT = r"(?:calendar\s+|full\s+)?(?P<unit>month|day|date|hour|week|quarter|year)s?"
_TO = r"(?:to|until|till|through|thru|and|up\s+to(?:\s+and\s+including)?|-|–|\.\.+)"
_ROW = r"(?:one|1|a|a\s+single|exactly\s+one)\s+(?:row|line|record|entry)\s+(?:per|for\s+(?:each|every))"
_ENDS = r"(?:\s*[,(]?\s*(?:(?:both|each)\s+(?:ends\s+)?)?incl(?:uded|usive|\.)?\)?)?"
_FROM = r"(?:from|between|(?:starting|beginning)\s+(?:with|at|in|from))"
_RANGE = rf"\s*,?\s*{_FROM}\s+(?P<start>.+?)\s+{_TO}\s+(?P<end>.+?){_ENDS}"
_KIND = r"(?:date|day|month|hour|week|year|calendar|time|number)"
_LEAD = rf"(?:(?:{_KIND}\s+)?(?:spine|calendar|series)\s*[:=,-]?\s*(?:of\s+|with\s+|has\s+|holds?\s+)?)?"
_PER = r"(?P<per>[\w.$]+(?:\s+[\w.$]+)?)"
_OF_ROWS = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"{_LEAD}(?:for\s+(?:every|each)|per)\s+{_PER}\s*[,:]?\s*(?:there\s+is\s+)?{_ROW}\s+{_UNIT}{_RANGE}",
        rf"{_LEAD}{_ROW}\s+{_PER}\s+and\s+{_UNIT}{_RANGE}",
        rf"{_LEAD}{_ROW}\s+{_UNIT}\s+(?:and|of\s+(?:each|every|the)|per|for\s+(?:each|every))\s+"
        rf"{_PER}{_RANGE}",
        rf"{_LEAD}(?:{_ROW}|(?:a\s+row\s+for\s+)?(?:every|each|all(?:\s+the)?))\s+{_UNIT}{_RANGE}",
        rf"{_LEAD}for\s+(?:every|each)\s+{_UNIT}{_RANGE}",
        rf"(?P<lead>date|day|month|hour|week|quarter|year)\s+(?:spine|calendar|series)\s*[:=,-]?{_RANGE}",
        rf"{_LEAD}(?P<many>months|days|hours|weeks|quarters|years|dates){_RANGE}",
        rf"{_LEAD}(?:{_ROW}|(?:a\s+row\s+for\s+)?(?:every|each|all(?:\s+the)?))\s+{_UNIT}\s+(?:of|in)\s+"
        rf"(?:the\s+years?\s+)?(?P<year>\d{{4}})(?:\s*{_TO}\s*(?P<last>\d{{4}}))?",
    )
)
_NUMBERS = re.compile(
    rf"^{_LEAD}(?:(?:{_ROW}|for\s+(?:every|each)|all|the)\s+)?(?P<what>numbers?|integers?|values?|hours?)"
    rf"(?:\s+of\s+the\s+day)?\s*[,:]?\s*(?:from\s+|between\s+)?(?P<low>\d{{1,6}})\s*{_TO}\s*(?P<high>\d{{1,6}})"
    r"(?:\s*[,(]?\s*(?:both\s+)?incl\w*\.?\)?)?$",
    re.IGNORECASE,
)
_FIRST_OF = re.compile(
    r"^(?:(?:the|all|list\s+of|contains|holds|has|with)\s+)*first\s+(?:day|date|of)s?(?:\s+of)?\s+(?=(?:every|"
    r"each|all|the)\b)(?:the\s+(?=months))?",
    re.IGNORECASE,
)
"""What only says that a month is shown by its first day."""
_LABEL = re.compile(r"^(?:grain|granularity|rows?|spine)\s*:\s*", re.IGNORECASE)
_EMPTY_TOO = re.compile(
    r"\s*[,;(]?\s*whether\s+(?!or\s+not\b)[^,;.\d]*\bor\s+not\)?$|"
    r"\s*[,;(]?\s*(?:also|even|incl(?:uding|\.)?|with\s+or\s+without|whether\s+or\s+not|no\s+matter)\b(?=.*\b(?:no(?:thing|ne)?|without|"
    r"not|any|or|empty|gaps?|missing)\b)(?!.*\d).*$",
    re.IGNORECASE,
)
"""Behind a range, that rows without anything are meant too: there is a row for each anyway."""
_SAID_TWICE = re.compile(
    r"^(?:one|1|a)\s+(?:row|line|record)\s+(?:per|for\s+each)\s+\w+\s*[,;:(]\s*(?:that\s+is\s+|i\.?e\.?\s+)?(?=(?:for\s+)?(?:every|each|all)\b)",
    re.IGNORECASE,
)
_UNIT_LAST = re.compile(
    rf"^(?:calendar|date\s+spine|spine|series)\s*[:=,-]?\s*(?:from\s+)?(?P<range>.+?\s+{_TO}\s+.+?)\s*[,(]\s*(?:by\s+|per\s+|one\s+per\s+)?"
    r"(?P<unit>daily|day|monthly|month|weekly|week|hourly|hour|quarterly|quarter|yearly|year)s?\)?$",
    re.IGNORECASE,
)
_UNITS_LAST = {
    word: unit
    for unit in ("day", "month", "week", "hour", "quarter", "year")
    for word in (unit, "daily" if unit == "day" else f"{unit}ly")
}
_OPEN = re.compile(
    r"^(?:(?:for\s+)?(?:the\s+)?open(?:[\s-]ended)?\s*(?:ones|rows|\w+s)?"
    r"|(?:the\s+)?(?:ones|rows|those|\w+s|it|no)?\s*(?:without|with\s+no|no)\s+(?:an?\s+)?(?:end(?:\s+date)?|[\w.]+)"
    r"|(?:an?\s+)?(?:empty|missing|null)\s+(?:end|[\w.]+))"
    r"(?P<later>\s*,?\s*(?:and|or)\s+(?:those|ones)\s+(?:that\s+end|ending)\s+(?:after|later)\s*(?:.+?)?\s*,?)?"
    r"\s*(?::|=|,|counts?\s+as|runs?|go|goes|lasts?|extends?|are\s+taken|is\s+taken|are\s+filled\s+up|"
    r"ends?|means?)\s*"
    r"(?:through|to|until|till|up\s+to|in|with|on)?\s+(?P<end>.+)$",
    re.IGNORECASE,
)

_ENDMOST_ALONE = re.compile(r"^(?:the\s+)?(?:first|earliest|oldest|min(?:imum)?)$", re.IGNORECASE)
_ENDMOST_FIRST = re.compile(r"^(?:the\s+)?(?:last|latest|newest|max(?:imum)?)\s+(?P<what>.+)$", re.IGNORECASE)


@dataclass(frozen=True)
class SpineText:
    """Rows that are asked for: their unit, where they begin and end, and for what each."""

    unit: str
    """``month``, ``day``, ``hour``, ``week``, ``quarter``, ``year``, or ``number``."""
    start: str
    end: str
    per: str = ""
    """Words for the table whose rows each get such rows; empty when there is one range for all."""
    open_end: str = ""
    """Where rows without an end stop."""
    capped: bool = False
    """Rows that end later than `open_end` stop there too."""
    text: str = ""


def read_spine(text: str) -> SpineText | None:
    """The rows a text asks for, with the sentence about those that have no end; None when it asks for none."""
    first, *others = (s.strip() for s in re.split(r"(?<=[\w)])[.;]\s+", text.strip().rstrip(".")))
    spine = _spine(" ".join(first.split()))
    for sentence in others:
        if spine is None:
            break
        spine = with_open_end(spine, sentence)
    return replace(spine, text=text.strip()) if spine is not None else None


def with_open_end(spine: SpineText, sentence: str) -> SpineText | None:
    """The rows with what a sentence says of those that have no end; None when it says something else."""
    match = _OPEN.match(" ".join(sentence.split()).rstrip("."))
    if match is None or spine.open_end:
        return None
    return replace(spine, open_end=match["end"], capped=bool(match["later"]))


def _spine(plain: str) -> SpineText | None:
    plain = _LABEL.sub("", plain)
    plain = _SAID_TWICE.sub("", _EMPTY_TOO.sub("", _FIRST_OF.sub("", plain)))
    plain = _UNIT_LAST.sub(
        lambda found: f"{_UNITS_LAST[found['unit'].lower()]} calendar from {found['range']}", plain
    )
    numbers = _NUMBERS.match(plain)
    if numbers is not None and int(numbers["low"]) <= int(numbers["high"]):
        return SpineText("number", numbers["low"], numbers["high"])
    for shape in _OF_ROWS:
        match = shape.match(plain)
        if match is None:
            continue
        found = match.groupdict()
        unit = (found.get("unit") or found.get("lead") or (found.get("many") or "").removesuffix("s")).lower()
        unit = "day" if unit == "date" else unit
        if found.get("year"):
            last = found.get("last") or found["year"]
            return SpineText(unit, f"{found['year']}-01-01", f"{last}-12-31")
        start = _completed(found["start"], found["end"])
        return SpineText(unit, start, found["end"], found.get("per") or "")
    return None


def _completed(start: str, end: str) -> str:
    """``the first`` of ``between the first and the last order date`` with what the end says behind it."""
    short = _ENDMOST_ALONE.match(start.strip())
    full = _ENDMOST_FIRST.match(end.strip())
    return f"{start} {full['what']}" if short is not None and full is not None else start
