"""Two specs of one document held against each other: what differs, target column by target column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.delta import ChangeKind, ColumnDelta, Delta, TableChange, TargetDelta
from signoff.core.domain.spec import ColumnMapping, Spec, TargetMapping
from signoff.core.review.versions.evidence import Evidence
from signoff.core.review.versions.fields import content_fields, field_changes, row_changes, stands_on
from signoff.core.review.versions.matching import Match, match_rows, match_targets


def delta(old: Spec, new: Spec, *, marks: Mapping[Cell, str] | None = None) -> Delta:
    """What differs between two versions of a document.

    Args:
        old: as it was read before.
        new: as it is read now.
        marks: what a cell of the new version says beside its text, such as the name of its colour; a column's
            marks become evidence and change nothing else.
    """
    evidence = Evidence(old, new, marks or {})
    targets = []
    for match in match_targets(old, new):
        before = old.targets[match.old] if match.old is not None else None
        after = new.targets[match.new] if match.new is not None else None
        targets.append(_target(before, after, match, evidence))
    return Delta(old.document, new.document, tuple(targets))


def _target(
    old: TargetMapping | None, new: TargetMapping | None, match: Match, evidence: Evidence
) -> TargetDelta:
    name = new.name if new else old.name if old else ""
    before, after = old.columns if old else (), new.columns if new else ()
    columns = _columns(name, before, after, evidence)
    rows = row_changes(old, new) if old and new else ()
    sheets = (stands_on(old) if old else "", stands_on(new) if new else "")
    if old is None or new is None:
        change = TableChange.REMOVED if new is None else TableChange.ADDED
        return TargetDelta(name, change, columns, sheets=sheets)
    if match.evidence:
        return TargetDelta(name, TableChange.RENAMED, columns, rows, old.name, (match.evidence,), sheets)
    if rows or any(not each.is_harmless for each in columns):
        change = TableChange.CHANGED
    else:
        change = TableChange.HARMLESS if columns or sheets[0] != sheets[1] else TableChange.SAME
    return TargetDelta(name, change, columns, rows, sheets=sheets)


def _columns(
    target: str, old: Sequence[ColumnMapping], new: Sequence[ColumnMapping], evidence: Evidence
) -> tuple[ColumnDelta, ...]:
    matches = match_rows(old, new)
    moved = _moved([match.old for match in matches if match.new is not None])
    found = []
    for match in matches:
        before = old[match.old] if match.old is not None else None
        after = new[match.new] if match.new is not None else None
        each = _column(target, before, after, match, match.new in moved, evidence)
        if each is not None:
            found.append(each)
    return tuple(found)


def _column(
    target: str,
    old: ColumnMapping | None,
    new: ColumnMapping | None,
    match: Match,
    is_moved: bool,
    evidence: Evidence,
) -> ColumnDelta | None:
    if new is None:
        assert old is not None
        told = evidence.of(target, old.name, None)
        gone = tuple(replace(each, old=each.new, new="") for each in content_fields(old))
        return ColumnDelta(old.name, (ChangeKind.REMOVED,), gone, "", old.section, told, old.cell)
    told = evidence.of(target, new.name, new)
    if old is None:
        come = content_fields(new)
        return ColumnDelta(new.name, (ChangeKind.ADDED,), come, "", new.section, told, None, new.cell)
    changes = field_changes(old, new)
    kinds = dict.fromkeys(kind for kind, _field in changes)
    if match.evidence:
        kinds = {ChangeKind.RENAMED: None, **kinds}
    if len(kinds) > 1:
        kinds.pop(ChangeKind.COMMENT, None)
    if is_moved:
        kinds[ChangeKind.MOVED] = None
    if not kinds:
        return None
    was = old.name if match.evidence else ""
    reasons = ((match.evidence,) if match.evidence else ()) + told
    fields = tuple(field for _kind, field in changes)
    return ColumnDelta(new.name, tuple(kinds), fields, was, new.section, reasons, old.cell, new.cell)


def _moved(olds: Sequence[int | None]) -> frozenset[int]:
    """Places in the new order that must have moved: all but the longest run of rows still in their old order."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for j, i in enumerate(olds):
        if i is None:
            continue
        at = bisect_left(tails, i)
        before[j] = ends[at - 1] if at else -1
        tails[at : at + 1] = [i]
        ends[at : at + 1] = [j]
    stays, j = set(), ends[-1] if ends else -1
    while j >= 0:
        stays.add(j)
        j = before[j]
    return frozenset(j for j, i in enumerate(olds) if i is not None and j not in stays)
