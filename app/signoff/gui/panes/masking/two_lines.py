"""A line of a list that is painted as two: a name with something at its right end, and what is said of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from signoff.gui.look import Look, code_font, text_font
from signoff.gui.panes.masking.term_model import Index

HEIGHT = 42
PAD = 8


class TwoLineDelegate(QStyledItemDelegate):
    """Paints the back of a line and its two lines of words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, HEIGHT)

    def paint_back(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        """The chosen line and the one under the mouse stand out."""
        tokens = self.look.tokens
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = is_chosen and option.state & QStyle.StateFlag.State_HasFocus
        painter.setPen(tokens.color("accent") if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("soft" if is_chosen else "hover"))
        painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)

    def paint_words(
        self, painter: QPainter, box: QRectF, name: str, at_end: str, told: str, *, is_code: bool
    ) -> None:
        """Both lines.

        Args:
            painter: of the list.
            box: the line without its margins.
            name: in the first line, cut where it is too long.
            at_end: in small letters at the end of the first line.
            told: the second line.
            is_code: the name is one of a database or a code.
        """
        tokens = self.look.tokens
        painter.setFont(code_font(11))
        painter.setPen(tokens.color("dim"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, at_end)
        taken = painter.fontMetrics().horizontalAdvance(at_end) + 12
        first = QRectF(box.x(), box.y(), box.width() - taken, 17)
        painter.setPen(tokens.color("text"))
        self._elided(painter, first, name, code_font() if is_code else text_font())
        painter.setPen(tokens.color("dim"))
        second = QRectF(box.x(), box.y() + 17, box.width(), 15)
        self._elided(painter, second, told, text_font(11))

    @staticmethod
    def _elided(painter: QPainter, box: QRectF, text: str, font: QFont) -> None:
        painter.setFont(font)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
