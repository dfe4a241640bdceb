"""Edits in words of the screen: what one does, what became of it, where it belongs."""

from __future__ import annotations

from signoff.core.domain.edits import EditKind, EditState, MandatedEdit
from signoff.gui.panes.diff.edit_places import EditPlace
from signoff.gui.panes.diff.sides import Sides
from signoff.gui.panes.diff.words import listed, proof_words, say
from signoff.gui.widgets.marks import Mark


def title_of(edit: MandatedEdit) -> str:
    """What an edit does, with the column it does it for."""
    words = {
        EditKind.ADD_COLUMN: say("new column {name}"),
        EditKind.CHANGE_EXPRESSION: say("{name} is changed"),
        EditKind.RENAME_COLUMN: say("{name} gets this name"),
        EditKind.DROP_COLUMN: say("{name} is taken out"),
        EditKind.ADD_JOIN: say("one more table is read"),
        EditKind.EXTEND_CTE: say("{name} is passed on"),
        EditKind.ADD_CTE: say("one more step"),
        EditKind.CHANGE_FILTER: say("other rows are kept"),
        EditKind.CHANGE_SOURCE: say("another table is read"),
        EditKind.ADD_BRANCH: say("rows of one more part"),
        EditKind.EXTEND_GROUP: say("grouped by {name} too"),
        EditKind.CHANGE_CONFIG: say("other settings of the file"),
    }[edit.kind]
    words = words.format(name=edit.column)
    if edit.column and edit.column not in words:
        return say("{what}, for {name}").format(what=words, name=edit.column)
    return words


_SIGNS = {
    EditKind.ADD_COLUMN: "+",
    EditKind.DROP_COLUMN: "−",
    EditKind.ADD_JOIN: "+",
    EditKind.ADD_CTE: "+",
    EditKind.ADD_BRANCH: "+",
}


def short_title_of(edit: MandatedEdit) -> str:
    """The same where there is little room: a sign and the column; in words where there is no column."""
    if edit.column and edit.kind in (EditKind.ADD_COLUMN, EditKind.DROP_COLUMN, EditKind.CHANGE_EXPRESSION):
        return f"{_SIGNS.get(edit.kind, '~')} {edit.column}"
    return title_of(edit)


def state_of(place: EditPlace) -> str:
    """What became of an edit, in a sentence; empty while nobody said anything of one that is made."""
    edit = place.edit
    if place.is_refused:
        return say("Refused: not in the proposed SQL.")
    if place.missing:
        names = listed([title_of(each) for each in place.missing])
        return say("Left out, since it can't stand without: {names}.").format(names=names)
    if edit.suggestion and not place.is_made:
        return (
            say(
                "A suggestion, not applied: it belongs at line {line} of the existing SQL. Accept it to have it made."
            ).format(line=f"{place.line:,}")
            if place.line
            else say("A suggestion, not applied: no place for it was found in the existing SQL.")
        )
    return say("Accepted.") if edit.state is EditState.ACCEPTED else ""


def mark_of(place: EditPlace) -> Mark:
    """The mark of an edit."""
    if place.is_refused or place.missing:
        return Mark.CROSS
    if place.edit.suggestion and not place.is_made:
        return Mark.AGAIN
    return Mark.DONE if place.edit.state is EditState.ACCEPTED else Mark.OPEN


def summary_of(sides: Sides) -> tuple[str, bool]:
    """What the edits of an update come to, in a sentence, and whether something beside them differs."""
    if sides.is_reverted is None:
        return proof_words(sides.proof), sides.proof is None or bool(sides.proof.elsewhere)
    if not sides.is_reverted:
        return say(
            "Something beside the edits differs from the existing SQL; compare them line by line."
        ), True
    made = [card.edit.kind for card in sides.cards if card.place.is_made]
    if not made:
        return say("Nothing is edited; the file is as it was, byte for byte."), False
    parts = []
    for kinds, one, many in _tallies():
        if count := sum(kind in kinds for kind in made):
            parts.append((one if count == 1 else many).format(n=f"{count:,}"))
    return say("{edits}; every other byte of the file is as it was.").format(edits=", ".join(parts)), False


def _tallies() -> tuple[tuple[frozenset[EditKind], str, str], ...]:
    columns = (
        (EditKind.ADD_COLUMN, say("1 column added"), say("{n} columns added")),
        (EditKind.CHANGE_EXPRESSION, say("1 column changed"), say("{n} columns changed")),
        (EditKind.RENAME_COLUMN, say("1 column renamed"), say("{n} columns renamed")),
        (EditKind.DROP_COLUMN, say("1 column taken out"), say("{n} columns taken out")),
        (EditKind.CHANGE_CONFIG, say("1 setting"), say("{n} settings")),
    )
    rest = frozenset(EditKind) - {kind for kind, _one, _many in columns}
    return (
        *((frozenset({kind}), one, many) for kind, one, many in columns),
        (rest, say("1 more edit"), say("{n} more edits")),
    )


def needs_words(needed: tuple[MandatedEdit, ...]) -> str:
    """What an edit stands on; empty for nothing."""
    return say("Stands on: {names}").format(names=listed([title_of(e) for e in needed])) if needed else ""
