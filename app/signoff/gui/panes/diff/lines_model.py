"""What the lists of checks and of columns share: lines in four columns, the first of them a mark in today's colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex

from signoff.gui.look import Look

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
COLUMNS = 4


class LinesModel(QAbstractTableModel, Generic[Line]):
    """The lines that pass the filter; a list says what stands in its columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: Sequence[Line] = ()
        look.changed.connect(self._make_icons)
        self._make_icons()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COLUMNS

    def _make_icons(self) -> None:
        """Draw the marks in the look of today."""
