"""How one line of the list of columns is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from signoff.core.domain.review import ROWS
from signoff.core.review.standing import ColumnState
from signoff.gui.look import Look, text_font
from signoff.gui.panes.annotation.column_model import ColumnLine, ColumnModel, Index
from signoff.gui.panes.annotation.words import column_title
from signoff.gui.widgets.marks import Mark, paint_mark
from signoff.gui.wording import COLUMN_MARKS

HEIGHT = 31
_MARK, _COUNT, _PAD = 26, 30, 8


class ColumnDelegate(QStyledItemDelegate):
    """Name, how it came about, comments, mark of state; every line is as high as the others."""

    def __init__(self, look: Look, model: ColumnModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        box = QRectF(option.rect)
        self._paint_back(painter, box, option, is_chosen)
        mark = COLUMN_MARKS[line.state] if line.state else Mark.NONE
        if line.name == ROWS and line.state is ColumnState.UNDECIDED:
            mark = Mark.DOT
        paint_mark(painter, QRectF(box.right() - _MARK, box.y(), 18, box.height()), mark, self._look.tokens)
        self._paint_comments(painter, box, line)
        self._paint_words(painter, box.adjusted(_PAD, 0, -_MARK - _PAD, 0), line, is_chosen)
        painter.restore()

    def _paint_back(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, is_chosen: bool
    ) -> None:
        tokens = self._look.tokens
        painter.setPen(tokens.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if not is_chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = is_chosen and option.state & QStyle.StateFlag.State_HasFocus
        painter.setPen(tokens.color("accent") if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("soft" if is_chosen else "hover"))
        painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)

    def _paint_comments(self, painter: QPainter, box: QRectF, line: ColumnLine) -> None:
        if line.standing is None or not line.standing.comments:
            return
        left = box.right() - _MARK - _COUNT
        if line.state is not ColumnState.CHANGE_REQUESTED:
            paint_mark(painter, QRectF(left, box.y(), 12, box.height()), Mark.PENCIL, self._look.tokens)
        painter.setFont(text_font(11))
        painter.setPen(self._look.tokens.color("dim"))
        place = QRectF(left + 14, box.y(), 16, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(line.standing.comments))

    def _paint_words(self, painter: QPainter, box: QRectF, line: ColumnLine, is_chosen: bool) -> None:
        half = box.width() * 0.52
        if line.standing is not None and line.standing.comments:
            box = box.adjusted(0, 0, -_COUNT, 0)
        tokens = self._look.tokens
        painter.setFont(text_font(bold=is_chosen or line.name == ROWS))
        painter.setPen(tokens.color("text"))
        self._elided(painter, QRectF(box.x(), box.y(), half - 6, box.height()), column_title(line.name))
        painter.setFont(text_font())
        painter.setPen(tokens.color("attention" if line.waits_for else "dim"))
        self._elided(painter, QRectF(box.x() + half, box.y(), box.width() - half, box.height()), line.told)

    @staticmethod
    def _elided(painter: QPainter, box: QRectF, text: str) -> None:
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
