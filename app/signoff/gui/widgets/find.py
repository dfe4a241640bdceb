"""The field that filters a list: Ctrl+F leads to it, Esc empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class FilterField(QLineEdit):
    """Emits `wanted` with the text, trimmed and case-folded, whenever it changes."""

    wanted = Signal(str)

    def __init__(self, hint: str, name: str) -> None:
        """Make it.

        Args:
            hint: shown while it is empty.
            name: for screen readers, such as ``filter target tables``.
        """
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(lambda text: self.wanted.emit(text.strip().casefold()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
