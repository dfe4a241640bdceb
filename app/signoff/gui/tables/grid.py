"""Rows of values in a table: a model over a core sequence, and the view that draws, finds and copies them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from signoff.gui.look import Look, code_font
from signoff.gui.widgets.values import copied, drawn

Index = QModelIndex | QPersistentModelIndex
_SAMPLED_ROWS = 60
"""Rows that decide how wide a column is."""
_NARROWEST, _WIDEST = 60, 320
_ROW_HEIGHT = 26
_MOST_COPIED = 1_000_000
"""Cells copied at most, so that a stray Ctrl+A does not fill the clipboard with a million rows."""


class GridModel(QAbstractTableModel):
    """A sequence of rows with named columns; nothing is copied."""

    def __init__(self, columns: Sequence[str] = (), rows: Sequence[Sequence[Any]] = ()) -> None:
        super().__init__()
        self.columns: tuple[str, ...] = tuple(columns)
        self.rows: Sequence[Sequence[Any]] = rows

    def show(self, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def value(self, row: int, column: int) -> Any:
        """The value in a cell; None where a row is too short."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.value(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return drawn(value).text
        if role == Qt.ItemDataRole.FontRole and (value is None or value == ""):
            return _missing_font()
        if role == Qt.ItemDataRole.TextAlignmentRole and _is_number(value):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(value, str) and len(value) > 30:
            return value
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section] if orientation is Qt.Orientation.Horizontal else f"{section + 1:,}"


class GridView(QTableView):
    """Shows a `GridModel`: fixed row height, widths from a sample, Ctrl+C copies as a table."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            look: fonts and colours.
            name: for screen readers.
            parent: the widget it belongs to.
        """
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setProperty("kind", "values")
        self.setFont(code_font())
        self.setModel(GridModel())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def grid(self) -> GridModel:
        """The model."""
        model = self.model()
        assert isinstance(model, GridModel)
        return model

    def show_rows(self, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Show rows, columns as wide as the first ones need."""
        self.grid().show(columns, rows)
        self.fit_columns()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    def fit_columns(self) -> None:
        """Widths from the header and the first rows; the rest is never measured."""
        metrics, model = QFontMetrics(self.font()), self.grid()
        for column, name in enumerate(model.columns):
            texts = [
                drawn(model.value(row, column)).text for row in range(min(_SAMPLED_ROWS, len(model.rows)))
            ]
            widest = max((metrics.horizontalAdvance(text) for text in (name, *texts)), default=0)
            self.setColumnWidth(column, max(_NARROWEST, min(_WIDEST, widest + 26)))

    def find_text(self, text: str, *, backward: bool = False) -> bool:
        """Go to the next cell whose text holds `text`; False when there is none."""
        model, wanted = self.grid(), text.casefold()
        width, total = len(model.columns), len(model.rows) * len(model.columns)
        if not wanted or not total:
            return False
        start = (
            self.currentIndex().row() * width + self.currentIndex().column()
            if self.currentIndex().isValid()
            else -1
        )
        for step in range(1, min(total, 2_000_000) + 1):
            place = (start + (-step if backward else step)) % total
            row, column = divmod(place, width)
            if wanted in str(model.value(row, column)).casefold():
                self.setCurrentIndex(model.index(row, column))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            return
        super().keyPressEvent(event)

    def copy_selection(self) -> None:
        """The selected cells as a table on the clipboard, with their headers; everything when nothing is selected."""
        QGuiApplication.clipboard().setText(self.selection_as_text())

    def selection_as_text(self) -> str:
        """The selected cells, tab-separated, header line first."""
        model = self.grid()
        ranges = self.selectionModel().selection().toList()
        rows, columns = range(len(model.rows)), range(len(model.columns))
        if ranges:
            rows = range(min(r.top() for r in ranges), max(r.bottom() for r in ranges) + 1)
            columns = range(min(r.left() for r in ranges), max(r.right() for r in ranges) + 1)
        rows = rows[: max(1, _MOST_COPIED // max(1, len(columns)))]
        lines = ["\t".join(model.columns[c] for c in columns)]
        lines += ["\t".join(copied(model.value(r, c)) for c in columns) for r in rows]
        return "\n".join(lines) + "\n"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _missing_font() -> QFont:
    return code_font(italic=True)
