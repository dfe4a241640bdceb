"""The list of columns and their verdicts: filtered, copied, each number opening its rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QIcon, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from signoff.core.domain.review import ROWS
from signoff.gui.look import Look
from signoff.gui.panes.diff.lines_model import Index, LinesModel
from signoff.gui.panes.diff.result_lines import ResultLine
from signoff.gui.panes.diff.words import say
from signoff.gui.widgets.marks import Mark, icon_of

MARK, COLUMN, VERDICT, DIFFER = range(4)


class ResultModel(LinesModel[ResultLine]):
    """The lines that pass the filter."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, place = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", line.title, line.verdict, rows_words(line))[place]
        if role == Qt.ItemDataRole.DecorationRole and place == MARK:
            return self._icons[line.mark]
        if role == Qt.ItemDataRole.AccessibleTextRole and place == MARK:
            return say("bars signing") if line.bars else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((f"{line.title}: {line.verdict}", *line.reasons))
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(line, place)
        if role == Qt.ItemDataRole.FontRole and place in (COLUMN, DIFFER):
            return _font(bold=not line.is_quiet and place == COLUMN, link=place == DIFFER)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", say("column"), say("what happens to it"), say("sample rows that differ"))[section]
        return None

    def text(self) -> str:
        """The lines as a table, tab-separated, header line first."""
        heads = (say("column"), say("what happens to it"), say("sample rows that differ"), say("why"))
        rows = [(each.title, each.verdict, f"{each.rows}", " ".join(each.reasons)) for each in self.lines]
        return "\n".join("\t".join(cells) for cells in (heads, *rows)) + "\n"

    def _color(self, line: ResultLine, place: int) -> object:
        tokens = self._look.tokens
        if place == DIFFER:
            return tokens.color("accent")
        if place == VERDICT and line.bars:
            return tokens.color("bad")
        return tokens.color("dim") if line.is_quiet and place == VERDICT else None

    def _make_icons(self) -> None:
        self._icons: dict[Mark, QIcon] = {mark: icon_of(mark, self._look.tokens) for mark in Mark}


class ResultView(QTreeView):
    """Enter and a click on a column lead to it, on a number to its rows; Ctrl+C copies the list."""

    column_asked = Signal(str)
    rows_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.results = ResultModel(look)
        self.setModel(self.results)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setProperty("kind", "lines")
        self.setAccessibleName(self.tr("What changes, column by column"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(28)
        head.setSectionResizeMode(MARK, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(MARK, 32)
        head.resizeSection(COLUMN, 220)
        head.setSectionResizeMode(VERDICT, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(DIFFER, 170)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.results.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            line = self.results.lines[self.currentIndex().row()]
            (self.rows_asked if line.rows else self.column_asked).emit(line.name)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_link = index.isValid() and (
            index.column() == COLUMN
            or (index.column() == DIFFER and self.results.lines[index.row()].rows > 0)
        )
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        )
        super().mouseMoveEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        line = self.results.lines[index.row()]
        if index.column() == DIFFER and line.rows:
            self.rows_asked.emit(line.name)
        elif index.column() == COLUMN:
            self.column_asked.emit(line.name)


def rows_words(line: ResultLine) -> str:
    """How many sample rows differ; empty for none."""
    if not line.rows:
        return ""
    if line.name == ROWS:
        return (
            say("1 row gone or new")
            if line.rows == 1
            else say("{n} rows gone or new").format(n=f"{line.rows:,}")
        )
    return say("1 row") if line.rows == 1 else say("{n} rows").format(n=f"{line.rows:,}")


def _font(*, bold: bool, link: bool) -> QFont:
    made = QFont()
    made.setUnderline(link)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made
