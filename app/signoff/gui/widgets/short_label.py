"""A label that gives way: cut with an ellipsis where there is no room, whole in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from signoff.gui.widgets.basics import set_role

_LEAST = 28
"""Pixels that are kept of any words."""


class ShortLabel(QLabel):
    """One line of plain words; what it says is asked of it whole."""

    def __init__(self, text: str = "", role: str = "", *, whole: bool = False) -> None:
        """Make it.

        Args:
            text: the words.
            role: as for `label`.
            whole: nothing is seen of words that there is no room for.
        """
        super().__init__()
        self._words, self._is_whole = text, whole
        self._hint = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            set_role(self, role)
        self._fit()

    def text(self) -> str:
        """The whole words, however many of them are seen."""
        return self._words

    def setText(self, text: str) -> None:
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def setToolTip(self, hint: str) -> None:
        self._hint = hint
        self._fit()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self._words) + margins.left() + margins.right() + 1
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = 0 if self._is_whole else min(_LEAST, self.sizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._fit()

    def _fit(self) -> None:
        """Write as many of the words as there is room for."""
        room = self.contentsRect().width()
        seen = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        seen = "" if self._is_whole and seen != self._words else seen
        if super().text() != seen:
            super().setText(seen)
        hint = self._hint or (self._words if seen != self._words else "")
        if super().toolTip() != hint:
            super().setToolTip(hint)
