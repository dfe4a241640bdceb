"""Columns of which only the type differs from the version before: the expression that makes them stays, in a cast."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.generate.types import duckdb_type, fit_to_type
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import existing_columns
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.existing_here import why_not_run
from signoff.core.pipeline.since import changes_since
from signoff.core.pipeline.update_asked import UpdatedColumn


def retyped_columns(
    existing: ExistingSql, target: TargetMapping, rows: Sequence[ColumnMapping], schema: Schema, desk: Desk
) -> dict[str, UpdatedColumn]:
    """By name, the columns among `rows` that need a cast, or nothing at all, since only their type is another.

    A column that the file does not write out, or whose values no cast leads to the type, is left to its rule.

    Args:
        existing: the file.
        target: its mapping.
        rows: changed columns.
        schema: tables the file reads.
        desk: the run's tools; its versions say what the SQL was made from.
    """
    since = desk.since.get(target.name.casefold())
    changes = changes_since(target, since) if since is not None else ()
    only = {squashed(each.row.name) for each in changes if each.only_type and not each.was}
    wanted = [row for row in rows if squashed(row.name) in only]
    if not wanted or why_not_run(existing, desk):
        return {}
    bound = desk.sandbox.bind_many([existing.plain], desk.cancel)[0]
    types = {squashed(name): kind for name, kind in bound.columns}
    return dict(_cast(existing, wanted, types, schema))


def _cast(
    existing: ExistingSql, rows: Collection[ColumnMapping], types: dict[str, str], schema: Schema
) -> Iterator[tuple[str, UpdatedColumn]]:
    written: dict[str, list[str]] = {}
    for column in existing_columns(existing, schema):
        written.setdefault(squashed(column.name), []).append(column.sql)
    for row in rows:
        name, kind = squashed(row.name), duckdb_type(row.type)
        texts = [fit_to_type(sql, types.get(name, ""), kind) for sql in written.get(name, ()) if sql]
        if len(texts) != len(existing.parts) or not all(texts):
            continue
        made = tuple(Expression(text, Origin.PATTERN, "cast") for text in texts if text)
        yield row.name, UpdatedColumn(DraftColumn(row.name, kind, made, row.cell), tuple(e.sql for e in made))
