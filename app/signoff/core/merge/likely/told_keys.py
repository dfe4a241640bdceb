"""Keys of other tables told by what they belong to: ``DateKey of the order date``, ``EmpNo if it is in dim_employee``.

Both are lookups without the word. They are said with it, and with the columns that belong together, where the tables
leave no choice; a key of the table that the rows start from is that column itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.names import bare, find_column, find_table, words

_END = (
    r"(?:\s*[;,.(]\s*(?P<end>(?:else|otherwise|or|and|in\s+other\s+cases)\b.*"
    r"|(?:-?\d+|'[^']*'|null|empty)\s+(?:if|when|where|for)\b.*)\)?)?"
)
_KEY_OF = re.compile(
    rf"^(?:the\s+)?(?P<value>[A-Za-z_]\w*)\s+(?:of|for|belonging\s+to|that\s+belongs\s+to)\s+(?:the\s+|its\s+|this\s+)?(?P<noun>[a-z][\w-]*(?:\s+[\w-]+){{0,2}}?){_END}$",
    re.IGNORECASE,
)
_IF_THERE = re.compile(
    r"^(?:the\s+)?(?P<value>[A-Za-z_]\w*)\s*,?\s+(?:if|when|where|provided)\s+(?:it|he|she|that|this|there\s+is\s+one|(?:the\s+)?(?:employee|value|key|number|code|row|one))?\s*"
    r"(?:is\s+|can\s+be\s+)?(?:exists?|found|known|there|present|listed|contained)?\s*in\s+(?:the\s+)?(?:table\s+|dimension\s+)?(?P<table>[A-Za-z_]\w*)"
    r"(?:\s*[;,.(]?\s*(?P<end>(?:else|otherwise|if\s+not)\b.*))?$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"^(?:else|otherwise|if\s+not|in\s+other\s+cases|or)\s*,?\s*(?:use\s+|set\s+(?:to\s+)?)?(?P<value>-?\d+|'[^']*'|null|empty)"
    r"(?P<also>\s*[,(]?\s*(?:and\s+)?(?:also|even|including|incl\.|same)\b[^()]*\b(?:empty|null|missing|blank|not\s+(?:filled|given|set))\)?)?$"
    r"|^(?P<before>-?\d+|'[^']*'|null|empty)\s+(?:if|when|where)\s+(?:it\s+is\s+|there\s+is\s+)?(?:not\s+(?:found|there|known|in\s+it)|missing|none|no\s+match|unknown)$",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r"^(?:first|last|latest|earliest|number|sum|count|date|day|month|year|name|value|total|average|min|max|highest|lowest|previous|next)$",
    re.IGNORECASE,
)


def with_told_keys(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target whose keys of other tables are said as lookups; columns whose tables leave a choice stay as they are.

    Args:
        target: its columns, with the tables that their source cells name.
        schema: the tables, with the targets drafted before this one.
    """
    columns = tuple(_column(column, target, schema) for column in target.columns)
    return replace(target, columns=columns) if columns != target.columns else target


def _column(column: ColumnMapping, target: TargetMapping, schema: Schema) -> ColumnMapping:
    rule = " ".join((column.rule_resolved or column.rule).split()).strip(" .")
    said = _IF_THERE.match(rule)
    if said is not None:
        return _if_there(said, column, schema) or column
    said = _KEY_OF.match(rule)
    if said is None or _NOT_ONE.match(said["value"]):
        return column
    return _key_of(said, column, target, schema) or column


def _key_of(
    said: re.Match[str], column: ColumnMapping, target: TargetMapping, schema: Schema
) -> ColumnMapping | None:
    """The column as a lookup of the value that its rule names in the only table of its sources that has it."""
    found = [(t, c) for t in _tables(column, schema) if (c := find_column(t, said["value"])) is not None]
    if len(found) != 1:
        return None
    table, value = found[0]
    end = _end(said["end"])
    if end is None:
        return None
    driving = [s.table for s in target.steps if s.kind is StepKind.DRIVING]
    if len(driving) == 1 and bare(driving[0]).casefold() == table.name.casefold():
        own = (SourceRef(table.name, value.name),)
        return (
            replace(column, sources=own, source_tables=(), rule="1:1", rule_resolved="1:1")
            if not end
            else None
        )
    source = _other_source(column, table, schema)
    key = _partner(source[1], table, value) if source is not None else None
    if source is None or key is None:
        return None
    return _looked_up(column, table, value, source, key, end)


def _if_there(said: re.Match[str], column: ColumnMapping, schema: Schema) -> ColumnMapping | None:
    """The column as a lookup of the key that its own value is held against."""
    table = find_table(schema, said["table"])
    end = _end(said["end"])
    source = _other_source(column, table, schema) if table is not None else None
    if (
        table is None
        or source is None
        or end is None
        or source[1].name.casefold() != said["value"].casefold()
    ):
        return None
    key = find_column(table, source[1].name) or find_column(table, column.name)
    return _looked_up(column, table, key, source, key, end) if key is not None else None


def _looked_up(
    column: ColumnMapping,
    table: SourceTable,
    value: SourceColumn,
    source: tuple[SourceTable, SourceColumn],
    key: SourceColumn,
    end: str,
) -> ColumnMapping:
    place, own = source
    rule = f"look up {value.name} in {table.name} by {place.name}.{own.name} = {table.name}.{key.name}{end}"
    kept = (SourceRef(place.name, own.name), SourceRef(table.name, value.name))
    return replace(column, sources=kept, rule=rule, rule_resolved=rule)


def _end(text: str | None) -> str | None:
    """What stands where no row is found, in words that are read; None where the words say more."""
    if not text:
        return ""
    match = _OTHERWISE.match(
        text.strip(" .)") + (")" if text.count("(") > text.strip(" .)").count(")") else "")
    )
    if match is None:
        return None
    value = match["value"] or match["before"]
    return "" if value.casefold() in ("null", "empty") else f"; {value} if not found"


def _tables(column: ColumnMapping, schema: Schema) -> Sequence[SourceTable]:
    """The tables that a column's source cells name."""
    names: Iterable[str] = (*column.source_tables, *(r.table for r in column.sources if r.table))
    named = (t for name in names if (t := find_table(schema, name)) is not None)
    return list({t.name: t for t in named}.values())


def _other_source(
    column: ColumnMapping, table: SourceTable, schema: Schema
) -> tuple[SourceTable, SourceColumn] | None:
    """The only source column of a table other than the one looked up in."""
    found = [
        (t, c)
        for ref in column.sources
        if ref.table and (t := find_table(schema, ref.table)) is not None and t.name != table.name
        if (c := find_column(t, ref.column)) is not None
    ]
    return found[0] if len(found) == 1 else None


def _partner(source: SourceColumn, table: SourceTable, value: SourceColumn) -> SourceColumn | None:
    """The column of the table that a source belongs to: of its name, or the only day where it is one."""
    same = find_column(table, source.name)
    if same is not None and same is not value:
        return same
    if source.type.upper().startswith(("DATE", "TIMESTAMP")):
        days = [c for c in table.columns if c.type.upper() == "DATE"]
        return days[0] if len(days) == 1 and source.type.upper() == "DATE" else None
    others = [c for c in table.columns if c is not value and set(words(c.name)) & set(words(source.name))]
    alike = [c for c in others if words(c.name)[-1] == words(source.name)[-1] and c.type == source.type]
    return alike[0] if len(alike) == 1 else None
