"""What the signs beside the columns mean; folded until a person asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signoff.core.review.standing import ColumnState
from signoff.gui.look import Look
from signoff.gui.panes.annotation.words import say, state_words
from signoff.gui.widgets.basics import button, column, holder, label, row
from signoff.gui.widgets.marks import Mark, MarkLabel
from signoff.gui.wording import COLUMN_MARKS

_SHOWN = (
    ColumnState.UNDECIDED,
    ColumnState.QUESTION,
    ColumnState.CHANGE_REQUESTED,
    ColumnState.LOOK_AGAIN,
    ColumnState.APPROVED,
)


class Legend(QWidget):
    """A link, and one line a sign under it while it is open."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._signs: list[tuple[MarkLabel, Mark]] = []
        self.link = button("", self._toggle, kind="quiet-small")
        lines = [self._line(COLUMN_MARKS[state], state_words(state)) for state in _SHOWN]
        lines.insert(1, self._line(Mark.DOT, say("rows that need your decision")))
        lines.append(self._line(Mark.PENCIL, say("with a number: comments stand there")))
        self.lines = holder(column(*lines, margins=(0, 0, 0, 4), gap=3))
        self.lines.hide()
        self.setLayout(column(self.lines, row(self.link, 1), gap=2))
        look.changed.connect(self._paint)
        self._tell()

    def _line(self, mark: Mark, words: str) -> QWidget:
        sign = MarkLabel(mark, self._look.tokens)
        self._signs.append((sign, mark))
        return holder(row(sign, label(words, "small"), 1, gap=6))

    def _toggle(self) -> None:
        self.lines.setVisible(self.lines.isHidden())
        self._tell()

    def _tell(self) -> None:
        is_open = not self.lines.isHidden()
        self.link.setText(self.tr("▾ what the signs mean") if is_open else self.tr("▸ what the signs mean"))
        self.link.setAccessibleName(self.tr("What the signs mean"))

    def _paint(self) -> None:
        for sign, mark in self._signs:
            sign.set_mark(mark, self._look.tokens)
