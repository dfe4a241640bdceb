"""Rules that only say in which role a table is read: ``city of the owner``, ``straight from the campaign``."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, SourceRef
from signoff.core.merge.names import bare, plain_words, words
from signoff.core.merge.scoping import letters_of
from signoff.core.merge.sqlparts import columns_of, parsed

_OF = re.compile(
    r"^(?:(?:is\s+|just\s+|simply\s+)?(?:straight|direct(?:ly)?|copied|copy|taken|moved|read|unchanged|as\s+(?:it\s+)?is|as\s+it\s+stands)\s*,?\s+)*"
    r"(?:(?:the\s+)?(?P<column>\w+(?:\s+\w+){0,2}?)\s+)?(?:of|from|out\s+of)\s+(?:the\s+|its\s+|their\s+)?(?P<role>\w+(?:\s+\w+){0,3}?)"
    r"(?:\s*(?:\(\s*(?:via|by|through|over|on|using)?|,?\s+(?:via|by|through|over|on|using))\s*(?P<key>\w+)\s*\)?)?$",
    re.IGNORECASE,
)
_LAYERS = frozenset({"stg", "int", "dim", "fact", "fct", "base", "src", "raw", "tbl"})


def by_role(mapping: ColumnMapping, section: SectionPlan) -> ColumnMapping | None:
    """The row as a copy from the only relation that its rule names by its role; None where it says anything else.

    Args:
        mapping: a row with one source.
        section: the relations there are.
    """
    rule = " ".join((mapping.rule_resolved or mapping.rule).split()).rstrip(".")
    told = _OF.match(rule)
    if told is None or len(mapping.sources) != 1 or not mapping.sources[0].table:
        return None
    source = mapping.sources[0]
    if told["column"] and words(told["column"]) != words(bare(source.column)):
        return None
    wanted = squashed(bare(source.table))
    found = [
        r for r in section.relations if wanted in letters_of(r) and _is_named(r, told["role"], told["key"])
    ]
    if len(found) != 1:
        return None
    own = SourceRef(found[0].alias, source.column)
    return replace(mapping, sources=(own,), rule="direct move", rule_resolved="direct move")


def _is_named(relation: Relation, role: str, key: str | None) -> bool:
    """Whether words for a role are those of a relation's names, and the key beside them is one that joins it."""
    own = {*plain_words(relation.alias), *plain_words(bare(relation.table))} - _LAYERS
    if not set(plain_words(role)) <= own:
        return False
    tree = parsed(relation.on.sql) if relation.on is not None else None
    joined = {squashed(c.name) for c in columns_of(tree)} if tree is not None else set()
    return not key or squashed(key) in joined
