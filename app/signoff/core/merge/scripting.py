"""Edits while they are put together: each with its splices and what it needs, before all have their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.edits import EditKind, EditScript, MandatedEdit, Splice, edit_id


@dataclass(eq=False)
class Proposed:
    """One edit that is not laid out wholly yet; two of them are the same only where they are one object."""

    kind: EditKind
    column: str
    why: str
    cell: Cell | None = None
    said: str = ""
    """What its id is made of beside kind, column and place; empty: the text it writes."""
    splices: list[Splice] = field(default_factory=list)
    needs: list[Proposed] = field(default_factory=list)
    suggestion: bool = False
    was: str = ""
    """Name before, of a column that gets another one."""
    shifted: list[tuple[int, Proposed, int]] = field(default_factory=list)
    """Number of a splice, an edit that may be refused, and how much that changes the splice's last number."""
    unless: list[tuple[int, Proposed]] = field(default_factory=list)
    """Number of a splice, and an edit beside which it is not made."""

    def need(self, *others: Proposed) -> None:
        """Say that it cannot stand without others."""
        self.needs += [o for o in others if o is not self and o not in self.needs]

    @property
    def place(self) -> int:
        """Where in the old text it begins; 0 while it has no place."""
        return min((s.start for s in self.splices), default=0)


def inserted(place: int, text: str, following: str | None = None, *, once: bool = False) -> Splice:
    """New text at a place where nothing goes."""
    return Splice(place, place, "", text, once, following)


def script_of(proposed: Sequence[Proposed], text: str) -> EditScript:
    """The script of all edits that have a place, in the order of their places.

    Args:
        proposed: the edits, in the order in which insertions at one place are to stand.
        text: the file as it was.
    """
    placed = _once([p for p in dict.fromkeys(proposed) if p.splices])
    ids: dict[Proposed, str] = {}
    for each in placed:
        said = each.said or "".join(s.after for s in each.splices)
        name, number = edit_id(each.kind, each.column, each.place, said), 2
        while name in ids.values():
            name, number = edit_id(each.kind, each.column, each.place, f"{said}\x1f{number}"), number + 1
        ids[each] = name
    edits = [_mandated(each, ids) for each in placed]
    return EditScript(tuple(sorted(edits, key=lambda e: e.start)), text)


def _once(placed: Sequence[Proposed]) -> list[Proposed]:
    """The edits without those that take out what another one takes out already: two places may ask for one change."""
    found: dict[object, Proposed] = {}
    for each in placed:
        removes = not each.column and any(s.end > s.start for s in each.splices)
        found.setdefault((each.kind, tuple(each.splices)) if removes else id(each), each)
    return list(found.values())


def _mandated(each: Proposed, ids: dict[Proposed, str]) -> MandatedEdit:
    splices = list(each.splices)
    for number, other, by in each.shifted:
        if other in ids:
            splice = splices[number]
            splices[number] = replace(splice, shifts=(*splice.shifts, (ids[other], by)))
    for number, other in each.unless:
        if other in ids:
            splice = splices[number]
            splices[number] = replace(splice, unless=(*splice.unless, ids[other]))
    needs = tuple(dict.fromkeys(ids[n] for n in each.needs if n in ids))
    return MandatedEdit(
        ids[each],
        each.kind,
        each.column,
        each.why,
        each.cell,
        tuple(dict.fromkeys(splices)),  # a loop that writes several queries is edited once for all of them
        needs,
        suggestion=each.suggestion,
        was=each.was,
    )
