"""Columns that a rule names by a word alone: ``the won opportunities``, ``a part of type close``.

They are ``is_won`` and ``part_type`` where the tables have just one such column.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, word_set, words
from signoff.core.merge.scoping import relation_columns

_LEADS = word_set("is has was are have had did")
_FLAGS = ("BOOL", "BIT", "TINYINT(1)")
_OF_TYPE = re.compile(
    r"\b(?P<noun>[a-z]+)\s+of\s+(?P<what>type|kind|status|state)\s+(?P<code>'[^']+'|\w+)", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]\w+")
_PLAIN = word_set("the and for with without all any not only if else otherwise true false one ones")


def with_words_named(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> ColumnMapping | None:
    """The row with what its rule names by a word alone told by its column; None where it names nothing so.

    Args:
        mapping: a row with sources.
        section: the relations of a query.
        schema: tables they read.
    """
    named = _with_types(mapping, section, schema)
    flagged = with_flags(named, section, schema)
    return flagged if flagged is not None else named if named != mapping else None


def _with_types(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> ColumnMapping:
    """``part of type close`` as ``part with part_type close``, where the rows have one such column."""
    names = [c.column.name.casefold() for r in section.relations for c in relation_columns(r, schema)]

    def told(match: re.Match[str]) -> str:
        name = f"{singular(match['noun'].casefold())}_{match['what'].casefold()}"
        return f"{match['noun']} with {name} {match['code']}" if names.count(name) == 1 else match.group()

    rule = mapping.rule_resolved or mapping.rule
    said = _OF_TYPE.sub(told, rule)
    return mapping if said == rule else replace(mapping, rule=said, rule_resolved=said)


def with_flags(mapping: ColumnMapping, section: SectionPlan, schema: Schema) -> ColumnMapping | None:
    """The row with the flags of its own tables that its rule names as further sources; None where it names none.

    Args:
        mapping: a row with sources.
        section: the relations of a query.
        schema: tables they read.
    """
    rule = mapping.rule_resolved or mapping.rule
    said = {word.casefold() for word in _WORD.findall(rule)} - _PLAIN
    tables = {squashed(bare(ref.table)) for ref in mapping.sources if ref.table}
    known = {bare(ref.column).casefold() for ref in mapping.sources}
    found: dict[str, list[SourceRef]] = {}
    for relation in section.relations:
        for column in relation_columns(relation, schema):
            name, parts = column.column.name, words(column.column.name)
            is_flag = column.column.type.upper().startswith(_FLAGS) and parts[0] in _LEADS and len(parts) == 2
            if is_flag and parts[1] in said and squashed(column.table) in tables:
                found.setdefault(parts[1], []).append(SourceRef(column.table, name))
    more = [refs[0] for refs in found.values() if len(refs) == 1 and refs[0].column.casefold() not in known]
    return replace(mapping, sources=(*mapping.sources, *more)) if more else None
