"""Source cells that name columns of the target itself, `from: gross_amount`: the rule says what is made of them.

What the rule does not name is told in the note, in the words of `pipeline.own_columns`.
"""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, TargetMapping
from signoff.core.merge.names import find_column, find_table, table_and_alias


def without_own_sources(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose source cells name no column of its own that no source table has.

    Args:
        target: its column mappings.
        schema: the tables, those drafted before this target among them.
    """
    own = {squashed(column.name) for column in target.columns}
    columns = tuple(_told(column, own, schema, target.name) for column in target.columns)
    return target if columns == target.columns else replace(target, columns=columns)


def _told(column: ColumnMapping, own: set[str], schema: Schema, target: str) -> ColumnMapping:
    if not (column.rule_resolved or column.rule).strip():
        return column
    kept = tuple(ref for ref in column.sources if not _is_own(ref, column, own, schema, target))
    if len(kept) == len(column.sources):
        return column
    rule = squashed(column.rule_resolved or column.rule)
    unnamed = [ref.column for ref in column.sources if ref not in kept and squashed(ref.column) not in rule]
    told = f"use the columns {' and '.join(unnamed)} of the target" if unnamed else ""
    return replace(column, sources=kept, note="\n".join(filter(None, (column.note, told))))


def _is_own(ref: SourceRef, column: ColumnMapping, own: set[str], schema: Schema, target: str) -> bool:
    name = squashed(ref.column)
    if name not in own or name == squashed(column.name):
        return False
    if ref.table and squashed(ref.table) == squashed(target):
        return True
    if ref.table:
        table = find_table(schema, table_and_alias(schema, ref.table)[0])
        return table is not None and find_column(table, ref.column) is None
    others = (table for table in schema.tables if squashed(table.name) != squashed(target))
    return not any(find_column(table, ref.column) is not None for table in others)
