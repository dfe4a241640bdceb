"""What an empty pane says: what it is for, and what to do first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from signoff.gui.widgets.basics import button, column, label, row

_WIDE = 220
"""Pixels a sentence gets before it wraps."""


class EmptyState(QWidget):
    """A title, one sentence, and the buttons that lead on."""

    def __init__(
        self, title: str, sentence: str, actions: tuple[tuple[str, Callable[[], object]], ...] = ()
    ) -> None:
        """Make it; the first action is the one to take.

        Args:
            title: what is not there yet.
            sentence: what to do first.
            actions: words and what they do.
        """
        super().__init__()
        self.title = label(title, "title", wraps=True)
        self.sentence = label(sentence, "dim", wraps=True)
        for words in (self.title, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setMaximumWidth(520)
            words.setMinimumWidth(min(_WIDE, words.fontMetrics().horizontalAdvance(words.text()) + 8))
        buttons = [
            button(text, act, kind="primary" if place == 0 else "")
            for place, (text, act) in enumerate(actions)
        ]
        middle = column(self.title, self.sentence, row(1, *buttons, 1))
        self.setLayout(column(2, row(1, middle, 1), 3, margins=24))
