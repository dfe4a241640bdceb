"""Counts of what a table holds: ``number of readings`` where readings are what the grouped rows are read from.

The driving table's rows are those of each group; of a table that is joined the rows that were found are counted by its
key.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.names import plain_words

_COUNT = re.compile(
    r"^(?:the\s+)?(?:total\s+)?(?:number|count|no\.?|how\s+many)(?:\s+of)?\s+(?:the\s+|all\s+)?(?P<noun>[A-Za-z][\w-]*"
    r"(?:\s+[A-Za-z][\w-]*)?)"
    r"(?:\s+(?:there\s+(?:are|were)|in\s+(?:the|each)\s+group|per\s+group|of\s+(?:the|each|that)\s+[\w-]+))?$",
    re.IGNORECASE,
)
_LAYERS = frozenset({"stg", "src", "raw", "fct", "fact", "dim", "int", "base", "tbl"})


def counted_table(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The count of the rows that a rule's noun stands for; None for every other rule.

    Args:
        mapping: The column and its rule; it names no source.
        section: A grouped part of the query.
        schema: The tables.
    """
    if mapping.sources or not section.group_by or not section.relations:
        return None
    match = _COUNT.match(" ".join((mapping.rule_resolved or mapping.rule).split()).strip(" ."))
    if match is None:
        return None
    said = plain_words(match["noun"])
    named = [r for r in section.relations if _is_called(r, said)]
    if len(named) != 1:
        return None
    relation = named[0]
    if relation is section.relations[0]:
        return Expression("count(*)", Origin.PATTERN, "counted table")
    table = schema.table(relation.table)
    if table is None or len(table.key) != 1 or relation.join not in (JoinKind.LEFT, JoinKind.INNER):
        return None
    sql = f"count({quoted(relation.alias)}.{quoted(table.key[0])})"
    return Expression(sql, Origin.PATTERN, "counted table")


def _is_called(relation: Relation, said: tuple[str, ...]) -> bool:
    name = plain_words(relation.table)
    while len(name) > 1 and name[0] in _LAYERS:
        name = name[1:]
    return said == name or said == plain_words(relation.alias)
