"""Lays a lineage out: source tables left, what is done in the middle, the target column right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsScene

from signoff.gui.drawings.lineage_picture import LineagePicture, PictureStrand, say
from signoff.gui.drawings.scene_parts import CAPTION, PAD, Parts
from signoff.gui.look import Tokens

_BOX_HEIGHT = 32.0
_NARROWEST, _WIDEST = 180.0, 340.0
_READING_WIDTH = 280.0
_BETWEEN = 84.0
"""Room for the curves between two columns of boxes."""
_GAP = 8.0
"""Between two boxes of one table."""
_TABLE_GAP = 20.0
_STRAND_GAP = 36.0
_SPREAD = 0.7
"""Share of an edge over which the ends of curves are spread."""


def scene_of(picture: LineagePicture, tokens: Tokens) -> QGraphicsScene:
    """The drawing as a scene; nothing in it overlaps."""
    return _Layout(picture, tokens).scene()


class _Layout:
    """Puts the items into one scene, strand below strand."""

    def __init__(self, picture: LineagePicture, tokens: Tokens) -> None:
        self._picture, self._tokens = picture, tokens
        self._parts = Parts(tokens)
        columns = [c for s in picture.strands for each in s.sources for c in each.columns]
        self._width = self._wide(columns)
        self._left = self._width + _BETWEEN if columns else 0.0

    def scene(self) -> QGraphicsScene:
        """Strands first, since their readings decide where the target stands."""
        readings: list[QRectF] = []
        y = 0.0
        for strand in self._picture.strands:
            reading, y = self._strand(strand, y)
            readings.append(reading)
        self._target(readings)
        scene = self._parts.scene
        scene.setSceneRect(scene.itemsBoundingRect().adjusted(-12, -12, 12, 12))
        return scene

    def _target(self, readings: list[QRectF]) -> None:
        picture = self._picture
        middle = (readings[0].top() + readings[-1].bottom()) / 2 if readings else 0.0
        left = readings[0].right() + _BETWEEN if readings else 0.0
        width = self._wide([(picture.column, picture.type)])
        box = QRectF(left, middle - _BOX_HEIGHT / 2, width, _BOX_HEIGHT)
        self._parts.caption(picture.target, box.topLeft() - QPointF(0, CAPTION), width)
        self._parts.column(
            box, picture.column, picture.type, f"{picture.target}.{picture.column}", strong=True
        )
        for start, end in zip(readings, self._spread(box, len(readings)), strict=True):
            self._curve(QPointF(start.right(), start.center().y()), end)

    def _strand(self, strand: PictureStrand, top: float) -> tuple[QRectF, float]:
        """Draw one strand from a height down; gives its reading's box and where the next one begins."""
        if strand.section:
            place = QPointF(0 if strand.sources else self._left, top)
            top += self._parts.caption(strand.section, place, self._width, "accent")
        text = strand.reading or say("nothing is done to it yet")
        height = self._parts.height_of(text, _READING_WIDTH - 2 * PAD) + 2 * PAD
        start = top + max(0.0, (height - self._height(strand)) / 2)
        boxes = self._sources(strand, start)
        middle = (boxes[0].center().y() + boxes[-1].center().y()) / 2 if boxes else top + height / 2
        reading = QRectF(self._left, max(top, middle - height / 2), _READING_WIDTH, height)
        self._parts.passage(reading, text)
        for box, end in zip(boxes, self._spread(reading, len(boxes)), strict=True):
            self._curve(QPointF(box.right(), box.center().y()), end)
        bottom = max([reading.bottom(), *(box.bottom() for box in boxes)])
        return reading, bottom + _STRAND_GAP

    def _sources(self, strand: PictureStrand, y: float) -> list[QRectF]:
        boxes: list[QRectF] = []
        for source in strand.sources:
            y += self._parts.caption(source.table, QPointF(0, y), self._width)
            if source.join:
                y += self._parts.note(source.join, QPointF(0, y), self._width)
            for name, kind in source.columns:
                boxes.append(QRectF(0, y, self._width, _BOX_HEIGHT))
                self._parts.column(boxes[-1], name, kind, f"{source.table}.{name}")
                y += _BOX_HEIGHT + _GAP
            y += _TABLE_GAP - _GAP
        return boxes

    def _height(self, strand: PictureStrand) -> float:
        """Height of a strand's tables before they are drawn."""
        tables = [
            CAPTION
            + (self._parts.note_height(each.join, self._width) if each.join else 0.0)
            + len(each.columns) * (_BOX_HEIGHT + _GAP)
            - _GAP
            for each in strand.sources
        ]
        return sum(tables) + _TABLE_GAP * max(0, len(tables) - 1)

    def _wide(self, columns: Iterable[tuple[str, str]]) -> float:
        needed = max((self._parts.width_of(name, kind) for name, kind in columns), default=0.0)
        return min(_WIDEST, max(_NARROWEST, needed))

    @staticmethod
    def _spread(box: QRectF, count: int) -> list[QPointF]:
        """Places on a box's left edge for some curves, from top to bottom."""
        step = _SPREAD * box.height() / max(1, count)
        first = box.center().y() - step * (count - 1) / 2
        return [QPointF(box.left(), first + step * place) for place in range(count)]

    def _curve(self, start: QPointF, end: QPointF) -> None:
        bend = QPointF((end.x() - start.x()) / 2, 0)
        path = QPainterPath(start)
        path.cubicTo(start + bend, end - bend, end)
        scene, accent = self._parts.scene, self._tokens.color("accent")
        scene.addPath(path, QPen(accent, 1.4)).setZValue(-1)
        dot = QPainterPath()
        dot.addEllipse(end, 2.6, 2.6)
        scene.addPath(dot, QPen(Qt.PenStyle.NoPen), accent)
