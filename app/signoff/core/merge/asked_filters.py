"""Filters that a document asks for, over the relations of existing SQL, and which of them it does not have."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.plan import Condition, Plan, SectionPlan
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.filtertexts import said_filter
from signoff.core.merge.row_edits import FilterEdit, has_condition
from signoff.core.merge.scoping import scope_for_condition
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, windows


def with_asked_filters(
    existing: ExistingSql, target: TargetMapping, plan: Plan, schema: Schema, *, certain: Resolve
) -> Plan:
    """The plan with `SectionPlan.asked`: conditions of filter steps that the file has nowhere.

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
        found = (step_condition(place, section, step, schema, certain) for step in own)
        lacking = tuple(c for c in found if c is not None and not has_condition(existing, c.sql))
        sections.append(replace(section, asked=lacking))
    return replace(plan, sections=tuple(sections))


def step_condition(
    place: Place, section: SectionPlan, step: Step, schema: Schema, certain: Resolve
) -> Condition | None:
    """The condition of a filter step over the tables that a SELECT reads already; None where it is not understood."""
    here = {t.alias.casefold() for t in place.select.tables}
    relations = [r for r in section.relations if r.alias.casefold() in here]
    found = said_filter(step.condition, relations, schema, certain, step.cell)
    found = found or certain(step.condition, scope_for_condition(relations, schema, step.condition))
    tree = parsed(found.sql) if found is not None else None
    if found is None or tree is None or aggregates(tree) or windows(tree):
        return None
    known = all(c.table.casefold() in here for c in columns_of(tree))
    return replace(found, cell=step.cell) if known and columns_of(tree) else None


def suggested(plan: Plan) -> list[FilterEdit]:
    """The filters that the file lacks as edits that are made only when someone accepts them."""
    return [
        FilterEdit(condition.sql, part=number, cell=condition.cell, suggestion=True)
        for number, section in enumerate(plan.sections)
        for condition in section.asked
    ]
