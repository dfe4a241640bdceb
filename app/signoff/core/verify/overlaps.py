"""Columns of different tables that hold the same values: what could be joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.known_names import squashed
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.progress import CancelToken
from signoff.core.verify.profile import ColumnProfile, TableProfile

_MOST_PAIRS = 400
_FEWEST = 3
"""Different values a column must have for an overlap to mean anything."""
_SHARE = 0.5


@dataclass(frozen=True)
class Overlap:
    """A column whose values are found in a key of another table."""

    table: str
    column: str
    other_table: str
    other_column: str
    values: int
    """Different values of the column."""
    found: int
    """Of these, values the other column has too."""


def overlaps(
    tables: Sequence[TableProfile], sandbox: Sandbox, *, cancel: CancelToken | None = None
) -> tuple[Overlap, ...]:
    """Overlaps of columns with single-column keys of other tables, the fullest first.

    Whole numbers overlap by accident, since most count up from 1: of them only columns of like names are looked at.

    Raises:
        Cancelled: `cancel` was set.
    """
    pairs = list(_pairs(tables))[:_MOST_PAIRS]
    outcomes = sandbox.run_many([_sql(*pair) for pair in pairs], 1, cancel)
    found = []
    for (table, column, other, key), outcome in zip(pairs, outcomes, strict=True):
        if outcome.result is None:
            continue
        values, shared = (int(value or 0) for value in outcome.result.rows[0])
        if values >= _FEWEST and shared >= values * _SHARE:
            found.append(Overlap(table, column, other, key, values, shared))
    return tuple(sorted(found, key=lambda each: (-each.found / each.values, each.table, each.column)))


def _pairs(tables: Sequence[TableProfile]) -> Iterator[tuple[str, str, str, str]]:
    keys = [
        (table, column)
        for table in tables
        for names in table.candidate_keys
        if len(names) == 1 and (column := _named(table, names[0])) is not None
    ]
    for other, key in keys:
        for table in tables:
            for column in table.columns:
                if table is not other and column.distinct >= _FEWEST and _comparable(column, key, other.name):
                    yield table.name, column.name, other.name, key.name


def _named(table: TableProfile, name: str) -> ColumnProfile | None:
    return next((column for column in table.columns if column.name == name), None)


def _comparable(column: ColumnProfile, key: ColumnProfile, key_table: str) -> bool:
    is_like = squashed(column.name) in (squashed(key.name), squashed(key_table + key.name)) or squashed(
        column.name
    ).endswith(squashed(key.name))
    is_text = column.type == "VARCHAR" and key.type == "VARCHAR"
    return (is_like and len(squashed(key.name)) > 1) or is_text


def _sql(table: str, column: str, other: str, key: str) -> str:
    return f"""
        WITH a AS (SELECT DISTINCT CAST({quoted(column)} AS VARCHAR) AS v FROM {quoted(table)}),
        b AS (SELECT DISTINCT CAST({quoted(key)} AS VARCHAR) AS v FROM {quoted(other)})
        SELECT count(v), count(v) FILTER (v IN (SELECT v FROM b WHERE v IS NOT NULL)) FROM a WHERE v <> ''
    """
