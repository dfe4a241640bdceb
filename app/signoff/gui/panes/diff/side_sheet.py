"""What of two texts is seen, painted: rows, the frame of the difference the person is at, the strip of all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from signoff.core.domain.textdiff import RowKind
from signoff.gui.look import Tokens
from signoff.gui.panes.diff.side_painter import LEFT, RIGHT, Marked, SidePainter
from signoff.gui.panes.diff.sides import Sides

STRIP = 8
"""Width of the strip that shows where the differences are."""


@dataclass(frozen=True)
class Seen:
    """The texts and the part of them that is in view, in pixels."""

    sides: Sides
    marked: Marked
    width: int
    """Of both texts with the strip, without the cards."""
    height: int
    across: int
    """How far it is scrolled to the right."""
    down: int


def half_of(width: int) -> float:
    """Where the right text begins."""
    return float((width - STRIP) // 2)


def paint_sheet(painter: QPainter, area: QRect, seen: Seen, rows: SidePainter, tokens: Tokens) -> None:
    """Paint what lies in an area of the view."""
    rows.tokens = tokens
    painter.fillRect(area, tokens.color("panel"))
    height = rows.row_height
    first = (seen.down + area.top()) // height
    last = min(len(seen.sides.rows) - 1, (seen.down + area.bottom()) // height)
    _paint_rows(painter, seen, range(first, last + 1), rows, tokens)
    _paint_current(painter, seen, rows)
    _paint_strip(painter, seen, tokens)


def _paint_rows(painter: QPainter, seen: Seen, places: range, rows: SidePainter, tokens: Tokens) -> None:
    height = rows.row_height
    y, tall = places.start * height - seen.down, len(places) * height
    if seen.sides.is_alone:
        box = QRectF(0, y, seen.width, tall)
        rows.paint_side(painter, box, seen.sides, places, RIGHT, seen.across, seen.marked)
        return
    half = half_of(seen.width)
    for side in (LEFT, RIGHT):
        box = QRectF(side * half, y, half - 1 + side, tall)
        rows.paint_side(painter, box, seen.sides, places, side, seen.across, seen.marked)
    painter.fillRect(QRectF(half - 1, y, 1, tall), tokens.color("line"))


def _paint_current(painter: QPainter, seen: Seen, rows: SidePainter) -> None:
    if seen.marked.current is None:
        return
    first, last = seen.marked.current
    height = rows.row_height
    top, width = first * height - seen.down, seen.width - STRIP
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rows.paint_frame(painter, QRectF(0, top, width, (last - first + 1) * height))


def _paint_strip(painter: QPainter, seen: Seen, tokens: Tokens) -> None:
    """Where the differences are in the whole text."""
    if not seen.sides.differences:
        return
    total, left = len(seen.sides.rows), seen.width - STRIP
    painter.fillRect(QRectF(left, 0, STRIP, seen.height), tokens.color("background"))
    for first, last in seen.sides.differences:
        gone = all(row.kind is RowKind.GONE for row in seen.sides.rows[first : last + 1])
        long = max(3.0, (last - first + 1) / total * seen.height)
        box = QRectF(left + 2, first / total * seen.height, STRIP - 4, long)
        painter.fillRect(box, tokens.color("bad" if gone else "good"))
