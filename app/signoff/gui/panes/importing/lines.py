"""A list of things said of the document, each with the place it leads to: remarks, unused cells, questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from signoff.gui.look import Look, text_font
from signoff.gui.places import Place
from signoff.gui.widgets.basics import column, label
from signoff.gui.widgets.find import FilterField
from signoff.gui.widgets.marks import Mark, paint_mark

Index = QModelIndex | QPersistentModelIndex
_HEAD, _FOOT, _LEFT, _RIGHT = 22, 10, 28, 8
_MOST_LINES = 4
_MEASURED = 500
"""Lines whose height is measured one by one; in a longer list all are as high as the highest may be."""
_WORDS = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_WRAPPED = _WORDS | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Line:
    """One thing said."""

    text: str
    where: str
    """Where it stands, small, above the text."""
    place: Place | None
    mark: Mark = Mark.NONE
    holds_up: bool = False
    """A row can't be drafted before it is settled."""
    key: str = ""
    """Tells lines apart whose place is the same."""


class LinesModel(QAbstractListModel):
    """The lines that pass the filter."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._all: tuple[Line, ...] = ()
        self._filter = ""
        self._holding_only = False

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        if tuple(lines) != self._all:
            self._all = tuple(lines)
            self._apply()

    def filter(self, text: str, *, holding_only: bool | None = None) -> None:
        """Keep only lines that hold a text, case-folded, and perhaps only those that hold a row up."""
        self._filter = text
        if holding_only is not None:
            self._holding_only = holding_only
        self._apply()

    @property
    def is_narrowed(self) -> bool:
        """Whether only lines that hold a row up are shown."""
        return self._holding_only

    def as_text(self) -> str:
        """The lines as a table, tab-separated, header line first."""
        rows = [f"{line.where}\t{line.text}".replace("\n", " ") for line in self.lines]
        return "\n".join(["where\twhat", *rows]) + "\n"

    def _apply(self) -> None:
        self.beginResetModel()
        self.lines = tuple(
            line
            for line in self._all
            if (line.holds_up or not self._holding_only)
            and (not self._filter or self._filter in f"{line.where} {line.text}".casefold())
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.where}: {line.text}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: LinesModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(text_font())
        most = metrics.lineSpacing() * _MOST_LINES
        if len(self._model.lines) > _MEASURED:
            return QSize(120, _HEAD + most + _FOOT)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        text = _plain(self._model.lines[index.row()].text)
        needed = metrics.boundingRect(QRect(0, 0, width - _LEFT - _RIGHT, 10_000), _WRAPPED, text).height()
        return QSize(120, _HEAD + min(most, needed) + _FOOT)

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
        left = _LEFT if line.mark is not Mark.NONE else _RIGHT
        paint_mark(painter, QRectF(box.x() + 6, box.y() + 6, 16, 16), line.mark, tokens)
        painter.setFont(text_font(11))
        painter.setPen(tokens.color("dim"))
        top = QRectF(box.x() + left, box.y() + 5, box.width() - left - _RIGHT, 16)
        short = painter.fontMetrics().elidedText(line.where, Qt.TextElideMode.ElideMiddle, int(top.width()))
        painter.drawText(top, _WORDS, short)
        painter.setFont(text_font())
        painter.setPen(tokens.color("text"))
        room = QRectF(top.x(), box.y() + _HEAD, top.width(), box.height() - _HEAD - _FOOT + 2)
        painter.drawText(room, _WRAPPED, _plain(line.text))
        painter.restore()


def _plain(text: str) -> str:
    """The start of a text on one line; the tool tip has the whole."""
    return " ".join(text[:600].split())


class _View(QListView):
    gone = Signal(object)
    chosen = Signal(str)

    def __init__(self, look: Look, model: LinesModel, name: str) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(look, model))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        model.modelReset.connect(lambda: self.setUniformItemSizes(len(model.lines) > _MEASURED))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.clicked.connect(self._go)
        look.changed.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # a list that flows downwards measures its rows anew by height alone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._lines.as_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, index: Index) -> None:
        line = self._lines.lines[index.row()] if index.isValid() else None
        if line is not None and line.key:
            self.chosen.emit(line.key)
        if line is not None and line.place is not None:
            self.gone.emit(line.place)


class Lines(QWidget):
    """A filter over the list; click or Enter leads to the place."""

    gone = Signal(object)
    """The `Place` of the line that was followed."""
    chosen = Signal(str)
    """Its key, where it has one."""

    def __init__(self, look: Look, name: str, nothing: str) -> None:
        """Make it.

        Args:
            look: fonts and colours.
            name: what the list holds, for the filter and screen readers, such as ``remarks``.
            nothing: said when there is no line.
        """
        super().__init__()
        self.nothing = nothing
        """Said when there is no line."""
        self.model = LinesModel()
        words = self.tr("filter {name}").format(name=name)
        self.field = FilterField(words, words)
        self.view = _View(look, self.model, name)
        self.note = label(nothing, "dim", wraps=True)
        self.field.wanted.connect(self.model.filter)
        self.view.gone.connect(self.gone)
        self.view.chosen.connect(self.chosen)
        self.model.modelReset.connect(self._told)
        lines = column(self.field, self.note, self.view, gap=6)
        lines.setStretch(2, 1)
        self.setLayout(lines)
        self._told()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.model.show(lines)
        self._told()

    def _told(self) -> None:
        is_filtered = bool(self.field.text()) or self.model.is_narrowed
        self.note.setText(self.tr("Nothing fits the filter.") if is_filtered else self.nothing)
        self.note.setVisible(not self.model.lines)
