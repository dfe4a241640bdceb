"""Asks, above the sheets, what a document is that came while a project is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from signoff.gui.widgets.basics import button, label, row
from signoff.gui.widgets.pick import Pick


class AskedDocument(QFrame):
    """One line with what can be done; nothing is changed before the comparison is accepted."""

    version_wanted = Signal(object, str)
    """Path, and name of the document it is a new version of."""
    another_wanted = Signal(object)
    project_wanted = Signal(object)
    left = Signal()
    """The document is left alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self._path = Path()
        self.words = label("", wraps=True)
        self.of = Pick(self.tr("Document it is a new version of"), least=14)
        self.read = button(self.tr("New version"), self._read, kind="primary")
        self.another = button(self.tr("Another document"), self._another)
        new = button(self.tr("Make a new project of it"), self._new)
        leave = button(self.tr("Leave it"), self._leave, kind="quiet")
        line = row(self.words, self.of, self.read, self.another, new, leave, margins=(14, 8, 14, 8), gap=10)
        line.setStretch(0, 3)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def ask(self, path: Path, present: Sequence[str]) -> None:
        """Ask about one document.

        Args:
            path: where it lies.
            present: names of the project's documents, the likeliest one first.
        """
        self._path = path
        self.of.clear()
        self.of.addItems(list(present))
        self.of.setVisible(len(present) > 1)
        words = (
            self.tr("Is {name} a new version of {present}, or another document?")
            if len(present) == 1
            else self.tr("Is {name} another document, or a new version of the one chosen here?")
        )
        more = self.tr("You see what would change before anything does.")
        self.words.setText(f"{words.format(name=path.name, present=present[0])} {more}")
        self.show()
        self.read.setFocus()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _read(self) -> None:
        self.hide()
        self.version_wanted.emit(self._path, self.of.currentText())

    def _another(self) -> None:
        self.hide()
        self.another_wanted.emit(self._path)

    def _new(self) -> None:
        self.hide()
        self.project_wanted.emit(self._path)
