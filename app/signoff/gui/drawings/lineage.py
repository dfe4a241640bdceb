"""Where a column comes from, as a drawing: sources at the left, what is done with them, the column at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPen, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsScene, QGraphicsTextItem, QGraphicsView

from signoff.core.review.lineage import Lineage, SourceNode, Strand
from signoff.gui.look import Look, code_font, text_font

_BOX_WIDTH, _WORDS_WIDTH, _GAP, _ACROSS, _PAD = 210.0, 280.0, 12.0, 70.0, 8.0
_ZOOM_STEP, _LEAST_ZOOM, _MOST_ZOOM = 1.2, 0.3, 4.0


class LineageView(QGraphicsView):
    """The drawing; Ctrl and wheel, +, - and 0 zoom, dragging moves it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lineage: Lineage | None = None
        self.setScene(QGraphicsScene(self))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setAccessibleName(self.tr("Where the column comes from"))
        look.changed.connect(self._draw)

    def show_lineage(self, lineage: Lineage) -> None:
        """Draw where a column comes from."""
        self._lineage = lineage
        self.setAccessibleDescription(lineage.words)
        self.resetTransform()
        self._draw()

    def save(self, path: Path) -> bool:
        """Write the drawing as ``.svg``, else as ``.png`` at twice its size; False when it can't be written."""
        box = self.scene().itemsBoundingRect().adjusted(-12, -12, 12, 12)
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setFileName(str(path))
            generator.setSize(box.size().toSize())
            generator.setViewBox(QRectF(QPointF(0, 0), box.size()))
            painter = QPainter()
            if not painter.begin(generator):
                return False
            self.scene().render(painter, QRectF(), box)
            return painter.end()
        image = QImage(QSize(int(box.width() * 2), int(box.height() * 2)), QImage.Format.Format_ARGB32)
        image.fill(self._look.tokens.color("panel"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.scene().render(painter, QRectF(), box)
        painter.end()
        return image.save(str(path))

    def zoom(self, factor: float) -> None:
        """Zoom in or out, within limits."""
        if _LEAST_ZOOM <= self.transform().m11() * factor <= _MOST_ZOOM:
            self.scale(factor, factor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_STEP if event.angleDelta().y() > 0 else 1 / _ZOOM_STEP)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM_STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM_STEP)
        elif event.key() == Qt.Key.Key_0:
            self.resetTransform()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        scene = self.scene()
        scene.clear()
        if self._lineage is None:
            return
        top, middles = 0.0, []
        for strand in self._lineage.strands:
            bottom, middle = self._draw_strand(strand, top)
            middles.append(middle)
            top = bottom + 2 * _GAP
        left = _BOX_WIDTH + _ACROSS + _WORDS_WIDTH + _ACROSS
        centre = sum(point.y() for point in middles) / len(middles) if middles else 0.0
        box = self._box(
            left, centre - 20, _BOX_WIDTH, self._lineage.column, self._lineage.target, is_end=True
        )
        for point in middles:
            self._curve(point, QPointF(box.left(), box.center().y()))
        scene.setSceneRect(scene.itemsBoundingRect().adjusted(-16, -16, 16, 16))

    def _draw_strand(self, strand: Strand, top: float) -> tuple[float, QPointF]:
        """Draw one section; returns its lower edge and the point its last curve begins at."""
        boxes, y = [], top
        for node in strand.sources:
            boxes.append(self._box(0.0, y, _BOX_WIDTH, node.column, _under(node)))
            y = boxes[-1].bottom() + _GAP
        sources_bottom = max(y - _GAP, top)
        words = QGraphicsTextItem(f"{strand.section}: {strand.reading}" if strand.section else strand.reading)
        words.setFont(text_font(12))
        words.setDefaultTextColor(self._look.tokens.color("text"))
        words.setTextWidth(_WORDS_WIDTH)
        height = words.boundingRect().height()
        left = _BOX_WIDTH + _ACROSS
        place = max(top, (top + sources_bottom) / 2 - height / 2)
        words.setPos(left, place)
        self.scene().addItem(words)
        middle = place + height / 2
        for box in boxes:
            self._curve(QPointF(box.right(), box.center().y()), QPointF(left - 4, middle))
        return max(sources_bottom, place + height), QPointF(left + _WORDS_WIDTH + 4, middle)

    def _box(
        self, x: float, y: float, width: float, name: str, under: str, *, is_end: bool = False
    ) -> QRectF:
        tokens = self._look.tokens
        title = QGraphicsTextItem(name)
        title.setFont(code_font(12, bold=True))
        title.setDefaultTextColor(tokens.color("accent" if is_end else "text"))
        title.setTextWidth(width - 2 * _PAD)
        small = QGraphicsTextItem(under)
        small.setFont(text_font(11))
        small.setDefaultTextColor(tokens.color("dim"))
        small.setTextWidth(width - 2 * _PAD)
        height = title.boundingRect().height() + small.boundingRect().height() + _PAD / 2
        box = QRectF(x, y, width, height)
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        back = tokens.color("soft" if is_end else "background")
        self.scene().addPath(path, QPen(tokens.color("accent" if is_end else "line")), back)
        title.setPos(x + _PAD, y)
        small.setPos(x + _PAD, y + title.boundingRect().height() - 4)
        self.scene().addItem(title)
        self.scene().addItem(small)
        return box

    def _curve(self, start: QPointF, end: QPointF) -> None:
        path = QPainterPath(start)
        middle = (start.x() + end.x()) / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        self.scene().addPath(path, QPen(self._look.tokens.color("accent"), 1.5))


def _under(node: SourceNode) -> str:
    role = f" as {node.role}" if node.role else ""
    kind = f" · {node.type.lower()}" if node.type else ""
    other = " · another target table" if node.is_target else ""
    return f"{node.table}{role}{kind}{other}"
