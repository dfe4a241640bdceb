"""The target tables and their reasons as a tree of two levels; thousands of reasons cost nothing until seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from signoff.gui.look import Look
from signoff.gui.panes.export.target_lines import Reason, TargetLine
from signoff.gui.places import Place
from signoff.gui.widgets.marks import icon_of

Index = QModelIndex | QPersistentModelIndex
_TOP = 0


class TargetsModel(QAbstractItemModel):
    """Lines that pass the filter; a line whose reason fits passes with all its reasons."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: tuple[TargetLine, ...] = ()
        self._all: tuple[TargetLine, ...] = ()
        self._filter = ""

    def show(self, lines: Sequence[TargetLine]) -> None:
        """Show other lines."""
        self._all = tuple(lines)
        self.filter(self._filter)

    def filter(self, text: str) -> None:
        """Show only lines whose name, words or reasons hold a text."""
        self._filter = text
        kept = tuple(line for line in self._all if text in _searched(line))
        if kept != self.lines:
            self.beginResetModel()
            self.lines = kept
            self.endResetModel()

    def place_of(self, index: Index) -> Place:
        """Where a line or a reason leads."""
        reason = self.reason(index)
        return reason.place if reason else self.lines[index.row()].place

    def reason(self, index: Index) -> Reason | None:
        """The reason at an index; None at a target table."""
        if index.internalId() == _TOP:
            return None
        return self.lines[index.internalId() - 1].reasons[index.row()]

    def as_text(self) -> str:
        """Everything as a table, tab-separated, header first."""
        rows = [(self.tr("target table"), self.tr("state"), self.tr("what is missing"))]
        for line in self.lines:
            rows += [(line.name, line.words, reason.words) for reason in line.reasons] or [
                (line.name, line.words, "")
            ]
        return "\n".join("\t".join(row) for row in rows) + "\n"

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self.lines)
        return len(self.lines[parent.row()].reasons) if parent.internalId() == _TOP else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        reason = self.reason(index)
        if reason is not None:
            return self._reason_data(reason, role)
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{line.name}  ·  {line.words}"
        if role == Qt.ItemDataRole.DecorationRole:
            return icon_of(line.mark, self._look.tokens)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.name}, {line.words}"
        return None

    def _reason_data(self, reason: Reason, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return reason.words
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.tokens.color("accent")
        return None


def _searched(line: TargetLine) -> str:
    return " ".join((line.name, line.words, *(reason.words for reason in line.reasons))).casefold()
