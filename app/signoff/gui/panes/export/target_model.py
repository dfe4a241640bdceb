"""The target tables and their reasons as a tree of two levels; thousands of reasons cost nothing until seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from signoff.gui.look import Look
from signoff.gui.panes.export.target_lines import Reason, TargetLine
from signoff.gui.places import Place
from signoff.gui.widgets.marks import icon_of
from signoff.gui.widgets.two_levels import Index, TwoLevelModel


class TargetsModel(TwoLevelModel):
    """Lines that pass the filter; a line whose reason fits passes with all its reasons."""

    choice_changed = Signal()
    """A signed table was left out of what goes, or taken in again."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: tuple[TargetLine, ...] = ()
        self._all: tuple[TargetLine, ...] = ()
        self._filter = ""
        self.left_out: frozenset[str] = frozenset()
        """Names of the signed tables that do not go this time."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of the signed tables that go."""
        return tuple(line.name for line in self._all if line.goes and line.name not in self.left_out)

    def choose_all(self) -> None:
        """Take every signed table in again."""
        self.left_out = frozenset()

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
        if self.is_top(index):
            return None
        return self.lines[self.top_row(index)].below[index.row()]

    def file(self, index: Index) -> str:
        """Path of the file that the warning at an index speaks of; empty anywhere else."""
        if self.is_top(index):
            return ""
        line = self.lines[self.top_row(index)]
        return line.file if line.below[index.row()] is line.warning else ""

    def as_text(self) -> str:
        """Everything as a table, tab-separated, header first."""
        rows = [(self.tr("target table"), self.tr("state"), self.tr("what is missing"))]
        for line in self.lines:
            rows += [(line.name, line.words, reason.words) for reason in line.below] or [
                (line.name, line.words, "")
            ]
        return "\n".join("\t".join(row) for row in rows) + "\n"

    def tops(self) -> int:
        return len(self.lines)

    def below(self, row: int) -> int:
        return len(self.lines[row].below)

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
        if role == Qt.ItemDataRole.CheckStateRole and line.goes:
            return Qt.CheckState.Unchecked if line.name in self.left_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.name}, {line.words}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        is_signed = index.isValid() and self.is_top(index) and self.lines[index.row()].goes
        return usual | Qt.ItemFlag.ItemIsUserCheckable if is_signed else usual

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self.is_top(index):
            return False
        name = frozenset({self.lines[index.row()].name})
        goes = Qt.CheckState(value) is Qt.CheckState.Checked
        self.left_out = self.left_out - name if goes else self.left_out | name
        self.dataChanged.emit(index, index)
        self.choice_changed.emit()
        return True

    def _reason_data(self, reason: Reason, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return reason.words
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.tokens.color("accent")
        return None


def _searched(line: TargetLine) -> str:
    return " ".join((line.name, line.words, *(reason.words for reason in line.below))).casefold()
