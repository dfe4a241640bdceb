"""Rows of an update without source cells whose text names the column and its table: ``vendor of stg_product``."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, TargetMapping
from signoff.core.merge.names import find_column, find_table

_COPY = re.compile(
    r"^(?:the\s+|column\s+)*(?P<column>\w+)\s+(?:of|from|in)\s+(?:the\s+)?(?:table\s+|model\s+)?(?P<table>\w+)"
    r"(?:\s*[,;(–-]?\s*(?:(?:is\s+)?(?:moved|copied|taken|passed|carried)(?:\s+(?:over|along|through))?"
    r"(?:\s+(?:as\s+it\s+is|as\s+is|unchanged|1:1))?|as\s+it\s+is|as\s+is|unchanged|1:1|direct(?:ly)?(?:\s+move)?)\)?)?\.?$",
    re.IGNORECASE,
)


def with_told_sources(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target, rows that are told to be copies by their text as rows with that source.

    Args:
        target: as the document has it.
        schema: the tables that may be named.
    """
    columns = tuple(_told(column, schema) for column in target.columns)
    return target if columns == target.columns else replace(target, columns=columns)


def _told(row: ColumnMapping, schema: Schema) -> ColumnMapping:
    text = " ".join((row.rule_resolved or row.rule or row.note).split())
    found = _COPY.match(text) if not row.sources and text else None
    table = find_table(schema, found["table"]) if found is not None else None
    column = find_column(table, found["column"]) if table is not None and found is not None else None
    if found is None or table is None or column is None or squashed(table.name) != squashed(found["table"]):
        return row
    own = SourceRef(table.name, column.name)
    return replace(row, sources=(own,), source_tables=(table.name,), rule="", rule_resolved="")
