"""Paints rows of two texts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from signoff.core.domain.textdiff import DiffRow, RowKind
from signoff.core.domain.wordspans import Span
from signoff.gui.look import Tokens, code_font
from signoff.gui.panes.diff.sides import Sides, shown
from signoff.gui.widgets.sql_pieces import Kind, Piece

LEFT, RIGHT = 0, 1
_PAD = 10
_MOST_DRAWN = 4_000
"""Characters of one line that are drawn."""


_PENS = {
    Kind.KEYWORD: "accent",
    Kind.TEXT: "good",
    Kind.NUMBER: "attention",
    Kind.REMARK: "dim",
    Kind.JINJA: "attention",
}


@dataclass
class Marked:
    """What is marked besides the differences."""

    column: frozenset[int] = frozenset()
    """Rows of the chosen column."""
    selected: range = field(default_factory=lambda: range(0))
    side: int = RIGHT
    """The side that is selected on."""
    current: tuple[int, int] | None = None
    """First and last row of the difference the person is at."""
    found: str = ""
    """Text that is looked for, case-folded."""


class SidePainter:
    """Fonts and measures of the rows, and how one is painted."""

    def __init__(self) -> None:
        self.font = code_font()
        self._fonts = {
            Kind.KEYWORD: code_font(bold=True),
            Kind.REMARK: code_font(italic=True),
        }
        metrics = QFontMetricsF(self.font)
        self._metrics = metrics
        self.row_height = int(metrics.height()) + 4
        self.letter = metrics.horizontalAdvance("0")
        self._baseline = (self.row_height - metrics.height()) / 2 + metrics.ascent()
        self._pens: dict[tuple[bool, Kind | None], QPen] = {}
        self.tokens: Tokens | None = None

    def gutter(self, sides: Sides) -> float:
        """Width of the line numbers and the sign beside them."""
        digits = len(str(max(3, len(sides.rows))))
        return _PAD + (digits + 2) * self.letter + _PAD

    def paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        sides: Sides,
        place: int,
        side: int,
        scrolled: int,
        marked: Marked,
    ) -> None:
        """Paint one side of one row into its box; text is moved left by `scrolled`."""
        row, gutter = sides.rows[place], self.gutter(sides)
        self._paint_back(painter, box, row, side, place, marked, is_alone=sides.is_alone)
        line = row.left if side == LEFT else row.right
        number = row.left_no if side == LEFT else row.right_no
        if line is None or number is None:
            return
        self._paint_number(painter, box, gutter, number, row, side)
        text_box = box.adjusted(gutter, 0, 0, 0)
        painter.save()
        painter.setClipRect(text_box, Qt.ClipOperation.IntersectClip)
        start = QPointF(text_box.x() - scrolled, box.y())
        if row.kind is RowKind.CHANGED:
            self._paint_spans(painter, start, line, row.left_spans if side == LEFT else row.right_spans, side)
        if marked.found:
            self._paint_found(painter, start, line, marked.found)
        pieces = (sides.left_pieces if side == LEFT else sides.right_pieces)[number - 1]
        self._paint_text(painter, start, line[:_MOST_DRAWN], pieces, text_box.right())
        painter.restore()

    def paint_frame(self, painter: QPainter, box: QRectF) -> None:
        """Frame the difference the person is at."""
        assert self.tokens is not None
        painter.setPen(QPen(self.tokens.color("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_back(
        self,
        painter: QPainter,
        box: QRectF,
        row: DiffRow,
        side: int,
        place: int,
        marked: Marked,
        *,
        is_alone: bool,
    ) -> None:
        assert self.tokens is not None
        color = ""
        if place in marked.selected and side == marked.side:
            color = "soft"
        elif (row.left if side == LEFT else row.right) is None:
            color = "background"
        elif row.kind in (RowKind.GONE, RowKind.ADDED) and not is_alone:
            color = "bad_back" if side == LEFT else "good_back"
        elif place in marked.column:
            color = "hover"
        if color:
            painter.fillRect(box, self.tokens.color(color))
        if place in marked.column and (row.left if side == LEFT else row.right) is not None:
            painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), self.tokens.color("accent"))

    def _paint_number(
        self, painter: QPainter, box: QRectF, gutter: float, number: int, row: DiffRow, side: int
    ) -> None:
        assert self.tokens is not None
        painter.setFont(self.font)
        painter.setPen(self.tokens.color("dim"))
        right = box.x() + gutter - _PAD - 2 * self.letter
        text = str(number)
        painter.drawText(QPointF(right - self._advance(text), box.y() + self._baseline), text)
        if row.kind is not RowKind.SAME:
            sign = {RowKind.GONE: "−", RowKind.ADDED: "+"}.get(row.kind, "~")
            painter.setPen(self.tokens.color("bad" if side == LEFT else "good"))
            painter.drawText(QPointF(right + self.letter * 0.6, box.y() + self._baseline), sign)

    def _paint_spans(
        self, painter: QPainter, start: QPointF, line: str, spans: Sequence[Span], side: int
    ) -> None:
        assert self.tokens is not None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.tokens.color("bad_back" if side == LEFT else "good_back"))
        for span in spans:
            painter.drawRoundedRect(self._box_of(start, line, span), 3, 3)

    def _paint_found(self, painter: QPainter, start: QPointF, line: str, wanted: str) -> None:
        assert self.tokens is not None
        painter.setPen(self.tokens.color("attention"))
        painter.setBrush(self.tokens.color("attention_back"))
        folded = line.casefold()
        place = folded.find(wanted)
        while 0 <= place < _MOST_DRAWN:
            painter.drawRoundedRect(self._box_of(start, line, (place, place + len(wanted))), 3, 3)
            place = folded.find(wanted, place + len(wanted))

    def _paint_text(
        self, painter: QPainter, start: QPointF, line: str, pieces: Sequence[Piece], right: float
    ) -> None:
        x, done = start.x(), 0
        for piece in (*pieces, Piece(len(line), len(line), Kind.TEXT)):
            for text, kind in ((line[done : piece.start], None), (line[piece.start : piece.end], piece.kind)):
                if x > right:
                    return
                x = self._paint_piece(painter, QPointF(x, start.y() + self._baseline), shown(text), kind)
            done = max(done, piece.end)

    def _paint_piece(self, painter: QPainter, place: QPointF, text: str, kind: Kind | None) -> float:
        if not text:
            return place.x()
        painter.setFont(self._font_of(kind))
        painter.setPen(self._pen_of(kind))
        end = place.x() + self._advance(text)
        if end > 0:
            painter.drawText(place, text)
        return end

    def _font_of(self, kind: Kind | None) -> QFont:
        return self._fonts.get(kind, self.font) if kind else self.font

    def _pen_of(self, kind: Kind | None) -> QPen:
        assert self.tokens is not None
        key = (self.tokens.is_dark, kind)
        if key not in self._pens:
            self._pens[key] = QPen(self.tokens.color(_PENS.get(kind, "text") if kind else "text"))
        return self._pens[key]

    def _box_of(self, start: QPointF, line: str, span: Span) -> QRectF:
        left = self._advance(shown(line[: span[0]]))
        width = self._advance(shown(line[span[0] : span[1]]))
        return QRectF(start.x() + left - 1, start.y() + 1, width + 2, self.row_height - 2)

    def _advance(self, text: str) -> float:
        """Width of a text; the font's letters are all as wide as one, others are measured."""
        return len(text) * self.letter if text.isascii() else self._metrics.horizontalAdvance(text)
