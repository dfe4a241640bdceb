"""Values that a rule looks up by a key it names: ``name of the person who opened it (stg_person via opener_id)``.

Such a row gets its source cells and its join from the rule, so that the table is joined in that role.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, SourceTable, TargetMapping
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.table_keys import key_of

_LOOKUP = re.compile(
    r"^(?:the\s+)?(?P<column>\w+)\s+of\s+(?P<who>[\w ]+?)\s*\(\s*(?:from\s+|in\s+)?(?P<table>\w+)\s+"
    r"(?:via|through|by|over|using|on)\s+(?P<key>\w+)\s*\)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OTHER = re.compile(
    r"^[;,.]\s*(?:or\s+|else\s+)?(?:the\s+|their\s+|his\s+|her\s+|its\s+)?(?P<other>\w+)\s+(?:if|when|where)\s+"
    r"(?:(?:that|the|this)\s+\w+\s+has\s+no\s+(?P<what>[\w ]+)"
    r"|(?:it|that|this)\s+is\s+(?:empty|missing|blank|null))\.?$",
    re.IGNORECASE,
)
_LIMITS = frozenset(
    {
        "only",
        "not",
        "no",
        "without",
        "except",
        "unless",
        "if",
        "when",
        "last",
        "first",
        "latest",
        "whose",
        "other",
    }
)


def with_role_lookups(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The mapping with sources and a join for rows whose rule alone tells of such a look-up.

    Args:
        target: a target of an update.
        schema: tables the file reads or may read.
    """
    return replace(target, columns=tuple(_told(row, schema) or row for row in target.columns))


def _told(row: ColumnMapping, schema: Schema) -> ColumnMapping | None:
    rule = " ".join((row.rule_resolved or row.rule).split())
    told = _LOOKUP.match(rule)
    table = find_table(schema, told["table"]) if told is not None else None
    if told is None or table is None or row.sources or row.join or _LIMITS & set(words(told["who"])):
        return None
    column, to = find_column(table, told["column"]), key_of(table)
    having = [t for t in schema.tables if t.name != table.name and find_column(t, told["key"]) is not None]
    if column is None or not to or len(having) != 1:
        return None
    names = [column.name, *_others(told["rest"].strip(), column.name, table)]
    if told["rest"].strip(" .") and len(names) == 1:
        return None
    own = [f"{table.name}.{name}" for name in names]
    said = own[0] if len(own) == 1 else f"coalesce({', '.join(own)})"
    return replace(
        row,
        sources=tuple(SourceRef(table.name, name) for name in names),
        join=f"{having[0].name}.{told['key']} = {table.name}.{to}",
        rule="" if len(own) == 1 else said,
        rule_resolved="" if len(own) == 1 else said,
    )


def _others(rest: str, first: str, table: SourceTable) -> list[str]:
    """The column that stands for a missing value, where the rest of the rule says no more than that."""
    told = _OTHER.match(rest)
    other = find_column(table, told["other"]) if told is not None else None
    if told is None or other is None or (told["what"] and not set(words(told["what"])) <= set(words(first))):
        return []
    return [other.name]
