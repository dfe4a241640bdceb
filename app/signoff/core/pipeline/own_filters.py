"""Filters on columns that the target itself works out: ``rent_change <> 0``.

Where such a column looks at other rows, as at the month before, it is worked out over all rows first; what the target
says of its own rows, such as their number, is said of the rows that stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin, Scope, ScopeColumn
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Condition, DraftColumn, JoinKind, Plan, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, TargetMapping
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.computed_before import computed_before
from signoff.core.merge.conditions import sql_condition
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.prose_shapes import LOOKS_ALONG
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, windows
from signoff.core.pipeline.own_columns import OWN, after_what_they_name, named_by, put_in

ResolveColumn = Callable[[str, Sequence[DraftColumn]], DraftColumn]
"""A column of the target by its name, from those resolved before it."""

_SURE = (Origin.DIRECT, Origin.PATTERN, Origin.WRITTEN)
_NUMBERS = re.compile(
    r"\b(?:rank\w*|row\s+number|number(?:ed|s)?|running|sequence)\b|\b1\s*,\s*2\b", re.IGNORECASE
)


def with_own_filters(
    plan: Plan, target: TargetMapping, schema: Schema, resolve: Callable[[Plan], ResolveColumn]
) -> Plan:
    """The plan with open filters on the target's own columns in place; unchanged where one is not wholly clear.

    Args:
        plan: as read.
        target: its columns.
        schema: the tables.
        resolve: what finds the expression of a column in a plan.
    """
    for number in range(len(plan.sections)):
        for condition in plan.sections[number].unresolved:
            names = _own_names(condition.text, target)
            found = (
                _filtered(condition, names, plan, number, target, schema, resolve(plan)) if names else None
            )
            if found is not None:
                plan = _with_section(plan, number, found, condition)
    return plan


def _with_section(plan: Plan, number: int, found: SectionPlan, condition: Condition) -> Plan:
    """The plan with one section filtered; no part says any longer that the filter is open once none is."""
    left = tuple(c for c in plan.sections[number].unresolved if c is not condition)
    sections = list(plan.sections)
    sections[number] = replace(found, unresolved=left)
    is_open = any(
        c.text == condition.text and c.cell == condition.cell for s in sections for c in s.unresolved
    )
    findings = plan.findings if is_open else tuple(f for f in plan.findings if not _tells(f, condition))
    added = [f for f in found.filters if f.text == condition.text and f.origin is Origin.UNRESOLVED]
    findings = (*findings, *(assumed_filter(f.sql, f.cell, plan.target) for f in added))
    return replace(plan, sections=tuple(sections), findings=findings)


def _is_likely(column: DraftColumn, number: int) -> bool:
    """Whether a column's expression is only the likeliest reading of its rule."""
    return any(f.code == "D47" for f in column.expressions[number].findings)


def _tells(finding: Finding, condition: Condition) -> bool:
    return finding.message == say("merge.filter_not_understood") and finding.cell == condition.cell


def _own_names(text: str, target: TargetMapping) -> list[str]:
    """The target's columns that a condition in SQL is about; empty where it names anything else."""
    tree = parsed(text)
    found = columns_of(tree) if tree is not None else ()
    own = {m.name.casefold(): m.name for m in target.columns}
    if not found or any(c.table or c.name.casefold() not in own for c in found):
        return []
    return list(dict.fromkeys(own[c.name.casefold()] for c in found))


def _filtered(
    condition: Condition,
    names: Sequence[str],
    plan: Plan,
    number: int,
    target: TargetMapping,
    schema: Schema,
    resolve: ResolveColumn,
) -> SectionPlan | None:
    section = plan.sections[number]
    every = tuple(dict.fromkeys(m.name for m in target.columns))
    needed = named_by(target, names, every) | {m.name for m in target.columns if m.key}
    columns: list[DraftColumn] = []
    for name in after_what_they_name(target, every):
        if name in needed:
            columns.append(resolve(name, columns))
    made = {c.name.casefold(): c for c in columns}
    if any(
        c.expressions[number].origin not in _SURE for c in columns if c.name in named_by(target, names, every)
    ):
        return None
    own = [ScopeColumn(OWN, target.name, SourceColumn(c.name, c.type)) for c in columns]
    said = sql_condition(condition.text, Scope(tuple(own), condition=True))
    sql = put_in(said, made, number) if said else ""
    tree = parsed(sql) if sql else None
    if tree is None or aggregates(tree):
        return None
    likely = any(_is_likely(c, number) for c in columns if c.name in named_by(target, names, every))
    rows = replace(condition, sql=sql, origin=Origin.UNRESOLVED if likely else Origin.PATTERN)
    if not windows(tree):
        return replace(section, filters=(*section.filters, rows))
    return _behind_windows(rows, columns, section, target, schema) if len(plan.sections) == 1 else None


def _behind_windows(
    rows: Condition,
    columns: Sequence[DraftColumn],
    section: SectionPlan,
    target: TargetMapping,
    schema: Schema,
) -> SectionPlan | None:
    """The section with what looks at other rows worked out before those rows are left out."""
    first = section.relations[0]
    table = schema.table(first.table)
    alone = not (section.filters or section.group_by or section.having or section.qualify or section.distinct)
    if table is None or not alone or any(r.join is not JoinKind.LEFT for r in section.relations[1:]):
        return None
    made = [(c.name, c.type, c.expressions[0].sql) for c in columns if _has_window(c.expressions[0].sql)]
    done = {name for name, _, _ in made}
    if any(_looks_along(m) and not _is_of_its_rows(m, target) for m in target.columns if m.name not in done):
        return None
    driving = computed_before(first, table, made, rows)
    return replace(section, relations=(driving, *section.relations[1:])) if driving is not None else None


def _has_window(sql: str) -> bool:
    tree = parsed(sql)
    return tree is not None and windows(tree)


def _looks_along(mapping: ColumnMapping) -> bool:
    rule = mapping.rule_resolved or mapping.rule
    return LOOKS_ALONG.search(rule) is not None or _NUMBERS.search(rule) is not None


def _is_of_its_rows(mapping: ColumnMapping, target: TargetMapping) -> bool:
    """Whether a rule calls the rows it looks at as the target's are called: ``changes`` of rent_changes."""
    noun = singular(words(target.name)[-1])
    return noun in {singular(word) for word in words(mapping.rule_resolved or mapping.rule)}
