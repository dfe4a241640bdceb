"""A sheet as the customer drew it, as Qt sees it: nothing is copied, 100,000 rows cost no more than 10."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from signoff.core.domain.cells import column_letter
from signoff.core.domain.findings import Finding
from signoff.core.engines.documents.drawn import Note
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.lint import Level
from signoff.gui.look import Look, text_font
from signoff.gui.panes.importing.tinting import legible_ink, tinted
from signoff.gui.panes.importing.words import LEVEL_TINTS, level_words

Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]
"""Row and column, both from 1."""
_NO_SHEET = SheetGrid("", ())
_MOST_SHOWN = 300
"""Characters of a cell that are drawn; the tool tip has more."""
_MOST_TOLD = 2_000
NOTE = "P17"
"""Code of the remark that only repeats a note."""


class SheetModel(QAbstractTableModel):
    """One sheet with its remarks, its unused cells, and how ready its cells are."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.grid = _NO_SHEET
        self.header_row = 0
        """Row of the header, from 1; 0 when there is none."""
        self.remarks: dict[Place, list[Finding]] = {}
        self.notes: dict[Place, list[Note]] = {}
        self._unused: Mapping[Place, str] = {}
        self._levels: Mapping[Place, Level] = {}
        self._width = 0
        self.shows_heat = False
        look.changed.connect(self._repaint)

    def show(self, grid: SheetGrid | None) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self.grid = grid or _NO_SHEET
        self._width = self.grid.width
        self.notes = {}
        for each in self.grid.notes:
            self.notes.setdefault((each.row, each.column), []).append(each)
        self.endResetModel()

    def tell(
        self,
        header_row: int,
        findings: Sequence[Finding],
        unused: Mapping[Place, str],
        levels: Mapping[Place, Level],
    ) -> None:
        """What was read of the sheet.

        Args:
            header_row: from 1; 0 when there is none.
            findings: the sheet's remarks, each with its cell.
            unused: why nothing was read from a cell.
            levels: how ready the row of each cell is.
        """
        self.header_row, self._unused, self._levels = header_row, unused, levels
        self.remarks = {}
        for each in findings:
            if each.cell is not None:
                self.remarks.setdefault((each.cell.row, each.cell.column), []).append(each)
        self._repaint()

    def show_heat(self, is_shown: bool) -> None:
        """Show how ready the cells are, as colour behind them."""
        self.shows_heat = is_shown
        self._repaint()

    def find(self, text: str, start: Place, *, backward: bool = False) -> Place | None:
        """The next cell after `start` whose text holds `text`, round the end; None when there is none."""
        wanted, rows = text.casefold(), self.grid.rows
        if not wanted or not rows:
            return None
        step = -1 if backward else 1
        for turn in range(len(rows) + 1):
            row = (start[0] - 1 + step * turn) % len(rows)
            columns = [c for c, cell in enumerate(rows[row], 1) if wanted in cell.casefold()]
            if backward:
                columns.reverse()
            for place in columns:
                if turn or (place < start[1] if backward else place > start[1]):
                    return row + 1, place
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = (index.row() + 1, index.column() + 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.grid.at(*place)[:_MOST_SHOWN].replace("\n", " ↵ ")
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._foreground(place)
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._background(place)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(place)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._told(place)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_letter(section + 1) if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def _background(self, place: Place) -> Any:
        level = self._levels.get(place)
        if self.shows_heat and level is not None:
            return self._look.tokens.color(LEVEL_TINTS[level])
        fill = self._fill(place)
        if fill is not None:
            return fill
        return self._look.tokens.color("soft") if place[0] == self.header_row else None

    def _foreground(self, place: Place) -> Any:
        drawn, fill = self.grid.drawn.at(*place), self._fill(place)
        if drawn is not None and (fill is not None or drawn.ink):
            return legible_ink(drawn.ink, fill, self._look.tokens)
        return self._look.tokens.color("dim") if place in self._unused else None

    def _fill(self, place: Place) -> QColor | None:
        """The customer's colour behind a cell; none where readiness is shown instead."""
        drawn = self.grid.drawn.at(*place)
        if drawn is None or not drawn.fill or (self.shows_heat and place in self._levels):
            return None
        return tinted(drawn.fill, self._look.tokens)

    def _font(self, place: Place) -> Any:
        drawn, is_header = self.grid.drawn.at(*place), place[0] == self.header_row
        if drawn is None or not drawn.struck:
            return text_font(bold=True) if is_header else None
        font = text_font(bold=is_header)
        font.setStrikeOut(True)
        return font

    def _told(self, place: Place) -> str:
        text = self.grid.at(*place)
        lines = [text[:_MOST_TOLD]] if len(text) > 30 or "\n" in text else []
        lines += [self._noted(note) for note in self.notes.get(place, ())]
        lines += [each.message for each in self.remarks.get(place, ()) if each.code != NOTE]
        if place in self._unused:
            lines.append(self.tr("Not used: {reason}.").format(reason=self._unused[place]))
        elif self.shows_heat and place in self._levels:
            lines.append(level_words(self._levels[place]))
        return "\n\n".join(lines)

    def _noted(self, note: Note) -> str:
        text = note.text[:_MOST_TOLD]
        return (
            self.tr("Note by {by}: {text}").format(by=note.by, text=text)
            if note.by
            else self.tr("Note: {text}").format(text=text)
        )

    def _repaint(self) -> None:
        if self.grid.rows and self._width:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.grid.rows) - 1, self._width - 1))
