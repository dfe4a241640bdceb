"""Asks, above the sheets, whom the open questions are for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QCompleter, QFrame, QLineEdit

from signoff.gui.widgets.basics import button, label, row


class AskedPerson(QFrame):
    """One line: a name, and whether only what this person was asked already goes out."""

    wanted = Signal(str, bool)
    """The name, and whether only their questions."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Whom the questions are for"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setMaximumWidth(240)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.theirs = QCheckBox(self.tr("only what they were asked already"))
        save = button(self.tr("Save the sheet …"), self._save, kind="primary")
        leave = button(self.tr("Cancel"), self.hide, kind="quiet")
        words = label(self.tr("Questions for"))
        self.setLayout(row(words, self.name, self.theirs, 1, save, leave, margins=(14, 8, 14, 8), gap=10))
        self.name.returnPressed.connect(self._save)
        self.hide()

    def ask(self, known: Sequence[str]) -> None:
        """Ask; `known` are the people that were asked something already."""
        self._known.setStringList(sorted(set(known)))
        self.theirs.setVisible(bool(known))
        self.theirs.setChecked(False)
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        whom = " ".join(self.name.text().split())
        if not whom:
            self.name.setFocus()
            return
        self.hide()
        self.wanted.emit(whom, self.theirs.isChecked())
