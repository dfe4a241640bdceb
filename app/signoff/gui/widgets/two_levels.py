"""A tree of two levels over plain lines: nothing is made for a line before it is seen."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
_TOP = 0


class TwoLevelModel(QAbstractItemModel):
    """Knows where an index stands; what the lines hold is the subclass's.

    The id of an index is 0 at the upper level, and one more than the row of the line above it at the lower one.
    """

    def tops(self) -> int:
        """Lines of the upper level."""
        raise NotImplementedError

    def below(self, row: int) -> int:
        """Lines under one of the upper level."""
        raise NotImplementedError

    def is_top(self, index: Index) -> bool:
        """Whether a valid index is of the upper level."""
        return bool(index.internalId() == _TOP)

    def top_row(self, index: Index) -> int:
        """Row of the upper level that a valid index is or stands under."""
        return index.row() if self.is_top(index) else int(index.internalId()) - 1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or self.is_top(index):
            return QModelIndex()
        return self.createIndex(self.top_row(index), 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return self.tops()
        return self.below(parent.row()) if self.is_top(parent) and parent.column() == 0 else 0
