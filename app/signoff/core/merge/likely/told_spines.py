"""Rows for each month of a span, told in running text, put into steps that are read: ``each hotel gets a row a month``.

``For each of the hotels in hotel there should be a row for every month from January 2024 up to and with June 2024``
starts from the table and crosses it with the months; ``a row for each month Jan to Jun 2024`` starts from the months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.likely.linked import mentions
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.names import find_table
from signoff.core.merge.spelled_days import with_iso_days
from signoff.core.merge.spine_texts import read_spine

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+of)?(?:\s+(?:19|20)\d\d)?"
_DAY = rf"(?:(?:19|20)\d\d-\d\d(?:-\d\d)?|\d{{1,2}}[./](?:19|20)\d\d|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d|{_NAMED})"
_TO = r"(?:up\s+to(?:\s+and\s+including)?|to|until|till|through(?:out)?|thru|and|up\s+until|-|–|—|\.\.+)"
_SPAN = re.compile(
    rf"(?<![\w.])(?P<a>{_DAY})\s*{_TO}\s*(?:(?:and\s+)?including\s+|the\s+end\s+of\s+)?(?P<b>{_DAY})(?![\w-])",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    r"\b(?:of|in|for|throughout|during)\s+(?:the\s+(?:whole\s+)?(?:year\s+)?)?(?P<year>(?:19|20)\d\d)\b"
)
_UNIT = re.compile(r"\b(?:calendar\s+)?(?P<unit>month|day|week|quarter|year)(?P<many>s)?\b", re.IGNORECASE)
_MAKES = re.compile(
    r"\b(?:a|one|1|its|their|own|single)\s+(?:own\s+)?(?:row|line|record|entry)\s+(?:for|per|a|each|every|in)\b"
    r"|\b(?:row|line|record|entry|rows|lines)\s+(?:for\s+|per\s+)?(?:each|every|per|a)\b|\bevery\s+(?:calendar\s+)?(?:month|day|week|quarter|year)\b"
    r"|\beach\s+(?:calendar\s+)?(?:month|day|week|quarter|year)\b|\ball\s+(?:the\s+)?(?:calendar\s+)?(?:months|days|weeks|quarters|years)\b"
    r"|(?<=\w)\s+(?:x|×|\*|times|cross(?:ed)?(?:\s+join(?:ed)?)?(?:\s+with)?)\s+(?:the\s+|all\s+|calendar\s+)*(?:months|days|weeks|quarters|years)\b"
    r"|\b(?:month|day|week|quarter|year|date)s?\s+(?:spine|calendar|series|scaffold)\b|\bcalendar\b",
    re.IGNORECASE,
)
_CALENDAR = frozenset(
    ["calendar", "month", "months", "day", "days", "date", "dates", "week", "weeks", "spine", "quarters"]
)
_PER = re.compile(
    r"(?:\b(?:each|every|per|all|any)\s+(?:one\s+)?(?:of\s+)?(?:the\s+|our\s+)*(?:[\w]+\s+(?:in|of|from)\s+(?:the\s+|our\s+)*)?$)"
    r"|^\W*(?:joins?\s*:\s*|from\s+)?$|\bcross(?:\s+join)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CROSSED = re.compile(r"^\s*(?:x|×|\*|times|cross\w*)\s", re.IGNORECASE)
_TEXTS = (StepKind.NOTE, StepKind.FILTER, StepKind.GROUP_BY)


@dataclass(frozen=True)
class ToldSpan:
    """Rows for each unit of a span."""

    unit: str
    first: str
    last: str

    @property
    def text(self) -> str:
        """In words that are read."""
        return f"one row per {self.unit} from {self.first} to {self.last}"


def with_told_spine(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with steps for rows that a text asks to be made; unchanged where none does, or steps have them.

    Args:
        target: its notes and joins, and the rules of columns that have no source.
        schema: the tables.
    """
    if any(s.section or read_spine(s.condition) is not None for s in target.steps):
        return target
    described = {s.table.casefold() for s in target.steps if s.kind is StepKind.NOTE and s.table}
    calendars = (s for s in target.steps if _is_calendar(s, schema))
    crossed = next((s for s in calendars if s.table.casefold() not in described), None)
    if crossed is not None:
        span = next(
            (found for text in _texts(target, crossed) if (found := told_span(text)) is not None), None
        )
        return (
            _replaced(
                target,
                crossed,
                [replace(crossed, kind=StepKind.CROSS_JOIN, table="", alias="", condition=span.text)],
            )
            if span
            else target
        )
    for step in target.steps:
        if step.kind not in _TEXTS or (step.kind is StepKind.NOTE and step.table):
            continue
        for unit in units_of(step.condition):
            span = told_span(unit) if _MAKES.search(unit) is not None else None
            if span is not None:
                return _with_span(target, step, unit, span, schema)
    return target


def told_span(text: str) -> ToldSpan | None:
    """The span of months, days or the like that a text names; None for other texts."""
    said = with_iso_days(text)
    span = _SPAN.search(said)
    units = list(_UNIT.finditer(said))
    if not units:
        return _of_days(said, span)
    before = [u for u in units if span is not None and u.end() <= span.start()]
    unit = before[-1] if before else units[0]
    if span is None:
        year = _WHOLE_YEAR.search(said)
        return (
            None
            if year is None
            else ToldSpan(unit["unit"].lower(), f"{year['year']}-01-01", f"{year['year']}-12-31")
        )
    year = re.search(r"(?:19|20)\d\d", span["b"]) or re.search(r"(?:19|20)\d\d", span["a"])
    ends = [_iso(end, year.group() if year is not None else "") for end in (span["a"], span["b"])]
    return ToldSpan(unit["unit"].lower(), *ends) if all(ends) else None


def _of_days(said: str, span: re.Match[str] | None) -> ToldSpan | None:
    """The span of a date spine between two days, which names no unit."""
    days = [re.fullmatch(r"\d{4}-\d\d-\d\d", span[end]) for end in ("a", "b")] if span is not None else []
    if span is None or not all(days) or not re.search(r"\bdates?\b|\bcalendar\b", said, re.IGNORECASE):
        return None
    return ToldSpan("day", span["a"], span["b"])


def without_span(rule: str) -> str:
    """A rule without a sentence behind its first one that only says which months there are."""
    first, *others = units_of(rule)[:3] or [""]
    plain = first.strip().rstrip(".")
    spans = others and all(_SPAN_ALONE.fullmatch(with_iso_days(each.strip(" ."))) for each in others)
    return plain if spans or not others else rule.strip().rstrip(".")


_SPAN_ALONE = re.compile(
    rf"(?:(?:the|all|only|for)\s+)*(?:{_UNIT.pattern})?\s*(?:from\s+|are\s+|:\s*)?{_SPAN.pattern}",
    re.IGNORECASE,
)


def _iso(said: str, year: str) -> str:
    """A month or day as YYYY-MM or YYYY-MM-DD; empty where no year is known."""
    plain = said.strip().casefold()
    if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", plain):
        return plain
    numbers = re.split(r"[./]", plain)
    if len(numbers) == 3:
        return f"{numbers[2]}-{int(numbers[1]):02d}-{int(numbers[0]):02d}"
    if len(numbers) == 2 and numbers[1].isdigit():
        return f"{numbers[1]}-{int(numbers[0]):02d}"
    own = re.search(r"(?:19|20)\d\d", plain)
    of = own.group() if own is not None else year
    return f"{of}-{_MONTHS.index(plain[:3]) + 1:02d}" if of else ""


def _is_calendar(step: Step, schema: Schema) -> bool:
    """Whether a step crosses with a calendar that no table is."""
    said = set(re.findall(r"[a-z]+", f"{step.table} {step.alias}".casefold()))
    return (
        step.kind is StepKind.CROSS_JOIN and find_table(schema, step.table) is None and bool(said & _CALENDAR)
    )


def _texts(target: TargetMapping, crossed: Step) -> Iterator[str]:
    """Where a document says which months it means: at the step, in notes, in rules of columns without a source."""
    yield f"months {crossed.condition}"
    yield from (f"{unit}" for s in target.steps if s.kind is StepKind.NOTE for unit in units_of(s.condition))
    yield from (f"{c.rule_resolved or c.rule} {c.note}" for c in target.columns if not c.sources)


def _with_span(target: TargetMapping, step: Step, unit: str, span: ToldSpan, schema: Schema) -> TargetMapping:
    """The target that starts from the table of which each row gets the span, or from the span alone."""
    per = _per(unit, target, schema)
    rest = "\n".join(each for each in units_of(step.condition) if each != unit)
    made = replace(step, kind=StepKind.DRIVING, table="", alias="", condition=span.text)
    steps = [made]
    if per is not None:
        first = replace(step, kind=StepKind.DRIVING, table=per.name, alias="", condition="")
        steps = [first, replace(made, kind=StepKind.CROSS_JOIN)]
    kept = [replace(step, condition=rest)] if rest.strip() else []
    others = replace(target, steps=tuple(s for s in target.steps if s.kind is not StepKind.DRIVING))
    return _replaced(others, step, [*steps, *kept])


def _replaced(target: TargetMapping, old: Step, new: Sequence[Step]) -> TargetMapping:
    steps = [each for s in target.steps for each in (new if s is old else (s,))]
    return replace(target, steps=tuple(steps))


def _per(unit: str, target: TargetMapping, schema: Schema) -> SourceTable | None:
    """The table whose rows each get the span."""
    for table, start, end in mentions(unit, schema, {target.name.casefold()}):
        if _PER.search(unit[:start]) is not None or _CROSSED.match(unit[end:]) is not None:
            return table
    named = re.search(
        r"\b(?:each|every|per)\s+(?:of\s+(?:the|our)\s+)?(?P<noun>[a-z]\w+)", unit, re.IGNORECASE
    )
    noun = named["noun"].casefold() if named is not None else ""
    keyed = {ref.table for c in target.columns if c.key for ref in c.sources if ref.table}
    tables = [t for name in keyed if (t := find_table(schema, name)) is not None]
    if len(tables) == 1 and noun and _UNIT.fullmatch(noun) is None:
        return tables[0]
    both = re.search(r"\b(?:and|per)\s+(?:each\s+|every\s+)?(?P<noun>[a-z]\w+)", unit, re.IGNORECASE)
    return (
        tables[0] if len(tables) == 1 and both is not None and _UNIT.fullmatch(both["noun"]) is None else None
    )
