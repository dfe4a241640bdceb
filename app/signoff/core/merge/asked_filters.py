"""Filters that a document asks for and existing SQL does not have: made where they are marked, else suggested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.mandates import MandateState
from signoff.core.domain.plan import Condition, Plan, Relation, SectionPlan
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.filtertexts import said_filter
from signoff.core.merge.lineage import plan_of_place, table_outputs
from signoff.core.merge.markwords import state_in
from signoff.core.merge.names import squashed
from signoff.core.merge.row_edits import FilterEdit, conditions_of, has_condition
from signoff.core.merge.scoping import scope_for_condition
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, windows

_MADE = (MandateState.NEW, MandateState.CHANGED)
_DEEPEST = 12
"""Queries one behind the other that are followed to where a filter's columns are shown."""


def with_asked_filters(
    existing: ExistingSql,
    target: TargetMapping,
    plan: Plan,
    schema: Schema,
    *,
    certain: Resolve,
) -> Plan:
    """The plan with `SectionPlan.asked` and `mandated`: conditions of filter steps that the file has nowhere.

    Args:
        existing: the file.
        target: its mapping.
        plan: as `plan_update` gave it.
        schema: tables the file reads.
        certain: as for `plan_target`, of condition texts that are understood wholly.
    """
    steps = [s for s in target.steps if s.kind is StepKind.FILTER and s.condition.strip()]
    if not steps:
        return plan
    sections = []
    for place, section in zip(existing.parts, plan.sections, strict=True):
        own = [s for s in steps if s.section in ("", section.name) or len(plan.sections) == 1]
        asked: list[Condition] = []
        mandated: list[Condition] = []
        for step in own:
            found = _condition(existing, place, section, step, schema, certain)
            state = state_in(step.state) if step.state.strip() else None
            if found is not None:
                (mandated if state in _MADE else asked).append(found)
        sections.append(replace(section, asked=tuple(asked), mandated=tuple(mandated)))
    return replace(plan, sections=tuple(sections))


def _condition(
    existing: ExistingSql, place: Place, section: SectionPlan, step: Step, schema: Schema, certain: Resolve
) -> Condition | None:
    """The step's condition over the tables a SELECT reads already; None where it is there or not understood.

    It is understood over the first query, from the result inwards, that shows all its columns; where none does,
    over what the result's own tables could show.
    """
    readings = [_shown(existing, each, schema) for each in _inwards(existing, place)]
    here = {t.alias.casefold() for t in place.select.tables}
    readings.append(tuple(r for r in section.relations if r.alias.casefold() in here))
    for relations in readings:
        found = _over(relations, step, schema, certain)
        if found is not None:
            return None if has_condition(existing, found.sql) else found
    return None


def _over(relations: tuple[Relation, ...], step: Step, schema: Schema, certain: Resolve) -> Condition | None:
    found = said_filter(step.condition, relations, schema, certain, step.cell) if relations else None
    if found is None:
        found = certain(step.condition, scope_for_condition(relations, schema, step.condition))
    tree = parsed(found.sql) if found is not None else None
    if found is None or tree is None or aggregates(tree) or windows(tree):
        return None
    aliases = {r.alias.casefold() for r in relations}
    known = columns_of(tree) and all(c.table.casefold() in aliases for c in columns_of(tree))
    return replace(found, cell=step.cell) if known else None


def _inwards(existing: ExistingSql, place: Place) -> Iterator[Place]:
    """A SELECT of the result, and those behind its first table, each further inside."""
    for _ in range(_DEEPEST):
        yield place
        tables = place.select.tables
        query = place.query_of(tables[0]) if tables else None
        if query is None or len(query.parts) != 1 or query.query.columns:
            return
        place = query.parts[0]


def _shown(existing: ExistingSql, place: Place, schema: Schema) -> tuple[Relation, ...]:
    """The relations of a SELECT with the columns they show now."""
    relations = []
    for relation in plan_of_place(existing, place, schema).relations:
        shape = next(
            (t for t in place.select.tables if t.alias.casefold() == relation.alias.casefold()), None
        )
        outputs = table_outputs(existing, place, shape, schema) if shape is not None else []
        names = {o.name.casefold() for o in outputs}
        carries = tuple(c for c in relation.carries if c.name.casefold() in names)
        if carries or not relation.carries:
            relations.append(replace(relation, carries=carries))
    return tuple(relations)


def suggested(existing: ExistingSql, plan: Plan, schema: Schema) -> list[FilterEdit]:
    """The asked filters as edits: those that are mandated, and those made only when someone accepts them."""
    found = []
    for number, (part, section) in enumerate(zip(existing.parts, plan.sections, strict=False)):
        for condition in (*section.mandated, *section.asked):
            place = _place_of(existing, part, condition, schema)
            was = _was(existing, place, condition) if condition in section.mandated else ""
            suggestion = condition not in section.mandated
            found.append(FilterEdit(condition.sql, was, number, condition.cell, suggestion, place))
    return found


def _place_of(existing: ExistingSql, part: Place, condition: Condition, schema: Schema) -> Place:
    """The outermost SELECT that shows all columns of a condition; the part's own where none does."""
    tree = parsed(condition.sql)
    wanted = [(c.table.casefold(), c.name.casefold()) for c in columns_of(tree)] if tree is not None else []
    for place in _inwards(existing, part):
        shown = {
            (t.alias.casefold(), o.name.casefold())
            for t in place.select.tables
            for o in table_outputs(existing, place, t, schema)
        }
        if all(each in shown for each in wanted):
            return place
    return part


def _was(existing: ExistingSql, place: Place, condition: Condition) -> str:
    """The condition of the file that a mandated one takes the place of: the only one on the same columns."""
    own = _names(condition.sql)
    same = [sql for sql in conditions_of(existing, place) if _names(sql) == own]
    return same[0] if len(same) == 1 else ""


def _names(sql: str) -> frozenset[str]:
    tree = parsed(sql)
    return frozenset(squashed(c.name) for c in columns_of(tree)) if tree is not None else frozenset()
