"""Source cells that name a table and no column of it: the columns are those that the rule names.

``si_renewals | COUNT(*)`` with ``COUNT(DISTINCT renewal_id)`` as its rule, ``orders`` with ``MIN(order_date)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, SourceTable, TargetMapping
from signoff.core.merge.names import find_column, find_table, table_and_alias

_IS_SQL = re.compile(r"\b(?:[A-Z][A-Z_]+|sum|count|avg|min|max)\s*\(|\bcase\s+when\b", re.IGNORECASE)
_GROUPED = re.compile(r"\bgroup\s+by\b.*$", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"'[^']*'")
_WORD = re.compile(r"(?<![\w.])(?:(?P<table>\w+)\.)?(?P<name>[A-Za-z_]\w*)(?![\w(])")


def with_columns_of_rules(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose columns without a source column read what their SQL names of the table in their source cell.

    Args:
        target: its column mappings.
        schema: the tables.
    """
    columns = tuple(_told(column, schema) for column in target.columns)
    return target if columns == target.columns else replace(target, columns=columns)


def _told(column: ColumnMapping, schema: Schema) -> ColumnMapping:
    rule = column.rule_resolved or column.rule
    names = _tables_named(column, schema)
    if len(names) != 1 or not rule.strip():
        return column
    table = find_table(schema, table_and_alias(schema, names[0])[0])
    if table is None:
        return column
    value = _GROUPED.sub("", rule)
    named = list(dict.fromkeys(_named(value, table))) or list(dict.fromkeys(_named(rule, table)))
    if not named and (own := find_column(table, column.name)) is not None:
        named = [own.name]
    if not named or (not column.sources and not _IS_SQL.search(rule)):
        return column
    return replace(column, sources=tuple(SourceRef(names[0], name) for name in named))


def _tables_named(column: ColumnMapping, schema: Schema) -> tuple[str, ...]:
    """The tables that the source cells name, where they name no column."""
    if not column.sources:
        return column.source_tables
    if any(ref.table or not _is_only_table(ref.column, schema) for ref in column.sources):
        return ()
    return tuple(ref.column for ref in column.sources)


def _is_only_table(name: str, schema: Schema) -> bool:
    return find_table(schema, name) is not None and all(
        find_column(table, name) is None for table in schema.tables
    )


def _named(text: str, table: SourceTable) -> Iterator[str]:
    """The table's columns that stand in the text, in their order."""
    names = {column.name.casefold(): column.name for column in table.columns}
    for word in _WORD.finditer(_QUOTED.sub("''", text)):
        name = names.get(word["name"].casefold())
        if name is not None and (word["table"] or table.name).casefold() == table.name.casefold():
            yield name
