"""Lines on rows within a list of changes: such a list tells nothing but what is to become other than it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping
from signoff.core.parse.change_kinds import tells_value
from signoff.core.parse.hints import hints
from signoff.core.parse.words import words

_KEPT = re.compile(
    r"^\W*(?:$|=|un(?:changed|touched|modified)|no(?:t|ne)?\b|as\b|same|exist|kept?|keep|stays?|remains?|leave|left|ok|done|live)",
    re.IGNORECASE,
)
_WORDS_OF_MARK = 4
_STATE = "from now on"


def with_asked_lines(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets with notes among or directly below the rows of a list of changes marked as asked from now on.

    Args:
        targets: with the notes that stand around their rows. One whose rows are not all marked as new or changed is no
            list of changes, and stays as it is.
    """
    return tuple(_told(target) for target in targets)


def _told(target: TargetMapping) -> TargetMapping:
    if not target.columns or not all(map(_is_changed, target.columns)):
        return target
    steps = tuple(
        replace(s, state=_STATE) if s.kind is StepKind.NOTE and not s.state and _is_within(s, target) else s
        for s in target.steps
    )
    return target if steps == target.steps else replace(target, steps=steps)


def _is_changed(column: ColumnMapping) -> bool:
    said = words(column.state)
    if tells_value(column.state):
        return True
    if not said or _KEPT.match(column.state):
        return False
    return not hints().marks.isdisjoint(said[:_WORDS_OF_MARK])


def _is_within(step: Step, target: TargetMapping) -> bool:
    rows = [
        c.cell.row
        for c in target.columns
        if c.cell is not None and step.cell is not None and c.cell.sheet == step.cell.sheet
    ]
    if not rows or step.cell is None:
        return False
    return min(rows) <= step.cell.row <= max(rows) + 1
