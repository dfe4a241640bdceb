"""Two statements held against each other by what they give: columns, rows, and values row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Job, Outcome, Result, Sandbox, Value
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken
from signoff.core.verify.compare_sql import Side, Statements, bag_statements, keyed_statements


@dataclass(frozen=True)
class ColumnDifference:
    """One column of either result."""

    name: str
    before: str
    """DuckDB type in the old result; empty when the column is added."""
    after: str
    """DuckDB type in the new result; empty when the column is gone."""
    rows: int = 0
    """Rows in both results whose values differ; 0 without a key."""


@dataclass(frozen=True)
class ValueChange:
    """One value that differs between a row and its partner."""

    key: tuple[Value, ...]
    """Values of the key's columns, in the order they were given."""
    column: str
    before: Value
    after: Value


@dataclass(frozen=True)
class ResultDifference:
    """What changes from one result to another."""

    columns: tuple[ColumnDifference, ...]
    """Every column: those of the new result in its order, then those that are gone."""
    only_old: int
    """Rows that are gone."""
    only_new: int
    """Rows that are added."""
    changed: int
    """Rows in both, with a value that differs; 0 without a key."""
    same: int
    changes: tuple[ValueChange, ...]
    """Values of at most `limit` changed rows."""
    more_changes: bool
    """Whether there are more changed rows than that."""
    gone_rows: Result
    """At most `limit` of the rows that are gone; the columns both results have."""
    added_rows: Result
    """At most `limit` of the rows that are added."""

    @property
    def added(self) -> tuple[str, ...]:
        """Names of the columns only the new result has."""
        return tuple(column.name for column in self.columns if not column.before)

    @property
    def gone(self) -> tuple[str, ...]:
        """Names of the columns only the old result has."""
        return tuple(column.name for column in self.columns if not column.after)

    @property
    def retyped(self) -> tuple[ColumnDifference, ...]:
        """The columns whose type changes."""
        return tuple(c for c in self.columns if c.before and c.after and c.before != c.after)


def compare(
    old_sql: str,
    new_sql: str,
    key: Sequence[str],
    sandbox: Sandbox,
    *,
    limit: int = 200,
    cancel: CancelToken | None = None,
) -> ResultDifference:
    """What changes from the result of one statement to that of another.

    Rows are partners when all values of the key are equal, no value equal to no value; of several rows with
    one key, the first is partner to the first. Without a key whole rows are compared, as often as each
    occurs: then a changed row is one that is gone and one that is added. Columns that only one result has
    do not make a row differ, and a column whose type changes is compared as text.

    Args:
        old_sql: DuckDB SQL.
        new_sql: DuckDB SQL.
        key: names of columns that both results have, compared without case; empty for whole rows.
        sandbox: holds the samples.
        limit: most changed, gone and added rows that are given in full.
        cancel: stops inside DuckDB.

    Raises:
        SignoffError: a statement was refused or failed, or the key is no column of both.
        Cancelled: `cancel` was set.
    """
    bound = sandbox.bind_many([old_sql, new_sql], cancel)
    old, new = (_side(*each) for each in zip(("old", "new"), (old_sql, new_sql), bound, strict=True))
    keyed = _with_key(old, new, key)
    statements = keyed_statements(old, new, keyed) if keyed else bag_statements(old, new)
    answers = sandbox.ask(_jobs(statements, limit), cancel)
    counts, changed, gone, added = (_result(answer) for answer in answers)
    numbers = counts.rows[0]
    compared = (name.casefold() for name in statements.compared)
    per_column = dict(zip(compared, numbers[4:], strict=True))
    return ResultDifference(
        _columns(old, new, per_column),
        only_old=numbers[0],
        only_new=numbers[1],
        changed=numbers[2],
        same=numbers[3],
        changes=_changes(changed, statements.compared, len(keyed)),
        more_changes=changed.more,
        gone_rows=gone,
        added_rows=added,
    )


def _side(which: str, sql: str, bound: Outcome) -> Side:
    if bound.error:
        raise SignoffError(say("compare.not_compared", which=which, reason=bound.error))
    return Side(sql.strip().rstrip(";"), bound.columns)


def _with_key(old: Side, new: Side, key: Sequence[str]) -> tuple[str, ...]:
    for name in key:
        if old.place(name) is None or new.place(name) is None:
            raise SignoffError(say("compare.not_in_both", name=name))
    return tuple(key)


def _jobs(statements: Statements, limit: int) -> list[Job]:
    rows = (statements.changed, statements.gone, statements.added)
    return [Job("run", statements.counts, 1), *(Job("run", sql, limit) for sql in rows)]


def _result(answer: Outcome) -> Result:
    if answer.error or answer.result is None:
        raise SignoffError(say("compare.results_not_compared", reason=answer.error))
    return answer.result


def _columns(old: Side, new: Side, rows: dict[str, int]) -> tuple[ColumnDifference, ...]:
    found = [
        ColumnDifference(name, old.type_of(name), kind, rows.get(name.casefold(), 0))
        for name, kind in new.columns
    ]
    gone = [ColumnDifference(name, kind, "") for name, kind in old.columns if new.place(name) is None]
    return (*found, *gone)


def _changes(changed: Result, compared: Sequence[str], keys: int) -> tuple[ValueChange, ...]:
    """The values that differ, from rows of: key, then whether, before and after of each compared column."""
    return tuple(
        ValueChange(row[:keys], name, row[place + 1], row[place + 2])
        for row in changed.rows
        for name, place in zip(compared, range(keys, len(row), 3), strict=True)
        if row[place]
    )
