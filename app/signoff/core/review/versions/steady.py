"""A new version as a project keeps it: what only stands elsewhere stays where the project has it.

A re-sorted document must lead to the same drafts, so columns keep the order they had. New ones come behind the
column they follow in the new version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import Role, Spec, Step, TargetMapping
from signoff.core.review.versions.fields import named_by_a_cell
from signoff.core.review.versions.matching import match_rows, match_targets

_ROW_ROLES = frozenset({Role.JOIN, Role.FILTER, Role.LOOKUP})
"""Roles of a mapping row's own cells that steps are read from."""


def names_kept(old: Spec, new: Spec) -> dict[str, str]:
    """Name in the project by name in the new version, of tables that only their sheet or file names.

    A sheet that was renamed does not make another table of what is on it.
    """
    kept = {}
    for match in match_targets(old, new):
        if match.evidence and match.old is not None and match.new is not None:
            before, after = old.targets[match.old], new.targets[match.new]
            if not named_by_a_cell(before) and not named_by_a_cell(after):
                kept[after.name] = before.name
    return kept


def steadied(old: Spec, new: Spec, names: Mapping[str, str]) -> Spec:
    """The new version with names, order of columns, and order of steps read from rows, as the project has them.

    Args:
        old: what the project has.
        new: the new version as it was read.
        names: name in the project by name in the new version, where they differ.
    """
    folded = {name.casefold(): kept for name, kept in names.items()}
    targets = [_renamed(each, folded.get(each.name.casefold(), each.name)) for each in new.targets]
    targets = [_in_order(old.target(each.name), each) for each in targets]
    findings = tuple(_finding(each, folded) for each in new.findings)
    return replace(new, targets=tuple(_targets_in_order(old, targets)), findings=findings)


def _renamed(target: TargetMapping, name: str) -> TargetMapping:
    if name == target.name:
        return target
    columns = tuple(replace(each, target=name) for each in target.columns)
    steps = tuple(replace(each, target=name) for each in target.steps)
    return replace(target, name=name, columns=columns, steps=steps)


def _finding(finding: Finding, names: Mapping[str, str]) -> Finding:
    name = names.get(finding.target.casefold())
    return replace(finding, target=name) if name else finding


def _targets_in_order(old: Spec, targets: Sequence[TargetMapping]) -> list[TargetMapping]:
    places = {target.name.casefold(): i for i, target in enumerate(old.targets)}
    order = _order([places.get(each.name.casefold()) for each in targets])
    return [targets[j] for j in order]


def _in_order(old: TargetMapping | None, new: TargetMapping) -> TargetMapping:
    if old is None:
        return new
    matches = [match for match in match_rows(old.columns, new.columns) if match.new is not None]
    columns = tuple(new.columns[j] for j in _order([match.old for match in matches]))
    steps = new.steps
    if _read_from_rows(new) and _content(old.steps) == _content(new.steps):
        steps = _steps_in_order(old.steps, new.steps)
    return replace(new, columns=columns, steps=steps)


def _order(olds: Sequence[int | None]) -> list[int]:
    """The new things' places in the order they are to stand in; each new one follows the one before it."""
    keyed: list[tuple[int, int, int]] = []
    anchor, rank = -1, 0
    for j, i in enumerate(olds):
        anchor, rank = (i, 0) if i is not None else (anchor, rank + 1)
        keyed.append((anchor, rank, j))
    return [j for _anchor, _rank, j in sorted(keyed)]


def _read_from_rows(target: TargetMapping) -> bool:
    """Whether every step was read from the mapping's own rows, whose order says nothing."""
    cells = {cell for row in target.columns for role, cell in row.cells if role in _ROW_ROLES}
    cells |= {row.cell for row in target.columns if row.cell is not None}
    return all(step.cell is None or step.cell in cells for step in target.steps)


def _content(steps: Sequence[Step]) -> Counter[tuple[str, ...]]:
    return Counter(_words(step) for step in steps)


def _words(step: Step) -> tuple[str, ...]:
    return step.section, step.kind.value, step.table, step.alias, step.condition


def _steps_in_order(old: Sequence[Step], new: Sequence[Step]) -> tuple[Step, ...]:
    """The new steps, in the order and under the numbers of the old ones."""
    waiting: dict[tuple[str, ...], list[Step]] = {}
    for step in new:
        waiting.setdefault(_words(step), []).append(step)
    return tuple(replace(waiting[_words(step)].pop(0), order=step.order) for step in old)
