"""Ask somebody else about a column: a name and a few words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from signoff.gui.widgets.basics import button, column, label, row


class AskForm(QFrame):
    """Hidden until it is asked for."""

    sent = Signal(str, str)
    """Name and text."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.whom, self.text = QLineEdit(), QLineEdit()
        self.whom.setPlaceholderText(self.tr("name"))
        self.whom.setAccessibleName(self.tr("Who is asked"))
        self.text.setPlaceholderText(self.tr("what you would like to know"))
        self.text.setAccessibleName(self.tr("What is asked"))
        self.send = button(self.tr("Ask"), self._send, kind="primary")
        self.send.setEnabled(False)
        line = row(self.whom, self.text, self.send, button(self.tr("Cancel"), self.hide))
        line.setStretch(0, 1)
        line.setStretch(1, 3)
        told = self.tr("Noted in the record; the column waits until it is answered here. Nothing is sent.")
        self.setLayout(column(line, label(told, "small", wraps=True), margins=10, gap=4))
        self.whom.textChanged.connect(lambda text: self.send.setEnabled(bool(text.strip())))
        for field in (self.whom, self.text):
            field.returnPressed.connect(self._send)
        self.hide()

    def open_(self) -> None:
        """Show it, ready to write."""
        self.show()
        self.whom.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _send(self) -> None:
        if whom := self.whom.text().strip():
            self.sent.emit(whom, self.text.text().strip())
            self.whom.clear()
            self.text.clear()
            self.hide()
