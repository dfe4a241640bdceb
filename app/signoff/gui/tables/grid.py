"""Rows of values in a table: a model over a core sequence, and the view that draws, finds and copies them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from signoff.core.domain.policies import copied_words
from signoff.core.progress import CancelToken
from signoff.gui.jobs import Job, Jobs
from signoff.gui.look import CAPTION_PX, Look, code_font, text_font
from signoff.gui.tables.cells import as_text, find_cell
from signoff.gui.widgets.localized import localized
from signoff.gui.widgets.values import drawn

Index = QModelIndex | QPersistentModelIndex
_SAMPLED_ROWS = 60
"""Rows that decide how wide a column is."""
_NARROWEST, _WIDEST = 60, 320
_ROW_HEIGHT = 26
_T = TypeVar("_T")
_AT_ONCE = 20_000
"""Cells that are looked through without anybody noticing."""
_MOST_COPIED = 1_000_000
"""Cells copied at most, so that a stray Ctrl+A does not fill the clipboard with a million rows."""


class GridModel(QAbstractTableModel):
    """A sequence of rows with named columns; nothing is copied."""

    def __init__(self, columns: Sequence[str] = (), rows: Sequence[Sequence[Any]] = ()) -> None:
        super().__init__()
        self.columns: tuple[str, ...] = tuple(columns)
        self.rows: Sequence[Sequence[Any]] = rows
        self.types: tuple[str, ...] = ()
        """DuckDB type of each column; empty when values are shown as they are."""

    def show(self, columns: Sequence[str], rows: Sequence[Sequence[Any]], types: Sequence[str] = ()) -> None:
        """Show other rows.

        Args:
            columns: their names.
            rows: one value a column.
            types: DuckDB type of each column, so that dates and decimals are written as the person's system does.
        """
        self.beginResetModel()
        self.columns, self.rows, self.types = tuple(columns), rows, tuple(types)
        self.endResetModel()

    def shown_text(self, row: int, column: int) -> str:
        """What a cell shows."""
        value = self.value(row, column)
        kind = self.types[column] if column < len(self.types) else ""
        words = localized(value, kind) if self.types else None
        return drawn(value).text if words is None else words

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
            return self.shown_text(index.row(), index.column())
        if role == Qt.ItemDataRole.FontRole and (value is None or value == ""):
            return _missing_font()
        if role == Qt.ItemDataRole.TextAlignmentRole and self._is_number(value, index.column()):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(value, index)
        return None

    def _hint(self, value: Any, index: Index) -> str | None:
        """The value itself, where the cell shows it in another format or may not show it whole."""
        if value is None or isinstance(value, bool):
            return None
        is_other = bool(self.types) and self.shown_text(index.row(), index.column()) != drawn(value).text
        return str(value) if is_other or (isinstance(value, str) and len(value) > 30) else None

    def _is_number(self, value: Any, column: int) -> bool:
        kind = self.types[column] if column < len(self.types) else ""
        return _is_number(value) or (isinstance(value, str) and kind.startswith("DECIMAL"))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section] if orientation is Qt.Orientation.Horizontal else f"{section + 1:,}"


class GridView(QTableView):
    """Shows a `GridModel`: fixed row height, widths from a sample, Ctrl+C copies as a table."""

    found = Signal(bool)
    """After `find_text`: whether there is such a cell; the view is there then."""

    def __init__(self, look: Look, name: str, jobs: Jobs | None = None) -> None:
        """Make it.

        Args:
            look: fonts and colours.
            name: for screen readers.
            jobs: where many cells are looked through; without it they never are many.
        """
        super().__init__()
        self._look, self._jobs = look, jobs
        self._job: Job | None = None
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
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(text_font(CAPTION_PX))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def grid(self) -> GridModel:
        """The model."""
        model = self.model()
        assert isinstance(model, GridModel)
        return model

    def show_rows(
        self, columns: Sequence[str], rows: Sequence[Sequence[Any]], types: Sequence[str] = ()
    ) -> None:
        """Show rows, columns as wide as the first ones need; `types` as for `GridModel.show`."""
        self.grid().show(columns, rows, types)
        self.fit_columns()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    def fit_columns(self) -> None:
        """Widths from the header and the first rows; the rest is never measured."""
        metrics, model = QFontMetrics(self.font()), self.grid()
        for column, name in enumerate(model.columns):
            texts = [model.shown_text(row, column) for row in range(min(_SAMPLED_ROWS, len(model.rows)))]
            widest = max((metrics.horizontalAdvance(text) for text in (name, *texts)), default=0)
            self.setColumnWidth(column, max(_NARROWEST, min(_WIDEST, widest + 26)))

    def find_text(self, text: str, *, backward: bool = False) -> None:
        """Go to the next cell whose text holds `text`, and tell by `found` whether there is one."""
        model, wanted = self.grid(), text.casefold()
        self._stop()
        if not wanted or not model.rows or not model.columns:
            return
        here, width, rows, types = self.currentIndex(), len(model.columns), model.rows, model.types
        start = here.row() * width + here.column() if here.isValid() else -1

        def look(cancel: CancelToken) -> int:
            return find_cell(rows, width, wanted, start, cancel, backward=backward, types=types)

        self._do(len(rows) * width, self.tr("looking for a text in the rows"), look, self._reveal)

    def _reveal(self, place: int) -> None:
        if place >= 0:
            self.setCurrentIndex(self.grid().index(*divmod(place, len(self.grid().columns))))
        self.found.emit(place >= 0)

    def _do(
        self, cells: int, words: str, work: Callable[[CancelToken], _T], then: Callable[[_T], object]
    ) -> None:
        """Do something with cells: at once with a few, beside the window with many."""
        if self._jobs is None or cells <= _AT_ONCE:
            then(work(CancelToken()))
            return
        self._job = job = self._jobs.start(self._jobs.watching, words, lambda _report, cancel: work(cancel))
        shown = self.grid().rows
        job.finished.connect(lambda result: then(result) if self.grid().rows is shown else None)
        job.ended.connect(lambda: self._forget(job))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _forget(self, job: Job) -> None:
        if self._job is job:
            self._job = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            return
        super().keyPressEvent(event)

    def copy_selection(self) -> None:
        """The selected cells as a table on the clipboard, with their headers; everything when nothing is selected."""
        model, cells = self.grid(), self._selected()
        columns, rows = model.columns, model.rows

        def write(cancel: CancelToken) -> str:
            return as_text(columns, rows, cells, cancel)

        clipboard = QGuiApplication.clipboard()
        words = self.tr("copying rows")
        self._stop()
        self._do(
            len(cells[0]) * len(cells[1]), words, write, lambda text: clipboard.setText(copied_words(text))
        )

    def _selected(self) -> tuple[range, range]:
        """Rows and columns that are selected, at most as many as may be copied."""
        model = self.grid()
        ranges = self.selectionModel().selection().toList()
        rows, columns = range(len(model.rows)), range(len(model.columns))
        if ranges:
            rows = range(min(r.top() for r in ranges), max(r.bottom() for r in ranges) + 1)
            columns = range(min(r.left() for r in ranges), max(r.right() for r in ranges) + 1)
        return rows[: max(1, _MOST_COPIED // max(1, len(columns)))], columns


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _missing_font() -> QFont:
    return code_font(italic=True)
