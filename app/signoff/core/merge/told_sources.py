"""Source cells of an update that say other than they seem: none, since the text names the source; the result's own.

``vendor of stg_product`` names the column and its table. ``crashes, sessions`` beside a table that has no ``crashes``
are columns of the result where it has both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, SourceTable, TargetMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.told_counts import told_count

_COPY = re.compile(
    r"^(?:the\s+|column\s+)*(?P<column>\w+)\s+(?:of|from|in)\s+(?:the\s+)?(?:table\s+|model\s+)?(?P<table>\w+)"
    r"(?:\s*[,;(–-]?\s*(?:(?:is\s+)?(?:moved|copied|taken|passed|carried)(?:\s+(?:over|along|through))?"
    r"(?:\s+(?:as\s+it\s+is|as\s+is|unchanged|1:1))?|as\s+it\s+is|as\s+is|unchanged|1:1|direct(?:ly)?(?:\s+move)?)\)?)?\.?$",
    re.IGNORECASE,
)

_SUMMED = re.compile(
    r"^(?P<how>(?:the\s+)?(?:sum|total|average|mean|highest|lowest|largest|smallest|earliest|latest|minimum|maximum)(?:\s+of)?)"
    r"\s+(?:the\s+|column\s+)?(?P<column>\w+)\s+(?:over|of|from|in|across)\s+(?:all\s+)?(?:the\s+)?(?P<table>\w+)(?P<rest>\s.*|$)",
    re.IGNORECASE | re.DOTALL,
)
"""A value of many rows whose table is told behind its column."""


def with_told_sources(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target, rows that are told to be copies by their text as rows with that source.

    Args:
        target: as the document has it.
        schema: the tables that may be named.
    """
    names = [squashed(row.name) for row in target.columns]
    columns = tuple(_of_result(_told(row, schema), names, schema) for row in target.columns)
    return target if columns == target.columns else replace(target, columns=columns)


def _of_result(row: ColumnMapping, names: Sequence[str], schema: Schema) -> ColumnMapping:
    """A row whose sources are other columns of the result, since the table beside them lacks one of them."""
    others = [name for name in names if name != squashed(row.name)]
    tables = [find_table(schema, ref.table) if ref.table else None for ref in row.sources]
    lacks = [
        table is not None and find_column(table, ref.column) is None
        for table, ref in zip(tables, row.sources, strict=True)
    ]
    if not any(lacks) or not all(squashed(ref.column) in others for ref in row.sources):
        return row
    return replace(row, sources=(), source_tables=())


def _told(row: ColumnMapping, schema: Schema) -> ColumnMapping:
    text = " ".join((row.rule_resolved or row.rule or row.note).split())
    if row.sources or not text:
        return row
    found = _COPY.match(text)
    if found is None:
        counted = told_count(row, text, schema)
        return _summed(row, text, schema) if counted is row else counted
    table = find_table(schema, found["table"]) if found is not None else None
    column = find_column(table, found["column"]) if table is not None and found is not None else None
    if found is None or table is None or column is None or squashed(table.name) != squashed(found["table"]):
        return row
    own = SourceRef(table.name, column.name)
    return replace(row, sources=(own,), source_tables=(table.name,), rule="", rule_resolved="")


def _summed(row: ColumnMapping, text: str, schema: Schema) -> ColumnMapping:
    """A row whose rule sums up a column of a table that it names, with that as its source."""
    found = _SUMMED.match(text)
    named = _tables(found["table"], schema) if found is not None else []
    columns = [(table, find_column(table, found["column"])) for table in named if found is not None]
    refs = [SourceRef(table.name, column.name) for table, column in columns if column is not None]
    if len(refs) != 1:
        return row
    return replace(row, sources=tuple(refs), source_tables=(refs[0].table,))


def _tables(name: str, schema: Schema) -> list[SourceTable]:
    """The table of a name, else those called after such rows: `stg_shop__payment` of payments."""
    table = find_table(schema, name)
    if table is not None:
        return [table]
    noun = [singular(word) for word in words(name)][-1:]
    return [
        each for each in schema.tables if noun and [singular(word) for word in words(each.name)][-1:] == noun
    ]
