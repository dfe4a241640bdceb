"""A list to pick from that shows it is one: the style sheet takes the arrow away, this paints it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

_FROM_RIGHT = 14.0
_LEAST = 9
"""Characters that are seen where there is no room for more."""


class Pick(QComboBox):
    """A combo box with an arrow; as wide as the space it gets, never wider for a long entry."""

    def __init__(self, name: str, *, least: int = 16) -> None:
        """Make it.

        Args:
            name: for screen readers.
            least: characters it is wide at least.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(20)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        """A few characters of the chosen entry, which its tooltip may say whole."""
        hint = super().minimumSizeHint()
        least = int(self.fontMetrics().averageCharWidth() * _LEAST + _FROM_RIGHT * 2)
        return QSize(min(hint.width(), least), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the pane; it never changes a choice by the way."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = self.palette().placeholderText().color()
        painter.setPen(
            QPen(shade, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        x, y = self.width() - _FROM_RIGHT, self.height() / 2
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]))
        painter.end()
