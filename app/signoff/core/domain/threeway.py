"""Three texts side by side: what was last exported, what somebody made of it on disk, what would be written now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest

from signoff.core.domain.textdiff import DiffRow, lines_of, side_by_side
from signoff.core.domain.wordspans import Span


class MergeKind(StrEnum):
    """Who changed a line."""

    SAME = "same"
    MINE = "mine"
    """Only the text on disk."""
    THEIRS = "theirs"
    """Only the new text."""
    ALIKE = "alike"
    """Both, and to the same."""
    CONFLICT = "conflict"
    """Both, and to different lines."""


@dataclass(frozen=True)
class ThreeRow:
    """One row of three texts side by side; None where a text has no such line."""

    base: str | None
    mine: str | None
    theirs: str | None
    kind: MergeKind
    mine_spans: tuple[Span, ...] = ()
    """Characters of `mine` that differ from `base`; empty for a line that is all new."""
    theirs_spans: tuple[Span, ...] = ()


@dataclass
class _Side:
    """One text against the base: what became of each base line, and what was added before it."""

    lines: dict[int, DiffRow] = field(default_factory=dict)
    added: dict[int, list[str]] = field(default_factory=dict)


def three_way(base: str, mine: str, theirs: str) -> tuple[ThreeRow, ...]:
    """Three texts as rows.

    Args:
        base: as last exported.
        mine: as it lies on disk.
        theirs: as it would be written now.

    Returns:
        Rows; each text's lines joined by line feeds are that text.
    """
    left, right = _side(base, mine), _side(base, theirs)
    rows: list[ThreeRow] = []
    lines = lines_of(base)
    for number in range(1, len(lines) + 2):
        pairs = zip_longest(left.added.get(number, ()), right.added.get(number, ()))
        rows += [ThreeRow(None, a, b, _kind(None, a, b)) for a, b in pairs]
        if number <= len(lines):
            rows.append(_row(left.lines[number], right.lines[number]))
    return tuple(rows)


def merge_blocks(rows: Sequence[ThreeRow]) -> tuple[int, ...]:
    """Index of the first row of every difference, in order."""
    same = [row.kind is MergeKind.SAME for row in rows]
    return tuple(n for n, quiet in enumerate(same) if not quiet and (n == 0 or same[n - 1]))


def _side(base: str, text: str) -> _Side:
    side, upcoming = _Side(), 1
    for row in side_by_side(base, text):
        if row.left_no is None:
            side.added.setdefault(upcoming, []).append(row.right or "")
        else:
            side.lines[row.left_no], upcoming = row, row.left_no + 1
    return side


def _row(mine: DiffRow, theirs: DiffRow) -> ThreeRow:
    kind = _kind(mine.left, mine.right, theirs.right)
    return ThreeRow(mine.left, mine.right, theirs.right, kind, mine.right_spans, theirs.right_spans)


def _kind(base: str | None, mine: str | None, theirs: str | None) -> MergeKind:
    if mine == theirs:
        return MergeKind.SAME if mine == base else MergeKind.ALIKE
    if theirs == base:
        return MergeKind.MINE
    return MergeKind.THEIRS if mine == base else MergeKind.CONFLICT
