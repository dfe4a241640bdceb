"""The edits of an update one below the other, opened, for who reads no SQL."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from signoff.gui.look import Look
from signoff.gui.panes.diff.card_content import CardContent
from signoff.gui.panes.diff.edit_card import EditCard
from signoff.gui.panes.diff.edit_keys import decides
from signoff.gui.widgets.basics import button, holder

_AT_A_TIME = 20
_AT_ONCE = 1
"""Cards that are filled before the window gets its turn: each takes several milliseconds."""


class EditList(QScrollArea):
    """A column of cards; Up and Down lead from one to the next."""

    focused = Signal(str)
    card_made = Signal(object)
    key_for_edit = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._contents: tuple[CardContent, ...] = ()
        self._cards: list[EditCard] = []
        self._shown = _AT_A_TIME
        self._focus = ""
        self._can_write = False
        self._filled = 0
        """Cards that show what they are to show."""
        self._is_stale = False
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._fill_on)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(6)
        self._more = button("", self._show_more, kind="link")
        self._lines.addWidget(self._more)
        self._lines.addStretch(1)
        self.setWidget(inside := holder(self._lines))
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Edits of the existing SQL"))

    @property
    def cards(self) -> tuple[EditCard, ...]:
        """The cards on screen, from top to bottom."""
        return tuple(card for card in self._cards if not card.isHidden())

    @property
    def card(self) -> EditCard | None:
        """The card in focus."""
        return next((card for card in self.cards if card.id == self._focus), None)

    def show_contents(self, contents: Sequence[CardContent], *, can_write: bool) -> None:
        """Show the cards of a text."""
        if [c.id for c in contents] != [c.id for c in self._contents]:
            self._shown = _AT_A_TIME
        self._contents, self._can_write = tuple(contents), can_write
        self._fill()

    def focus_edit(self, edit_id: str) -> None:
        """Light the card of an edit and scroll to it."""
        place = next((n for n, c in enumerate(self._contents) if c.id == edit_id), -1)
        self._shown = max(self._shown, place + 1)
        if place >= self._filled and not self._is_stale:
            self._fill_on(place + 1)
        changed = self._focus != edit_id
        self._focus = edit_id if place >= 0 else ""
        for card in self.cards:
            card.set_open(is_open=True, is_lit=card.id == self._focus)
        if (lit := self.card) is not None:
            self.ensureWidgetVisible(lit, 0, 8)
        if changed:
            self.focused.emit(self._focus)

    def step(self, by: int) -> None:
        """Lead to the next card or the one before; behind the last comes the first."""
        ids = [content.id for content in self._contents]
        if ids:
            at = ids.index(self._focus) if self._focus in ids else (-1 if by > 0 else 0)
            self.focus_edit(ids[(at + by) % len(ids)])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._focus and decides(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._focus and decides(event):
            self.key_for_edit.emit(event.key())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._contents:
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_heights()

    def sizeHint(self) -> QSize:
        return QSize(400, 200)

    def _show_more(self) -> None:
        self._shown += _AT_A_TIME
        self._fill_on()

    def _fill(self) -> None:
        """Fill the cards anew, some now and the others a few at a time; nothing while nobody sees them."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._filled = 0
        for card, content in zip(self._cards, (*self._contents, *[None] * len(self._cards)), strict=False):
            card.setVisible(content is not None and card.id == content.id)
        self._fill_on()

    def _fill_on(self, least: int = 0) -> None:
        """Fill the next few cards, and as many as are asked for."""
        shown = self._contents[: self._shown]
        end = min(len(shown), max(self._filled + _AT_ONCE, least))
        for place in range(self._filled, end):
            card, content = self._card_at(place), shown[place]
            card.show_content(content, can_write=self._can_write)
            card.set_open(is_open=True, is_lit=content.id == self._focus)
            card.show()
            self._set_height(card)
        self._filled = max(self._filled, end)
        left = len(self._contents) - len(shown)
        self._more.setVisible(left > 0)
        self._more.setText(self.tr("{n} more edits").format(n=f"{left:,}"))
        if self._filled < len(shown):
            self._next.start()

    def _card_at(self, place: int) -> EditCard:
        """The card of that place, made where there are not so many yet."""
        while len(self._cards) <= place:
            card = EditCard(self._look)
            card.opened.connect(self.focus_edit)
            card.resized.connect(self._set_heights, Qt.ConnectionType.QueuedConnection)
            self._lines.insertWidget(len(self._cards), card)
            self._cards.append(card)
            self.card_made.emit(card)
        return self._cards[place]

    def _set_heights(self) -> None:
        for card in self.cards:
            self._set_height(card)

    def _set_height(self, card: EditCard) -> None:
        card.setFixedHeight(card.height_at(self.viewport().width() - 6))
