"""The keys that decide on the edit in focus, before they are the window's: A, R, C and Z."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from signoff.gui.panes.diff.edit_card import EditCard

_KEYS = (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_C, Qt.Key.Key_Z)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def decides(event: QEvent) -> bool:
    """Whether an event is one of the keys, and nothing is being written."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() in _KEYS
        and event.modifiers() in _PLAIN
        and not isinstance(QApplication.focusWidget(), QLineEdit)
    )


def press(card: EditCard | None, key: int) -> None:
    """Do on a card what a key says."""
    if card is None:
        return
    act = {
        Qt.Key.Key_A: card.accept,
        Qt.Key.Key_R: card.ask_why_not,
        Qt.Key.Key_C: card.ask_comment,
        Qt.Key.Key_Z: card.undo,
    }.get(Qt.Key(key))
    if act is not None:
        act()
