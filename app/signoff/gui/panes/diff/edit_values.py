"""Values of sample rows on the card of an edit: what a new column holds, what a changed one held before."""

from __future__ import annotations

from signoff.core.domain.edits import EditKind, MandatedEdit
from signoff.core.verify.compare import ValueChange
from signoff.gui.panes.diff.comparing import Compared
from signoff.gui.panes.diff.words import say
from signoff.gui.widgets.values import drawn

_MOST = 4
_LONGEST = 28
"""Characters of one value."""


def values_of(result: Compared | None, edit: MandatedEdit, *, made_up: bool = False) -> str:
    """Examples of an edit's column in a line; empty where none are known or the edit changes no values.

    Args:
        result: the two results on the sample rows.
        edit: the edit.
        made_up: rows of a table that is read are made up, which is said with the values.
    """
    if result is None or not edit.column:
        return ""
    words = ""
    if edit.kind is EditKind.ADD_COLUMN:
        words = _new_values(result, edit.column)
    elif edit.kind is EditKind.CHANGE_EXPRESSION and result.difference is not None:
        words = _changes(result, edit.column)
    return f"{words} {say('(made-up rows among them)')}" if words and made_up else words


def _new_values(result: Compared, name: str) -> str:
    sample = result.sample
    places = [n for n, c in enumerate(sample.columns) if c.casefold() == name.casefold()] if sample else []
    if sample is None or not places or not sample.rows:
        return ""
    values = dict.fromkeys(_short(row[places[0]]) for row in sample.rows)
    return say("Sample rows: {values}").format(values="  |  ".join(list(values)[:_MOST]))


def _changes(result: Compared, name: str) -> str:
    difference = result.difference
    assert difference is not None
    column = next((c for c in difference.columns if c.name.casefold() == name.casefold()), None)
    if column is None or not result.key:
        return ""
    if not column.rows:
        return say("Sample rows: the same values as before on every row")
    changes = [c for c in difference.changes if c.column.casefold() == name.casefold()]
    pairs = list(dict.fromkeys(_pair(change) for change in changes))[:_MOST]
    words = (
        say("{n} sample rows change: {pairs}") if column.rows > 1 else say("1 sample row changes: {pairs}")
    )
    return words.format(n=f"{column.rows:,}", pairs="  |  ".join(pairs))


def _pair(change: ValueChange) -> str:
    return f"{_short(change.before)} → {_short(change.after)}"


def _short(value: object) -> str:
    text = drawn(value).text
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
