"""Labelled lines on a target's rows as the steps they stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.plan import JoinKind
from signoff.core.domain.spec import ColumnMapping, Schema, Step, StepKind, TargetMapping
from signoff.core.merge.names import find_table
from signoff.core.merge.told_lines.both_sides import of_sides, sides_of_rows, tells_sides_alone
from signoff.core.merge.told_lines.every_period import every_period
from signoff.core.merge.told_lines.joins import Item, join_items
from signoff.core.merge.told_lines.part_columns import columns_of_parts, is_order, names_of
from signoff.core.merge.told_lines.period_columns import Beside, period_columns, taken_names
from signoff.core.merge.told_lines.period_steps import steps_of_periods
from signoff.core.merge.told_lines.role_sources import with_role_sources
from signoff.core.merge.told_lines.rows_from import Ground, RowsFrom, rows_from

_ROWS_FROM = re.compile(
    r"^\W*(?:(?:rows?|records?|data)\s+(?:(?:come|are)\s+)?(?:taken\s+)?from|(?:(?:filled|fed|loaded|built|made|taken)\s+)?from|rows?|(?:main\s+|driving\s+|base\s+)?(?:sources?|tables?|input)"
    r"|reads?(?:\s+from)?|based\s+on|starts?\s+(?:from|with))\s*:\s+(?P<text>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_KINDS = {JoinKind.LEFT: StepKind.LEFT_JOIN, JoinKind.INNER: StepKind.INNER_JOIN}
_STARTS = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)


def with_told_lines(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with steps for what its labelled lines tell; unchanged where the rows they start from are not clear.

    Args:
        target: its notes, and the texts on joins beside its columns.
        schema: the tables.
    """
    note = next((s for s in target.steps if s.kind is StepKind.NOTE and _ROWS_FROM.match(s.condition)), None)
    built = any(s.section or s.kind is not StepKind.NOTE for s in target.steps)
    told = _ROWS_FROM.match(note.condition) if note is not None and not built else None
    if note is None or told is None or any(c.section for c in target.columns):
        return target
    ground = Ground(target, schema)
    if (spined := _with_every_period(target, told["text"], note, schema)) is not None:
        return spined
    parts = rows_from(told["text"], ground)
    if len(parts) > 1:
        return _united(target, parts, note, ground)
    if not parts:
        return target
    sides = sides_of_rows(target)
    apart = replace(target, columns=of_sides(target, sides)) if sides else target
    columns, joins = _joined(apart, parts[0], note, ground)
    made = [
        each
        for side in sides or ("",)
        for each in (*_steps_of(parts[0], note, side), *(replace(j, section=side) for j in joins))
    ]
    steps = [each for s in target.steps for each in (made if s is note else [s])]
    if sides:
        steps = [s for s in steps if not (s.kind is StepKind.NOTE and tells_sides_alone(s.condition, sides))]
    return replace(target, columns=columns, steps=tuple(steps))


def _with_every_period(target: TargetMapping, text: str, note: Step, schema: Schema) -> TargetMapping | None:
    """The target over rows for each thing and period; None where its line tells no such rows."""
    tables = [ref.table for c in target.columns for ref in c.sources if ref.table]
    every = every_period(text, schema, tables)
    others = [t for t in tables if every is not None and find_table(schema, t) != every.table]
    if every is None or others or any(c.join.strip() for c in target.columns):
        return None
    beside = Beside(every, *taken_names(schema, every.noun, every.unit))
    columns = period_columns(target.columns, beside, schema)
    if not columns:
        return None
    made = steps_of_periods(beside, note)
    steps = [each for s in target.steps for each in (made if s is note else [s])]
    return replace(target, columns=columns, steps=tuple(steps))


def _united(target: TargetMapping, parts: list[RowsFrom], note: Step, ground: Ground) -> TargetMapping:
    """The target with a section for each part; unchanged where its columns cannot be told apart."""
    names = names_of(parts, target)
    columns = columns_of_parts(target, names, ground.schema)
    if columns is None:
        return target
    made: list[Step] = []
    joined: dict[str, list[list[str]]] = {}
    for part, name in zip(parts, names, strict=True):
        own, joins = _joined(target, part, note, ground, name.section)
        made += [*_steps_of(part, note, name.section), *joins]
        for column in own:
            joined.setdefault(column.name, []).append(column.join.split("\n"))
    left = {
        name: "\n".join(line for line in each[0] if all(line in o for o in each))
        for name, each in joined.items()
    }
    columns = tuple(replace(c, join=left.get(c.name, c.join)) for c in columns)
    notes = [s for s in target.steps if s.kind is StepKind.NOTE and is_order(s.condition, len(parts))]
    steps = [each for s in target.steps if s not in notes for each in (made if s is note else [s])]
    return replace(target, columns=columns, steps=tuple(steps))


def _steps_of(part: RowsFrom, note: Step, section: str = "") -> list[Step]:
    """The tables of a part and its limits."""
    blank = replace(note, section=section, table="", alias="", condition="")
    first = part.relations[0]
    alias = first.alias if first.alias != first.table else ""
    found = [replace(blank, kind=StepKind.DRIVING, table=first.table, alias=alias)]
    for relation, on in zip(part.relations[1:], part.conditions, strict=True):
        found.append(replace(blank, kind=StepKind.INNER_JOIN, table=relation.table, condition=on))
    return [*found, *(replace(blank, kind=StepKind.FILTER, condition=limit) for limit in part.limits)]


def _joined(
    target: TargetMapping, part: RowsFrom, note: Step, ground: Ground, section: str = ""
) -> tuple[tuple[ColumnMapping, ...], list[Step]]:
    """The columns without the texts on joins that are understood, and the steps these stand for."""
    columns: list[ColumnMapping] = []
    steps: list[Step] = []
    placed = list(part.relations)
    for column in target.columns:
        items, left = join_items(column.join, placed, ground) if column.join.strip() else ([], [])
        placed += [item.there for item in items]
        steps += [_step_of(item, note, section) for item in items]
        columns.append(replace(column, join="\n".join(left)) if items else column)
    there = {r.table.casefold() for r in placed}
    columns = [_of_side(c, there, ground.schema) if c.section and not section else c for c in columns]
    return tuple(with_role_sources(c, placed, ground.schema) for c in columns), steps


def _of_side(column: ColumnMapping, there: set[str], schema: Schema) -> ColumnMapping:
    """A column of one side without sources of tables that are not read and that its rule does not speak of."""
    rule = column.rule_resolved or column.rule
    kept = []
    for ref in column.sources:
        table = find_table(schema, ref.table) if ref.table else None
        names = [table.name, *(c.name for c in table.columns if "_" in c.name)] if table is not None else []
        said = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rule, re.IGNORECASE) for name in names)
        if table is None or table.name.casefold() in there or said:
            kept.append(ref)
    tables = {ref.table for ref in column.sources} - {ref.table for ref in kept}
    named = tuple(t for t in column.source_tables if t not in tables)
    return replace(column, sources=tuple(kept), source_tables=named)


def _step_of(item: Item, note: Step, section: str) -> Step:
    """The step of one join, with what is done with its table first."""
    there = item.there
    alias = there.alias if there.alias != there.table else ""
    step = replace(note, kind=_KINDS[there.join], table=there.table, alias=alias, section=section)
    step = replace(step, kind_assumed=not item.kind_told)
    if not item.grouped:
        return replace(step, condition=" and ".join((item.on, *item.limits)))
    first = f"grouped by {item.grouped} first"
    if item.inside is not None:
        on = " and ".join((item.inside_on, *item.limits))
        return replace(step, condition=f"{item.on}; joined with {item.inside.table} ({on}), {first}")
    return replace(step, condition=f"{' and '.join((item.on, *item.limits))}; {first}")
