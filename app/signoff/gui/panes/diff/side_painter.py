"""Paints rows of two texts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

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


class _Line(NamedTuple):
    """One line of a side, where it lies in the view."""

    top: float
    row: DiffRow
    text: str
    number: int


class _Word(NamedTuple):
    """Letters of a line that are drawn alike, and where they begin and end."""

    left: float
    right: float
    text: str
    kind: Kind | None


class SidePainter:
    """Fonts and measures of the rows, and how those of one side are painted.

    Layer by layer, and words of one kind at once, so that pens and fonts change a few times for a whole page.
    """

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
        self._of: Sides | None = None
        self._words: dict[tuple[int, int], tuple[_Word, ...]] = {}
        """By side and line of `_of`; lines are split when they are first seen."""
        self.tokens: Tokens | None = None

    def gutter(self, sides: Sides) -> float:
        """Width of the line numbers and the sign beside them."""
        digits = len(str(max(3, len(sides.rows))))
        return _PAD + (digits + 2) * self.letter + _PAD

    def paint_side(
        self,
        painter: QPainter,
        box: QRectF,
        sides: Sides,
        places: range,
        side: int,
        scrolled: int,
        marked: Marked,
    ) -> None:
        """Paint one side of some rows into a box, the first one at its top; text is moved left by `scrolled`."""
        if sides is not self._of:
            self._of, self._words = sides, {}
        gutter, lines = self.gutter(sides), []
        for place in places:
            row = sides.rows[place]
            top = box.y() + (place - places.start) * self.row_height
            back = QRectF(box.x(), top, box.width(), self.row_height)
            self._paint_back(painter, back, row, side, place, marked, is_alone=sides.is_alone)
            text, number = (row.left, row.left_no) if side == LEFT else (row.right, row.right_no)
            if text is not None and number is not None:
                lines.append(_Line(top, row, text, number))
        self._paint_numbers(painter, box.x() + gutter - _PAD - 2 * self.letter, lines, side)
        inside = box.adjusted(gutter, 0, 0, 0)
        left = inside.x() - scrolled
        painter.save()
        painter.setClipRect(inside, Qt.ClipOperation.IntersectClip)
        self._paint_spans(painter, left, lines, side)
        if marked.found:
            for line in lines:
                self._paint_found(painter, QPointF(left, line.top), line.text, marked.found)
        self._paint_words(painter, left, inside, lines, side)
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

    def _paint_numbers(self, painter: QPainter, right: float, lines: Sequence[_Line], side: int) -> None:
        assert self.tokens is not None
        painter.setFont(self.font)
        painter.setPen(self.tokens.color("dim"))
        for line in lines:
            text = str(line.number)
            painter.drawText(QPointF(right - len(text) * self.letter, line.top + self._baseline), text)
        painter.setPen(self.tokens.color("bad" if side == LEFT else "good"))
        for line in lines:
            if line.row.kind is not RowKind.SAME:
                sign = {RowKind.GONE: "−", RowKind.ADDED: "+"}.get(line.row.kind, "~")
                painter.drawText(QPointF(right + self.letter * 0.6, line.top + self._baseline), sign)

    def _paint_spans(self, painter: QPainter, left: float, lines: Sequence[_Line], side: int) -> None:
        assert self.tokens is not None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.tokens.color("bad_back" if side == LEFT else "good_back"))
        for line in lines:
            if line.row.kind is RowKind.CHANGED:
                for span in line.row.left_spans if side == LEFT else line.row.right_spans:
                    painter.drawRoundedRect(self._box_of(QPointF(left, line.top), line.text, span), 3, 3)

    def _paint_found(self, painter: QPainter, start: QPointF, line: str, wanted: str) -> None:
        assert self.tokens is not None
        painter.setPen(self.tokens.color("attention"))
        painter.setBrush(self.tokens.color("attention_back"))
        folded = line.casefold()
        place = folded.find(wanted)
        while 0 <= place < _MOST_DRAWN:
            painter.drawRoundedRect(self._box_of(start, line, (place, place + len(wanted))), 3, 3)
            place = folded.find(wanted, place + len(wanted))

    def _paint_words(
        self, painter: QPainter, left: float, inside: QRectF, lines: Sequence[_Line], side: int
    ) -> None:
        assert self.tokens is not None
        seen: dict[Kind | None, list[tuple[QPointF, str]]] = {}
        for line in lines:
            y = line.top + self._baseline
            for word in self._words_of(line, side):
                if left + word.left > inside.right():
                    break
                if left + word.right > inside.x():
                    seen.setdefault(word.kind, []).append((QPointF(left + word.left, y), word.text))
        for kind, words in seen.items():
            painter.setFont(self._fonts.get(kind, self.font) if kind else self.font)
            painter.setPen(self.tokens.color(_PENS.get(kind, "text") if kind else "text"))
            for place, text in words:
                painter.drawText(place, text)

    def _words_of(self, line: _Line, side: int) -> tuple[_Word, ...]:
        """The words of a line, each with its place from the line's beginning in pixels; blanks are none."""
        assert self._of is not None
        key = (side, line.number)
        if key not in self._words:
            pieces = (self._of.left_pieces if side == LEFT else self._of.right_pieces)[line.number - 1]
            self._words[key] = tuple(self._split(line.text[:_MOST_DRAWN], pieces))
        return self._words[key]

    def _split(self, text: str, pieces: Sequence[Piece]) -> Iterator[_Word]:
        x, done = 0.0, 0
        for piece in (*pieces, Piece(len(text), len(text), Kind.TEXT)):
            for part, kind in ((text[done : piece.start], None), (text[piece.start : piece.end], piece.kind)):
                drawn = shown(part)
                end = x + self._advance(drawn)
                if not drawn.isspace() and drawn:
                    yield _Word(x, end, drawn, kind)
                x = end
            done = max(done, piece.end)

    def _box_of(self, start: QPointF, line: str, span: Span) -> QRectF:
        left = self._advance(shown(line[: span[0]]))
        width = self._advance(shown(line[span[0] : span[1]]))
        return QRectF(start.x() + left - 1, start.y() + 1, width + 2, self.row_height - 2)

    def _advance(self, text: str) -> float:
        """Width of a text; the font's letters are all as wide as one, others are measured."""
        return len(text) * self.letter if text.isascii() else self._metrics.horizontalAdvance(text)
