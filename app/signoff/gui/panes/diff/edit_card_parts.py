"""What the card of an edit is made of: its buttons, the line a person writes on, the words it says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy

from signoff.gui.panes.diff.card_content import CardContent
from signoff.gui.panes.diff.words import say
from signoff.gui.widgets.basics import button


class WhyLine(QLineEdit):
    """A line that is written and sent with Enter; Esc leaves it."""

    sent = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def small_button(text: str, act: Callable[[], object], *, name: str = "") -> QPushButton:
    """A button without a frame, no wider than its words."""
    made = button(text, act, kind="quiet-small", name=name, hint=name)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def plain_button(text: str, act: Callable[[], object]) -> QPushButton:
    """A button with a frame, no wider than its words."""
    made = button(text, act, kind="small")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def words_of(content: CardContent) -> str:
    """What an edit comes to in words; that a question waits where nothing is written for it."""
    if content.is_unresolved:
        return say("Nothing is written for it yet: a question waits on its card.")
    return content.words
