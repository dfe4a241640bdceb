"""The sheets of the document: which were read, which hold no mapping, which are hidden or switched off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from signoff.gui.look import Look, text_font
from signoff.gui.widgets.marks import Mark, paint_mark

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 46


@dataclass(frozen=True)
class SheetLine:
    """One sheet."""

    name: str
    is_read: bool
    """Something was read from it."""
    is_off: bool
    """Switched off by a person, or by the # in its name."""
    is_hidden: bool
    rows: int
    columns: int
    """Target columns read from it."""
    remarks: int


class SheetListModel(QAbstractListModel):
    """The sheets in the document's order."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[SheetLine, ...] = ()

    def show(self, lines: tuple[SheetLine, ...]) -> None:
        """Show other sheets; what is chosen stays where the names are the same."""
        same = [line.name for line in lines] == [line.name for line in self.lines]
        if not same:
            self.beginResetModel()
        self.lines = lines
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def row_of(self, name: str) -> int:
        """Row of a sheet; -1 when there is none."""
        return next((row for row, line in enumerate(self.lines) if line.name == name), -1)

    def words(self, line: SheetLine) -> str:
        """What a sheet is, in a few words."""
        if line.is_off:
            words = self.tr("switched off · {n} rows").format(n=f"{line.rows:,}")
        elif line.columns:
            words = self.tr("{n} columns").format(n=f"{line.columns:,}")
        elif line.is_read:
            words = self.tr("read, no mapping")
        else:
            words = self.tr("not a mapping · {n} rows").format(n=f"{line.rows:,}")
        if line.remarks:
            words += " · " + (
                self.tr("1 remark") if line.remarks == 1 else self.tr("{n} remarks").format(n=line.remarks)
            )
        return self.tr("hidden · {words}").format(words=words) if line.is_hidden else words

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.name}: {self.words(line)}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: SheetListModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, tokens, box = self._model.lines[index.row()], self._look.tokens, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            has_focus = is_chosen and option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(tokens.color("accent") if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("soft" if is_chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        mark = Mark.NONE if line.is_off else Mark.DONE if line.columns else Mark.OPEN
        paint_mark(painter, QRectF(box.x() + 6, box.y() + 4, 16, 20), mark, tokens)
        inside = box.adjusted(28, 4, -8, -4)
        painter.setFont(text_font(bold=is_chosen))
        painter.setPen(tokens.color("dim" if line.is_off or not line.is_read else "text"))
        self._elided(painter, QRectF(inside.x(), inside.y(), inside.width(), 19), line.name)
        painter.setFont(text_font(11))
        painter.setPen(tokens.color("dim"))
        self._elided(
            painter, QRectF(inside.x(), inside.y() + 19, inside.width(), 17), self._model.words(line)
        )
        painter.restore()

    @staticmethod
    def _elided(painter: QPainter, box: QRectF, text: str) -> None:
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)


class SheetList(QListView):
    """Choose a sheet; Space switches it off or on."""

    chosen = Signal(str)
    switch_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lines = SheetListModel()
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(look, self.lines))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Sheets of the document; Space switches one off or on"))
        self.selectionModel().currentChanged.connect(lambda now, _before: self._choose(now.row()))
        look.changed.connect(self.viewport().update)

    @property
    def sheet(self) -> str:
        """Name of the chosen sheet; empty when there is none."""
        row = self.currentIndex().row()
        return self.lines.lines[row].name if 0 <= row < len(self.lines.lines) else ""

    def choose(self, name: str) -> None:
        """Choose a sheet by its name, if it is there."""
        row = self.lines.row_of(name)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.sheet:
            self.switch_asked.emit(self.sheet)
            return
        super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.lines.lines):
            self.chosen.emit(self.lines.lines[row].name)
