"""``python icon.py SVG ICO``: the drawing as an icon file for Windows, in every size its screens ask for. Needs Qt."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_HEAD = struct.Struct("<HHH")
_ENTRY = struct.Struct("<8sII")
"""What a picture looks like, its bytes, and where it begins."""


def icon(drawing: QSvgRenderer) -> bytes:
    """The bytes of an icon file; Qt writes each size as a file of one picture, which are put together."""
    files = [_one(drawing, size) for size in SIZES]
    place = _HEAD.size + len(files) * _ENTRY.size
    entries, pictures = [], []
    for file in files:
        look, length, begins = _ENTRY.unpack_from(file, _HEAD.size)
        entries.append(_ENTRY.pack(look, length, place))
        pictures.append(file[begins : begins + length])
        place += length
    return b"".join((_HEAD.pack(0, 1, len(files)), *entries, *pictures))


def _one(drawing: QSvgRenderer, size: int) -> bytes:
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "ICO"):
        raise SystemExit(f"Qt could not write an icon of {size} pixels.")
    return buffer.data().data()


def main(arguments: list[str]) -> None:
    """Write the icon file."""
    source, place = arguments
    drawing = QSvgRenderer(source)
    if not drawing.isValid():
        raise SystemExit(f"{source} is no drawing that Qt can read.")
    Path(place).write_bytes(icon(drawing))


if __name__ == "__main__":
    main(sys.argv[1:])
