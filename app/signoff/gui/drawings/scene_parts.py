"""The parts a drawing is put together of: boxes, captions, notes and passages of text, in the look's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QPen, QTextOption
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene, QGraphicsTextItem

from signoff.gui.look import CAPTION_PX, TEXT_PX, Tokens, text_font

PAD = 10.0
CAPTION = 18.0
"""Height of a caption."""
_ROUND = 6.0
_KIND_SHARE = 0.45
"""Most of a box that its type takes."""


class Parts:
    """Adds parts to a scene of its own."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.scene = QGraphicsScene()

    def caption(self, text: str, place: QPointF, width: float, color: str = "dim") -> float:
        """A small heading; gives its height."""
        self._line(text, text_font(CAPTION_PX, bold=True), color, place, width)
        return CAPTION

    def note(self, text: str, place: QPointF, width: float) -> float:
        """Small dim text that wraps; gives its height."""
        item = _wrapped(text, width, CAPTION_PX)
        item.setDefaultTextColor(self._tokens.color("dim"))
        item.setPos(place)
        self.scene.addItem(item)
        return self.note_height(text, width)

    def note_height(self, text: str, width: float) -> float:
        """Height a note takes."""
        return _wrapped(text, width, CAPTION_PX).boundingRect().height() + 4

    def passage(self, box: QRectF, text: str) -> None:
        """A box of text that wraps."""
        self._box(box, "background", "line").setToolTip(text)
        item = _wrapped(text, box.width() - 2 * PAD, TEXT_PX)
        item.setDefaultTextColor(self._tokens.color("text"))
        item.setPos(box.topLeft() + QPointF(PAD, PAD))
        self.scene.addItem(item)

    def height_of(self, text: str, width: float) -> float:
        """Height of the text of a passage."""
        return _wrapped(text, width, TEXT_PX).boundingRect().height()

    def column(self, box: QRectF, name: str, kind: str, hint: str, *, strong: bool = False) -> None:
        """A box with a column's name and, at its right end, its type."""
        item = self._box(box, "soft" if strong else "panel", "accent" if strong else "line")
        item.setToolTip(f"{hint} · {kind}" if kind else hint)
        font, small = text_font(bold=strong), text_font(CAPTION_PX)
        kind_width = min(QFontMetricsF(small).horizontalAdvance(kind) + 1, box.width() * _KIND_SHARE)
        room = box.width() - 2 * PAD - (kind_width + PAD if kind else 0)
        top = box.center().y() - QFontMetricsF(font).height() / 2
        self._line(name, font, "text", QPointF(box.x() + PAD, top), room)
        if kind:
            y = box.center().y() - QFontMetricsF(small).height() / 2
            self._line(kind, small, "dim", QPointF(box.right() - PAD - kind_width, y), kind_width)

    @staticmethod
    def width_of(name: str, kind: str) -> float:
        """Width a column's box needs to show all of its words."""
        words = QFontMetricsF(text_font(bold=True)).horizontalAdvance(name)
        types = QFontMetricsF(text_font(CAPTION_PX)).horizontalAdvance(kind)
        return words + types + 3 * PAD + 4

    def _box(self, box: QRectF, fill: str, edge: str) -> QGraphicsPathItem:
        path = QPainterPath()
        path.addRoundedRect(box, _ROUND, _ROUND)
        return self.scene.addPath(path, QPen(self._tokens.color(edge), 1), self._tokens.color(fill))

    def _line(self, text: str, font: QFont, color: str, place: QPointF, width: float) -> None:
        """One line of text, shortened in the middle where it is too long."""
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, width)
        item = self.scene.addSimpleText(short, font)
        item.setBrush(self._tokens.color(color))
        item.setPos(place)
        if short != text:
            item.setToolTip(text)


def _wrapped(text: str, width: float, px: int) -> QGraphicsTextItem:
    item = QGraphicsTextItem()
    item.setFont(text_font(px))
    item.document().setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    item.document().setDefaultTextOption(option)
    item.setPlainText(text)
    item.setTextWidth(width)
    return item
