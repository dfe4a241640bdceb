"""Columns of a calendar: rules such as ``quarter of the day`` are about the made rows where no source is named."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, SourceRef

_DEFAULT = re.compile(
    r"(?:^|[,;(]\s*)(?P<rest>(?:0|zero|'[^']*'|false|true|default\b[^,;]*)(?:\s+(?:if|when|where|"
    r"for|by|as)\b[^()]*)?)\)?\s*$",
    re.IGNORECASE,
)
_OF_ROW = re.compile(
    r"\s+(?:of|from|in|for)\s+(?:the\s+|each\s+|every\s+|this\s+|that\s+)?(?:calendar\s+)?"
    r"(?:day|date|spine|calendar|row|generated\s+(?:day|date)|date\s+spine)(?=\s*(?:$|[(,.;]))",
    re.IGNORECASE,
)


def made_rows(section: SectionPlan) -> Relation | None:
    """The relation of made rows that a section starts from; None where it starts from a table."""
    first = section.relations[0] if section.relations else None
    if (
        first is None
        or first.join is not JoinKind.DRIVING
        or not (first.subquery and first.told and first.carries)
    ):
        return None
    return first if not first.carries[-1].table else None


def _with_told_source(mapping: ColumnMapping, section: SectionPlan) -> ColumnMapping:
    """The mapping with the column of its name that a described relation computes, where it names no source.

    What its rule says then is how that column is made, which the relation says; only what stands for a missing one
    is left of it.
    """
    if mapping.sources:
        return mapping
    found = [
        (relation.join is not JoinKind.LEFT, SourceRef(relation.alias, column.name))
        for relation in section.relations
        if relation.subquery and relation.told
        for column in relation.carries
        if not column.table and column.name.casefold() == mapping.name.casefold()
    ]
    rule = mapping.rule_resolved or mapping.rule
    sure = [ref for always, ref in found if always] or [ref for _, ref in found]
    if len(sure) != 1 or (made_rows(section) is not None and not rule.strip()):
        return mapping
    default = _DEFAULT.search(rule)
    said = default["rest"] if default is not None else ""
    return replace(mapping, sources=(sure[0],), rule=said, rule_resolved=said)


def with_made_source(mapping: ColumnMapping, section: SectionPlan) -> ColumnMapping:
    """The mapping with the made rows as the source of a rule that names none; unchanged elsewhere."""
    mapping = _with_told_source(mapping, section)
    relation = made_rows(section)
    rule = mapping.rule_resolved or mapping.rule
    if relation is None or mapping.sources or not rule.strip():
        return mapping
    said = _OF_ROW.sub("", rule).strip() or rule
    source = SourceRef(relation.alias, relation.carries[-1].name)
    return replace(mapping, sources=(source,), rule=said, rule_resolved=said)
