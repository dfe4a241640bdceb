"""The grid of one sheet: merges as drawn, marks where remarks stand, a cell that flashes when one is led to it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from signoff.core.engines.documents.grid import SheetGrid
from signoff.gui.look import Look, text_font
from signoff.gui.panes.importing.role_header import RoleHeader
from signoff.gui.panes.importing.sheet_model import Place, SheetModel
from signoff.gui.widgets.values import copied

Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 26
_MOST_MERGES = 2_000
"""Merged ranges drawn as one cell; more of them would make scrolling slow."""
_SAMPLED_ROWS = 60
_NARROWEST, _WIDEST = 72, 300
_FLASH_MS = 1_200
_MARK = 8.0
_MOST_COPIED = 1_000_000


class _Delegate(QStyledItemDelegate):
    """A corner where a remark or a note stands, a frame around the cell one was led to."""

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__()
        self._look, self._model = look, model
        self.lit: Place | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        place = (index.row() + 1, index.column() + 1)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place in self._model.remarks:
            corner = box.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.tokens.color("attention"))
            points = [corner, corner - QPointF(_MARK, 0), corner + QPointF(0, _MARK)]
            painter.drawPolygon(QPolygonF(points))
        if place in self._model.notes:
            corner = box.topLeft()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.tokens.color("accent"))
            painter.drawPolygon(QPolygonF([corner, corner + QPointF(_MARK, 0), corner + QPointF(0, _MARK)]))
        if place == self.lit:
            painter.setPen(QPen(self._look.tokens.color("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -1.5))
        painter.restore()


class SheetView(QTableView):
    """Shows a `SheetModel`; Ctrl+C copies, F2 asks for the column's role, the context menu for the header row."""

    menu_asked = Signal(int, int, QPoint)
    """Row and column, from 0, and where a menu goes on screen."""

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__()
        self._model = model
        self.roles = RoleHeader(look, self)
        self.setHorizontalHeader(self.roles)
        self.setModel(model)
        self._delegate = _Delegate(look, model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("The sheet as it was drawn"))
        self.setFont(text_font())
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._dark = QTimer(self)
        self._dark.setSingleShot(True)
        self._dark.setInterval(_FLASH_MS)
        self._dark.timeout.connect(self._end_flash)

    def show_grid(self, grid: SheetGrid | None) -> None:
        """Show another sheet."""
        self.clearSpans()
        self._delegate.lit = None
        self._model.show(grid)
        if grid is not None:
            self._span(grid)
            self._fit(grid)

    def show_cell(self, place: Place) -> bool:
        """Scroll to a cell, choose it and let it flash; False when the sheet has no such cell."""
        index = self._model.index(place[0] - 1, place[1] - 1)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._delegate.lit = place
        self._dark.start()
        self.viewport().update()
        return True

    @property
    def lit(self) -> Place | None:
        """The cell that flashes."""
        return self._delegate.lit

    @property
    def here(self) -> Place:
        """The current cell, row and column from 1; (1, 0) before there is one."""
        index = self.currentIndex()
        return (index.row() + 1, index.column() + 1) if index.isValid() else (1, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selection_as_text())
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.roles.ask(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            spot = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_asked.emit(index.row(), index.column(), self.viewport().mapToGlobal(spot))

    def selection_as_text(self) -> str:
        """The selected cells, tab-separated."""
        ranges = self.selectionModel().selection().toList()
        if not ranges:
            return ""
        columns = range(min(r.left() for r in ranges), max(r.right() for r in ranges) + 1)
        rows = range(min(r.top() for r in ranges), max(r.bottom() for r in ranges) + 1)
        rows = rows[: max(1, _MOST_COPIED // len(columns))]
        at = self._model.grid.at
        return "\n".join("\t".join(copied(at(r + 1, c + 1)) for c in columns) for r in rows) + "\n"

    def _span(self, grid: SheetGrid) -> None:
        rows, columns = len(grid.rows), self._model.columnCount()
        for merge in grid.merges[:_MOST_MERGES]:
            height = min(merge.last_row, rows) - merge.first_row + 1
            width = min(merge.last_column, columns) - merge.first_column + 1
            if height > 0 and width > 0 and height * width > 1:
                self.setSpan(merge.first_row - 1, merge.first_column - 1, height, width)

    def _fit(self, grid: SheetGrid) -> None:
        """Widths from the first rows that are no titles; the rest is never measured."""
        metrics = QFontMetrics(self.font())
        lines = [row for row in grid.rows[:_SAMPLED_ROWS] if sum(map(bool, row)) > 1] or grid.rows[:1]
        for column in range(self._model.columnCount()):
            texts = {row[column][:60] for row in lines if column < len(row)}
            longest = sorted(texts, key=len)[-8:]
            widest = max((metrics.horizontalAdvance(text) for text in longest), default=0)
            self.setColumnWidth(column, max(_NARROWEST, min(_WIDEST, widest + 24)))

    def _end_flash(self) -> None:
        self._delegate.lit = None
        self.viewport().update()
