"""How one line of the list of terms is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from signoff.core.domain.masking import TermKind
from signoff.core.mask.uses import TermUse
from signoff.gui.look import Look, code_font, text_font
from signoff.gui.panes.masking.term_model import Index, TermModel
from signoff.gui.panes.masking.words import kind_words, use_words

HEIGHT = 42
_PAD = 8


class TermDelegate(QStyledItemDelegate):
    """Term and stand-in in the first line, what is said of it in the second; headings in capitals."""

    def __init__(self, look: Look, model: TermModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        box = QRectF(option.rect)
        painter.save()
        if line.use is None:
            self._paint_heading(painter, box, f"{kind_words(line.kind).upper()}   {line.count:,}")
        else:
            self._paint_back(painter, box, option)
            self._paint_term(painter, box.adjusted(_PAD, 4, -_PAD, -5), line.use)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, words: str) -> None:
        painter.setFont(text_font(11, bold=True))
        painter.setPen(self._look.tokens.color("dim"))
        place = box.adjusted(_PAD, 0, -_PAD, -6)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)

    def _paint_back(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        tokens = self._look.tokens
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not option.state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = is_chosen and option.state & QStyle.StateFlag.State_HasFocus
        painter.setPen(tokens.color("accent") if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("soft" if is_chosen else "hover"))
        painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)

    def _paint_term(self, painter: QPainter, box: QRectF, use: TermUse) -> None:
        tokens = self._look.tokens
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.setFont(code_font(11))
        painter.setPen(tokens.color("dim"))
        alias = "→ " + use.alias_example.rstrip("_0123456789")
        painter.drawText(box, right, alias)
        taken = painter.fontMetrics().horizontalAdvance(alias) + 12
        is_plain = use.term.kind is TermKind.WORD
        first = QRectF(box.x(), box.y(), box.width() - taken, 17)
        painter.setPen(tokens.color("text"))
        self._elided(painter, first, use.term.text, text_font() if is_plain else code_font())
        painter.setPen(tokens.color("dim"))
        second = QRectF(box.x(), box.y() + 17, box.width(), 15)
        self._elided(painter, second, use_words(use), text_font(11))

    @staticmethod
    def _elided(painter: QPainter, box: QRectF, text: str, font: QFont) -> None:
        painter.setFont(font)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
