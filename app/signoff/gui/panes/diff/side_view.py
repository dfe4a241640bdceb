"""Two texts side by side, or one alone: only what is seen is painted, both sides scroll as one."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from signoff.gui.look import Look
from signoff.gui.panes.diff.base import Base, BaseKind
from signoff.gui.panes.diff.card_content import CardContent
from signoff.gui.panes.diff.edit_keys import decides
from signoff.gui.panes.diff.margin import Margin
from signoff.gui.panes.diff.side_painter import LEFT, RIGHT, Marked, SidePainter
from signoff.gui.panes.diff.side_sheet import STRIP, Seen, half_of, paint_sheet
from signoff.gui.panes.diff.side_walk import row_with, walked_to
from signoff.gui.panes.diff.sides import Sides, Stop

NOTHING = Sides(Base(BaseKind.NOTHING), "", ())
_ABOVE = 2
"""Rows left above what is scrolled to."""
_MARGIN_SHARE, _NARROWEST_MARGIN, _WIDEST_MARGIN = 0.32, 236, 360
"""Of the width, in pixels."""


class SideView(QAbstractScrollArea):
    """Shows `Sides`; rows are selected on one side and copied."""

    difference_changed = Signal()
    """The person went to another difference."""
    key_for_edit = Signal(int)
    """A key was pressed that decides on the edit in focus: `Qt.Key` A, R, C or Z."""

    def __init__(self, look: Look, name: str) -> None:
        """Make it.

        Args:
            look: colours.
            name: for screen readers.
        """
        super().__init__()
        self._look = look
        self._painter = SidePainter()
        self._marked = Marked()
        self._anchor = self._cursor = 0
        self.sides = NOTHING
        self.setAccessibleName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCornerWidget(QWidget())
        self.margin = Margin(look, self.viewport())
        self.margin.focused.connect(self._edit_focused)
        self.margin.laid_out.connect(self._measure)
        self._stop: Stop | None = None
        self.verticalScrollBar().setSingleStep(self._painter.row_height)
        self.horizontalScrollBar().setSingleStep(int(self._painter.letter * 4))
        look.changed.connect(self.viewport().update)

    @property
    def current(self) -> int:
        """Number, from 0, of the stop the person is at; -1 before the first one."""
        return self.sides.stops.index(self._stop) if self._stop in self.sides.stops else -1

    @property
    def beside_text(self) -> int:
        """Pixels right of the texts: the cards, and the scroll bar where there is one."""
        bar = self.verticalScrollBar()
        return self._margin_width() + STRIP + (bar.width() if bar.isVisible() else 0)

    @property
    def at_row(self) -> int:
        """The row the person is at."""
        return self._cursor

    def show_sides(self, sides: Sides) -> None:
        """Show other texts, from the first difference; from the top where there is none."""
        self.sides = sides
        self._marked = Marked(found=self._marked.found)
        self._stop = None
        self._anchor = self._cursor = 0
        self.show_cards(sides.cards, can_write=False)
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        if sides.differences and not sides.is_alone:
            first, _last = sides.differences[0]
            self.verticalScrollBar().setValue(max(0, first - _ABOVE) * self._painter.row_height)
        self.viewport().update()

    def show_cards(self, cards: Sequence[CardContent], *, can_write: bool) -> None:
        """Show the edits as they stand now; the texts stay."""
        self.margin.show_contents(cards, can_write=can_write, row_height=self._painter.row_height)
        self._measure()

    def mark_column(self, name: str) -> None:
        """Mark the rows of a column lightly and scroll to them; an unknown name marks none."""
        rows = self.sides.columns.get(name.casefold(), ())
        self._marked.column = frozenset(rows)
        if rows:
            self._reveal(rows[0], rows[-1])
        self.viewport().update()

    def show_line(self, number: int) -> None:
        """Select a line of the left text, counted from 1, and scroll to it."""
        place = next((n for n, row in enumerate(self.sides.rows) if row.left_no == number), None)
        if place is not None:
            self.select(place, place, LEFT)
            self._reveal(place, place)

    def step_difference(self, by: int) -> None:
        """Go to the next difference, or the previous one; behind the last comes the first."""
        count = len(self.sides.stops)
        if count:
            self.go_to_stop((max(self.current, -1 if by > 0 else 0) + by) % count)

    def go_to_stop(self, number: int) -> None:
        """Frame a difference, or one edit of it, open its card and scroll to it."""
        stop = self.sides.stops[number]
        self.margin.focus_edit(stop.edit)
        self._frame(stop)
        self.difference_changed.emit()

    def focus_edit(self, edit_id: str) -> None:
        """Open the card of an edit and scroll to its rows."""
        self.margin.focus_edit(edit_id)

    def find_text(self, text: str, *, backward: bool = False, stay: bool = False) -> bool:
        """Go to the next row that holds a text, marked wherever it stands; False when there is none.

        Args:
            text: what is looked for; case does not matter.
            backward: upwards.
            stay: the row the person is at counts too.
        """
        self._marked.found = wanted = text.casefold()
        self.viewport().update()
        place = row_with(self.sides.rows, wanted, self._cursor, backward=backward, stay=stay)
        if place is None:
            return False
        self._anchor = self._cursor = place
        self._reveal(place, place)
        return True

    def selected_text(self) -> str:
        """The selected lines of one side; the line of the cursor when none is selected."""
        chosen = self._marked.selected or range(self._cursor, self._cursor + 1)
        rows = [self.sides.rows[n] for n in chosen if n < len(self.sides.rows)]
        lines = [row.left if self._marked.side == LEFT else row.right for row in rows]
        return "\n".join(line for line in lines if line is not None)

    def select(self, first: int, last: int, side: int = RIGHT) -> None:
        """Select rows of one side."""
        self._marked.side = LEFT if side == LEFT and not self.sides.is_alone else RIGHT
        self._anchor, self._cursor = first, last
        self._select_to(last)

    def event(self, event: QEvent) -> bool:
        """Keys that decide on the edit in focus are ours before they are the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and self.margin.focus_id and decides(event):
            event.accept()
            return True
        return super().event(event)

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Move what is painted already; only rows that come into view are painted."""
        if across:
            self.viewport().update()
        else:
            self.viewport().scroll(0, down, QRect(0, 0, self._text_width() - STRIP, self.viewport().height()))
        self.margin.scroll_to(self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        seen = Seen(
            self.sides,
            self._marked,
            self._text_width(),
            self.viewport().height(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
        )
        paint_sheet(painter, event.rect(), seen, self._painter, self._look.tokens)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self.sides.rows:
            return
        x, place = event.position().x(), self._row_at(event.position().y())
        if x > self._text_width() - STRIP:
            self._scroll_to_share(event.position().y())
            return
        self._marked.side = LEFT if not self.sides.is_alone and x < self._half() else RIGHT
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._select_to(place)
        else:
            self._anchor = self._cursor = place
            self._select_to(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.sides.rows:
            place = self._row_at(event.position().y())
            self._select_to(place)
            self._reveal(place, place, above=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.margin.focus_id and decides(event):
            self.key_for_edit.emit(event.key())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select(0, len(self.sides.rows) - 1, self._marked.side)
            return
        if not self.sides.rows or not self._walk(event):
            super().keyPressEvent(event)

    def _walk(self, event: QKeyEvent) -> bool:
        """Move the cursor by a key; False when it is no such key."""
        page, end = max(1, self.viewport().height() // self._painter.row_height - 1), len(self.sides.rows)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._sideways(key, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        place = walked_to(key, self._cursor, page, end)
        if place is None:
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = place
        self._select_to(place)
        self._reveal(place, place, above=0)
        return True

    def _sideways(self, key: Qt.Key, to_other_side: bool) -> None:
        """Scroll, or with Ctrl select on the other side."""
        if to_other_side:
            self.select(self._anchor, self._cursor, LEFT if key is Qt.Key.Key_Left else RIGHT)
            return
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + bar.singleStep() * (1 if key is Qt.Key.Key_Right else -1))

    def _select_to(self, place: int) -> None:
        self._cursor = place
        first, last = sorted((self._anchor, place))
        self._marked.selected = range(first, last + 1)
        self.setAccessibleDescription(self.selected_text())
        self.viewport().update()

    def _scroll_to_share(self, y: float) -> None:
        share = y / max(1, self.viewport().height())
        place = min(len(self.sides.rows) - 1, int(share * len(self.sides.rows)))
        self._reveal(place, place)

    def _half(self) -> float:
        return half_of(self._text_width())

    def _text_width(self) -> int:
        return self.viewport().width() - self._margin_width()

    def _margin_width(self) -> int:
        if not self.margin.contents:
            return 0
        return min(_WIDEST_MARGIN, max(_NARROWEST_MARGIN, int(self.viewport().width() * _MARGIN_SHARE)))

    def _frame(self, stop: Stop) -> None:
        self._stop = stop
        self._marked.current = (stop.first, stop.last)
        self._anchor = self._cursor = stop.first
        self._marked.selected = range(0)
        card = self.margin.focus_rows if stop.edit else 0
        self._reveal(stop.first, max(stop.last, stop.first + card - 1))
        self.viewport().update()

    def _edit_focused(self, edit_id: str) -> None:
        """A card was opened by hand: its rows are framed."""
        found = next((stop for stop in self.sides.stops if stop.edit == edit_id), None) if edit_id else None
        if found is not None and (self._stop is None or self._stop.edit != edit_id):
            self._frame(found)
            self.difference_changed.emit()

    def _row_at(self, y: float) -> int:
        place = int(y + self.verticalScrollBar().value()) // self._painter.row_height
        return min(len(self.sides.rows) - 1, max(0, place))

    def _reveal(self, first: int, last: int, *, above: int = _ABOVE) -> None:
        """Scroll as little as needed to see rows, the first one when they are too many."""
        bar, height = self.verticalScrollBar(), self._painter.row_height
        room = self.viewport().height()
        top, bottom = (first - above) * height, (last + 1) * height
        if top < bar.value() or bottom - top > room:
            bar.setValue(max(0, top))
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def _measure(self) -> None:
        wide, tall = self._margin_width(), self.viewport().height()
        box = QRect(self.viewport().width() - wide, 0, wide, tall)
        if self.margin.geometry() != box:
            self.margin.setGeometry(box)
            self.margin.lay_out()
            return
        width = self._text_width() - STRIP if self.sides.is_alone else self._half()
        wanted = math.ceil(self.sides.widest * self._painter.letter + self._painter.gutter(self.sides)) + 12
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(max(1, int(width)))
        across.setRange(0, max(0, wanted - int(width)))
        down.setPageStep(tall)
        length = max(len(self.sides.rows) * self._painter.row_height, self.margin.length)
        down.setRange(0, max(0, length - tall))
