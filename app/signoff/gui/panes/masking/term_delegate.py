"""How one line of the list of terms is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from signoff.core.domain.masking import TermKind
from signoff.gui.look import Look, text_font
from signoff.gui.panes.masking.term_model import Index, TermModel
from signoff.gui.panes.masking.two_lines import PAD, TwoLineDelegate
from signoff.gui.panes.masking.words import kind_words, use_words


class TermDelegate(TwoLineDelegate):
    """Term and stand-in in the first line, what is said of it in the second; headings in capitals."""

    def __init__(self, look: Look, model: TermModel) -> None:
        super().__init__(look)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.lines[index.row()]
        box = QRectF(option.rect)
        painter.save()
        if line.use is None:
            self._paint_heading(painter, box, f"{kind_words(line.kind).upper()}   {line.count:,}")
        else:
            self.paint_back(painter, box, option)
            alias = "→ " + line.use.alias_example.rstrip("_0123456789")
            is_code = line.use.term.kind is not TermKind.WORD
            inner = box.adjusted(PAD, 4, -PAD, -5)
            self.paint_words(painter, inner, line.use.term.text, alias, use_words(line.use), is_code=is_code)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, words: str) -> None:
        painter.setFont(text_font(11, bold=True))
        painter.setPen(self.look.tokens.color("dim"))
        place = box.adjusted(PAD, 0, -PAD, -6)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
