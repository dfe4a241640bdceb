"""Spans whose end may still be to come: ``days from opening to closing; not closed: to 31 Dec 2024``.

They become SQL. A clause behind them that is not understood leaves all open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.types import Family, family_of

_THING = r"(?:the\s+|its\s+)?(?P<{}>\w+(?:\s+\w+)?)"
_SPAN = re.compile(
    r"^(?:the\s+|calculate\s+|number\s+of\s+|no\.?\s+of\s+)*(?P<whole>full\s+|whole\s+|calendar\s+)?(?P<unit>days?|hours?|minutes?)\s+"
    rf"(?:from|between|since)\s+(?:the\s+(?:date|day)\s+of\s+)?{_THING.format('start')}\s+(?:to|until|till|and)\s+"
    rf"(?:the\s+(?:date|day)\s+of\s+)?{_THING.format('end')}$",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = (
    r"(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})\.?\s+(?P<name>[A-Za-z]{3,9})\.?,?\s+(?P<y2>\d{4})"
    r"|(?P<name3>[A-Za-z]{3,9})\.?\s+(?P<d3>\d{1,2}),?\s+(?P<y3>\d{4})|(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4}))"
)
_TO_DAY = (
    r"(?:(?:then|count|counted|up)\s+)*(?:to|until|till|up\s+to|as\s+of|through)\s+(?:the\s+)?"
    rf"(?:key\s+date\s+|reporting\s+date\s+)?['\"]?{_DAY}['\"]?(?:\s+instead)?"
)
_NOT_YET = (
    r"(?:if\s+|when\s+|where\s+|while\s+|as\s+long\s+as\s+)?(?:it\s+is\s+|they\s+are\s+)?"
    r"(?P<state>(?:not|no|never|still|without|missing|empty)\s+\w+|\w+\s+(?:is\s+)?(?:empty|missing|null)|open)"
    r"(?:\s+(?:yet|ones?|so\s+far|date))*"
)
_OPEN_FIRST = re.compile(rf"^{_NOT_YET}\s*(?::|,|=|->)?\s*{_TO_DAY}$", re.IGNORECASE)
_OPEN_LAST = re.compile(rf"^(?:or\s+)?{_TO_DAY}\s+{_NOT_YET}$", re.IGNORECASE)
_NULL_IF = re.compile(
    r"^(?:(?:null|empty|blank|no\s+value)\s+(?:if|when|where|for)\s+(?:it\s+(?:is|was)\s+)?(?P<state>.+)"
    r"|(?:if\s+)?(?P<state2>[^:]+?)\s*(?::|->|=|gives|is)\s*(?:null|empty|blank|no\s+value))$",
    re.IGNORECASE,
)
_NOT_STARTED = re.compile(
    r"^(?:never|not|no|without|missing|empty)\s+(?P<word>\w+)(?:\s+(?:yet|date))?$", re.IGNORECASE
)
_STILL_OPEN = frozenset({"open", "running", "active", "ongoing", "going"})
_CLAUSES = re.compile(
    r"\s*;\s*|\.\s+(?=\S)|\s*,\s*(?=(?:or\s+)?(?:if|when|while|not|no|still|null|to|until|up)\b)",
    re.IGNORECASE,
)
_LEAST = 4
"""Letters that two words of one stem share: opening and opened."""


def _open_span(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The days from one date to another, or to a fixed day where the other is still missing."""
    first, *clauses = [part for part in _CLAUSES.split(text) if part.strip()]
    span = _SPAN.match(first.strip())
    if span is None or not clauses or scope.aggregate or len(scope.sources) != 2:
        return ""
    start, end = (_called(span[name], scope) for name in ("start", "end"))
    if start is None or end is None or start == end:
        return ""
    day = ""
    for clause in clauses:
        found = _OPEN_FIRST.match(clause.strip(" .")) or _OPEN_LAST.match(clause.strip(" ."))
        if found is not None and _is_end(found["state"], end, start) and not day:
            day = _day(found)
            if not day:
                return ""
        elif not _is_null_without(clause, start):
            return ""
    if not day:
        return ""
    unit = span["unit"].lower().rstrip("s")
    sides = [start.sql, f"coalesce({end.sql}, {'date' if _is_date(end) else 'timestamp'} '{day}')"]
    if unit == "day":
        sides = [
            side if _is_date(c) else f"cast({side} as date)"
            for side, c in zip(sides, (start, end), strict=True)
        ]
    elif span["whole"]:
        return ""
    return f"date_diff('{unit}', {sides[0]}, {sides[1]})"


def _is_date(column: ScopeColumn) -> bool:
    return family_of(column.column.type) is Family.DATE


def _called(text: str, scope: Scope) -> ScopeColumn | None:
    """The one date among the sources that a word or a name means: closing for closed_on."""
    dated = [c for c in scope.sources if family_of(c.column.type) in (Family.DATE, Family.TIMESTAMP)]
    exact = [c for c in dated if c.column.name.casefold() == text.casefold().strip()]
    said = [word for word in re.findall(r"\w+", text.casefold()) if word not in ("date", "day", "time")]
    fitting = [c for c in dated if said and all(_shares_stem(word, c) for word in said)]
    found = exact or fitting
    return found[0] if len(found) == 1 else None


def _shares_stem(word: str, column: ScopeColumn) -> bool:
    for part in name_parts(column.column.name):
        pairs = enumerate(zip(word, part, strict=False))
        common = next((n for n, (a, b) in pairs if a != b), min(len(word), len(part)))
        if common >= _LEAST and common >= max(len(word), len(part)) - _LEAST:
            return True
    return False


def _is_end(state: str, end: ScopeColumn, start: ScopeColumn) -> bool:
    """Whether words say that the end is still missing: not closed, no closing date, still open."""
    words = [w for w in re.findall(r"\w+", state.casefold()) if w not in ("is", "yet")]
    negated = {"not", "no", "never", "without", "missing", "empty", "null"}
    rest = [w for w in words if w not in negated]
    if rest in (["open"], ["still", "open"]) or (rest[:1] == ["still"] and set(rest[1:]) <= _STILL_OPEN):
        return len(rest) > 0 and len(words) == len(rest)
    is_of_end = bool(rest) and all(_shares_stem(w, end) or w == end.column.name.casefold() for w in rest)
    return len(rest) < len(words) and is_of_end and not all(_shares_stem(w, start) for w in rest)


def _is_null_without(clause: str, start: ScopeColumn) -> bool:
    """Whether a clause only says that there is no span without a start, which is so anyway."""
    found = _NULL_IF.match(clause.strip(" ."))
    state = _NOT_STARTED.match((found["state"] or found["state2"]).strip()) if found is not None else None
    return state is not None and (
        _shares_stem(state["word"].casefold(), start)
        or state["word"].casefold() == start.column.name.casefold()
    )


def _day(found: re.Match[str]) -> str:
    """The day of a match as 2024-12-31; empty where there is no such day."""
    parts = found.groupdict()
    year = next(int(parts[n]) for n in ("y", "y2", "y3", "y4") if parts[n])
    number = next(int(parts[n]) for n in ("d", "d2", "d3", "d4") if parts[n])
    name = (parts["name"] or parts["name3"] or "").casefold()[:3]
    month = int(parts["m"] or parts["m4"] or (_MONTHS.index(name) + 1 if name in _MONTHS else 0))
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return ""


OPEN_ENDS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_open_span,)
"""Each gives the text in other words, or nothing."""
