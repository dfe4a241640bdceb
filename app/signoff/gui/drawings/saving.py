"""Writes a drawing to a file, as PNG or SVG by the file's name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsScene

from signoff.core.domain.policies import require_export_folder
from signoff.core.errors import SignoffError

_SHARP = 2
"""Pixels of a PNG for each one of the drawing."""


def save_scene(scene: QGraphicsScene, path: Path, background: QColor, title: str) -> None:
    """Write a scene.

    Args:
        scene: what to draw, all of it.
        path: ends in ``.svg`` or ``.png``.
        background: fills what nothing is drawn on.
        title: of the SVG, for screen readers.

    Raises:
        SignoffError: the file can't or may not be written there.
    """
    require_export_folder(path)
    size = scene.sceneRect().size().toSize()
    written = (
        _write_svg(scene, path, size, background, title)
        if path.suffix.casefold() == ".svg"
        else _write_png(scene, path, size, background)
    )
    if not written:
        raise SignoffError(f"{path.name} can't be written there; choose another folder.")


def _write_svg(scene: QGraphicsScene, path: Path, size: QSize, background: QColor, title: str) -> bool:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter()
    if not painter.begin(generator):
        return False
    painter.fillRect(QRect(0, 0, size.width(), size.height()), background)
    scene.render(painter)
    painter.end()
    return True


def _write_png(scene: QGraphicsScene, path: Path, size: QSize, background: QColor) -> bool:
    image = QImage(size * _SHARP, QImage.Format.Format_ARGB32)
    image.fill(background)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter)
    painter.end()
    return image.save(str(path))
