"""Texts side by side in columns that scroll together; only the lines on screen are painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from signoff.gui.look import Look, code_font, text_font
from signoff.gui.widgets.text_rows import SideTexts, TextCell, Tone

_LINE, _HEAD, _PAD = 18, 26, 8
_LONGEST = 4_000
"""Characters of one line that are painted; nobody reads further to the right."""
_SEEN = 16
"""Characters of a change that are scrolled into sight."""
_BACKS = {Tone.ADDED: "good_back", Tone.GONE: "bad_back", Tone.CONFLICT: "attention_back"}
_INKS = {Tone.ADDED: "good", Tone.GONE: "bad", Tone.CONFLICT: "attention"}


class TextColumns(QAbstractScrollArea):
    """Arrows move along the lines of one text, Ctrl with left or right to the next text, Ctrl+C copies."""

    moved = Signal()
    """Another line is the current one."""

    def __init__(self, look: Look, name: str) -> None:
        """Make it.

        Args:
            look: fonts and colours.
            name: for screen readers.
        """
        super().__init__()
        self._look = look
        self._name = name
        self.texts = SideTexts((), ())
        self.current = 0
        """Row the arrows move from."""
        self._anchor = 0
        self._column = 0
        self._metrics = QFontMetricsF(code_font())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.horizontalScrollBar().setSingleStep(24)
        self.setCornerWidget(QWidget())
        look.changed.connect(self.viewport().update)

    def show_texts(self, texts: SideTexts) -> None:
        """Show other texts, from the first difference on."""
        self.texts = texts
        self.current = self._anchor = self._column = 0
        self._fit()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        if texts.differences:
            self._move_to(texts.differences[0], extend=False, centred=True)
        self.viewport().update()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) difference; past the last one begins again."""
        places = self.texts.differences
        if not places:
            return
        after = [place for place in places if (place > self.current if by > 0 else place < self.current)]
        wanted = (after[0] if by > 0 else after[-1]) if after else places[0 if by > 0 else -1]
        self._move_to(wanted, extend=False, centred=True)

    def selection_as_text(self) -> str:
        """The selected lines of the current text."""
        first, last = sorted((self._anchor, self.current))
        cells = [row[self._column] for row in self.texts.rows[first : last + 1]]
        return "".join(f"{cell.text}\n" for cell in cells if cell is not None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        tokens = self._look.tokens
        painter.fillRect(self.viewport().rect(), tokens.color("panel"))
        top = self.verticalScrollBar().value()
        for column in range(len(self.texts.headings)):
            box = self._column_box(column)
            painter.setClipRect(box)
            for place in range(top, min(len(self.texts.rows), top + self._page() + 1)):
                self._paint_cell(painter, box, place, column, _HEAD + (place - top) * _LINE)
        painter.setClipping(False)
        self._paint_headings(painter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -self._page(),
            Qt.Key.Key_PageDown: self._page(),
            Qt.Key.Key_Home: -len(self.texts.rows),
            Qt.Key.Key_End: len(self.texts.rows),
        }
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selection_as_text())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._anchor, self.current = 0, max(0, len(self.texts.rows) - 1)
            self.viewport().update()
        elif key in steps:
            self._move_to(self.current + steps[key], extend=extend)
        elif key in sideways:
            self._go_sideways(sideways[key], event)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        width = max(1.0, self.viewport().width() / max(1, len(self.texts.headings)))
        self._column = min(int(event.position().x() / width), max(0, len(self.texts.headings) - 1))
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._move_to(self._row_at(event.position().y()), extend=shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(self._row_at(event.position().y()), extend=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def _go_sideways(self, by: int, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._column = max(0, min(len(self.texts.headings) - 1, self._column + by))
            self._tell_line()
        else:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + by * bar.singleStep())
        self.viewport().update()

    def _move_to(self, place: int, *, extend: bool, centred: bool = False) -> None:
        place = max(0, min(len(self.texts.rows) - 1, place))
        self.current = place
        if not extend:
            self._anchor = place
        bar, page = self.verticalScrollBar(), self._page()
        if place < bar.value() or place >= bar.value() + page:
            bar.setValue(place - page // 3 if centred or place < bar.value() else place - page + 1)
        if centred:
            self._reveal_change(place)
        self._tell_line()
        self.viewport().update()
        self.moved.emit()

    def _reveal_change(self, place: int) -> None:
        """Scroll sideways so far that the first changed character of a row can be seen."""
        cells = [cell for cell in self.texts.rows[place] if cell is not None and cell.spans]
        bar, advance = self.horizontalScrollBar(), self._metrics.horizontalAdvance
        ends = [advance(cell.text[: cell.spans[0][0] + _SEEN]) for cell in cells]
        bar.setValue(max(0, int(min(ends, default=0)) - bar.pageStep()))

    def _tell_line(self) -> None:
        """The current line, for screen readers."""
        if self.texts.rows:
            cell = self.texts.rows[self.current][self._column]
            self.setAccessibleDescription(
                f"{self.texts.headings[self._column]}: {cell.text if cell else self.tr('no such line')}"
            )

    def _row_at(self, y: float) -> int:
        return self.verticalScrollBar().value() + int((y - _HEAD) // _LINE)

    def _page(self) -> int:
        return max(1, (self.viewport().height() - _HEAD) // _LINE)

    def _column_box(self, column: int) -> QRectF:
        width = self.viewport().width() / len(self.texts.headings)
        return QRectF(column * width, _HEAD, width, self.viewport().height() - _HEAD)

    def _gutter(self) -> float:
        return self._metrics.horizontalAdvance("0" * max(3, len(str(len(self.texts.rows))))) + 2 * _PAD

    def _fit(self) -> None:
        page = self._page()
        self.verticalScrollBar().setPageStep(page)
        self.verticalScrollBar().setRange(0, max(0, len(self.texts.rows) - page))
        cells = [cell for row in self.texts.rows for cell in row if cell is not None]
        longest = min(_LONGEST, max((len(cell.text) for cell in cells), default=0))
        room = self.viewport().width() / max(1, len(self.texts.headings)) - self._gutter() - _PAD
        over = max(0, int(longest * self._metrics.averageCharWidth() - room))
        self.horizontalScrollBar().setRange(0, over)
        self.horizontalScrollBar().setPageStep(max(1, int(room)))

    def _paint_headings(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        painter.setFont(text_font(11))
        for column, words in enumerate(self.texts.headings):
            box = self._column_box(column)
            head = QRectF(box.x() + _PAD, 0, box.width() - 2 * _PAD, _HEAD - 1)
            painter.setPen(tokens.color("dim"))
            short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(head.width()))
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, short)
            painter.setPen(tokens.color("line"))
            if column:
                painter.drawLine(int(box.x()), 0, int(box.x()), self.viewport().height())
        painter.setPen(tokens.color("line"))
        painter.drawLine(0, _HEAD - 1, self.viewport().width(), _HEAD - 1)

    def _paint_cell(self, painter: QPainter, box: QRectF, place: int, column: int, y: float) -> None:
        tokens = self._look.tokens
        line = QRectF(box.x(), y, box.width(), _LINE)
        cell = self.texts.rows[place][column]
        is_selected = column == self._column and (
            min(self._anchor, self.current) <= place <= max(self._anchor, self.current)
        )
        if cell is None:
            painter.fillRect(line, tokens.color("soft" if is_selected else "background"))
            return
        back = _BACKS.get(cell.tone)
        if back or is_selected:
            painter.fillRect(line, tokens.color(back or "soft"))
        if is_selected:
            painter.fillRect(QRectF(line.x(), y, 3, _LINE), tokens.color("accent"))
        self._paint_text(painter, line, cell)

    def _paint_text(self, painter: QPainter, line: QRectF, cell: TextCell) -> None:
        tokens, gutter = self._look.tokens, self._gutter()
        painter.setFont(code_font())
        painter.setPen(tokens.color("dim"))
        number = QRectF(line.x(), line.y(), gutter - _PAD, _LINE)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, right, str(cell.number) if cell.number else "")
        painter.save()
        room = QRectF(line.x() + gutter, line.y(), line.width() - gutter, _LINE)
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        text = cell.text[:_LONGEST].replace("\t", " ")
        left = room.x() - self.horizontalScrollBar().value()
        for start, end in cell.spans:
            before = self._metrics.horizontalAdvance(text[:start])
            width = self._metrics.horizontalAdvance(text[start:end])
            marked = QRectF(left + before, line.y() + 1, width, _LINE - 2)
            painter.fillRect(marked, tokens.color(_BACKS[cell.span_tone]))
            under = QRectF(marked.x(), marked.bottom() - 1, width, 1)
            painter.fillRect(under, tokens.color(_INKS[cell.span_tone]))
        painter.setPen(tokens.color("text"))
        full = QRectF(left, line.y(), self._metrics.horizontalAdvance(text) + _PAD, _LINE)
        painter.drawText(full, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
