"""Filters that a document asks for, over the relations of existing SQL, and which of them it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.plan import Condition, Plan, SectionPlan
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.asked_sayings import left_out
from signoff.core.merge.changed_rows import asks_for_change
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.filter_places import condition_over, is_of_another
from signoff.core.merge.row_edits import FilterEdit
from signoff.core.merge.standing_conditions import has_condition

_LABEL = re.compile(r"^[\w\s]{2,30}:\s+")
"""What stands before a note: `Selection: `."""


_FILTER = re.compile(r"^Filter:\s+")
"""What stands before a line above a grid that tells a filter in words."""


def lacking_filters(
    existing: ExistingSql, target: TargetMapping, plan: Plan, schema: Schema, *, certain: Resolve
) -> Iterator[tuple[Step, FilterEdit | None]]:
    """Filter steps that the file has nowhere, each as a suggestion at the output, if it can be said there.

    Args:
        existing: the file.
        target: its mapping.
        plan: as `plan_update` gave it.
        schema: tables the file reads.
        certain: as for `plan_target`, of condition texts that are understood wholly.
    """
    for step in _steps(target):
        found: list[FilterEdit] = []
        is_there = False
        for number, (place, section) in enumerate(zip(existing.parts, plan.sections, strict=True)):
            if step.section not in ("", section.name) and len(plan.sections) > 1:
                continue
            known = step_condition(place, section, step, schema, certain)
            if known is not None and is_of_another(existing, place, known.sql, step, schema):
                continue
            if known is not None and has_condition(existing, known.sql):
                is_there = True
            elif known is not None:
                found.append(FilterEdit(known.sql, part=number, cell=known.cell, suggestion=True))
        yield from ((step, edit) for edit in found)
        if not found and not is_there:
            yield step, None


def step_condition(
    place: Place, section: SectionPlan, step: Step, schema: Schema, certain: Resolve
) -> Condition | None:
    """The condition of a filter step over the tables that a SELECT reads already; None where it is not understood."""
    here = {t.alias.casefold() for t in place.select.tables}
    relations = [r for r in section.relations if r.alias.casefold() in here]
    return condition_over(relations, step, schema, certain)


def _steps(target: TargetMapping) -> Iterator[Step]:
    """Filter steps, and notes that are marked and say which rows are left out."""
    for step in target.steps:
        if step.kind is StepKind.FILTER and step.condition.strip():
            yield step
        elif step.kind is StepKind.NOTE and not step.state and _FILTER.match(step.condition):
            if not asks_for_change(step.condition):
                yield replace(step, kind=StepKind.FILTER, condition=_FILTER.sub("", step.condition))
        elif step.kind is StepKind.NOTE and step.state:
            text = _LABEL.sub("", step.condition)
            if said := left_out(text):
                yield replace(step, kind=StepKind.FILTER, condition=said)
