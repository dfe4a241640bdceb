"""The time between two days in plain words, and how old somebody is."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.days import UNITS, day_called
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import kind_of, root

_SPAN = re.compile(
    r"^(?:the\s+)?(?:(?:number|count)\s+of\s+|how\s+many\s+)?(?P<how>(?:(?:calendar|full|whole|completed?|"
    rf"elapsed|entire)\s+)*)(?P<unit>{UNITS})\s*(?P<how2>(?:(?:elapsed|passed|it\s+took|lie|that\s+passed|"
    r"went\s+by|in)\s+)*)"
    r"(?:(?:between|from)\s+(?P<a>.+?)\s+(?:and|to|until|till|up\s+to)\s+(?P<b>.+)|(?:since|after|from)\s+"
    r"(?P<since>.+)|(?:until|till|before)\s+(?P<until>.+)|(?P<c>[\w\s-]+?)\s+(?:to|until|till)\s+"
    r"(?P<d>.+))$",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"^(?:(?:the\s+)?age|how\s+old)(?:\s+(?:of\s+)?(?P<who>[\w'\s]+?))?(?:\s+(?:was|is))?(?:\s+in\s+"
    r"(?:full|whole|completed?|complete)?\s*years)?\s*,?\s+(?:on|at|as\s+of|when)\s+(?:the\s+)?(?P<on>.+?)"
    r"(?:\s*,?\s*in\s+(?:full|whole|completed?|complete)\s+years)?$",
    re.IGNORECASE,
)


def span_of(text: str, ground: Ground) -> str:
    """SQL of the time between two days; empty for other words."""
    plain = " ".join(text.strip(" .,;:").split())
    aged = _AGE.match(plain)
    if aged is not None:
        born = next(
            (
                c
                for c in ground.names.columns
                if kind_of(c) == "day"
                and any(root(w) == "birth" for w in re.split(r"_|(?<=[a-z])(?=[A-Z])", c.column.name))
            ),
            None,
        )
        day = day_called(aged["on"], ground)
        return f"date_sub('year', {born.sql}, {day.sql})" if born is not None and day is not None else ""
    plain = re.sub(
        r"^(?:the\s+)?(?:[a-z]+\s+)?(?:time|duration|delay|lag|gap|difference|length|wait)\b(?:\s+of\s+"
        rf"\w+)?\s+in\s+(?P<u>(?:full\s+|whole\s+)?{UNITS})\s+(?=from|between|since)",
        r"\g<u> ",
        plain,
        flags=re.IGNORECASE,
    )
    apart = re.match(
        rf"^(?:(?P<u>{UNITS})\s*(?:\w+\s*)?:?\s*)?(?P<b>[\w\s]+?)\s*(?:-|\bminus\b)\s*(?P<a>[\w\s]+?)(?:\s+"
        rf"in\s+(?P<u2>{UNITS}))?$",
        plain,
        re.IGNORECASE,
    )
    if apart is not None and (made := _apart(apart, ground)):
        return made
    match = _SPAN.match(plain)
    if match is None or re.search(r"\b(?:if|when|working|business|week\s?days?)\b", plain, re.IGNORECASE):
        return ""
    first_said, last_said = (
        match["a"] or match["c"] or match["since"],
        match["b"] or match["d"] or match["until"],
    )
    first = day_called(first_said, ground) if first_said else ground.names.source("day")
    last = day_called(last_said, ground) if last_said else other_day(first, ground)
    if first is None or last is None or first.sql == last.sql:
        return ""
    unit = match["unit"].casefold().removesuffix("s").replace("night", "day")
    ground.meant.update({"first": first.sql, "last": last.sql})
    is_full = bool(match["how"].strip()) and "calendar" not in match["how"].casefold()
    return between(
        unit, ground.bare(first), ground.bare(last), full=is_full or unit in ("hour", "minute", "year")
    )


def _apart(match: re.Match[str], ground: Ground) -> str:
    """One day less another, in days or the unit that is told."""
    first, last = ground.names.called(match["a"], "day"), ground.names.called(match["b"], "day")
    if first is None or last is None or first.sql == last.sql:
        return ""
    unit = (match["u"] or match["u2"] or "days").casefold().removesuffix("s").replace("night", "day")
    ground.meant.update({"first": first.sql, "last": last.sql})
    return between(unit, ground.bare(first), ground.bare(last), full=unit in ("hour", "minute", "year"))


def between(unit: str, first: str, last: str, *, full: bool) -> str:
    """SQL of how many units lie between two moments."""
    if unit == "day" and not full:
        return f"date_diff('day', CAST({first} AS DATE), CAST({last} AS DATE))"
    return f"{'date_sub' if full else 'date_diff'}('{unit}', {first}, {last})"


def other_day(first: ScopeColumn | None, ground: Ground) -> ScopeColumn | None:
    """The day of the source cells that is not the first one."""
    found = [c for c in ground.names.sources if kind_of(c) == "day" and (first is None or c.sql != first.sql)]
    return found[0] if len(found) == 1 else None
