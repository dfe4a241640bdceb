"""Columns that stand where others name tables alone: ``crm_accounts.owner_name`` under ``Taken from``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import KnownNames
from signoff.core.domain.spec import ColumnMapping, SourceRef, TargetMapping


def with_columns_as_sources(targets: Sequence[TargetMapping], known: KnownNames) -> tuple[TargetMapping, ...]:
    """The targets, with what is a column and no table taken as the source that it names.

    Args:
        targets: as read.
        known: names that exist; without tables among them nothing changes.
    """
    if not known.tables:
        return tuple(targets)
    return tuple(
        replace(target, columns=tuple(_of_column(column, known) for column in target.columns))
        for target in targets
    )


def _of_column(column: ColumnMapping, known: KnownNames) -> ColumnMapping:
    if column.sources or not column.source_tables:
        return column
    refs = [_column_in(name, known) for name in column.source_tables]
    if not all(refs):
        return column
    sources = tuple(ref for ref in refs if ref is not None)
    tables = tuple(dict.fromkeys(ref.table for ref in sources if ref.table))
    return replace(column, sources=sources, source_tables=tables)


def _column_in(name: str, known: KnownNames) -> SourceRef | None:
    """The column that a name is; None for one that is a table, or neither."""
    table, dot, column = name.rpartition(".")
    if name.casefold() in known.tables or column.casefold() not in known.columns:
        return None
    is_of_table = table.casefold() in known.tables if dot else column.casefold() not in known.models
    return SourceRef(table, column) if is_of_table else None
