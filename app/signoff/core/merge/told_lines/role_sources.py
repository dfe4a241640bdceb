"""Columns of rows in a role that source cells cannot name: ``number of the parent`` of a table joined to itself.

The rule says the noun and the role, ``the expense account of the parent item``; each has to mean one column. What the
rule names becomes the sources of the column, in the order it is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.scoping import relation_columns

_OF = re.compile(
    r"(?<!\w)(?:the\s+)?(?P<noun>[A-Za-z_][\w ]*?)\s+(?:of|on|from)\s+(?:the\s+|its\s+|their"
    r"\s+)?(?P<role>[A-Za-z_]\w*(?:\s[a-z]\w*)?)(?=\s*(?:[;,.\n)]|$))",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?<!\w)(?:their\s+|its\s+|the\s+)?own\s+(?P<name>\w+)", re.IGNORECASE)
_KIND = re.compile(r"^\s*(?P<kind>[A-Za-z][\w -]*?)\s*:", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:.*\b(?:if|when)\s+(?:\w+\s+){0,3}?(?:empty|missing|null|filled)\s*,?\s*(?:then\s+|take\s+|use\s+)?|.*:\s*)(?:the\s+)?",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = frozenset({"id", "no", "code", "key", "number"})


def with_role_sources(column: ColumnMapping, relations: Sequence[Relation], schema: Schema) -> ColumnMapping:
    """The column with the sources that its rule names by role; unchanged where it names no table in a second role.

    Args:
        column: its rule and sources.
        relations: the tables that are read, the driving one first.
        schema: their columns.
    """
    rule = column.rule_resolved or column.rule
    if not any(r.alias != r.table for r in relations):
        return column
    told = list(_told(rule, column, relations, schema))
    if not told or any(ref is None for ref in told):
        return column
    refs = [ref for ref in told if ref is not None]
    if not any(ref.table == r.alias and r.alias != r.table for ref in refs for r in relations):
        return column
    refs += _further(rule, relations, schema)
    return replace(
        column, sources=tuple(dict.fromkeys(refs)), source_tables=tuple(dict.fromkeys(r.table for r in refs))
    )


def _told(
    rule: str, column: ColumnMapping, relations: Sequence[Relation], schema: Schema
) -> Iterator[SourceRef | None]:
    """What each noun of a role in the rule means; None for one that means no column, or several."""
    for match in _OF.finditer(rule):
        called = _called(match["role"], relations)
        if called is None:
            yield None
            continue
        noun = _LEAD.sub("", match["noun"])
        yield _column(noun, called, column, schema)


def _called(role: str, relations: Sequence[Relation]) -> Relation | None:
    """The relation that a role is: of that alias, else the only table whose last word it is."""
    said = [singular(w) for w in words(role)]
    exact = [r for r in relations if r.alias != r.table and [singular(w) for w in words(r.alias)] == said]
    plain = [
        r
        for r in relations
        if r.alias == r.table and [singular(w) for w in words(r.table)][-len(said) :] == said
    ]
    found = exact or plain
    return found[0] if len(found) == 1 else None


def _column(noun: str, relation: Relation, column: ColumnMapping, schema: Schema) -> SourceRef | None:
    """The column of a relation that a noun means; one that the source cells name goes before others."""
    said = {singular(w) for w in words(noun)}
    named = {ref.column.casefold() for ref in column.sources}
    every = [c.column.name for c in relation_columns(relation, schema)]
    hits = [name for name in every if said and said <= {singular(w) for w in words(name)}]
    exact = [
        n for n in hits if said in ({singular(w) for w in words(n)}, {singular(w) for w in words(n)} - _ENDS)
    ]
    for pool in ([n for n in hits if n.casefold() in named], exact, hits):
        if len(pool) == 1:
            return SourceRef(relation.alias, pool[0])
    return None


def _further(rule: str, relations: Sequence[Relation], schema: Schema) -> list[SourceRef]:
    """Columns of the own row: the one that the rule calls so, and the mark by which it tells kinds of rows apart."""
    first = relations[0]
    own = {c.column.name.casefold(): c for c in relation_columns(first, schema)}
    found = [
        SourceRef(first.alias, own[m["name"].casefold()].column.name)
        for m in _OWN.finditer(rule)
        if m["name"].casefold() in own
    ]
    kind = _KIND.match(rule)
    said = [singular(w) for w in words(kind["kind"])] if kind is not None else []
    flags = [
        c
        for c in own.values()
        if c.column.type.upper().startswith("BOOL")
        and [singular(w) for w in words(c.column.name) if w not in ("is", "flag")] == said
    ]
    return [*found, *(SourceRef(first.alias, c.column.name) for c in flags)]
