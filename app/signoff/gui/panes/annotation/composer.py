"""Words a person writes beside a decision: a change, a comment, a reason, a question to somebody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit

from signoff.gui.widgets.basics import button, column, label, row

_LINES_PX = 58


@dataclass(frozen=True)
class Wanted:
    """What the person is asked to write."""

    key: str
    """Tells what is written apart: what was begun and left comes back under it."""
    title: str
    hint: str
    send_words: str
    send: Callable[[str, str], None]
    """Called with the text and, where one is asked for, a name."""
    asks_name: bool = False


class _Lines(QPlainTextEdit):
    """Enter sends, Shift+Enter begins a line, Esc leaves."""

    sent = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Composer(QFrame):
    """One place to write, hidden until it is asked for."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._wanted: Wanted | None = None
        self._kept: dict[str, str] = {}
        self.title = label("", "heading", wraps=True)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("name"))
        self.name.setAccessibleName(self.tr("Who is asked"))
        self.text = _Lines()
        self.text.setFixedHeight(_LINES_PX)
        self.text.setTabChangesFocus(True)
        self.send = button("", self._send, kind="primary")
        cancel = button(self.tr("Cancel"), self.close_)
        keys = label(self.tr("Enter sends · Shift+Enter new line · Esc leaves"), "small")
        self.setLayout(column(self.title, self.name, self.text, row(self.send, cancel, keys, 1), margins=10))
        self.text.sent.connect(self._send)
        self.text.left.connect(self.close_)
        self.text.textChanged.connect(self._refresh)
        self.name.textChanged.connect(self._refresh)
        self.name.returnPressed.connect(self.text.setFocus)
        self.hide()

    def ask(self, wanted: Wanted) -> None:
        """Open it; what was begun before under the same key is there again."""
        self._keep()
        self._wanted = wanted
        self.title.setText(wanted.title)
        self.text.setAccessibleName(wanted.title)
        self.text.setPlaceholderText(wanted.hint)
        self.text.setPlainText(self._kept.get(wanted.key, ""))
        self.send.setText(wanted.send_words)
        self.send.setAccessibleName(wanted.send_words)
        self.name.setVisible(wanted.asks_name)
        self.name.clear()
        self.show()
        self._refresh()
        (self.name if wanted.asks_name else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_(self) -> None:
        """Leave it; what was written stays for the next time."""
        if self._wanted is not None:
            self._keep()
            self._wanted = None
            self.hide()
            self.closed.emit()

    def forget(self, key: str) -> None:
        """What was written under a key is done with."""
        self._kept.pop(key, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        if self._wanted is not None:
            self._kept[self._wanted.key] = self.text.toPlainText()

    def _refresh(self) -> None:
        self.send.setEnabled(self._is_ready())

    def _is_ready(self) -> bool:
        wanted = self._wanted
        if wanted is None:
            return False
        has_text = bool(self.text.toPlainText().strip())
        return bool(self.name.text().strip()) if wanted.asks_name else has_text

    def _send(self) -> None:
        wanted = self._wanted
        if wanted is None or not self._is_ready():
            return
        text, name = self.text.toPlainText().strip(), self.name.text().strip()
        self.close_()
        wanted.send(text, name)
