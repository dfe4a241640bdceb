"""What stands on a row of a mapping document to say what is to become of its column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.mandates import MandateState, Mark, MarkKind, Marks
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.merge.markwords import says_both, state_in_note, state_in_rule, state_of_cell


def marks_of(column: ColumnMapping, marks: Marks) -> Iterator[Mark]:
    """Everything that says what is to become of a row, the weightiest first."""
    elsewhere = list(marks.get((column.target.casefold(), column.name.casefold()), ()))
    yield from (m for m in elsewhere if m.kind is MarkKind.VERSION)
    yield from (m for m in elsewhere if m.kind is MarkKind.STATE)
    state = state_of_cell(column.state) if column.state.strip() else None
    if state is not None:
        place = column.cell_of(Role.STATE) or column.cell
        anew = state is MandateState.RENAMED and says_both(column.state)
        yield Mark(state, MarkKind.STATE, column.state, place, is_rewritten=anew)
    if Role.TARGET_COLUMN in column.struck:
        yield Mark(MandateState.REMOVED, MarkKind.STATE, say("mandate.struck_out"), column.cell)
    rule, _rest = state_in_rule(column.rule)
    if rule is not None:
        yield Mark(rule, MarkKind.RULE, column.rule, column.cell_of(Role.RULE) or column.cell)
    for text, role in ((column.note, Role.NOTE), (column.description, Role.DESCRIPTION)):
        said = state_in_note(text) if text.strip() else None
        if said is not None:
            yield Mark(said, MarkKind.NOTE, text, column.cell_of(role) or column.cell)
    yield from (m for m in elsewhere if m.kind not in (MarkKind.STATE, MarkKind.VERSION))


def own_state(column: ColumnMapping) -> MandateState | None:
    """What the row itself says is to become of it; None where no mark stands on it."""
    mark = next(iter(marks_of(column, {})), None)
    return None if mark is None else mark.state


def without_marks(target: TargetMapping) -> TargetMapping:
    """The target with its rules freed of what they say of their own change."""
    return replace(target, columns=tuple(map(without_mark, target.columns)))


def without_mark(column: ColumnMapping) -> ColumnMapping:
    """The row with its rule freed of what it says of its own change."""
    if not column.rule:
        return column
    state, rule = state_in_rule(column.rule)
    if state is None:
        return column
    resolved = state_in_rule(column.rule_resolved)[1]
    return replace(column, rule=rule, rule_resolved=resolved)
