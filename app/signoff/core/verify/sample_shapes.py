"""The shapes of a project's samples: read off column by column, and which columns refer to which keys."""

from __future__ import annotations

from collections.abc import Collection

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import Schema, SourceTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.progress import CancelToken
from signoff.core.verify.overlaps import overlaps
from signoff.core.verify.profile import TableProfile, profile
from signoff.core.verify.rows_alike import Reference, TableShape
from signoff.core.verify.shapes import column_shape

_MOST_VALUES = 200_000
_NESTED = ("STRUCT", "MAP", "UNION", "JSON", "BLOB")


def sample_shapes(
    sandbox: Sandbox,
    tables: Collection[SourceTable],
    stay: Collection[str],
    *,
    cancel: CancelToken | None = None,
) -> tuple[tuple[TableShape, ...], tuple[Reference, ...]]:
    """What made-up rows are to look like, and how they refer to each other.

    Args:
        sandbox: holds the samples.
        tables: the loaded tables.
        stay: values the rules name, case-folded.
        cancel: stops inside DuckDB.

    Raises:
        SignoffError: a table can't be read.
        Cancelled: `cancel` was set.
    """
    profiles = [profile(table.name, sandbox, cancel=cancel) for table in tables if table.columns]
    shapes = []
    for table, facts in zip((t for t in tables if t.columns), profiles, strict=True):
        if facts.rows:
            shapes.append(_table(sandbox, table, facts, stay, cancel))
    known = {table.name for table in shapes}
    found = [
        Reference((o.table, o.column), (o.other_table, o.other_column), o.values, o.found)
        for o in overlaps([p for p in profiles if p.rows], sandbox, cancel=cancel)
    ]
    stated = _stated(Schema(tuple(tables)), {p.name: p for p in profiles})
    return tuple(shapes), tuple(r for r in (*found, *stated) if {r.place[0], r.key[0]} <= known)


def _table(
    sandbox: Sandbox,
    table: SourceTable,
    facts: TableProfile,
    stay: Collection[str],
    cancel: CancelToken | None,
) -> TableShape:
    sqls = [_values_sql(table.name, column.name, column.type) for column in table.columns]
    outcomes = sandbox.run_many(sqls, _MOST_VALUES, cancel)
    columns = []
    for column, outcome in zip(table.columns, outcomes, strict=True):
        result = outcome.required().result
        rows = [(row[0], int(row[1])) for row in result.rows] if result else []
        columns.append(column_shape(column.name, column.type, rows, stay))
    keys = (table.key,) if table.key else facts.candidate_keys[:1]
    return TableShape(table.name, tuple(columns), keys)


def _values_sql(table: str, column: str, kind: str) -> str:
    name = quoted(column)
    if kind.startswith(_NESTED) or kind.endswith("]"):
        return f"SELECT CAST(NULL AS VARCHAR), count(*) FROM {quoted(table)}"
    return f"SELECT CAST({name} AS VARCHAR), count(*) FROM {quoted(table)} GROUP BY 1 ORDER BY 1"


def _stated(schema: Schema, profiles: dict[str, TableProfile]) -> list[Reference]:
    """Foreign keys of one column, as the source states them."""
    found = []
    for table in schema.tables:
        for key in table.foreign_keys:
            other = schema.table(key.table)
            referred = key.referred or (other.key if other else ())
            if other is None or len(key.columns) != 1 or len(referred) != 1 or table.name not in profiles:
                continue
            column = table.column(key.columns[0])
            wanted = other.column(referred[0])
            if column is not None and wanted is not None:
                values = next((c.distinct for c in profiles[table.name].columns if c.name == column.name), 0)
                found.append(Reference((table.name, column.name), (other.name, wanted.name), values, values))
    return found
