"""The source of a column without a source cell: the column of the same name, in the table its rule names or the first.

``as is``, ``trimmed and lower case``, ``from dim_tracks``: people leave the source out where it is called the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef
from signoff.core.merge.names import bare, names_it, phrase, words
from signoff.core.merge.scoping import relation_columns, scope_for

_MOVE = (
    r"(?:as\s+(?:it\s+)?is|as\s+delivered|1\s*:\s*1|direct(?:ly)?(?:\s+(?:move|mapping|copy|map|load))?|cop(?:y|ied)"
    r"|straight(?:\s+(?:copy|over|through))?|unchanged|same|pass[- ]?through|no\s+change|untouched"
    r"|(?:taken|carried|moved|passed)\s+(?:over|through|along)(?:\s+(?:as\s+is|unchanged))?)"
)
_KEY = (
    r"(?:(?:the\s+)?(?:primary|natural|business|unique|table'?s?)?\s*(?:key|pk|id)"
    r"(?:\s+of\s+the\s+(?:table|model|row))?|pk)"
)
_FIXED = re.compile(r"'[^']*'|\"[^\"]*\"|[-+]?\d+(?:\.\d+)?|null|true|false|current_\w+", re.IGNORECASE)
"""A rule that is a fixed value, which needs no source."""
_PLAIN = re.compile(rf"\s*(?:{_MOVE})?\s*[,;.(–—-]*\s*(?:{_KEY})?\s*\)?\s*\.?\s*", re.IGNORECASE)
_KINDS = frozenset({"id", "name", "code", "no", "key", "date", "type"})
_NO_NOUNS = _KINDS | {"is", "has", "the", "of", "flag", "value"}
_FROM = re.compile(
    rf"\s*(?:{_MOVE}\s*,?\s*)?(?:(?:taken|comes?|read|the\s+one|value|looked\s+up)\s+)?(?:straight\s+)?(?:from|out\s+of|of|in)\s+(?:the\s+)?"
    r"(?:table\s+|model\s+)?[`'\"]?(?P<table>\w+)[`'\"]?\s*\.?\s*",
    re.IGNORECASE,
)


def with_own_column(
    mapping: ColumnMapping, section: SectionPlan, schema: Schema, rows: Sequence[ColumnMapping]
) -> ColumnMapping:
    """The mapping with the column of its own name as its source, where it has none and its rule names none.

    Args:
        mapping: one column.
        section: the part of the query it is drafted in.
        schema: the tables.
        rows: the target's columns; a rule that names another one is about that.
    """
    rule = (mapping.rule_resolved or mapping.rule).strip()
    if mapping.sources or not section.relations or mapping.rule_kind.strip() or _FIXED.fullmatch(rule):
        return mapping
    said = phrase(rule)
    if any(row.name != mapping.name and names_it(said, row.name) for row in rows):
        return mapping
    told = _FROM.fullmatch(rule)
    places = [r for r in section.relations if told is not None and _is_called(r, told["table"])]
    if told is not None and not places:
        return mapping
    is_plain = told is not None or _PLAIN.fullmatch(rule) is not None
    named = scope_for(section, mapping, schema).columns if not is_plain else ()
    if len(named) == 1 and names_it(said, named[0].column.name):
        return replace(mapping, sources=(SourceRef(named[0].relation, named[0].column.name),))
    if named:
        return mapping
    column = _own(mapping.name, places or section.relations, schema)
    if column is None and rule:
        column = _alike(mapping.name, section.relations[0], schema)
    if column is None:
        return mapping
    source = SourceRef(column.relation, column.column.name)
    if is_plain:
        return replace(mapping, sources=(source,), rule="", rule_resolved="")
    return replace(mapping, sources=(source,))


def _alike(name: str, relation: Relation, schema: Schema) -> ScopeColumn | None:
    """The only column of a table whose name holds the other or lies within it: ``plan`` and ``plan_level``."""
    found = [c for c in relation_columns(relation, schema) if _are_alike(set(words(name)), c.column.name)]
    return found[0] if len(found) == 1 else None


def _are_alike(wanted: set[str], name: str) -> bool:
    own = set(words(name))
    nouns, own_nouns = wanted - _NO_NOUNS, own - _NO_NOUNS
    kinds, own_kinds = wanted & _KINDS, own & _KINDS
    if not nouns or not own_nouns or (kinds and own_kinds and kinds != own_kinds):
        return False
    return own_nouns <= nouns or nouns <= own_nouns


def remark_alike(shown: ColumnMapping, mapping: ColumnMapping) -> tuple[Finding, ...]:
    """What to say of a source that is only called alike: nothing where the document names it.

    Args:
        shown: the row as the document has it.
        mapping: the row with its source.
    """
    if shown.sources or len(mapping.sources) != 1:
        return ()
    source = mapping.sources[0]
    rule = shown.rule_resolved or shown.rule
    if squashed(source.column) == squashed(shown.name) or names_it(phrase(rule), source.column):
        return ()
    message = say("merge.source_alike", column=shown.name, source=source)
    return (Finding("D224", Severity.WARNING, message, shown.cell, shown.target, shown.name),)


def _is_called(relation: Relation, name: str) -> bool:
    return squashed(name) in (squashed(relation.alias), squashed(bare(relation.table)))


def _own(name: str, relations: tuple[Relation, ...] | list[Relation], schema: Schema) -> ScopeColumn | None:
    """The column of that name: of the first table, else the only one of the others."""
    wanted = squashed(name)
    found = [
        [c for c in relation_columns(relation, schema) if squashed(c.column.name) == wanted]
        for relation in relations
    ]
    if found and len(found[0]) == 1:
        return found[0][0]
    others = [column for columns in found[1:] for column in columns]
    return others[0] if len(others) == 1 else None
