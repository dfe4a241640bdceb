"""Rows for each thing and period, told in a line: ``every account that occurs there, for every month from … to …``.

What is read are the things, each once, and the periods of the span; what the periods hold is summed up beside them, so
that a period without rows has a row all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words
from signoff.core.merge.spelled_days import spelled_month, with_iso_days
from signoff.core.merge.told_lines.cutting import cut

_UNIT = r"(?:calendar\s+)?(?P<unit>month|week|day|quarter|year)s?"
_EVERY = re.compile(
    r"^(?:(?P<before>[A-Za-z_][\w.]*)\s*:\s*)?(?:(?:one|a|1)\s+(?:row|line|record)\s+(?:for|per)\s+)?(?:every|each|all)\s+(?:the\s+)?(?P<noun>[a-z]\w*)"
    r"(?:\s+(?:that|which|who)\s+(?:occurs?|appears?|(?:is|are)\s+(?:found|there)|comes?\s+up|shows?\s+up)\s*(?:there|(?:in|of)\s+(?:the\s+)?(?P<inside>\w+))?|\s+(?:of|in|from)\s+(?:the\s+)?(?P<of>\w+_\w+))?"
    rf"\s*,?\s*(?:for|and|with|x|times|crossed\s+with|in)\s+(?:every|each|all)\s+(?:the\s+)?{_UNIT}\s*,?\s*from\s+(?P<start>.+?)\s+(?:to|until|till|through|up\s+to(?:\s+and\s+including)?)\s+(?P<end>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_EMPTY_TOO = re.compile(
    r"^(?:the\s+)?(?P<unit>month|week|day|quarter|year)s\s+(?:without|with\s+no)\s+(?:an?\s+|any\s+)?\w+\s+"
    r"(?:(?:also\s+)?(?:get|have|need)\s+(?:an?\s+|one\s+|their\s+)?(?:row|line|record)s?(?:\s+(?:as\s+well|too|also))?|(?:are|stay|come|count)\s+(?:in|there|along|also|shown)(?:\s+(?:too|as\s+well))?)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[\w)'\"])\.\s+(?=[A-Z])")
_OF_ALL = re.compile(
    r"\s*\((?:over|of|across)\s+all(?:\s+\w+)?\)|\s+(?:of\s+all|overall|at\s+all|in\s+(?:it|the\s+table)|there)$",
    re.IGNORECASE,
)
_ENDMOST = re.compile(
    r"^(?:the\s+)?(?:(?P<unit>month|week|day|quarter|year)\s+of\s+)?(?:the\s+)?(?P<which>first|earliest|oldest|last|latest|newest)\s+(?P<what>\w+)$",
    re.IGNORECASE,
)
_RISING = frozenset({"first", "earliest", "oldest"})
_DAY = re.compile(r"^\d{4}-\d\d(?:-\d\d)?$")


@dataclass(frozen=True)
class EveryPeriod:
    """Things of a table, each with every period of a span."""

    table: SourceTable
    noun: str
    unit: str
    day: SourceColumn
    """By which a row of the table belongs to a period."""
    start: str
    """SQL of a day in the first period."""
    end: str
    """SQL of a day in the last one."""

    @property
    def series(self) -> str:
        """SQL of the first day of each period."""
        step = "interval 3 month" if self.unit == "quarter" else f"interval 1 {self.unit}"
        ends = (f"date_trunc('{self.unit}', {end})" for end in (self.start, self.end))
        return f"cast(unnest(generate_series({', '.join(ends)}, {step})) as date)"

    @property
    def of_row(self) -> str:
        """SQL of the first day of the period a row belongs to."""
        return f"cast(date_trunc('{self.unit}', {quoted(self.day.name)}) as date)"


def every_period(text: str, schema: Schema, tables: Sequence[str]) -> EveryPeriod | None:
    """What a line tells; None where a piece of it is not understood.

    Args:
        text: as written, its label aside.
        schema: the tables.
        tables: those that the target's source cells name.
    """
    first, *others = cut(" ".join(text.split()).strip(" ."), _SENTENCE)
    match = _EVERY.match(first.strip(" ."))
    if match is None or not all(_is_empty_too(each, match["unit"]) for each in others):
        return None
    named = match["before"] or match["inside"] or match["of"] or (tables[0] if len(set(tables)) == 1 else "")
    table = find_table(schema, named) if named else None
    if table is None:
        return None
    unit = match["unit"].lower()
    ends = [_end(match["start"], table, unit, last=False), _end(match["end"], table, unit, last=True)]
    days = {day.name: day for _sql, day in filter(None, ends) if day is not None}
    if None in ends or len(days) > 1:
        return None
    day = next(iter(days.values()), None) or _only_day(table)
    if day is None:
        return None
    start, end = (each[0] for each in ends if each is not None)
    return EveryPeriod(table, singular(match["noun"].casefold()), unit, day, start, end)


def _is_empty_too(sentence: str, unit: str) -> bool:
    found = _EMPTY_TOO.match(sentence.strip(" ."))
    return found is not None and found["unit"].casefold() == unit.casefold()


def _end(said: str, table: SourceTable, unit: str, *, last: bool) -> tuple[str, SourceColumn | None] | None:
    """One end of the span as SQL, and the column it is of; None where it is not understood."""
    plain = said.strip(" .,")
    for _ in range(2):
        plain = _OF_ALL.sub("", plain).strip(" .,")
    endmost = _ENDMOST.match(plain)
    if endmost is not None:
        rising = endmost["which"].casefold() in _RISING
        day = _day_called(endmost["what"], table)
        if day is None or rising is last or (endmost["unit"] or unit).casefold() != unit:
            return None
        return f"{'min' if rising else 'max'}({quoted(day.name)})", day
    iso = (spelled_month(plain) or with_iso_days(plain)).strip()
    if not _DAY.match(iso):
        return None
    return f"date '{iso if iso.count('-') == 2 else f'{iso}-01'}'", None


def _day_called(noun: str, table: SourceTable) -> SourceColumn | None:
    """The table's day that a noun means: by its name, else its only one where the noun is of its rows."""
    days = _days(table)
    exact = [
        c for c in days if c.name.casefold() == noun.casefold() or singular(noun.casefold()) in words(c.name)
    ]
    if len(exact) == 1:
        return exact[0]
    return days[0] if len(days) == 1 else None


def _only_day(table: SourceTable) -> SourceColumn | None:
    days = _days(table)
    return days[0] if len(days) == 1 else None


def _days(table: SourceTable) -> list[SourceColumn]:
    return [c for c in table.columns if c.type.upper().startswith(("DATE", "TIMESTAMP"))]
