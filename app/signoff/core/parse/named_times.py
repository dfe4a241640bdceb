"""Days and periods that a document names once and speaks of elsewhere: `Reporting period | 1 January to 30 June 2024`.

Texts on rows and rules that use the name say the days themselves then: "within the reporting period" is "between
2024-01-01 and 2024-06-30", "the key date" is "2024-12-31".
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.spec import ColumnMapping, Step, TargetMapping
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.days import MONTHS, day_in

_LABEL = re.compile(
    r"^\W*(?P<name>(?:[a-z][\w-]*\s+){1,2}(?P<kind>period|year|window|range|date|day))\W*$", re.IGNORECASE
)
_NAME = rf"(?:{'|'.join(MONTHS)})[a-z]*"
_TO = re.compile(r"\s+(?:to|until|till|through|and|-|–|—|up\s+to)\s+", re.IGNORECASE)
_YEAR = re.compile(
    r"^(?:(?:calendar|fiscal|whole|full)\s+)*(?:year\s+)?(?P<year>(?:19|20)\d\d)$", re.IGNORECASE
)
_MONTH = re.compile(rf"^(?P<month>{_NAME})\.?\s*(?P<year>(?:19|20)\d\d)?$", re.IGNORECASE)
_NO_YEAR = re.compile(rf"^(?:\d{{1,2}}\.?\s+{_NAME}|{_NAME}\s+\d{{1,2}})$", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIRST_ROWS = 60


@dataclass(frozen=True)
class _Named:
    """A name with its first and last day; the same one for a day."""

    name: str
    first: str
    last: str


def with_named_times(
    targets: Sequence[TargetMapping], grids: Sequence[SheetGrid]
) -> tuple[TargetMapping, ...]:
    """The targets whose texts say the days that the document gives the names of.

    Args:
        targets: as read.
        grids: the document's sheets.
    """
    named = [each for grid in grids for each in _named(grid)]
    if not named or len({each.name for each in named}) < len(named):
        return tuple(targets)
    return tuple(_told(target, named) for target in targets)


def _named(grid: SheetGrid) -> list[_Named]:
    found = []
    for cells in grid.rows[:_FIRST_ROWS]:
        filled = [text.strip() for text in cells if text and text.strip()]
        label = _LABEL.match(filled[0]) if len(filled) == 2 else None
        span = _span(filled[1]) if label is not None else None
        if label is None or span is None:
            continue
        is_day = label["kind"].casefold() in ("date", "day")
        if is_day == (span[0] == span[1]):
            found.append(_Named(" ".join(label["name"].casefold().split()), *span))
    return found


def _span(text: str) -> tuple[str, str] | None:
    """First and last day of a period; None for anything else."""
    text = text.strip().rstrip(".")
    year = _YEAR.match(text)
    if year is not None:
        return f"{year['year']}-01-01", f"{year['year']}-12-31"
    day = day_in(text)
    if day and not _TO.search(text):
        return day, day
    sides = _TO.split(text)
    if len(sides) != 2:
        return None
    said = _ANY_YEAR.search(sides[1])
    if said is not None and (
        _NO_YEAR.match(sides[0]) or (_MONTH.match(sides[0]) and not _ANY_YEAR.search(sides[0]))
    ):
        sides[0] = f"{sides[0]} {said.group()}"
    first, last = _edge(sides[0], last=False), _edge(sides[1], last=True)
    return (first, last) if first and last and first <= last else None


def _edge(text: str, *, last: bool) -> str:
    month = _MONTH.match(text.strip())
    if month is not None and month["year"]:
        number, year = MONTHS.index(month["month"][:3].casefold()) + 1, int(month["year"])
        day = calendar.monthrange(year, number)[1] if last else 1
        return f"{year}-{number:02}-{day:02}"
    return day_in(text)


def _told(target: TargetMapping, named: Sequence[_Named]) -> TargetMapping:
    steps = tuple(_step(step, named) for step in target.steps)
    columns = tuple(_column(column, named) for column in target.columns)
    if steps == target.steps and columns == target.columns:
        return target
    return replace(target, steps=steps, columns=columns)


def _step(step: Step, named: Sequence[_Named]) -> Step:
    said = _said(step.condition, named)
    return replace(step, condition=said) if said != step.condition else step


def _column(column: ColumnMapping, named: Sequence[_Named]) -> ColumnMapping:
    rule, join = _said(column.rule_resolved or column.rule, named), _said(column.join, named)
    if rule == (column.rule_resolved or column.rule) and join == column.join:
        return column
    return replace(column, rule_resolved=rule, join=join)


def _said(text: str, named: Sequence[_Named]) -> str:
    for each in named:
        name = r"\s+".join(map(re.escape, each.name.split()))
        if each.first == each.last:
            text = re.sub(
                rf"\b(?:the\s+|our\s+)?{name}\b(?!\s*(?:\(|=|:|is\b))", each.first, text, flags=re.IGNORECASE
            )
            continue
        span = f"between {each.first} and {each.last}"
        text = re.sub(
            rf"\b(?:(?:lies?|falls?|lying|falling)\s+)?(?:within|inside|in|during|of)\s+(?:the\s+|our\s+)?{name}\b",
            span,
            text,
            flags=re.IGNORECASE,
        )
        text = re.sub(
            rf"\boutside\s+(?:of\s+)?(?:the\s+|our\s+)?{name}\b", f"not {span}", text, flags=re.IGNORECASE
        )
    return text
