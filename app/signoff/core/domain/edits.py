"""The edit script of an update: what changes in existing SQL, why, and what each change needs to stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from signoff.core.domain.cells import Cell

_ID_LETTERS = 16
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


class EditKind(StrEnum):
    """What an edit does to the file."""

    ADD_COLUMN = "add_column"
    CHANGE_EXPRESSION = "change_expression"
    RENAME_COLUMN = "rename_column"
    DROP_COLUMN = "drop_column"
    ADD_JOIN = "add_join"
    EXTEND_CTE = "extend_cte"
    ADD_CTE = "add_cte"
    CHANGE_FILTER = "change_filter"
    CHANGE_SOURCE = "change_source"
    ADD_BRANCH = "add_branch"
    EXTEND_GROUP = "extend_group"
    CHANGE_CONFIG = "change_config"


_HELPERS = frozenset({EditKind.ADD_JOIN, EditKind.EXTEND_CTE, EditKind.ADD_CTE, EditKind.EXTEND_GROUP})
"""Kinds that are there for other edits, and go with them."""


class EditState(StrEnum):
    """What people said of an edit."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True)
class Splice:
    """One stretch of the old text and what stands in its place."""

    start: int
    end: int
    """Places in the old text, in characters; equal for an insertion."""
    before: str
    after: str
    once: bool = False
    """Several edits share it; it is made once, when any of them is applied."""
    following: str | None = None
    """Text instead of `after` where another applied splice of the same list stands before it at this place."""
    shifts: tuple[tuple[str, int], ...] = ()
    """By the id of another edit: how much the last number of the new text changes where that one is not made."""
    unless: tuple[str, ...] = ()
    """Ids of edits beside any of which this splice is not made."""

    def holds(self, other: Splice) -> bool:
        """Whether another splice lies inside the stretch this one takes away."""
        if other is self or self.start == self.end:
            return False
        inside = self.start <= other.start < self.end and other.end <= self.end
        return inside and (other.start, other.end) != (self.start, self.end)


@dataclass(frozen=True)
class MandatedEdit:
    """One change of the file that the mapping asks for."""

    id: str
    """Digest of kind, column, place and new text: the same when the document is sorted anew."""
    kind: EditKind
    column: str
    """Column of the target it is made for; empty where it is for the rows as a whole."""
    why: str
    """One sentence for a person."""
    cell: Cell | None = None
    splices: tuple[Splice, ...] = ()
    needs: tuple[str, ...] = ()
    """Ids of the edits it cannot stand without."""
    state: EditState = EditState.PROPOSED
    suggestion: bool = False
    """True: shown with its place, and made only when a person accepts it, because it may not be safe or meant."""
    was: str = ""
    """Name before, of a column that gets another one."""

    @property
    def start(self) -> int:
        """Where in the old text it begins; 0 when it has no place."""
        return min((s.start for s in self.splices), default=0)


@dataclass(frozen=True)
class EditScript:
    """Every edit of one file, in the order of their places there."""

    edits: tuple[MandatedEdit, ...]
    text_before: str
    """The file as it was."""

    def edit(self, edit_id: str) -> MandatedEdit | None:
        """The edit of that id; None when there is none."""
        return next((e for e in self.edits if e.id == edit_id), None)

    def column_of(self, edit_ids: Iterable[str]) -> str:
        """The one column that all these edits are made for; empty where there are several, or none."""
        wanted = set(edit_ids)
        columns = {e.column for e in self.edits if e.id in wanted}
        return columns.pop() if len(columns) == 1 else ""

    def refused(self, more: Iterable[str] = ()) -> frozenset[str]:
        """Ids of the edits that are not made: refused ones, `more`, what needs one of them, what was only for them."""
        gone = {e.id for e in self.edits if e.state is EditState.REFUSED} | set(more)
        size = -1
        while size != len(gone):
            size = len(gone)
            gone |= {e.id for e in self.edits if gone.intersection(e.needs)}
            gone |= {e.id for e in self.edits if e.kind in _HELPERS and self._is_for_nothing(e.id, gone)}
        return frozenset(gone)

    def _is_for_nothing(self, edit_id: str, gone: set[str]) -> bool:
        """Whether every edit that needs one is gone; False where none ever did."""
        served = [e.id for e in self.edits if edit_id in e.needs]
        return bool(served) and gone.issuperset(served)

    def standing(self, refused: Iterable[str] = ()) -> tuple[MandatedEdit, ...]:
        """The edits that are made; a suggestion only where someone accepted it."""
        gone = self.refused(refused)
        suggested = {e.id for e in self.edits if e.suggestion and e.state is not EditState.ACCEPTED}
        gone |= self.refused(suggested) if suggested else frozenset()
        return tuple(e for e in self.edits if e.id not in gone)

    def splices(self, refused: Iterable[str] = ()) -> tuple[Splice, ...]:
        """The changes of the text that are made, in the order of their places, each with the text it writes.

        What lies inside a stretch that another one takes away is left out.
        """
        standing = self.standing(refused)
        made = frozenset(e.id for e in standing)
        found: list[Splice] = []
        for splice in (s for e in standing for s in e.splices):
            if not (splice.once and splice in found) and not made.intersection(splice.unless):
                found.append(splice)
        wide = [s for s in found if s.end > s.start]
        found = [s for s in found if not any(w.holds(s) for w in wide)]
        found.sort(key=lambda s: (s.start, s.end))
        return tuple(_settled(found, made))

    def applied(self, refused: Iterable[str] = ()) -> str:
        """The new text, without the refused edits and those that need them."""
        pieces, place = [], 0
        for splice in self.splices(refused):
            pieces += [self.text_before[place : splice.start], splice.after]
            place = max(place, splice.end)
        return "".join(pieces) + self.text_before[place:]

    def reverted(self, text: str, refused: Iterable[str] = ()) -> str:
        """The old text from what `applied` gave: the proof that nothing else changed."""
        pieces, place, shift = [], 0, 0
        for splice in self.splices(refused):
            start = splice.start + shift
            pieces += [text[place:start], splice.before]
            place = start + len(splice.after)
            shift += len(splice.after) - len(splice.before)
        return "".join(pieces) + text[place:]

    def with_state(self, edit_id: str, state: EditState) -> EditScript:
        """The script with the state of one edit changed."""
        edits = tuple(replace(e, state=state) if e.id == edit_id else e for e in self.edits)
        return replace(self, edits=edits)


def _settled(splices: Iterable[Splice], made: frozenset[str]) -> Iterator[Splice]:
    """Each splice with the text it writes beside the others that are made."""
    places: set[int] = set()
    for splice in splices:
        after = splice.after
        if splice.following is not None:
            after = splice.following if splice.start in places else after
            places.add(splice.start)
        shift = sum(by for other, by in splice.shifts if other not in made)
        yield replace(splice, after=_shifted(after, shift) if shift else after)


def _shifted(text: str, shift: int) -> str:
    return _LAST_NUMBER.sub(lambda match: str(int(match.group()) + shift), text)


def edit_id(kind: EditKind, column: str, place: int, after: str) -> str:
    """Id of an edit: a digest of what it is, for what, where and what it writes."""
    said = "\x1f".join((kind, column.casefold(), str(place), after))
    return sha256(said.encode()).hexdigest()[:_ID_LETTERS]
