"""Lines over the card: what stands between the person and a decision that holds, with the button that helps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from signoff.core.domain.dossier import Dossier
from signoff.core.project.decisions import Asked
from signoff.core.review.stale import Change
from signoff.core.review.standing import ColumnStanding, ColumnState
from signoff.gui.widgets.basics import button, column, label, row
from signoff.gui.wording import moment

_MOST_CHANGES = 6


class DraftLine(QFrame):
    """Something was answered or asked for since the draft: draft again."""

    draft_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self.words = label("", "attention", wraps=True)
        self.draft = button(self.tr("Draft again now"), self.draft_asked.emit)
        line = row(self.words, self.draft, margins=(12, 8, 12, 8))
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def show_need(self, dossier: Dossier, standing: ColumnStanding, *, is_drafting: bool) -> None:
        """Show why the target should be drafted again; hides itself when it need not be."""
        words = ""
        if standing.state is ColumnState.CHANGE_REQUESTED:
            words = self.tr("A change is asked for; the next draft of this table follows the comment.")
        elif dossier.document_is_newer:
            words = self.tr("The document changed since this table was drafted: draft it again.")
        elif dossier.level_is_other:
            words = self.tr("What is hidden from the language model was changed: draft this table again.")
        elif dossier.draft_is_older:
            words = self.tr("Answered: draft this table again.")
        self.words.setText(self.tr("Drafting goes on …") if words and is_drafting else words)
        self.draft.setVisible(not is_drafting)
        self.setVisible(bool(words))

    def focus(self) -> None:
        """Lead the keyboard to the button."""
        self.draft.setFocus(Qt.FocusReason.OtherFocusReason)


class WaitingLine(QFrame):
    """Somebody else was asked, or what was approved changed since."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self.words = label("", "attention", wraps=True, selectable=True)
        self.more = label("", wraps=True, selectable=True)
        self.setLayout(column(self.words, self.more, margins=(12, 8, 12, 8), gap=4))
        self.hide()

    def show_asked(self, asked: Asked) -> None:
        """Say who is waited for."""
        words = self.tr("Waiting for {name}, asked by {by} · {when}")
        self._show(words.format(name=asked.whom, by=asked.by, when=moment(asked.at)), asked.text)

    def show_look_again(self, standing: ColumnStanding, changes: Sequence[Change]) -> None:
        """Say what changed since a column was approved."""
        decided = standing.decision
        words = self.tr("Look again: this changed after {name} approved it · {when}")
        lines = [f"· {change.sentence}" for change in changes[:_MOST_CHANGES]]
        if decided is not None:
            self._show(words.format(name=decided.by, when=moment(decided.at)), "\n".join(lines))

    def _show(self, words: str, more: str) -> None:
        self.words.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.show()
