"""How far the decisions are, table by table: one thin bar each, approved, waiting and questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from signoff.core.project.standing import Standing, TargetStanding
from signoff.core.review.standing import ColumnState
from signoff.gui.look import Look, text_font
from signoff.gui.widgets.marks import paint_mark
from signoff.gui.wording import target_mark

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 26
_COUNT_WIDTH = 64
_ASKING = (ColumnState.QUESTION, ColumnState.UNRESOLVED)


@dataclass(frozen=True)
class TableProgress:
    """One target table in numbers; the rows count as one decision."""

    target: TargetStanding
    approved: int = 0
    waiting: int = 0
    questions: int = 0

    @property
    def total(self) -> int:
        """All decisions there are."""
        return self.approved + self.waiting + self.questions


def progress_of(target: TargetStanding) -> TableProgress:
    """A target's decisions counted; all of one that has no draft wait."""
    if target.review is None:
        return TableProgress(target, waiting=len(target.mapping.columns) + 1)
    states = [c.state for c in target.review.columns if c.state is not ColumnState.LEFT_ALONE]
    approved = sum(state is ColumnState.APPROVED for state in states)
    questions = sum(state in _ASKING for state in states)
    return TableProgress(target, approved, len(states) - approved - questions, questions)


class _Model(QAbstractListModel):
    """One line a target."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[TableProgress, ...] = ()

    def show(self, lines: tuple[TableProgress, ...]) -> None:
        """Show other numbers; the view stays where it is when the tables are the same."""
        same = [line.target.name for line in lines] == [line.target.name for line in self.lines]
        if not same:
            self.beginResetModel()
        self.lines = lines
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.target.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self.tr(
                "{name}: {approved} approved, {waiting} waiting, {questions} with a question first"
            )
            return words.format(
                name=line.target.name,
                approved=line.approved,
                waiting=line.waiting,
                questions=line.questions,
            )
        return None


class _Delegate(QStyledItemDelegate):
    """Paints mark, name, stacked bar and count."""

    def __init__(self, look: Look, model: _Model) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(240, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, tokens = self._model.lines[index.row()], self._look.tokens
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        if has_focus or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(tokens.color("accent") if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("hover"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        paint_mark(painter, QRectF(box.x() + 4, box.y(), 18, box.height()), target_mark(line.target), tokens)
        name = QRectF(box.x() + 28, box.y(), max(60.0, box.width() * 0.34 - 28), box.height())
        painter.setFont(text_font())
        painter.setPen(tokens.color("text"))
        short = painter.fontMetrics().elidedText(
            line.target.name, Qt.TextElideMode.ElideMiddle, int(name.width())
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, short)
        count = QRectF(box.right() - _COUNT_WIDTH - 6, box.y(), _COUNT_WIDTH, box.height())
        painter.setPen(tokens.color("dim"))
        words = f"{line.approved:,}/{line.total:,}"
        painter.drawText(count, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        bar = QRectF(name.right() + 12, box.center().y() - 4, count.left() - name.right() - 20, 8)
        self._paint_bar(painter, bar, line)
        painter.restore()

    def _paint_bar(self, painter: QPainter, box: QRectF, line: TableProgress) -> None:
        if box.width() < 8:
            return
        tokens, outline = self._look.tokens, QPainterPath()
        outline.addRoundedRect(box, 4, 4)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillRect(box, tokens.color("line"))
        left = box.left()
        for count, color in ((line.approved, "accent"), (line.questions, "attention")):
            width = box.width() * count / max(1, line.total)
            painter.fillRect(QRectF(left, box.top(), width, box.height()), tokens.color(color))
            left += width


class ProgressPicture(QListView):
    """A row a target table; a click or Enter asks for it."""

    target_asked = Signal(str)
    """Name of the target to go to."""

    def __init__(self, look: Look) -> None:
        """Make it.

        Args:
            look: colours.
        """
        super().__init__()
        self._model = _Model()
        self._delegate = _Delegate(look, self._model)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Progress by target table"))
        self.clicked.connect(self._ask)
        look.changed.connect(self.viewport().update)

    @property
    def lines(self) -> tuple[TableProgress, ...]:
        """What is shown."""
        return self._model.lines

    def show_standing(self, standing: Standing) -> None:
        """Show the tables of a project as they stand."""
        self._model.show(tuple(progress_of(target) for target in standing.targets))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT * max(1, len(self.lines)) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.target_asked.emit(self.lines[index.row()].target.name)
