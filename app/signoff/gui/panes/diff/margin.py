"""The margin of the proposed SQL: the cards of its edits, each beside its line; only those that are seen exist."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from signoff.gui.look import Look
from signoff.gui.panes.diff.card_content import CardContent
from signoff.gui.panes.diff.edit_card import COMPACT_PX, EditCard
from signoff.gui.panes.diff.margin_layout import placed

_LEAD = 18
"""Pixels left of the cards, for the lines that lead from a card to its row."""
_RIGHT = 6
_GAP = 1
_FEW = 6
"""Cards up to which those with room are open by themselves."""
_AT_ONCE = 1
"""Cards besides the one in focus that come before the window gets its turn: each takes several milliseconds."""
_READY, _QUIET_MS = 2, 60
"""Cards that are kept ready, so that none has to be made while a person waits, and how long after the last act."""


class _Measured(NamedTuple):
    """What an open card shows, at which width, and how high it is then."""

    content: CardContent
    can_write: bool
    width: int
    height: int


class Margin(QWidget):
    """Cards in the order of their rows; one is in focus, and open."""

    focused = Signal(str)
    """The person looks at the edit of this id."""
    laid_out = Signal()
    """Heights changed: the margin may be longer than the text."""
    card_made = Signal(object)
    """A new `EditCard`, to be listened to."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.contents: tuple[CardContent, ...] = ()
        self._cards: dict[str, EditCard] = {}
        self._spare: list[EditCard] = []
        self._measured: dict[str, _Measured] = {}
        self._focus = ""
        self._row_height, self._offset = 1, 0
        self._can_write = False
        self._tops: tuple[int, ...] = ()
        self._heights: list[int] = []
        self._open: set[int] = set()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._are_some_left = False
        self._measure = EditCard(look)
        self._measure.setParent(self)
        self._measure.hide()
        look.changed.connect(self.update)
        self.setAccessibleName(self.tr("Edits of the existing SQL"))
        self.hide()

    @property
    def length(self) -> int:
        """Pixels from the top of the text to the bottom of the last card."""
        return self._tops[-1] + self._heights[-1] + 8 if self._tops else 0

    @property
    def focus_id(self) -> str:
        """Id of the edit in focus; empty for none."""
        return self._focus

    @property
    def card(self) -> EditCard | None:
        """The card in focus, where it is seen."""
        return self._cards.get(self._focus)

    @property
    def focus_rows(self) -> int:
        """Rows of text that the card in focus stands beside."""
        place = next((n for n, c in enumerate(self.contents) if c.id == self._focus), None)
        return 0 if place is None else -(-self._heights[place] // self._row_height)

    def content(self, edit_id: str) -> CardContent | None:
        """What the card of an edit shows."""
        return next((c for c in self.contents if c.id == edit_id), None)

    def show_contents(self, contents: Sequence[CardContent], *, can_write: bool, row_height: int) -> None:
        """Show the cards of a text."""
        self.contents, self._can_write, self._row_height = tuple(contents), can_write, row_height
        if self.content(self._focus) is None:
            self._focus = ""
        self.setVisible(bool(contents))
        known = {content.id: content for content in contents}
        for edit_id in tuple(self._cards):
            if edit_id in known:
                self._cards[edit_id].show_content(known[edit_id], can_write=can_write)
            else:
                self._put_away(edit_id)
        self.lay_out()

    def focus_edit(self, edit_id: str) -> None:
        """Open the card of an edit and close the one before; an unknown id closes it."""
        wanted = edit_id if self.content(edit_id) is not None else ""
        if wanted != self._focus:
            self._focus = wanted
            self._find_places()
            self.focused.emit(wanted)
            self.scroll_to(self._offset)

    def lay_out(self) -> None:
        """Find the place of every card, and put those that are seen there."""
        self._find_places()
        self.scroll_to(self._offset)

    def _find_places(self) -> None:
        wanted = [content.place.first * self._row_height for content in self.contents]
        self._heights = [self._compact(here, following) for here, following in pairwise([*wanted, None])]
        focus = next((n for n, c in enumerate(self.contents) if c.id == self._focus), None)
        self._open = self._opened(wanted, focus)
        self._tops = placed(wanted, self._heights, focus=focus, gap=_GAP)
        self.laid_out.emit()

    def scroll_to(self, offset: int) -> None:
        """Put the cards that are seen where they stand when the text is scrolled by so many pixels."""
        self._offset = offset
        seen: dict[str, int] = {}
        for n, (top, tall) in enumerate(zip(self._tops, self._heights, strict=True)):
            if top - offset > self.height():
                break
            if top - offset + tall >= 0:
                seen[self.contents[n].id] = n
        for edit_id in tuple(self._cards):
            if edit_id not in seen and not self._is_in_use(edit_id):
                self._put_away(edit_id)
        wanted = [n for edit_id, n in seen.items() if edit_id not in self._cards and edit_id != self._focus]
        later = wanted[_AT_ONCE:]
        self._are_some_left = bool(later)
        for n in seen.values():
            if n not in later:
                self._put(n, self._tops[n] - offset, self._heights[n])
        if later or self._can_make_ready:
            self._next.start(0 if later else _QUIET_MS)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._look.tokens
        painter.fillRect(self.rect(), tokens.color("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, content in enumerate(self.contents):
            top = self._tops[n] - self._offset
            if top > self.height():
                break
            if top + self._heights[n] < 0:
                continue
            is_focus = content.id == self._focus
            painter.setPen(QPen(tokens.color("accent" if is_focus else "line"), 1.4 if is_focus else 1))
            row = content.place.first * self._row_height - self._offset + self._row_height / 2
            middle = top + min(self._heights[n], COMPACT_PX) / 2
            painter.drawPolyline(
                [QPointF(0, row), QPointF(5, row), QPointF(_LEAD - 5, middle), QPointF(_LEAD, middle)]
            )
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _opened(self, wanted: Sequence[int], focus: int | None) -> set[int]:
        """Places of the open cards, their heights measured: the one in focus, and of few those with room."""
        found = set() if focus is None else {focus}
        if len(wanted) <= _FEW:
            found |= set(range(len(wanted)))
        for n in sorted(found):
            tall = self._height_of(n)
            following = wanted[n + 1] if n + 1 < len(wanted) else None
            if n != focus and following is not None and following - wanted[n] < tall:
                found.discard(n)
            else:
                self._heights[n] = tall
        return found

    def _compact(self, here: int | None, following: int | None) -> int:
        """As high as is left up to the next card's row, a row at least: so no card drifts from its row."""
        if here is None or following is None:
            return COMPACT_PX
        return min(COMPACT_PX, max(self._row_height - _GAP, following - here - _GAP))

    def _height_of(self, place: int) -> int:
        """The height of an open card; the one in focus is opened for it, of any other only a copy."""
        content, width = self.contents[place], self._card_width
        card = self._card_of(content) if content.id == self._focus else self._cards.get(content.id)
        if content.id == self._focus or (card is not None and card.is_open):
            assert card is not None
            if not card.is_open:
                card.set_open(is_open=True, is_lit=content.id == self._focus)
            return card.height_at(width)
        known = self._measured.get(content.id)
        if known is None or known[:3] != (content, self._can_write, width):
            self._measure.show_content(content, can_write=self._can_write)
            self._measure.set_open(is_open=True)
            known = _Measured(content, self._can_write, width, self._measure.height_at(width))
            self._measured[content.id] = known
        return known.height

    @property
    def _card_width(self) -> int:
        return max(120, self.width() - _LEAD - _RIGHT)

    def _put(self, place: int, top: int, tall: int) -> None:
        content = self.contents[place]
        card = self._card_of(content)
        is_open, is_lit = place in self._open, content.id == self._focus
        is_other = card.isHidden() or (card.is_open, card.is_lit) != (is_open, is_lit)
        if (card.is_open, card.is_lit) != (is_open, is_lit):
            card.set_open(is_open=is_open, is_lit=is_lit)
        card.setGeometry(QRect(_LEAD, top, self._card_width, tall))
        if card.isHidden():
            card.show()
        if is_lit:
            card.raise_()
        if is_open and is_other and card.height_at(self._card_width) != tall:
            QTimer.singleShot(0, self.lay_out)

    def _card_of(self, content: CardContent) -> EditCard:
        """The card of an edit; a spare one, or a new one, where it has none."""
        card = self._cards.get(content.id)
        if card is None:
            card = self._cards[content.id] = self._spare.pop() if self._spare else self._made()
            card.show_content(content, can_write=self._can_write)
        return card

    def _go_on(self) -> None:
        """With the window's turn in between: the next of the cards that are seen, or one to keep ready."""
        if self._are_some_left:
            self.scroll_to(self._offset)
        elif self._can_make_ready:
            self._spare.append(self._made())
            self._next.start(_QUIET_MS)

    @property
    def _can_make_ready(self) -> bool:
        return len(self._spare) < min(_READY, len(self.contents) - len(self._cards))

    def _made(self) -> EditCard:
        card = EditCard(self._look)
        card.setParent(self)
        card.opened.connect(self.focus_edit)
        card.resized.connect(self.lay_out, Qt.ConnectionType.QueuedConnection)
        self.card_made.emit(card)
        return card

    def _is_in_use(self, edit_id: str) -> bool:
        card = self._cards[edit_id]
        return card.is_written_on and self.content(edit_id) is not None

    def _put_away(self, edit_id: str) -> None:
        card = self._cards.pop(edit_id)
        card.hide()
        self._spare.append(card)
