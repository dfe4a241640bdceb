"""What the samples of a source table hold, drawn: one line a column, the chosen column's frequent values below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from signoff.core.verify.profile import ColumnProfile, TableProfile
from signoff.gui.drawings.profile_values import ValueBars
from signoff.gui.look import Look, text_font
from signoff.gui.widgets.basics import column

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 56
_PAD = 8.0


class ProfileModel(QAbstractListModel):
    """One line a column, told in words to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[ColumnProfile, ...] = ()

    def show(self, columns: Sequence[ColumnProfile]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def words(self, each: ColumnProfile) -> str:
        """How many values are missing, blank and different."""
        if not each.rows:
            return self.tr("no sample rows")
        parts = [self.tr("{n} different").format(n=f"{each.distinct:,}")]
        if each.missing:
            parts.append(self.tr("{n} with no value").format(n=f"{each.missing:,}"))
        if each.blank:
            parts.append(self.tr("{n} blank text").format(n=f"{each.blank:,}"))
        return " · ".join(parts)

    def as_text(self) -> str:
        """The numbers as a table, tab-separated, header line first."""
        lines = ["column\ttype\trows\tno value\tblank text\tdifferent"]
        lines += [f"{c.name}\t{c.type}\t{c.rows}\t{c.missing}\t{c.blank}\t{c.distinct}" for c in self.columns]
        return "\n".join(lines) + "\n"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        each = self.columns[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return each.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{each.name}, {each.type}: {self.words(each)}"
        return None


class _Delegate(QStyledItemDelegate):
    """Name and type, a bar of what is there, blank and missing, and the numbers in words."""

    def __init__(self, look: Look, model: ProfileModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each, tokens, box = self._model.columns[index.row()], self._look.tokens, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            has_focus = is_chosen and option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(tokens.color("accent") if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("soft" if is_chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        inside = box.adjusted(_PAD, 5, -_PAD, -5)
        self._paint_title(painter, QRectF(inside.x(), inside.y(), inside.width(), 18), each)
        paint_share(painter, QRectF(inside.x(), inside.y() + 21, inside.width(), 6), each, self._look)
        painter.setFont(text_font(11))
        painter.setPen(tokens.color("dim"))
        _elided(painter, QRectF(inside.x(), inside.y() + 30, inside.width(), 16), self._model.words(each))
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRectF, each: ColumnProfile) -> None:
        painter.setFont(text_font(11))
        painter.setPen(self._look.tokens.color("dim"))
        kind = painter.fontMetrics().elidedText(
            each.type, Qt.TextElideMode.ElideRight, int(box.width() * 0.4)
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        taken = painter.fontMetrics().horizontalAdvance(kind) + 10
        painter.setFont(text_font(bold=True))
        painter.setPen(self._look.tokens.color("text"))
        _elided(painter, box.adjusted(0, 0, -taken, 0), each.name)


def paint_share(painter: QPainter, box: QRectF, each: ColumnProfile, look: Look) -> None:
    """Paint one bar: rows with a value, then those with blank text, then those with no value."""
    tokens = look.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.color("line"))
    painter.drawRoundedRect(box, 3, 3)
    if not each.rows:
        return
    there = each.rows - each.missing - each.blank
    left = box.left()
    for rows, color in ((there, "accent"), (each.blank, "attention")):
        width = box.width() * rows / each.rows
        if rows:
            painter.setBrush(tokens.color(color))
            painter.drawRoundedRect(QRectF(left, box.y(), max(2.0, width), box.height()), 3, 3)
        left += width


def _elided(painter: QPainter, box: QRectF, text: str) -> None:
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)


class _List(QListView):
    """The columns; Ctrl+C copies their numbers as a table."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, ProfileModel):
            QGuiApplication.clipboard().setText(model.as_text())
            return
        super().keyPressEvent(event)


class ProfileBars(QWidget):
    """A table's columns with what they hold; below, the frequent values of the chosen column."""

    def __init__(self, look: Look, name: str) -> None:
        """Make it.

        Args:
            look: fonts and colours.
            name: for screen readers, such as ``what the source table holds``.
        """
        super().__init__()
        self.model = ProfileModel()
        self.view = _List()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(look, self.model))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(name)
        self.values = ValueBars(look)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.view)
        parts.addWidget(self.values)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        self.setLayout(column(parts))
        self.view.selectionModel().currentChanged.connect(lambda now, _before: self._choose(now.row()))
        look.changed.connect(self.view.viewport().update)

    @property
    def chosen(self) -> ColumnProfile | None:
        """The column whose values are shown."""
        row = self.view.currentIndex().row()
        return self.model.columns[row] if 0 <= row < len(self.model.columns) else None

    def show_profile(self, profile: TableProfile | None) -> None:
        """Show another table, its first column chosen; None shows nothing."""
        self.model.show(profile.columns if profile else ())
        self.values.show_column(None)
        if self.model.columns:
            self.view.setCurrentIndex(self.model.index(0))

    def choose_column(self, name: str) -> None:
        """Show the values of a column, if it is there."""
        row = next((n for n, c in enumerate(self.model.columns) if c.name.casefold() == name.casefold()), -1)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    def _choose(self, row: int) -> None:
        self.values.show_column(self.model.columns[row] if 0 <= row < len(self.model.columns) else None)
