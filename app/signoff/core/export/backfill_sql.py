"""Statements of the backfill proof: rows held back and put back, tables kept, and two tables compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.expressions import quoted
from signoff.core.engines.sql_proof import run_in_database
from signoff.core.export.dbt_process import SCHEMA

HELD, RUN_ON = "held_back", "run_on"
"""Schemas of the rows that come later, and of the tables as run on before the full rebuild."""
ROWS = "rows"
"""Stands among differing columns for rows that only one of the two tables has."""
_DOUBLES = frozenset({"DOUBLE", "FLOAT", "REAL"})


@dataclass(frozen=True)
class Cut:
    """How the rows of one source table are told apart into those that are there and those that come later."""

    table: str
    column: str = ""
    """Those above the middle value come later; empty: the second half as they stand."""

    @property
    def later(self) -> str:
        """The condition of a row that comes later."""
        table = f"main.{quoted(self.table)}"
        if not self.column:
            return f"rowid >= (select (count(*) + 1) // 2 from {table})"
        name = quoted(self.column)
        return f"{name} > (select quantile_disc({name}, 0.5) from (select distinct {name} from {table}))"


@dataclass(frozen=True)
class Difference:
    """How two tables differ."""

    rows: int
    """Rows of the full rebuild."""
    compared: tuple[str, ...]
    columns: tuple[tuple[str, int], ...] = ()
    """Name and number of rows that differ; `ROWS` among them where only one side has a row."""

    @property
    def names(self) -> frozenset[str]:
        """What differs."""
        return frozenset(name for name, _ in self.columns)


def hold_back(database: Path, cuts: Sequence[Cut]) -> int:
    """Take the later rows out of their tables; returns how many there are."""
    statements = [f"create schema if not exists {HELD}"]
    for cut in cuts:
        held, table = f"{HELD}.{quoted(cut.table)}", f"main.{quoted(cut.table)}"
        statements.append(f"create table {held} as select * from {table} where {cut.later}")
        statements.append(f"delete from {table} where {cut.later}")
        statements.append(f"select count(*) from {held}")
    rows = run_in_database(database, statements)
    return sum(int(found[0][0]) for found in rows[3::3])


def put_back(database: Path, cuts: Sequence[Cut]) -> None:
    """Let the later rows arrive."""
    names = [quoted(cut.table) for cut in cuts]
    run_in_database(database, [f"insert into main.{name} select * from {HELD}.{name}" for name in names])


def tables_of(database: Path) -> dict[str, tuple[str, ...]]:
    """Columns of the sample tables, by name."""
    sql = "select table_name, column_name from information_schema.columns where table_schema = 'main'"
    found: dict[str, list[str]] = {}
    for table, column in run_in_database(database, [sql])[0]:
        found.setdefault(str(table), []).append(str(column))
    return {table: tuple(columns) for table, columns in found.items()}


def row_counts(database: Path, models: Sequence[str]) -> dict[str, int]:
    """Rows of the built models that are tables, by name."""
    sql = (
        "select table_name from information_schema.tables "
        f"where table_schema = '{SCHEMA}' and table_type = 'BASE TABLE'"
    )
    there = {str(row[0]) for row in run_in_database(database, [sql])[0]}
    asked = [model for model in models if model in there]
    rows = run_in_database(database, [f"select count(*) from {SCHEMA}.{quoted(m)}" for m in asked])
    return {model: int(found[0][0]) for model, found in zip(asked, rows, strict=True)}


def keep_tables(database: Path, models: Sequence[str]) -> None:
    """Copy the built models aside, before they are made anew."""
    statements = [f"create schema if not exists {RUN_ON}"]
    for model in models:
        statements.append(
            f"create or replace table {RUN_ON}.{quoted(model)} as from {SCHEMA}.{quoted(model)}"
        )
    run_in_database(database, statements)


def compare_tables(
    database: Path, model: str, key: Sequence[str], left_out: Sequence[str] = ()
) -> Difference:
    """Hold the table that was run on against the one made anew.

    Args:
        database: where both lie.
        model: their name.
        key: columns that tell rows apart; none where nothing does.
        left_out: columns not compared.
    """
    types = _types(database, model)
    skipped = {name.casefold() for name in left_out}
    names = [name for name in types[SCHEMA] if name.casefold() not in skipped]
    gone = [name for name in names if name not in types[RUN_ON]]
    names = [name for name in names if name in types[RUN_ON]]
    keys = [name for name in names if name.casefold() in {k.casefold() for k in key}]
    sides = {each: _Side(f"{each}.{quoted(model)}", types[each], types) for each in (RUN_ON, SCHEMA)}
    old, new = sides[RUN_ON], sides[SCHEMA]
    total, *_ = _counts(database, [_apart(old, new, names), f"select count(*) from {new.table}"])
    rows = _counts(database, [f"select count(*) from {new.table}"])[0]
    missing = [(name, rows) for name in gone]
    if not total:
        return Difference(rows, tuple(names), tuple(missing))
    single = [name for name in names if name not in keys]
    statements = [_apart(old, new, [*keys, name]) for name in single]
    ids = _apart(old, new, keys) if keys else _apart_in_number(old, new)
    apart, *counts = _counts(database, [ids, *statements])
    found = [(name, count) for name, count in zip(single, counts, strict=True) if count > apart]
    found += [(ROWS, apart)] if apart or not found else []
    return Difference(rows, tuple(names), tuple(missing + found))


@dataclass(frozen=True)
class _Side:
    table: str
    types: dict[str, str]
    both: dict[str, dict[str, str]]

    def value(self, name: str) -> str:
        """A column so that equal values are equal: doubles to twelve digits, other types as text where they differ."""
        kinds = {types[name] for types in self.both.values() if name in types}
        if len(kinds) > 1:
            return f"cast({quoted(name)} as varchar)"
        return f"format('{{:.12g}}', {quoted(name)})" if kinds & _DOUBLES else quoted(name)


def _types(database: Path, model: str) -> dict[str, dict[str, str]]:
    name = model.replace("'", "''")
    sql = (
        "select table_schema, column_name, data_type from information_schema.columns "
        f"where table_name = '{name}' and table_schema in ('{RUN_ON}', '{SCHEMA}') order by ordinal_position"
    )
    found: dict[str, dict[str, str]] = {RUN_ON: {}, SCHEMA: {}}
    for schema, column, kind in run_in_database(database, [sql])[0]:
        found[str(schema)][str(column)] = str(kind)
    return found


def _apart(old: _Side, new: _Side, names: Sequence[str]) -> str:
    """How many rows only one of the two has, over some columns; the larger of both sides."""
    left = f"select {', '.join(old.value(n) for n in names) or '1'} from {old.table}"
    right = f"select {', '.join(new.value(n) for n in names) or '1'} from {new.table}"
    return (
        f"select greatest((select count(*) from ({left} except all {right})), "
        f"(select count(*) from ({right} except all {left})))"
    )


def _apart_in_number(old: _Side, new: _Side) -> str:
    return f"select abs((select count(*) from {old.table}) - (select count(*) from {new.table}))"


def _counts(database: Path, statements: Sequence[str]) -> list[int]:
    return [int(rows[0][0]) for rows in run_in_database(database, statements)]
