"""Boundary values: what stands at the edges of a rule, made from its own words and the kind of each column.

They come from the rule and the profile, never from the drafts: candidates that agree on every sample row may all
leave out the same clause, and a draft can't be asked where it is wrong. No value of a sample row is taken over; the
profile only tells which column a code of the rule belongs to, and how its texts are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

_MOST_VALUES = 30
_USUAL_DAY = date(2024, 3, 15)
_NUMBER = re.compile(r"(?<![\w.,/-])-?\d+(?:\.\d+)?(?![\w/-]|[.,]\d)")
_PER_CENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|per ?cent)", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/-]|[.,]\d)")
_ODD_DAYS = ("2024-01-31", "2024-02-29", "2023-02-28", "2023-12-31", "2024-03-04", "2024-04-03", "1900-01-01")
_WHOLE = ("INT", "BIGINT", "HUGEINT", "SMALLINT", "TINYINT")


@dataclass(frozen=True)
class EdgeColumn:
    """One column that an expression may use, as made-up rows are built for it."""

    relation: str
    """Alias in the statement."""
    name: str
    type: str
    """DuckDB type as loaded."""
    known: tuple[str, ...] = ()
    """Frequent values of its samples: they tell which codes of a rule are its own, and are never shown."""
    shapes: tuple[str, ...] = ()
    """Frequent shapes of its texts: A for a letter, 9 for a digit."""

    @property
    def kind(self) -> str:
        """``text``, ``number``, ``date``, ``timestamp``, ``flag``, or ``other``."""
        word = self.type.upper()
        for kind, starts in _KINDS:
            if word.lstrip("U").startswith(starts):
                return kind
        return "other"


_KINDS = (
    ("flag", ("BOOL",)),
    ("timestamp", ("TIMESTAMP", "DATETIME")),
    ("date", ("DATE",)),
    ("number", (*_WHOLE, "DEC", "NUMERIC", "DOUBLE", "FLOAT", "REAL")),
    ("text", ("VARCHAR", "CHAR", "TEXT", "STRING")),
)


def edge_values(
    rule: str, literals: Sequence[str], columns: Sequence[EdgeColumn]
) -> tuple[tuple[str | None, ...], ...]:
    """For each column its boundary values as text, the usual one first; None is no value.

    Args:
        rule: as the document has it.
        literals: its fixed texts.
        columns: what the expression may use.
    """
    owned = [_owned(literals, column, columns) for column in columns]
    found = []
    for column, own in zip(columns, owned, strict=True):
        values = _MAKERS[column.kind](rule, own, column)
        found.append(tuple(dict.fromkeys(values))[:_MOST_VALUES])
    return tuple(found)


def _owned(literals: Sequence[str], column: EdgeColumn, columns: Sequence[EdgeColumn]) -> tuple[str, ...]:
    """Literals that the samples know in this column, and those that no column knows."""
    if column.kind != "text":
        return ()
    return tuple(
        each for each in literals if _knows(column, each) or not any(_knows(c, each) for c in columns)
    )


def _knows(column: EdgeColumn, literal: str) -> bool:
    return literal.strip().casefold() in {value.strip().casefold() for value in column.known}


def _texts(rule: str, literals: Sequence[str], column: EdgeColumn) -> Iterator[str | None]:
    dated = [shape for shape in column.shapes if _date_text(_USUAL_DAY, shape)]
    if dated:
        days = [_USUAL_DAY, *_days_of(rule), *(date.fromisoformat(day) for day in _ODD_DAYS)]
        yield from (_date_text(day, dated[0]) for day in days[:1])
        yield from (None, "", "  ")
        yield from (_date_text(day, shape) for shape in dated[:2] for day in days[1:])
        yield "not a date"
    numeric = any(re.fullmatch(r"-?9+(?:[.,]9+)?", shape) for shape in column.shapes)
    usual = literals[0] if literals else "12" if numeric else "Made Up"
    yield from (usual, None, "", "  ")
    yield from literals
    yield from (_other_case(each) for each in literals)
    yield from (f" {each} " for each in literals)
    yield from (f"{each}X" for each in literals[:4])
    if numeric:
        yield from ("0", "-1", "007", "12.50", "not a number")
        yield from _numbers(rule, (), replace(column, type="DECIMAL(18,2)"))
    yield from ("made up", " Made Up ", "MADE UP", "ZZ9", "a b  c", "x-y")


def _other_case(text: str) -> str:
    return text.lower() if text != text.lower() else text.upper()


def _numbers(rule: str, _literals: Sequence[str], column: EdgeColumn) -> Iterator[str | None]:
    whole = column.type.upper().lstrip("U").startswith(_WHOLE)
    yield from ("10", None, "0", "-1", "1")
    for number in numbers_of(rule):
        around = [number, number - 1, number + 1]
        around += [] if whole else [number - Decimal("0.01"), number + Decimal("0.01")]
        yield from (format(each, "f") for each in around if not whole or each == each.to_integral())
    yield from ("-10", "999999", "100") if whole else ("-10.50", "2.345", "2.5", "-2.5", "0.004", "999999.99")


def numbers_of(rule: str) -> tuple[Decimal, ...]:
    """The numbers a rule names, once each in order; a share in per cent also as a fraction."""
    plain = _DAY_FIRST.sub(" ", _ISO.sub(" ", rule))
    found = [match.group(0) for match in _NUMBER.finditer(plain)]
    numbers = []
    for text in found:
        try:
            numbers.append(Decimal(text))
        except InvalidOperation:
            continue
    numbers += [Decimal(match.group(1)) / 100 for match in _PER_CENT.finditer(plain)]
    return tuple(dict.fromkeys(numbers))


def _dates(rule: str, _literals: Sequence[str], _column: EdgeColumn) -> Iterator[str | None]:
    yield from (_USUAL_DAY.isoformat(), None)
    for day in _days_of(rule):
        yield from _around(day)
    yield from _ODD_DAYS
    yield "9999-12-31"


def _around(day: date) -> Iterator[str]:
    for step in (-1, 0, 1):
        if date.min + timedelta(1) < day < date.max - timedelta(1):
            yield (day + timedelta(step)).isoformat()


def _days_of(rule: str) -> list[date]:
    """The days a rule names: both readings of an ambiguous one, first and last day of a year alone."""
    found = [(int(y), int(m), int(d)) for y, m, d in _ISO.findall(rule)]
    for one, other, year in _DAY_FIRST.findall(rule):
        found += [(int(year), int(other), int(one)), (int(year), int(one), int(other))]
    plain = _DAY_FIRST.sub(" ", _ISO.sub(" ", rule))
    for year in _YEAR.findall(plain):
        found += [(int(year), 1, 1), (int(year), 12, 31)]
    days = []
    for parts in dict.fromkeys(found):
        try:
            days.append(date(*parts))
        except ValueError:
            continue
    return days


def _moments(rule: str, literals: Sequence[str], column: EdgeColumn) -> Iterator[str | None]:
    for value in _dates(rule, literals, column):
        yield None if value is None else f"{value} 00:00:00"
        if value is not None and value < "9999":
            yield f"{value} 23:59:59"


def _flags(_rule: str, _literals: Sequence[str], _column: EdgeColumn) -> Iterator[str | None]:
    yield from ("true", None, "false")


def _nothing(_rule: str, _literals: Sequence[str], _column: EdgeColumn) -> Iterator[str | None]:
    yield None


_MAKERS = {
    "text": _texts,
    "number": _numbers,
    "date": _dates,
    "timestamp": _moments,
    "flag": _flags,
    "other": _nothing,
}
_DATE_SHAPES = (
    ("9999-99-99", "%Y-%m-%d"),
    ("99.99.9999", "%d.%m.%Y"),
    ("99/99/9999", "%d/%m/%Y"),
    ("99-99-9999", "%d-%m-%Y"),
    ("9999/99/99", "%Y/%m/%d"),
    ("9999-99-99 99:99:99", "%Y-%m-%d 12:30:00"),
)


def _date_text(day: date, shape: str) -> str | None:
    """A day as a text of that shape; None for a shape that is no date."""
    form = dict(_DATE_SHAPES).get(shape)
    return day.strftime(form) if form else None
