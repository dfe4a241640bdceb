"""Where the edits of an update stand in the two texts, and what became of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from signoff.core.domain.edits import EditScript, EditState, MandatedEdit, Splice
from signoff.core.domain.textdiff import DiffRow

_AROUND = " \t\r\n,"
"""What an edit writes before and behind its own words."""


@dataclass(frozen=True)
class EditPlace:
    """One edit beside the rows it touches."""

    edit: MandatedEdit
    rows: tuple[int, ...] = ()
    """Rows of the two texts, rising; empty when it has no place there."""
    is_made: bool = True
    """It stands in the proposed text: neither refused, nor left out with one it needs, nor only suggested."""
    missing: tuple[MandatedEdit, ...] = ()
    """Refused or suggested edits it can't stand without."""
    line: int = 0
    """Number of the line of the existing text it begins at; 0 when it has no place."""

    @property
    def first(self) -> int:
        """The row its card stands beside."""
        return self.rows[0] if self.rows else 0

    @property
    def is_refused(self) -> bool:
        """A person said no."""
        return self.edit.state is EditState.REFUSED


def edit_places(script: EditScript, rows: Sequence[DiffRow], text: str) -> tuple[EditPlace, ...]:
    """Every edit of a script beside its rows, in the order of the rows.

    Args:
        script: the edits, with what people said of them.
        rows: the existing and the proposed text side by side.
        text: the proposed text; when it is not what the script gives, edits stand beside existing lines.
    """
    before, after = _Lines(script.text_before), _Lines(text)
    left = {row.left_no: n for n, row in enumerate(rows) if row.left_no is not None}
    right = {row.right_no: n for n, row in enumerate(rows) if row.right_no is not None}
    made = {edit.id for edit in script.standing()}
    starts = _Starts(script) if script.applied() == text else None
    away = script.refused()
    found = []
    for edit in script.edits:
        stretches = [
            *_found(left, (before.touched(s.start, s.end) for s in edit.splices if s.end > s.start)),
            *_found(right, (_written(after, s, starts) for s in edit.splices if edit.id in made)),
        ] or _found(left, (before.touched(s.start, s.start) for s in edit.splices))
        missing = tuple(e for e in script.edits if e.id in edit.needs and (e.id in away or e.suggestion))
        line = before.at(edit.start) if edit.splices else 0
        found.append(EditPlace(edit, tuple(sorted(set(stretches))), edit.id in made, missing, line))
    return tuple(sorted(found, key=lambda place: place.first))


class _Starts:
    """Where each splice that is made begins in the new text, and what it writes there."""

    def __init__(self, script: EditScript) -> None:
        self._made: list[tuple[Splice, int]] = []
        shift = 0
        for splice in script.splices():
            self._made.append((splice, splice.start + shift))
            shift += len(splice.after) - len(splice.before)

    def of(self, splice: Splice) -> tuple[int, str] | None:
        """Its place and text; None where another edit took it in."""
        there = [
            (made, start)
            for made, start in self._made
            if (made.start, made.end, made.before) == (splice.start, splice.end, splice.before)
        ]
        exact = [each for each in there if each[0].after in (splice.after, splice.following)]
        shifted = [each for each in there if splice.shifts and each[0].shifts == splice.shifts]
        for made, start in (*exact, *shifted):
            return start, made.after
        return None


def _written(after: _Lines, splice: Splice, starts: _Starts | None) -> range:
    found = starts.of(splice) if starts else None
    own = found[1].strip(_AROUND) if found else ""
    if found is None or not own:
        return range(0)
    begin = found[0] + found[1].index(own)
    return after.touched(begin, begin + len(own))


def _found(row_of: Mapping[int, int], stretches: Iterable[range]) -> list[int]:
    return [row_of[number] for lines in stretches for number in lines if number in row_of]


class _Lines:
    """Numbers of lines, from 1, by places in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]

    def at(self, place: int) -> int:
        """The line that holds a place."""
        return bisect_right(self._starts, place)

    def touched(self, start: int, end: int) -> range:
        """The lines a stretch touches; the one that holds its start when it is empty."""
        return range(self.at(start), self.at(max(start, end - 1)) + 1)
