"""Counts of rows that refer to the row itself: ``number of employees who have this employee as manager``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.likely.told_again import own_key
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, find_column, find_table, plain_words, words
from signoff.core.merge.sqlparts import columns_of, parsed

_REFERS = re.compile(
    r"^(?:the\s+)?(?:number|count|no\.?)\s+of\s+(?:all\s+|the\s+)?(?P<rows>[a-z]\w*)\s+"
    r"(?:(?:who|that|which)\s+)?(?:(?:have|has|having|with)\s+(?:this|the\s+same|that)\s+(?P<one>\w+)\s+as\s+(?:their\s+|its\s+|an?\s+|the\s+)?(?P<role>\w+)"
    r"|(?:report(?:s|ing)?|refer(?:s|ring)?|point(?:s|ing)?|belong(?:s|ing)?)\s+(?:directly\s+)?to\s+(?:this|the)\s+(?P<one2>\w+)"
    r"|whose\s+(?P<role2>\w+)\s+(?:is|=)\s+this\s+(?P<one3>\w+))"
    r"(?:\s*[;,.(]\s*(?:0|zero)\s+(?:if|when|where)\s+(?:there\s+(?:is|are)\s+)?(?:none|no\s+such\s+\w+|nobody)\)?)?$",
    re.IGNORECASE,
)


def counted_referring(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> Expression | None:
    """The count of the rows whose source column names the row's own key; None for every other rule.

    Args:
        mapping: the column; its only source is the column that refers to another row of its table.
        section: an ungrouped part of the query.
        schema: the tables.
    """
    match = _REFERS.match(" ".join((mapping.rule_resolved or mapping.rule).split()).strip(" ."))
    if match is None or len(mapping.sources) != 1 or section.group_by or not section.relations:
        return None
    first, ref = section.relations[0], mapping.sources[0]
    table = find_table(schema, first.table)
    if (
        table is None
        or first.subquery
        or squashed(bare(ref.table)) not in (squashed(table.name), squashed(first.alias))
    ):
        return None
    held = find_column(table, ref.column)
    one = match["one"] or match["one2"] or match["one3"]
    if held is None or not _is_called(match["rows"], table.name) or not _is_called(one, table.name):
        return None
    role = match["role"] or match["role2"]
    if role and not set(plain_words(role)) <= {*words(held.name), squashed(held.name).casefold()}:
        return None
    key = _key_of(section, held.name) or own_key(table)
    if not key or key == held.name:
        return None
    there = f"{table.name}_there"
    sql = (
        f"(select count(*) from {quoted(table.name)} as {quoted(there)}"
        f" where {quoted(there)}.{quoted(held.name)} = {quoted(first.alias)}.{quoted(key)})"
    )
    return Expression(sql, Origin.PATTERN, "rows that refer to it")


def _is_called(noun: str, table: str) -> bool:
    return {singular(w) for w in plain_words(noun)} <= {singular(w) for w in words(table)}


def _key_of(section: SectionPlan, name: str) -> str:
    """The key that the table is joined to itself by, for a column that refers to it."""
    first = section.relations[0]
    for relation in section.relations[1:]:
        tree = parsed(relation.on.sql) if relation.table == first.table and relation.on is not None else None
        pair = columns_of(tree) if tree is not None else []
        mine = [c.name for c in pair if c.table.casefold() == first.alias.casefold()]
        theirs = [c.name for c in pair if c.table.casefold() == relation.alias.casefold()]
        if [m.casefold() for m in mine] == [name.casefold()] and len(theirs) == 1:
            return theirs[0]
    return ""
