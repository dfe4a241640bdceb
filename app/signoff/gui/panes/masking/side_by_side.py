"""One prompt before and after masking, scrolled and lit together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QSplitter, QWidget

from signoff.gui.look import Look
from signoff.gui.panes.masking.lit_text import LitText
from signoff.gui.panes.masking.pieces import Sides
from signoff.gui.widgets.basics import caption, column, holder


class SideBySide(QWidget):
    """Left the names of the document, right what the language model reads."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.before = LitText(look, self.tr("The prompt before masking"))
        self.after = LitText(look, self.tr("The prompt after masking"))
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(12)
        across.setChildrenCollapsible(False)
        for words, text in (
            (self.tr("As the document has it"), self.before),
            (self.tr("As the language model reads it"), self.after),
        ):
            across.addWidget(holder(column(caption(words), text, gap=4)))
            text.pointed.connect(self.light)
        across.setSizes([400, 400])
        self.setLayout(column(across))
        one, other = self.before.verticalScrollBar(), self.after.verticalScrollBar()
        one.valueChanged.connect(lambda _value: self._follow(one, other))
        other.valueChanged.connect(lambda _value: self._follow(other, one))
        self._is_following = False

    def show_sides(self, sides: Sides) -> None:
        """Show a prompt; what is longer than the view is shown from its end, where the rule stands."""
        self._is_following = True
        self.before.show_pieces(sides.before, sides.aliases)
        self.after.show_pieces(sides.after, sides.aliases)
        self._is_following = False
        for text in (self.before, self.after):
            text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())

    def light(self, alias: str) -> None:
        """Light a stand-in and what it stands for."""
        self.before.light(alias)
        self.after.light(alias)

    def _follow(self, moved: QScrollBar, other: QScrollBar) -> None:
        """The same share of the way down: lines wrap differently on the two sides."""
        if self._is_following:
            return
        self._is_following = True
        share = moved.value() / moved.maximum() if moved.maximum() else 0.0
        other.setValue(round(share * other.maximum()))
        self._is_following = False
