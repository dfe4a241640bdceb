"""The decisions at the foot of the card, and the links that open more of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from signoff.core.domain.review import Verdict
from signoff.core.review.standing import ColumnStanding, ColumnState
from signoff.gui.widgets.basics import button, clear, column, holder, label, row, set_role
from signoff.gui.widgets.flow import Flow
from signoff.gui.wording import moment

_GAP = 8
_WAITS_FOR_ANSWER = (ColumnState.QUESTION, ColumnState.UNRESOLVED)


class DecisionBar(QWidget):
    """One line where there is room, more where there is not; over it, once decided, who decided when."""

    approve_asked = Signal()
    change_asked = Signal()
    comment_asked = Signal()
    take_back_asked = Signal()
    sign_asked = Signal()
    """The whole target table is to be signed, or what keeps it from that to be seen."""
    toggled = Signal(str)
    """Key of a link."""

    def __init__(self) -> None:
        super().__init__()
        self.approve = button("", self.approve_asked.emit, kind="primary")
        self.change = button(self.tr("Request a change   R"), self.change_asked.emit)
        self.comment = button(self.tr("Comment   C"), self.comment_asked.emit)
        self.sign = button("", self.sign_asked.emit, kind="primary")
        self.decided = label("", "good")
        self.take_back = button(self.tr("Take back"), self.take_back_asked.emit, kind="link")
        self._decided = holder(row(self.decided, self.take_back, 1, gap=2))
        self._links_row, acts = Flow(), Flow(_GAP)
        for each in (self.sign, self.approve, self.change, self.comment):
            acts.addWidget(each)
        self._acts, self._more = holder(acts), holder(self._links_row)
        self.links: dict[str, QPushButton] = {}
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_GAP)
        self._lines.addWidget(self._acts, 1)
        self._lines.addWidget(self._more)
        self._above = row(self._decided, 1)
        self.setLayout(column(self._above, self._lines, gap=2))

    def show_state(
        self, shown: ColumnStanding, *, sign_words: str, has_left: bool, is_signed: bool, can_write: bool
    ) -> None:
        """Enable what can be decided now.

        Args:
            shown: what stands on screen.
            sign_words: on the button that signs the target table; empty while there is something to decide first.
            has_left: whether something else of the target table is left to decide.
            is_signed: the target table is signed, so that no decision is taken back.
            can_write: whether the project takes decisions at all.
        """
        state = shown.state
        is_done = state in (ColumnState.APPROVED, ColumnState.LEFT_ALONE)
        self._show_decided(shown, can_take_back=can_write and not is_signed)
        self.sign.setText(sign_words)
        self.sign.setAccessibleName(sign_words)
        self.sign.setVisible(bool(sign_words))
        self.sign.setEnabled(can_write)
        self.approve.setText(self._approve_words(state, has_left=has_left))
        self.approve.setAccessibleName(self.tr("Next undecided") if is_done else self.tr("Approve"))
        self.approve.setVisible(has_left or not is_done)
        self.approve.setEnabled(has_left if is_done else can_write and state not in _WAITS_FOR_ANSWER)
        for each in (self.change, self.comment):
            each.setEnabled(can_write)
        self._turn()

    def _show_decided(self, shown: ColumnStanding, *, can_take_back: bool) -> None:
        """Who decided when stands in place of the button that has nothing left to do."""
        decision = shown.decision
        is_approved = shown.state is ColumnState.APPROVED and decision is not None
        is_asked = shown.state is ColumnState.CHANGE_REQUESTED and decision is not None
        self._decided.setVisible(is_approved or is_asked)
        self.take_back.setVisible(can_take_back)
        if decision is not None and decision.verdict is not Verdict.UNDECIDED:
            words = (
                self.tr("✓ Approved by {name} {when}") if is_approved else self.tr("Asked by {name} {when}")
            )
            self.decided.setText(words.format(name=decision.by, when=moment(decision.at)))
            set_role(self.decided, "good" if is_approved else "dim")

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
        return QSize(widest, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn()  # a button took other words
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Two lines when one is too short; the links stand beside who decided when, where there is room."""
        links = self._more.sizeHint().width()
        is_above = not self._decided.isHidden() and (
            self.width() >= self._decided.sizeHint().width() + _GAP + links
        )
        wanted_line = self._above if is_above else self._lines
        if wanted_line.indexOf(self._more) < 0:
            wanted_line.addWidget(self._more)
        fits = self.width() >= self._acts.sizeHint().width() + _GAP + links
        in_one = is_above or fits or self._more.isHidden()
        wanted = QBoxLayout.Direction.LeftToRight if in_one else QBoxLayout.Direction.TopToBottom
        if self._lines.direction() is not wanted:
            self._lines.setDirection(wanted)
            self.updateGeometry()

    def _approve_words(self, state: ColumnState, *, has_left: bool) -> str:
        if state in (ColumnState.APPROVED, ColumnState.LEFT_ALONE) and has_left:
            return self.tr("Next undecided   N")
        if state is ColumnState.LEFT_ALONE:
            return self.tr("Nothing to decide")
        return self.tr("Answer first") if state in _WAITS_FOR_ANSWER else self.tr("Approve   A")
