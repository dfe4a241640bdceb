"""The no-change proof of an update, worked out from the two texts alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from signoff.core.domain.textdiff import DiffRow, RowKind
from signoff.core.domain.wordspans import Span
from signoff.gui.panes.diff.places import Written

_BETWEEN = " \t\r\n,"
"""What may come and go around a column that is added or changed."""
_COMMA = re.compile(r"\s*,")


@dataclass(frozen=True)
class Proof:
    """What differs between the existing file and the proposed one."""

    added: tuple[str, ...]
    """Names of columns only the proposed text has."""
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    elsewhere: tuple[int, ...]
    """Numbers of lines, right ones where there are any, that differ outside of these columns."""


def proof_of(
    rows: Sequence[DiffRow],
    old: str,
    new: str,
    before: Mapping[str, Written],
    after: Mapping[str, Written],
) -> Proof | None:
    """What the edits are; every line that is no row of a difference is the same, byte for byte.

    Args:
        rows: the two texts side by side.
        old: the existing text.
        new: the proposed text.
        before: columns of the existing text.
        after: columns of the proposed text.

    Returns:
        None when one of the texts could not be read as SQL.
    """
    if not before or not after:
        return None
    added = [key for key in after if key not in before]
    gone = [key for key in before if key not in after]
    changed = [key for key in after if key in before and after[key].sql != before[key].sql]
    left, right = _Edited(old, before, (*gone, *changed)), _Edited(new, after, (*added, *changed))
    elsewhere = tuple(
        row.right_no or row.left_no or 0
        for row in rows
        if row.kind is not RowKind.SAME and not (left.covers_left(row) and right.covers_right(row))
    )
    return Proof(_names(after, added), _names(after, changed), _names(before, gone), elsewhere)


class _Edited:
    """The stretches of one text that are edited, asked by line and characters."""

    def __init__(self, text: str, columns: Mapping[str, Written], edited: Sequence[str]) -> None:
        self._stretches = sorted(
            (
                *(_with_gaps(text, span) for key in edited for span in columns[key].stretches),
                *(_comma(text, end) for each in columns.values() for _start, end in each.stretches),
            )
        )
        self._starts = [start for start, _end in self._stretches]
        self._reach = list(accumulate((end for _start, end in self._stretches), max))
        lines = text.split("\n")
        self._lines = [0, *accumulate(len(line) + 1 for line in lines)]

    def covers_left(self, row: DiffRow) -> bool:
        """Whether all that differs in the left line lies in edited stretches."""
        return row.left is None or self._covers(row.left_no or 1, row.left, row.kind, row.left_spans)

    def covers_right(self, row: DiffRow) -> bool:
        """Whether all that differs in the right line lies in edited stretches."""
        return row.right is None or self._covers(row.right_no or 1, row.right, row.kind, row.right_spans)

    def _covers(self, number: int, line: str, kind: RowKind, spans: tuple[Span, ...]) -> bool:
        whole = spans if kind is RowKind.CHANGED else ((0, len(line)),)
        return all(self._has(place) for place in self._places(number, line, whole))

    def _places(self, number: int, line: str, spans: Iterable[Span]) -> Iterable[int]:
        start = self._lines[number - 1]
        return (start + n for a, b in spans for n in range(a, min(b, len(line))))

    def _has(self, place: int) -> bool:
        found = bisect_right(self._starts, place) - 1
        return found >= 0 and place < self._reach[found]


def _with_gaps(text: str, span: Span) -> Span:
    """A stretch with the blanks and commas on both its sides."""
    start, end = span
    while start > 0 and text[start - 1] in _BETWEEN:
        start -= 1
    while end < len(text) and text[end] in _BETWEEN:
        end += 1
    return start, end


def _comma(text: str, end: int) -> Span:
    """From the end of an item to behind its comma; empty when none follows."""
    found = _COMMA.match(text, end)
    return end, found.end() if found else end


def _names(columns: Mapping[str, Written], keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(columns[key].name for key in keys)
