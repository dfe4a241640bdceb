"""What the card of one edit shows, worked out beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.edits import EditKind, EditState, MandatedEdit
from signoff.core.domain.expressions import Origin
from signoff.core.domain.textdiff import DiffRow
from signoff.core.review.binding import drafted_column, mapped
from signoff.core.review.reading import reading_of
from signoff.gui.panes.diff.edit_places import EditPlace, edit_places
from signoff.gui.panes.diff.places import Written
from signoff.gui.panes.diff.words import say


@dataclass(frozen=True)
class CardContent:
    """One edit with its place and its words."""

    place: EditPlace
    words: str = ""
    """What the column becomes, and what it was, as a person reads it; empty where no words are known."""
    needed: tuple[MandatedEdit, ...] = ()
    """Edits it stands on."""
    rule: str = ""
    """What the document says of the column."""
    values: str = ""
    """Examples of its column's values on the sample rows."""
    is_unresolved: bool = False
    """Its column has no expression yet: a question waits."""

    @property
    def edit(self) -> MandatedEdit:
        """The edit."""
        return self.place.edit

    @property
    def id(self) -> str:
        """Its id."""
        return self.place.edit.id

    @property
    def is_decided(self) -> bool:
        """A person accepted or refused it."""
        return self.edit.state is not EditState.PROPOSED

    @property
    def can_accept(self) -> bool:
        """It stands in the proposed SQL with its value, or is suggested, and nobody accepted it yet."""
        is_there = self.place.is_made or (self.edit.suggestion and not self.place.missing)
        return is_there and not self.is_unresolved and self.edit.state is EditState.PROPOSED

    @property
    def can_refuse(self) -> bool:
        """It stands in the proposed SQL, or is suggested."""
        return self.edit.state is not EditState.REFUSED and not self.place.missing


def contents_of(
    dossier: Dossier,
    rows: Sequence[DiffRow],
    before: Mapping[str, Written],
    columns: Mapping[str, Sequence[int]],
) -> tuple[CardContent, ...]:
    """The cards of a target's edits, in the order of their lines.

    Args:
        dossier: the target.
        rows: the two texts side by side.
        before: columns of the existing text, by their names in lower case.
        columns: rows in which a column of the proposed text is written, likewise.
    """
    script = dossier.draft.edits
    places = edit_places(script, rows, dossier.text) if script else _without_script(dossier, before, columns)
    by_id = {place.edit.id: place.edit for place in places}
    return tuple(
        CardContent(
            place,
            _words(place.edit, dossier, before),
            tuple(by_id[n] for n in place.edit.needs if n in by_id),
            _rule(place.edit, dossier),
            is_unresolved=_is_unresolved(place.edit, dossier),
        )
        for place in places
    )


def _rule(edit: MandatedEdit, dossier: Dossier) -> str:
    rows = mapped(dossier, edit.column) if edit.column else ()
    texts = dict.fromkeys((row.rule_resolved or row.rule or row.note).strip() for row in rows)
    return "; ".join(text for text in texts if text)


def _is_unresolved(edit: MandatedEdit, dossier: Dossier) -> bool:
    drafted = drafted_column(dossier, edit.column) if edit.column else None
    return drafted is not None and drafted.origin is Origin.UNRESOLVED


def _without_script(
    dossier: Dossier, before: Mapping[str, Written], columns: Mapping[str, Sequence[int]]
) -> tuple[EditPlace, ...]:
    """Edits of a draft of an older Signoff, that kept none: one for each column that is not as it was."""
    found = []
    for drafted in dossier.draft.columns:
        if drafted.origin is Origin.KEPT:
            continue
        name = drafted.name
        kind = EditKind.CHANGE_EXPRESSION if name.casefold() in before else EditKind.ADD_COLUMN
        row = next(iter(mapped(dossier, name)), None)
        why = "" if row else say("Not named by the mapping document.")
        edit = MandatedEdit(name, kind, name, why, row.cell if row else None)
        found.append(EditPlace(edit, tuple(columns.get(name.casefold(), ()))))
    return tuple(sorted(found, key=lambda place: place.first))


def _words(edit: MandatedEdit, dossier: Dossier, before: Mapping[str, Written]) -> str:
    drafted = drafted_column(dossier, edit.column) if edit.column else None
    if drafted is None or drafted.origin is Origin.UNRESOLVED:
        return ""
    now = _reading(tuple(e.sql for e in drafted.expressions))
    if edit.kind is EditKind.ADD_COLUMN:
        return say("We understood: {words}").format(words=now) if now else ""
    written = before.get(edit.column.casefold())
    if edit.kind is EditKind.CHANGE_EXPRESSION and written is not None:
        was = _reading(written.sql)
        return say("We understood: {now}\nBefore: {was}").format(now=now, was=was) if was and now else now
    return ""


def _reading(expressions: tuple[str, ...]) -> str:
    readings = dict.fromkeys(reading_of(sql).sentence for sql in expressions if sql)
    return "; ".join(each for each in readings if each and not each.casefold().startswith("no value"))
