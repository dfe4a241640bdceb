"""One bar: how many rows stay, change, go and come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from signoff.gui.look import Look

_NARROWEST = 4.0
"""Pixels of a share that is not nothing."""


class ShareBar(QWidget):
    """Shares of a whole in the look's colours."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shares: tuple[tuple[int, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(10)
        look.changed.connect(self.update)

    def show_shares(self, shares: Sequence[tuple[int, str]], words: str) -> None:
        """Show shares.

        Args:
            shares: each count with its colour's name among the look's.
            words: the same in a sentence, for the tool tip and screen readers.
        """
        self._shares = tuple(share for share in shares if share[0] > 0)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(box, 4, 4)
        painter.setClipPath(outline)
        painter.fillRect(box, self._look.tokens.color("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        left = box.left()
        for width, color in zip(self._widths(box.width()), self._shares, strict=True):
            painter.fillRect(QRectF(left, box.top(), width, box.height()), self._look.tokens.color(color[1]))
            left += width
        painter.end()

    def _widths(self, room: float) -> list[float]:
        """Widths that add up to the room, none so narrow that it can't be seen."""
        total = sum(count for count, _color in self._shares)
        wide = [max(_NARROWEST, room * count / total) for count, _color in self._shares]
        return [each * room / sum(wide) for each in wide]
