"""The target tables: state, progress, what is left; filtered, and always in reach."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from signoff.core.project.standing import Standing, TargetStanding
from signoff.core.review.standing import TargetState
from signoff.gui.look import Look, text_font
from signoff.gui.session import Session
from signoff.gui.widgets.basics import caption, column, label, panel
from signoff.gui.widgets.find import FilterField
from signoff.gui.widgets.marks import Mark, paint_mark
from signoff.gui.wording import target_mark, target_words

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 46


class TargetModel(QAbstractListModel):
    """The target tables that pass the filter, in the document's order."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: tuple[TargetStanding, ...] = ()
        self._all: tuple[TargetStanding, ...] = ()
        self._filter = ""
        self.drafting: frozenset[str] = frozenset()

    def show(self, targets: tuple[TargetStanding, ...]) -> None:
        """Show other targets; keeps the view where it is when only their state changed."""
        same = [t.name for t in targets] == [t.name for t in self._all]
        self._all = targets
        self._apply(reset=not same)

    def filter(self, text: str) -> None:
        """Show only those whose name or state holds a text."""
        self._filter = text
        self._apply(reset=True)

    def _apply(self, *, reset: bool) -> None:
        kept = tuple(t for t in self._all if self._filter in f"{t.name} {target_words(t)}".casefold())
        if reset or len(kept) != len(self.targets):
            self.beginResetModel()
            self.targets = kept
            self.endResetModel()
            return
        self.targets = kept
        if kept:
            self.dataChanged.emit(self.index(0), self.index(len(kept) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.targets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        target = self.targets[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return target.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return target.mapping.description or target_words(target)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{target.name}, {target_words(target)}"
        return None


class _TargetDelegate(QStyledItemDelegate):
    """Paints a mark, the name, what is left, and a thin bar of progress while decisions are made."""

    def __init__(self, look: Look, model: TargetModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        target, tokens = self._model.targets[index.row()], self._look.tokens
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or is_over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("soft" if is_chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tokens.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        mark = Mark.LOOP if target.name in self._model.drafting else target_mark(target)
        paint_mark(painter, QRectF(box.x() + 6, box.y() + 5, 16, 16), mark, tokens)
        self._paint_words(painter, box.adjusted(28, 4, -8, -4), target, is_chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, target: TargetStanding, is_chosen: bool) -> None:
        tokens = self._look.tokens
        left = Qt.AlignmentFlag.AlignLeft
        painter.setFont(text_font(bold=is_chosen))
        painter.setPen(tokens.color("text"))
        name = painter.fontMetrics().elidedText(target.name, Qt.TextElideMode.ElideMiddle, int(box.width()))
        painter.drawText(box, left | Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(text_font(11))
        painter.setPen(tokens.color("dim"))
        words = painter.fontMetrics().elidedText(
            target_words(target), Qt.TextElideMode.ElideRight, int(box.width())
        )
        line = QRectF(box.x(), box.y() + 18, box.width(), 15)
        painter.drawText(line, left | Qt.AlignmentFlag.AlignVCenter, words)
        if target.review is not None and target.state is TargetState.IN_REVIEW and target.review.decided:
            self._paint_bar(painter, QRectF(box.x(), box.bottom() - 2.5, box.width(), 3), target)

    def _paint_bar(self, painter: QPainter, box: QRectF, target: TargetStanding) -> None:
        assert target.review is not None
        share = target.review.decided / max(1, target.review.to_decide)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.tokens.color("line"))
        painter.drawRoundedRect(box, 1.5, 1.5)
        painter.setBrush(self._look.tokens.color("accent"))
        painter.drawRoundedRect(QRectF(box.x(), box.y(), box.width() * share, box.height()), 1.5, 1.5)


class TargetList:
    """The panel with caption, filter, list and what is left in all."""

    def __init__(self, session: Session, look: Look) -> None:
        self._session = session
        self.model = TargetModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(delegate := _TargetDelegate(look, self.model))
        self._delegate = delegate
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.view.tr("Target tables"))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.filter = FilterField(self.view.tr("filter"), self.view.tr("Filter target tables"))
        self.filter.wanted.connect(self._filter_changed)
        self._left = label("", "small", wraps=True)
        self.widget = panel()
        self.widget.setLayout(
            column(caption(self.view.tr("Target tables")), self.filter, self.view, self._left, margins=12)
        )
        self.widget.setMinimumWidth(140)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        session.changed.connect(self.show_standing)
        session.target_chosen.connect(self._follow)
        look.changed.connect(self.view.viewport().update)

    def show_standing(self, standing: Standing) -> None:
        """Show the targets of a project as they stand."""
        self.model.show(standing.targets)
        left = self.view.tr("{n} decisions left").format(n=f"{standing.decisions_left:,}")
        self._left.setText(left if standing.drafted else self.view.tr("nothing drafted yet"))
        self._follow(self._session.target)

    def set_drafting(self, names: frozenset[str]) -> None:
        """Mark the targets that are being drafted."""
        self.model.drafting = names
        self.view.viewport().update()

    def _filter_changed(self, text: str) -> None:
        self.model.filter(text)
        self._follow(self._session.target)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._session.choose_target(self.model.targets[index.row()].name)

    def _follow(self, name: str) -> None:
        names = [target.name for target in self.model.targets]
        if name in names and self.view.currentIndex().row() != names.index(name):
            self.view.setCurrentIndex(self.model.index(names.index(name)))
