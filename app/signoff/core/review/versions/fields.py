"""The fields of a column mapping and of the rows of a target, as two versions are compared by them."""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.cells import Cell
from signoff.core.domain.delta import ChangeKind, FieldChange
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Step, TargetMapping
from signoff.core.review.versions.step_pairs import step_pairs

_NAME = "delta.field_name"
"""The name counts as a field where it is only spelled otherwise; another name is a renaming."""
RowKey = tuple[str, str]
"""Column and section, case-folded."""


def row_key(row: ColumnMapping) -> RowKey:
    """What a row of a target is found again by, wherever it stands."""
    return row.name.casefold(), row.section.casefold()


def field_changes(old: ColumnMapping, new: ColumnMapping) -> tuple[tuple[ChangeKind, FieldChange], ...]:
    """Every field that reads otherwise, with the kind of change it makes."""
    pairs = zip(_values(old), _values(new), strict=True)
    return tuple(
        (kind, FieldChange(say(code), before, after))
        for (kind, code, before), (_kind, _code, after) in pairs
        if before != after and not (code == _NAME and old.name.casefold() != new.name.casefold())
    )


def content_fields(row: ColumnMapping) -> tuple[FieldChange, ...]:
    """What a new row says, comments left out, as changes from nothing."""
    nothing = ColumnMapping(row.target, row.name, section=row.section)
    changes = field_changes(nothing, row)
    return tuple(field for kind, field in changes if kind is not ChangeKind.COMMENT)


def content(row: ColumnMapping) -> tuple[object, ...]:
    """What a column is made from: its sources and its rule, without its name."""
    return tuple(sorted(str(s).casefold() for s in row.sources)), " ".join(_rule(row).casefold().split())


def row_changes(old: TargetMapping, new: TargetMapping) -> tuple[FieldChange, ...]:
    """Query steps and SQL of the document that differ, those that are gone first; one in other words is one change."""
    pairs = sorted(step_pairs(_ordered_steps(old), _ordered_steps(new)), key=lambda pair: pair[1] is not None)
    changes = [
        FieldChange(say("delta.field_step"), *("" if step is None else _step(step) for step in pair))
        for pair in pairs
    ]
    if not changes and _ordered(old) != _ordered(new):
        changes.append(
            FieldChange(say("delta.field_step_order"), "; ".join(_steps(old)), "; ".join(_steps(new)))
        )
    if old.existing_sql.strip() != new.existing_sql.strip():
        changes.append(FieldChange(say("delta.field_sql"), old.existing_sql, new.existing_sql))
    return tuple(changes)


def stands_on(target: TargetMapping) -> str:
    """The sheet that a target's rows stand on; empty when no cell is known."""
    cells = [target.cell, *(row.cell for row in target.columns)]
    return next((cell.sheet for cell in cells if cell is not None), "")


def named_by_a_cell(target: TargetMapping) -> bool:
    """Whether a cell holds the target's name; otherwise its sheet or its file gave it."""
    return target.cell is not None


def row_cells(row: ColumnMapping) -> Iterator[Cell]:
    """Every cell that a row was read from."""
    if row.cell is not None:
        yield row.cell
    for _role, cell in row.cells:
        yield cell


def _rule(row: ColumnMapping) -> str:
    return row.rule_resolved or row.rule


def _values(row: ColumnMapping) -> tuple[tuple[ChangeKind, str, str], ...]:
    sources = ", ".join(sorted(map(str, row.sources)))
    return (
        (ChangeKind.RULE, "delta.field_rule", _rule(row)),
        (ChangeKind.RULE, "delta.field_rule_kind", row.rule_kind),
        (ChangeKind.RULE, "delta.field_join", row.join),
        (ChangeKind.SOURCE, "delta.field_sources", sources),
        (ChangeKind.TYPE, _NAME, row.name),
        (ChangeKind.TYPE, "delta.field_type", row.type),
        (ChangeKind.TYPE, "delta.field_key", say("delta.is_key") if row.key else ""),
        (ChangeKind.TYPE, "delta.field_required", say("delta.is_required") if row.required else ""),
        (ChangeKind.TYPE, "delta.field_default", row.default),
        (ChangeKind.EXAMPLE, "delta.field_example", row.example),
        (ChangeKind.COMMENT, "delta.field_description", row.description),
        (ChangeKind.COMMENT, "delta.field_note", row.note),
        (ChangeKind.COMMENT, "delta.field_mark", row.state),
        (ChangeKind.COMMENT, "delta.field_struck", say("delta.is_struck") if row.struck else ""),
    )


def _steps(target: TargetMapping) -> list[str]:
    return [_step(each) for each in _ordered_steps(target)]


def _step(step: Step) -> str:
    words = (step.section, step.kind.value, step.table, step.alias, step.condition)
    return " ".join(word for word in words if word)


def _ordered(target: TargetMapping) -> list[tuple[str, str]]:
    return [(each.section, _step(each)) for each in _ordered_steps(target)]


def _ordered_steps(target: TargetMapping) -> list[Step]:
    return sorted(target.steps, key=lambda step: (step.section, step.order, _step(step)))
