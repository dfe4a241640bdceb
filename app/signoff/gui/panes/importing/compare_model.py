"""The compared tables as a tree of two levels with a tick a table; thousands of changes cost nothing until seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from signoff.gui.look import Look, text_font
from signoff.gui.panes.importing.compare_lines import ChangeLine, TableLine
from signoff.gui.widgets.marks import Mark, icon_of
from signoff.gui.widgets.two_levels import Index, TwoLevelModel

_LONGEST = 300


class CompareModel(TwoLevelModel):
    """Lines that pass the filter; a table whose change fits passes with all its changes."""

    ticked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: tuple[TableLine, ...] = ()
        self._all: tuple[TableLine, ...] = ()
        self._off: set[str] = set()

    def show(self, lines: Sequence[TableLine]) -> None:
        """Show other lines, all of them ticked."""
        self._all, self._off = tuple(lines), set()
        self.filter("")

    def filter(self, text: str) -> None:
        """Show only tables whose name, words or changes hold a text, case-folded."""
        self.beginResetModel()
        self.lines = tuple(line for line in self._all if text in _searched(line))
        self.endResetModel()
        self.ticked.emit()

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables that are ticked, hidden ones too."""
        return tuple(line.name for line in self._all if line.can_take and line.name not in self._off)

    @property
    def is_some(self) -> bool:
        """Whether some tables are ticked, but not all that could be."""
        return bool(self.tables) and any(line.name in self._off for line in self._all)

    def change(self, index: Index) -> ChangeLine | None:
        """The change at an index; None at a table."""
        if not index.isValid() or self.is_top(index):
            return None
        return self.lines[self.top_row(index)].changes[index.row()]

    def table(self, index: Index) -> TableLine | None:
        """The table at an index, or that of the change there."""
        if not index.isValid():
            return None
        return self.lines[self.top_row(index)]

    def as_text(self) -> str:
        """Everything as a table, tab-separated, header first."""
        rows = [tuple(self._header(column) for column in range(4))]
        for line in self._all:
            rows.append((line.name, *line.words))
            rows += [(f"{line.name}.{c.column}", c.what, c.old, c.new) for c in line.changes]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows) + "\n"

    def tops(self) -> int:
        return len(self.lines)

    def below(self, row: int) -> int:
        return len(self.lines[row].changes)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._header(section) if is_title else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_tick = index.isValid() and self.is_top(index) and index.column() == 0
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_tick and self._can_take(index) else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._can_take(index):
            return False
        name = self.lines[index.row()].name
        is_on = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._off.discard if is_on else self._off.add)(name)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change, table = self.change(index), self.table(index)
        if table is None:
            return None
        if change is not None:
            return self._change_data(change, index.column(), role)
        return self._table_data(table, index.column(), role)

    def _table_data(self, line: TableLine, column: int, role: int) -> Any:
        text = (line.name, *line.words)[column]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.name}: {line.sentence}" if column == 0 else text
        if role == Qt.ItemDataRole.ForegroundRole and column == 3:
            return self._look.tokens.color("dim")
        if role == Qt.ItemDataRole.FontRole and column == 0:
            return text_font(bold=True)
        if role == Qt.ItemDataRole.CheckStateRole and column == 0 and line.can_take:
            return Qt.CheckState.Unchecked if line.name in self._off else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DecorationRole and column == 1 and line.mark is not Mark.NONE:
            return icon_of(line.mark, self._look.tokens)
        return None

    def _change_data(self, line: ChangeLine, column: int, role: int) -> Any:
        text = (line.column, line.what, line.old, line.new)[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_LONGEST].split())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return text
        if role == Qt.ItemDataRole.DecorationRole and column == 1 and line.mark is not Mark.NONE:
            return icon_of(line.mark, self._look.tokens)
        if role == Qt.ItemDataRole.ForegroundRole and column == 2:
            return self._look.tokens.color("dim")
        return None

    def _can_take(self, index: Index) -> bool:
        return self.is_top(index) and self.lines[index.row()].can_take

    def _header(self, column: int) -> str:
        return (
            self.tr("Target table and column"),
            self.tr("What changes"),
            self.tr("Before"),
            self.tr("Now"),
        )[column]


def _searched(line: TableLine) -> str:
    told = [f"{c.column} {c.what} {c.old} {c.new}" for c in line.changes]
    return " ".join((line.name, line.sentence, *told)).casefold()
