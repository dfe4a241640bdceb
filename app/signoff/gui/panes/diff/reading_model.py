"""Existing SQL beside its mapping as lines of a list: column, how it stands to the mapping, why, cell and line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon

from signoff.core.domain.reversing import ReadColumn, ReadState
from signoff.gui.look import Look
from signoff.gui.panes.diff.words import say
from signoff.gui.widgets.marks import Mark, icon_of

Index = QModelIndex | QPersistentModelIndex
MARK, COLUMN, STATE, WHY, CELL, LINE = range(6)
_MARKS: dict[ReadState, Mark] = {
    ReadState.AGREES: Mark.DONE,
    ReadState.DIFFERS: Mark.AGAIN,
    ReadState.NOT_IN_MAPPING: Mark.OPEN,
    ReadState.MISSING: Mark.PENCIL,
    ReadState.NOT_READ: Mark.QUESTION,
}
ORDER = tuple(_MARKS)


class ReadingModel(QAbstractTableModel):
    """The columns that pass the filter."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.columns: Sequence[ReadColumn] = ()
        look.changed.connect(self._make_icons)
        self._make_icons()

    def show(self, columns: Sequence[ReadColumn]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, place = self.columns[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(column)[place]
        if role == Qt.ItemDataRole.DecorationRole and place == MARK:
            return self._icons[column.state]
        if role == Qt.ItemDataRole.AccessibleTextRole and place == MARK:
            return state_words(column.state)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.name}: {state_words(column.state)}\n{column.says}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(column, place)
        if role == Qt.ItemDataRole.FontRole and place in (COLUMN, CELL, LINE):
            made = QFont()
            made.setUnderline(place != COLUMN)
            if place == COLUMN:
                made.setWeight(QFont.Weight.DemiBold)
            return made
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _heads()[section]
        return None

    def text(self) -> str:
        """The lines as a table, tab-separated, header line first."""
        rows = [self._texts(column)[1:] for column in self.columns]
        return "\n".join("\t".join(cells) for cells in (_heads()[1:], *rows)) + "\n"

    def _texts(self, column: ReadColumn) -> tuple[str, ...]:
        cell = f"{column.cell.letter}{column.cell.row}" if column.cell else ""
        line = say("line {n}").format(n=f"{column.line:,}") if column.line else ""
        return "", column.name, state_words(column.state), column.says, cell, line

    def _color(self, column: ReadColumn, place: int) -> object:
        tokens = self._look.tokens
        if place in (CELL, LINE):
            return tokens.color("accent")
        if place == STATE and column.state is ReadState.DIFFERS:
            return tokens.color("attention")
        return tokens.color("dim") if place == WHY else None

    def _make_icons(self) -> None:
        self._icons: dict[ReadState, QIcon] = {
            state: icon_of(mark, self._look.tokens) for state, mark in _MARKS.items()
        }


def state_words(state: ReadState) -> str:
    """How a column of the existing SQL stands to the mapping, in words."""
    return {
        ReadState.AGREES: say("agrees"),
        ReadState.DIFFERS: say("differs"),
        ReadState.NOT_IN_MAPPING: say("not in the mapping"),
        ReadState.MISSING: say("missing"),
        ReadState.NOT_READ: say("can't be told"),
    }[state]


def _heads() -> tuple[str, ...]:
    return (
        "",
        say("column"),
        say("existing SQL against mapping"),
        say("why"),
        say("cell"),
        say("existing SQL"),
    )
