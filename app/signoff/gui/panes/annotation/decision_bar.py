"""The decisions at the foot of the card, and the links that open more of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from signoff.core.review.standing import ColumnState
from signoff.gui.widgets.basics import button, clear, holder, row

_GAP = 8
_WAITS_FOR_ANSWER = (ColumnState.QUESTION, ColumnState.UNRESOLVED)


class DecisionBar(QWidget):
    """One line where there is room, two where there is not."""

    approve_asked = Signal()
    change_asked = Signal()
    comment_asked = Signal()
    toggled = Signal(str)
    """Key of a link."""

    def __init__(self) -> None:
        super().__init__()
        self.approve = button("", self.approve_asked.emit, kind="primary")
        self.change = button(self.tr("Request a change   R"), self.change_asked.emit)
        self.comment = button(self.tr("Comment   C"), self.comment_asked.emit)
        self._links_row = row(gap=2)
        self._acts = holder(row(self.approve, self.change, self.comment, 1))
        self._more = holder(row(1, self._links_row))
        self.links: dict[str, QPushButton] = {}
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_GAP)
        self._lines.addWidget(self._acts, 1)
        self._lines.addWidget(self._more)
        self.setLayout(self._lines)

    def show_state(self, state: ColumnState, *, can_write: bool) -> None:
        """Enable what can be decided now."""
        is_done = state in (ColumnState.APPROVED, ColumnState.LEFT_ALONE)
        self.approve.setText(self._approve_words(state))
        self.approve.setAccessibleName(self.tr("Approve"))
        self.approve.setEnabled(can_write and not is_done and state not in _WAITS_FOR_ANSWER)
        for each in (self.change, self.comment):
            each.setEnabled(can_write)
        self._turn()

    def show_links(self, links: Sequence[tuple[str, str]], *, opened: frozenset[str] = frozenset()) -> None:
        """Show the links of a card.

        Args:
            links: key and words of each.
            opened: keys of those that stand open.
        """
        clear(self._links_row)
        self.links = {}
        for key, words in links:
            sign = "▾" if key in opened else "▸"
            made = button(f"{sign} {words}", partial(self.toggled.emit, key), kind="quiet", name=words)
            self.links[key] = made
            self._links_row.addWidget(made)
        self._more.setVisible(bool(links))
        self._turn()

    def minimumSizeHint(self) -> QSize:
        widest = max(self._acts.minimumSizeHint().width(), self._more.minimumSizeHint().width())
        return QSize(widest, self._lines.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Two lines when one is too short."""
        needed = self._acts.sizeHint().width() + _GAP + self._more.sizeHint().width()
        fits = self.width() >= needed or self._more.isHidden()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._lines.direction() is not wanted:
            self._lines.setDirection(wanted)
            self.updateGeometry()

    def _approve_words(self, state: ColumnState) -> str:
        if state is ColumnState.APPROVED:
            return self.tr("Approved")
        if state is ColumnState.LEFT_ALONE:
            return self.tr("Nothing to decide")
        return self.tr("Answer first") if state in _WAITS_FOR_ANSWER else self.tr("Approve   A")
