"""Conditions in plain words on days: a weekday, a time of day, one before another, some time within another."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.bounds import bounds_of
from signoff.core.merge.likely.plainly.days import UNITS, day_called, day_of
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure
from signoff.core.merge.likely.plainly.names import is_noun, kind_of, root
from signoff.core.merge.likely.plainly.spans import between, other_day, span_of

_WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
_ON_DAY = re.compile(
    r"^(?P<noun>.*?)\s*\b(?:on|falls?\s+on|is|was|fell\s+on)\s+(?:an?\s+|the\s+)?(?P<not>not\s+)?"
    rf"(?P<days>weekends?|week\s?days?|(?:{'|'.join(_WEEKDAYS)})s?(?:\s*(?:,|or|and|/)\s*(?:an?\s+)?"
    rf"(?:{'|'.join(_WEEKDAYS)})s?)*)$",
    re.IGNORECASE,
)
_CLOCK = r"(?:\d{1,2}(?::\d\d)?\s*(?:am|pm|a\.m|p\.m|h|o'clock)|\d{1,2}:\d\d|noon|midnight|midday)"
_LOOSE = rf"(?:{_CLOCK}|\d{{1,2}})"
_HOURS = re.compile(
    r"^(?P<noun>.*?)\s*\b(?P<sign>before|until|after|from|at\s+or\s+after|since|by|later\s+than|earlier\s+"
    rf"than)\s+(?P<a>{_LOOSE})(?:\s+(?:onwards?|on|or\s+later))?(?:\s*(?:to|until|and\s+before|till|-)\s*"
    rf"(?P<b>{_LOOSE}))?$|"
    rf"^between\s+(?P<c>{_CLOCK})\s+and\s+(?P<d>{_CLOCK})$",
    re.IGNORECASE,
)
_SIDE = {
    "after": ">", "later than": ">", "past": ">", "before": "<", "earlier than": "<", "on or after": ">=",
    "on or before": "<=", "not later than": "<=", "no later than": "<=", "by": "<=", "not before": ">=",
    "not after": "<=", "on the same day as": "=", "in": "=", "prior to": "<", "at or after": ">=",
    "ahead of": "<",
}  # fmt: skip
_HELD = re.compile(
    r"^(?P<a>.*?)\s*\b(?:(?:is|was|were|are|lies|falls|came|happened|on\s+a\s+day)\s+)*"
    rf"(?P<sign>{'|'.join(sorted(_SIDE, key=len, reverse=True))})\s+(?P<b>.+)$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"^(?P<a>.*?)\s*\b(?P<how>within|in\s+less\s+than|no\s+more\s+than|not\s+more\s+than|at\s+most|less\s+"
    rf"than|more\s+than|over|at\s+least|exactly)\s+(?:the\s+|an?\s+)?(?P<n>{NUMBER}\s+)?"
    rf"(?P<unit>{UNITS})\s+"
    r"(?:\w+\s+)?(?P<dir>after|of|from|since|past|before|later\s+than|prior\s+to|to|between)\s+(?P<b>.+)$",
    re.IGNORECASE,
)


def day_test(text: str, ground: Ground) -> str:
    """SQL of a condition on days; empty for other words."""
    for reader in (_weekdays, _clock, _within, _span_bounds, _old, _held_against):
        if made := reader(text, ground):
            return made
    return ""


def _day_or_source(noun: str, ground: Ground) -> ScopeColumn | None:
    plain = noun.strip()
    if plain and not is_noun(plain):
        return None
    return (day_called(plain, ground) if plain else None) or ground.names.source("day")


def _weekdays(text: str, ground: Ground) -> str:
    match = _ON_DAY.match(text)
    day = _day_or_source(match["noun"], ground) if match is not None else None
    if match is None or day is None:
        return ""
    said = match["days"].casefold()
    numbers = {"weekend": "0, 6", "weekday": "1, 2, 3, 4, 5"}.get(said.replace(" ", "").removesuffix("s"), "")
    numbers = numbers or ", ".join(str(_WEEKDAYS.index(w)) for w in re.findall("|".join(_WEEKDAYS), said))
    return f"dayofweek({day.sql}) {'NOT ' if match['not'] else ''}IN ({numbers})"


def clock(text: str) -> str:
    """A time of day as SQL: ``TIME '08:00'``."""
    plain = text.strip().casefold().replace(".", "")
    if plain in ("noon", "midday"):
        return "TIME '12:00'"
    if plain == "midnight":
        return "TIME '00:00'"
    hour, minute = (re.search(r"\d+", plain) or [0])[0], (re.search(r":(\d\d)", plain) or [0, "00"])[1]
    number = (
        int(hour) % 12 + (12 if plain.endswith("pm") else 0) if plain.endswith(("am", "pm")) else int(hour)
    )
    return f"TIME '{number:02d}:{minute}'"


def _clock(text: str, ground: Ground) -> str:
    match = _HOURS.match(text)
    day = _day_or_source(match["noun"] or "", ground) if match is not None else None
    if match is None or day is None or not re.search(_CLOCK, text, re.IGNORECASE):
        return ""
    time = f"CAST({day.sql} AS TIME)"
    if match["c"]:
        return f"{time} >= {clock(match['c'])} AND {time} < {clock(match['d'])}"
    sign = " ".join(match["sign"].casefold().split())
    is_before, is_after = sign in ("before", "until", "earlier than", "by"), sign in ("after", "later than")
    made = f"{time} {'<' if is_before else '>' if is_after else '>='} {clock(match['a'])}"
    end = clock(match["b"]) if match["b"] else ""
    return f"{made} AND {time} < {end}" if end and end != "TIME '00:00'" else made


def _within(text: str, ground: Ground) -> str:
    match = _WITHIN.match(text)
    if match is None:
        return ""
    back = match["dir"].casefold() in ("before", "prior to")
    tail = re.match(r"(?P<b>.+?)\s+(?:to|until|and|we)\s+(?P<a>.+)$", match["b"], re.IGNORECASE)
    first = day_called(tail["b"] if tail else match["b"], ground)
    said = re.sub(
        r"\b(?:it|took|we|the|be|was|is|has)\b", " ", tail["a"] if tail else match["a"], flags=re.IGNORECASE
    ).strip()
    last = day_called(said, ground) if said else None
    last = last or (other_day(first, ground) if not said or len(ground.names.sources) == 1 else None)
    if first is None or last is None or first.sql == last.sql:
        return ""
    ground.meant.update({"first": first.sql, "last": last.sql})
    how = " ".join(match["how"].casefold().split())
    sign = (
        ">"
        if how in ("more than", "over")
        else ">="
        if how == "at least"
        else "<"
        if "less than" in how
        else "="
        if how == "exactly"
        else "<="
    )
    early, late = (last, first) if back else (first, last)
    count, unit = (
        figure((match["n"] or "1").strip()),
        match["unit"].casefold().removesuffix("s").replace("night", "day"),
    )
    if unit == "day":
        return f"{between('day', ground.bare(early), ground.bare(late), full=False)} {sign} {count}"
    return f"{ground.bare(late)} {sign} {ground.bare(early)} + INTERVAL {count} {unit.upper()}"


def _span_bounds(text: str, ground: Ground) -> str:
    """Bounds of the time between two days: ``more than 30 days between order and delivery``."""
    match = re.match(
        rf"^(?P<bound>.*?{NUMBER})\s+(?P<rest>{UNITS}\s+(?:between|from|since)\s+.+)$", text, re.IGNORECASE
    )
    bounds = bounds_of(match["bound"]) if match is not None else ()
    span = span_of(match["rest"], ground) if match is not None and bounds else ""
    return " AND ".join(f"{span} {each}" for each in bounds) if span else ""


def _old(text: str, ground: Ground) -> str:
    """How old somebody is on a day: ``not yet 18 on the day of the loss``, then ``18 and older``."""
    born = next(
        (
            c
            for c in ground.names.sources
            if kind_of(c) == "day" and any(root(w) == "birth" for w in re.split(r"_", c.column.name))
        ),
        None,
    )
    match = re.match(
        r"^(?:(?:is|was|are|were|they|aged?)\s+)*(?P<bound>.+?)(?:\s+(?:years?(?:\s+old)?|of\s+age))?"
        r"(?:\s+(?:on|at|by)\s+(?P<on>.+))?$",
        text,
        re.IGNORECASE,
    )
    if born is None or match is None:
        return ""
    bounds = bounds_of(match["bound"])
    day = day_called(match["on"], ground) if match["on"] else None
    on = day.sql if day is not None else ground.meant.get("last", "")
    if not bounds or not on:
        return ""
    ground.meant.update({"first": born.sql, "last": on})
    return " AND ".join(f"date_sub('year', {born.sql}, {on}) {each}" for each in bounds)


def _held_against(text: str, ground: Ground) -> str:
    match = _HELD.match(text)
    if match is None:
        return ""
    second = day_of(match["b"], ground)
    first = day_called(match["a"], ground) if match["a"].strip() else ground.names.source("day")
    if not second or first is None or second == ground.bare(first):
        return ""
    ground.meant["first"] = first.sql
    if re.fullmatch(r"[\w.\"]+", second):
        ground.meant["last"] = second
    sign = _SIDE[" ".join(match["sign"].casefold().split())]
    whole = (
        f"CAST({ground.bare(first)} AS DATE)",
        second if second.startswith(("DATE", "CAST(")) else f"CAST({second} AS DATE)",
    )
    by_day = (
        re.search(r"\bdays?\b|\bdate\b", match.group(), re.IGNORECASE)
        or second.startswith("DATE")
        or first.column.type.upper() == "DATE"
    )
    return f"{whole[0]} {sign} {whole[1]}" if by_day else f"{ground.bare(first)} {sign} {second}"
