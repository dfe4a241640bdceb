"""Asks, above the sheets, what becomes of a document that was dropped on an open project."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from signoff.gui.widgets.basics import button, label, row


class AskedDocument(QFrame):
    """One line with what can be done."""

    version_wanted = Signal(object)
    project_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self._path = Path()
        self._words = label("", wraps=True)
        self.read = button(self.tr("Read it here"), self._read, kind="primary")
        new = button(self.tr("Make a new project of it"), self._new)
        leave = button(self.tr("Leave it"), self.hide, kind="quiet")
        line = row(self._words, self.read, new, leave, margins=(14, 8, 14, 8), gap=10)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

    def ask(self, path: Path, present: str) -> None:
        """Ask about one document."""
        self._path = path
        words = (
            self.tr(
                "Is {name} a new version of the document? Decisions stay, and Undo brings the old one back."
            )
            if path.name == present
            else self.tr(
                "Read {name} in place of {present}? Decisions stay, and Undo brings the old one back."
            )
        )
        self._words.setText(words.format(name=path.name, present=present))
        self.show()
        self.read.setFocus()

    def _read(self) -> None:
        self.hide()
        self.version_wanted.emit(self._path)

    def _new(self) -> None:
        self.hide()
        self.project_wanted.emit(self._path)
