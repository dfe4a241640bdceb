"""Marks of state, painted: no font has them all, and at every scale they stay sharp."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from signoff.gui.look import Tokens


class Mark(StrEnum):
    """What a mark says."""

    DONE = "done"
    HALF = "half"
    OPEN = "open"
    DOT = "dot"
    """Waits for a decision."""
    QUESTION = "question"
    PENCIL = "pencil"
    """A change was requested, or a comment stands there."""
    LOOP = "loop"
    """An update of an existing table."""
    AGAIN = "again"
    """Look again."""
    CROSS = "cross"
    NONE = "none"


_COLORS = {
    Mark.DONE: "good",
    Mark.HALF: "accent",
    Mark.OPEN: "dim",
    Mark.DOT: "attention",
    Mark.QUESTION: "attention",
    Mark.PENCIL: "accent",
    Mark.LOOP: "dim",
    Mark.AGAIN: "attention",
    Mark.CROSS: "bad",
    Mark.NONE: "dim",
}


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, tokens: Tokens) -> None:
    """Paint a mark into the middle of a box, at most 14 px wide."""
    if mark is Mark.NONE:
        return
    color = tokens.color(_COLORS[mark])
    side = min(box.width(), box.height(), 14.0)
    square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.6, side / 8))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _PAINTERS[mark](painter, square.adjusted(2, 2, -2, -2), color)
    painter.restore()


def icon_of(mark: Mark, tokens: Tokens, side: int = 16, ratio: float = 2.0) -> QIcon:
    """The mark as an icon."""
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(0, 0, side, side), mark, tokens)
    painter.end()
    return QIcon(pixmap)


class MarkLabel(QWidget):
    """A mark as a widget of 16 px."""

    def __init__(self, mark: Mark, tokens: Tokens) -> None:
        super().__init__()
        self._mark, self._tokens = mark, tokens
        self.setFixedSize(16, 16)

    def set_mark(self, mark: Mark, tokens: Tokens) -> None:
        """Show another one."""
        self._mark, self._tokens = mark, tokens
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._mark, self._tokens)
        painter.end()


def _done(painter: QPainter, box: QRectF, _color: QColor) -> None:
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    points = [(0.02, 0.55), (0.36, 0.88), (0.98, 0.14)]
    painter.drawPolyline([QPointF(x + w * px, y + h * py) for px, py in points])


def _half(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.drawEllipse(box)
    path = QPainterPath(QPointF(box.center().x(), box.top()))
    path.arcTo(box, 90, 180)
    path.closeSubpath()
    painter.fillPath(path, color)


def _open(painter: QPainter, box: QRectF, _color: QColor) -> None:
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _dot(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _question(painter: QPainter, box: QRectF, color: QColor) -> None:
    font = painter.font()
    font.setPixelSize(int(box.height() * 1.3))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, "?")


def _pencil(painter: QPainter, box: QRectF, _color: QColor) -> None:
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    points = [(0.0, 1.0), (0.08, 0.68), (0.72, 0.04), (0.98, 0.3), (0.34, 0.92), (0.0, 1.0)]
    painter.drawPolyline([QPointF(x + w * px, y + h * py) for px, py in points])


def _loop(painter: QPainter, box: QRectF, _color: QColor) -> None:
    painter.drawArc(box, 60 * 16, 300 * 16)
    tip = QPointF(box.center().x() + box.width() * 0.25, box.top() + box.height() * 0.07)
    painter.drawPolyline([tip + QPointF(0.5, -2.6), tip, tip + QPointF(2.8, 0.8)])


def _again(painter: QPainter, box: QRectF, color: QColor) -> None:
    top = QPointF(box.center().x(), box.top())
    painter.drawPolygon([top, box.bottomRight(), box.bottomLeft()])
    middle = box.center().x()
    painter.drawLine(
        QPointF(middle, box.top() + box.height() * 0.42), QPointF(middle, box.top() + box.height() * 0.62)
    )
    painter.setBrush(color)
    painter.drawEllipse(QPointF(middle, box.bottom() - 1.8), 0.4, 0.4)


def _cross(painter: QPainter, box: QRectF, _color: QColor) -> None:
    painter.drawLine(box.topLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomLeft())


_PAINTERS = {
    Mark.DONE: _done,
    Mark.HALF: _half,
    Mark.OPEN: _open,
    Mark.DOT: _dot,
    Mark.QUESTION: _question,
    Mark.PENCIL: _pencil,
    Mark.LOOP: _loop,
    Mark.AGAIN: _again,
    Mark.CROSS: _cross,
}
