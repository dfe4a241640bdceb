"""Words of the list and the cards: states, origins and names as people read them."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QCoreApplication

from signoff.core.domain.checks import RowsCard
from signoff.core.domain.review import ROWS
from signoff.core.project.standing import TargetStanding
from signoff.core.review.standing import ColumnState, TargetState

_LONG_NAME = 28
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def say(text: str) -> str:
    """A sentence of this pane in the language of the screen."""
    return QCoreApplication.translate("annotation", text)


def column_title(name: str) -> str:
    """A column's name; the rows have a word of their own."""
    return say("Rows") if name == ROWS else name


def act_title(target: str, name: str) -> str:
    """What an act is about, in its words for undo."""
    return say("the rows of {target}").format(target=target) if name == ROWS else name


def state_words(state: ColumnState | None) -> str:
    """What a column waits for; None while its target has no draft."""
    if state is None:
        return say("not drafted")
    return {
        ColumnState.QUESTION: say("question first"),
        ColumnState.UNRESOLVED: say("nothing drafted yet"),
        ColumnState.CHANGE_REQUESTED: say("change requested"),
        ColumnState.LOOK_AGAIN: say("look again"),
        ColumnState.UNDECIDED: say("needs your decision"),
        ColumnState.APPROVED: say("approved"),
        ColumnState.LEFT_ALONE: say("nothing to decide"),
    }[state]


def rows_words(target: TargetStanding) -> str:
    """What one row of a target stands for, for the list."""
    verification = target.dossier.verification if target.dossier else None
    card = verification.card if verification else None
    if card is None:
        return say("not counted yet") if target.dossier else ""
    return say("one per {key}").format(key=card.one_row_per) if card.one_row_per else ""


def flow_words(card: RowsCard) -> str:
    """How many rows are read and what becomes of them, on one line of rich text."""
    read = sum(step.rows_in for step in card.steps if step.starts) if card.steps else card.rows
    words = [
        say("{n} rows read").format(n=f"{read:,}"),
        say("{n} left out").format(n=f"{sum(step.left_out for step in card.steps):,}"),
        say("{n} doubled").format(n=f"{sum(step.doubled for step in card.steps):,}"),
        say("<b>{n}</b> rows in {name}").format(n=f"{card.rows:,}", name=html.escape(card.target)),
    ]
    return " &nbsp;→&nbsp; ".join(words)


def sign_words(target: TargetStanding) -> str:
    """What the button says that signs a target table; empty while decisions are left or it is signed already."""
    review = target.review
    if review is None or target.state is TargetState.SIGNED or review.left:
        return ""
    if review.bars:
        return say("See what keeps it from being signed …")
    name = target.name if len(target.name) <= _LONG_NAME else f"{target.name[: _LONG_NAME - 1]}…"
    return say("Sign {name} …   Ctrl+Enter").format(name=name)


def marked_up(text: str) -> str:
    """Words with `**names**` as rich text; everything else stays text."""
    return _BOLD.sub(r"<b>\1</b>", html.escape(text))


def with_bold(text: str, name: str) -> str:
    """A sentence as rich text, the first mention of a name bold."""
    before, found, after = text.partition(name)
    return f"{html.escape(before)}<b>{html.escape(found)}</b>{html.escape(after)}"
