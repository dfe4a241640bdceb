"""Made-up sample rows, for source tables nobody sent rows of: obviously made up, and full of what goes wrong.

Same names share their values over all tables, so that joins find partners; a fixed value that a rule names comes up;
no value, blank text, blanks at the ends and boundary numbers and dates are always among them.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable

_NULL = "\\N"
_ODD_SHARE = 0.12
"""Share of values that are missing, blank or at a boundary."""
_FIRST_DAY = date(2023, 1, 1)
_ODD_NUMBERS = ("0", "-1", "999999999")
_ODD_DATES = ("1900-01-01", "2024-02-29", "9999-12-31")
_ODD_TEXTS = ("", " ", " made up ", "Made Up Ünïcode")


def synthesise(
    schema: Schema, rows: int, literals: Mapping[str, Sequence[str]] | None = None, seed: int = 0
) -> dict[str, bytes]:
    r"""Made-up rows of every table of a schema.

    Args:
        schema: tables with DuckDB types; a key's values are unique and there on every row.
        rows: rows a table.
        literals: fixed values by lower-case column name, such as the codes rules speak of.
        seed: the same seed gives the same bytes.

    Returns:
        For each table's name a CSV file as samples are read: first line the names, ``\N`` is no value.
    """
    known = {name.casefold(): tuple(values) for name, values in (literals or {}).items()}
    return {table.name: _table(table, rows, known, seed) for table in schema.tables if table.columns}


def _table(table: SourceTable, rows: int, literals: Mapping[str, tuple[str, ...]], seed: int) -> bytes:
    dice = random.Random(f"{seed}|{table.name}")
    keys = {name.casefold() for name in table.key}
    makers = [_maker(column, column.name.casefold() in keys, literals, dice) for column in table.columns]
    lines = [[make(number) for make in makers] for number in range(1, rows + 1)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(lines)
    return text.getvalue().encode("utf-8")


def _maker(
    column: SourceColumn, is_key: bool, literals: Mapping[str, tuple[str, ...]], dice: random.Random
) -> Callable[[int], str]:
    """What makes the value of one column on row number n."""
    usual, odd = _values(column)
    listed = literals.get(column.name.casefold(), ())

    def make(number: int) -> str:
        if is_key:
            return usual(number)
        if dice.random() < _ODD_SHARE:
            return dice.choice((*odd, _NULL) if column.nullable else odd)
        return dice.choice(listed) if listed and dice.random() < 0.8 else usual(number)

    return make


def _values(column: SourceColumn) -> tuple[Callable[[int], str], tuple[str, ...]]:
    """The usual value on a row, and the odd ones, by the column's type."""
    kind = column.type.upper()
    if "BOOL" in kind:
        return lambda n: "true" if n % 2 else "false", ("true", "false")
    if "TIMESTAMP" in kind or "DATETIME" in kind:
        return lambda n: f"{_day(n)} {n % 24:02d}:30:00", tuple(f"{day} 00:00:00" for day in _ODD_DATES)
    if "DATE" in kind:
        return _day, _ODD_DATES
    if "TIME" in kind:
        return lambda n: f"{n % 24:02d}:{n % 60:02d}:00", ("00:00:00", "23:59:59")
    if any(word in kind for word in ("DEC", "NUMERIC", "DOUBLE", "FLOAT", "REAL")):
        return lambda n: f"{n * 10 + n % 100 / 100:.2f}", ("0", "-1", "99999.99")
    if "INT" in kind:
        return str, _ODD_NUMBERS if "TINY" not in kind and "SMALL" not in kind else ("0", "-1", "99")
    return lambda n: f"made up {n}", _ODD_TEXTS


def _day(number: int) -> str:
    return (_FIRST_DAY + timedelta(days=number * 3 % 900)).isoformat()
