"""Further parts of a union that notes tell by a part that is there: its columns over other tables."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from sqlglot import exp

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.alike_branches import listed_part, the_union
from signoff.core.merge.existing import ExistingSql, Place, expression_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.part_notes import NotedPart, noted_part
from signoff.core.merge.shape import TableShape
from signoff.core.merge.sqlparts import columns_of, parsed, rendered

_KINDS = {"left": StepKind.LEFT_JOIN, "inner": StepKind.INNER_JOIN, "": StepKind.INNER_JOIN}


def part_of_note(
    existing: ExistingSql, target: TargetMapping, schema: Schema
) -> tuple[Step, TargetMapping] | None:
    """The note that tells a further part, and that part alone; None where no note does, wholly.

    Args:
        existing: the file.
        target: all that the document says of it.
        schema: tables the file reads or may read.
    """
    for note in (s for s in target.steps if s.kind is StepKind.NOTE):
        told = noted_part(note.condition, schema)
        model = _model(existing, told.model) if told is not None else None
        pairs = _pairs(existing, model, told, schema) if told is not None and model is not None else None
        if told is None or model is None or pairs is None:
            continue
        columns = _columns(existing, model, told, pairs, target.name)
        if columns is not None:
            alone = replace(target, columns=columns, steps=_steps(model, told, pairs, note), existing_sql="")
            return note, alone
    return None


def _model(existing: ExistingSql, name: str) -> Place | None:
    """The only part of the union that reads tables called so; it has no condition of its own."""
    union = the_union(existing)
    parts = union.parts if union is not None and len(existing.parts) == 1 else existing.parts
    said = {singular(word) for word in words(name)}
    listed = [listed_part(existing, part) for part in parts] if len(parts) > 1 else []
    fitting = [
        place
        for place in listed
        if place.select.tables
        and all(said <= {singular(word) for word in words(t.name)} for t in place.select.tables)
    ]
    if len(fitting) != 1:
        return None
    select = fitting[0].select
    ends = select.from_span is not None and select.from_span.last == select.span.last
    return fitting[0] if ends and not select.distinct else None


def _pairs(
    existing: ExistingSql, model: Place, told: NotedPart, schema: Schema
) -> dict[str, SourceTable] | None:
    """The new table for each alias of the model; None where names do not tell which stands for which."""
    shapes = model.select.tables
    tables = [_true_table(model, shape, schema) for shape in shapes]
    new = [table for table in (told.table, told.other) if table is not None]
    if any(table is None for table in tables) or len(tables) != len(new):
        return None
    if any(shape.using for shape in shapes) or (len(new) > 1 and not told.key):
        return None
    names = [table.name for table in tables if table is not None]
    found = [
        order
        for order in permutations(new)
        if len({_changed(a, b.name) for a, b in zip(names, order, strict=True)}) == 1
    ]
    if len(found) != 1:
        return None
    return {shape.alias.casefold(): table for shape, table in zip(shapes, found[0], strict=True)}


def _changed(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of two names between those that both begin and end with."""
    a, b = list(words(one)), list(words(other))
    while a and b and a[0] == b[0]:
        del a[0], b[0]
    while a and b and a[-1] == b[-1]:
        del a[-1], b[-1]
    return tuple(a), tuple(b)


def _true_table(place: Place, shape: TableShape, schema: Schema) -> SourceTable | None:
    is_true = shape.name and shape.query is None and place.query_of(shape) is None
    return find_table(schema, shape.name) if is_true else None


def _columns(
    existing: ExistingSql, model: Place, told: NotedPart, pairs: dict[str, SourceTable], target: str
) -> tuple[ColumnMapping, ...] | None:
    """A row for each column of the model; None where one of them is not told for the new tables."""
    rows: list[ColumnMapping] = []
    for item in model.select.items:
        tree = existing.item(item)
        inner = (
            parsed(expression_of(existing, item)) if tree is not None and not existing.is_star(item) else None
        )
        row = (
            _row(tree.alias_or_name, inner, told, pairs, target)
            if tree is not None and inner is not None
            else None
        )
        if row is None:
            return None
        rows.append(row)
    names = {row.name.casefold() for row in rows}
    if not {*told.columns, *told.texts, *told.negated} <= names:
        return None
    return tuple(rows)


def _row(
    name: str, tree: exp.Expr, told: NotedPart, pairs: dict[str, SourceTable], target: str
) -> ColumnMapping | None:
    key = name.casefold()
    if key in told.texts:
        rule = f"Constant '{told.texts[key]}'"
        return ColumnMapping(target, name, rule=rule, rule_resolved=rule)
    if any(isinstance(each, exp.Literal) and each.is_string for each in tree.walk()):
        return None
    copied = tree.copy()
    refs: list[SourceRef] = []
    for column in list(columns_of(copied)):
        table = _table_of(column, pairs)
        wanted = told.columns.get(key, column.name) if copied is column else column.name
        own = find_column(table, wanted) if table is not None else None
        if table is None or own is None:
            return None
        refs.append(SourceRef(table.name, own.name))
        column.set("this", exp.to_identifier(own.name))
        column.set("table", exp.to_identifier(table.name))
    if not refs or (key in told.columns and not isinstance(copied, exp.Column)):
        return None
    sources = tuple(dict.fromkeys(refs))
    if key in told.negated:
        inner = copied if isinstance(copied, exp.Column) else exp.paren(copied)
        rule = f"-1 * {rendered(inner)}"
    else:
        rule = "direct move" if isinstance(copied, exp.Column) else rendered(copied)
    return ColumnMapping(target, name, sources=sources, rule=rule, rule_resolved=rule)


def _table_of(column: exp.Column, pairs: dict[str, SourceTable]) -> SourceTable | None:
    if column.table:
        return pairs.get(column.table.casefold())
    return next(iter(pairs.values())) if len(pairs) == 1 else None


def _steps(model: Place, told: NotedPart, pairs: dict[str, SourceTable], note: Step) -> tuple[Step, ...]:
    first = Step(note.target, 1, StepKind.DRIVING, table=told.table.name, cell=note.cell)
    if told.other is None:
        return (first,)
    kind = told.kind or next((t.join for t in model.select.tables if t.on is not None), "")
    on = f"{told.table.name}.{told.key} = {told.other.name}.{told.key}"
    return (
        first,
        Step(
            note.target,
            2,
            _KINDS.get(kind, StepKind.INNER_JOIN),
            table=told.other.name,
            condition=on,
            cell=note.cell,
        ),
    )
