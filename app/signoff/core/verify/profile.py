"""What the samples of one source table hold, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceTable
from signoff.core.engines.sql.sandbox import Result, Sandbox, Value
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken
from signoff.core.verify.profile_sql import FACTS, facts_statement, key_candidates, tops_statement

_MOST_TOPS = 10
"""Most frequent values and shapes kept of each column."""


@dataclass(frozen=True)
class ColumnProfile:
    """One column of the samples."""

    name: str
    type: str
    """DuckDB type as loaded."""
    rows: int
    missing: int
    """Rows with no value."""
    blank: int
    """Rows with blank text, blanks only included; 0 for other types."""
    distinct: int
    """Different values, no value not counted."""
    smallest: Value
    """None when there is no value; texts only where at least three rows hold it."""
    largest: Value
    longest: int
    """Most characters of a value as text."""
    top: tuple[tuple[str, int], ...]
    """Most frequent values as text with their rows; none that fewer than three rows hold, since a rare one
    may name a person."""
    patterns: tuple[tuple[str, int], ...] = ()
    """Most frequent shapes of texts with their rows: A for a letter, 9 for a digit."""


@dataclass(frozen=True)
class TableProfile:
    """One table of the samples."""

    name: str
    rows: int
    columns: tuple[ColumnProfile, ...]
    candidate_keys: tuple[tuple[str, ...], ...] = ()
    """Columns, or pairs of columns, whose values are there and differ on every row of the samples; shortest
    first. No proof for all rows."""


def profile(table: str, sandbox: Sandbox, *, cancel: CancelToken | None = None) -> TableProfile:
    """Counts, extremes and frequent values of a table, in three calls whatever its number of columns.

    Args:
        table: name of a loaded table, in any case.
        sandbox: holds it.
        cancel: stops inside DuckDB.

    Raises:
        SignoffError: there is no such table, or it can't be read.
        Cancelled: `cancel` was set.
    """
    found = sandbox.schema().table(table)
    if found is None:
        raise SignoffError(say("rows.no_source_table", table=table))
    if not found.columns:
        return TableProfile(found.name, 0, ())
    facts, tops = _ask(sandbox, [facts_statement(found), tops_statement(found, _MOST_TOPS)], cancel)
    rows = int(facts.rows[0][0])
    columns = tuple(_column(found, n, rows, facts.rows[0], tops) for n in range(len(found.columns)))
    return TableProfile(found.name, rows, columns, _keys(found, columns, sandbox, cancel))


def _ask(sandbox: Sandbox, sqls: Sequence[str], cancel: CancelToken | None) -> list[Result]:
    answers = [each.required().result for each in sandbox.run_many(sqls, 1_000_000, cancel)]
    return [answer for answer in answers if answer is not None]


def _column(
    table: SourceTable, number: int, rows: int, facts: Sequence[Value], tops: Result
) -> ColumnProfile:
    column = table.columns[number]
    start = 1 + number * FACTS
    missing, blank, distinct, smallest, largest, longest = facts[start : start + FACTS]
    mine = [row[1:] for row in tops.rows if row[0] == number]
    top, patterns = (
        tuple((str(text), int(count)) for kind, text, count in mine if kind == wanted)
        for wanted in ("value", "shape")
    )
    return ColumnProfile(
        column.name,
        column.type,
        rows,
        missing,
        blank,
        distinct,
        smallest,
        largest,
        longest or 0,
        top,
        patterns,
    )


def _keys(
    table: SourceTable, columns: Sequence[ColumnProfile], sandbox: Sandbox, cancel: CancelToken | None
) -> tuple[tuple[str, ...], ...]:
    """Single columns that are unique; else the pairs that are."""
    full = [column for column in columns if column.rows and not column.missing]
    single = tuple((column.name,) for column in full if column.distinct == column.rows)
    if single:
        return single
    pairs = key_candidates([(column.name, column.distinct) for column in full], columns[0].rows)
    if not pairs:
        return ()
    counts = ", ".join(f"count(DISTINCT ({quoted(a)}, {quoted(b)}))" for a, b in pairs)
    answer = sandbox.run(f"SELECT {counts} FROM {quoted(table.name)}", 1, cancel=cancel)
    return tuple(pair for pair, n in zip(pairs, answer.rows[0], strict=True) if n == columns[0].rows)
