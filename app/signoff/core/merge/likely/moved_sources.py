"""Source columns listed beside several tables, each taken from the one of them that has it.

``orders, order_lines, rates`` beside ``currency, valid_from, rate`` pairs no column with the table in its place: where
a table lacks the column it was paired with and exactly one other table of the cell has it, that one is meant.
"""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, TargetMapping
from signoff.core.merge.names import find_column, find_table


def with_sources_moved(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose source columns stand at the tables that have them; unchanged where that leaves a choice.

    Args:
        target: its columns.
        schema: the tables.
    """
    columns = tuple(_column(column, schema) for column in target.columns)
    return replace(target, columns=columns) if columns != target.columns else target


def _column(column: ColumnMapping, schema: Schema) -> ColumnMapping:
    named = [t for ref in column.sources if ref.table and (t := find_table(schema, ref.table)) is not None]
    if len({t.name for t in named}) < 2 or len(named) < len(column.sources):
        return column
    sources: list[SourceRef] = []
    for ref, table in zip(column.sources, named, strict=True):
        holding = [t for t in named if find_column(t, ref.column) is not None]
        lacks = find_column(table, ref.column) is None
        is_listed = any(o is not ref and o.column.casefold() == ref.column.casefold() for o in column.sources)
        moved = lacks and len(holding) == 1 and not is_listed
        sources.append(replace(ref, table=holding[0].name) if moved else ref)
    return replace(column, sources=tuple(sources)) if tuple(sources) != column.sources else column
