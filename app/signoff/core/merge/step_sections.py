"""Sections of steps that are read as tables by other steps: subqueries under a name, and no parts of a union."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Schema, Step, StepKind, TargetMapping
from signoff.core.merge.named_uses import tables_read
from signoff.core.merge.names import find_table

_COMPARES = re.compile(r"[=<>]|\b(?:is|in|like|between)\b", re.IGNORECASE)
_JOINS = {
    StepKind.INNER_JOIN: "inner join",
    StepKind.LEFT_JOIN: "left join",
    StepKind.FULL_JOIN: "full join",
    StepKind.RIGHT_JOIN: "right join",
}


def with_sections_as_notes(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with each section that other steps read by its name as one note which describes it.

    Rows of the grid that belong to such a section are its columns; what is left makes one query.
    """
    read = {name.casefold() for name in tables_read(target)}
    names = [
        name
        for name in dict.fromkeys(s.section for s in target.steps if s.section)
        if name.casefold() in read and find_table(schema, name) is None
    ]
    if not names or name_alone(target, names):
        return target
    columns = tuple(c for c in target.columns if c.section not in names)
    notes = [_note(name, target) for name in names]
    rest = [s for s in target.steps if s.section not in names]
    sections = dict.fromkeys(s.section for s in rest if s.section)
    if len(sections) == 1:
        only = next(iter(sections))
        rest = [replace(s, section="") for s in rest]
        columns = tuple(replace(c, section="") if c.section == only else c for c in columns)
    return replace(target, columns=columns, steps=(*notes, *rest))


def name_alone(target: TargetMapping, names: Sequence[str]) -> bool:
    """Whether nothing is left of the steps beside those sections."""
    return not any(s.section not in names and s.kind is not StepKind.NOTE for s in target.steps)


def _note(name: str, target: TargetMapping) -> Step:
    steps = sorted((s for s in target.steps if s.section == name), key=lambda s: s.order)
    told = [text for step in steps if (text := _told(step))]
    told += [_column(c) for c in target.columns if c.section == name]
    first = steps[0]
    return replace(first, kind=StepKind.NOTE, section="", table=name, alias="", condition="; ".join(told))


def _told(step: Step) -> str:
    """One step as a clause of a description."""
    said = step.condition.strip().rstrip(".;")
    if step.kind is StepKind.DRIVING:
        table = f"{step.table} as {step.alias}" if step.alias and step.alias != step.table else step.table
        return f"from {table}; {said}" if said else f"from {table}"
    if step.kind in _JOINS:
        return f"{_JOINS[step.kind]} {step.table} {step.alias}".rstrip() + (f" on {said}" if said else "")
    if step.kind is StepKind.FILTER:
        return f"where {said}" if _COMPARES.search(said) and not said.lower().startswith("where") else said
    if step.kind is StepKind.GROUP_BY:
        return f"grouped by {said or step.table}"
    if step.kind is StepKind.DISTINCT:
        return f"distinct {said}".strip()
    return said or step.table


def _column(column: ColumnMapping) -> str:
    rule = (column.rule_resolved or column.rule).strip()
    sources = [f"{ref.table}.{ref.column}" if ref.table else ref.column for ref in column.sources]
    return f"{column.name} = {rule or ', '.join(sources)}"
