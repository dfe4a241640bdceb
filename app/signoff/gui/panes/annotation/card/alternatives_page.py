"""Other readings of the rule that were found, each with its values, and a way to take one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.beside_table import BesideTable
from signoff.gui.panes.annotation.card.facts import Understood
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.panes.annotation.card.words import alternatives_of
from signoff.gui.widgets.answers import letter
from signoff.gui.widgets.basics import button, column, label, row


class Alternative(QWidget):
    """One other reading."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sql = ""
        self.words = label("", wraps=True, selectable=True)
        self.use = button(self.tr("Use this one instead"), self._choose, kind="link")
        line = row(self.words, self.use)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_reading(self, words: str, sql: str, *, can_write: bool) -> None:
        """Show one reading."""
        self._sql = sql
        self.words.setText(words)
        self.use.setEnabled(can_write)

    def _choose(self) -> None:
        self.chosen.emit(self._sql)


class AlternativesPage(QWidget):
    """Asked for only when it is open."""

    chosen = Signal(str)
    """SQL of the reading taken."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.none = label(
            self.tr("There is no other reading: all attempts agree, or a fixed rule built it."), "dim"
        )
        self.none.setWordWrap(True)
        lines = column(gap=4)
        self.lines = Pool(lines, self._line)
        self.table = BesideTable(context, self.tr("Values by each reading"))
        self.setLayout(column(self.none, lines, self.table, gap=6))

    def show_readings(
        self, dossier: Dossier, name: str, readings: Sequence[Understood], *, can_write: bool
    ) -> None:
        """Show the other readings of a column.

        Args:
            dossier: the target.
            name: its column.
            readings: what each of `alternatives_of` does, in words.
            can_write: whether one may be taken.
        """
        found = alternatives_of(dossier, name)
        self.none.setVisible(not found)
        for number, (line, sql) in enumerate(zip(self.lines.take(len(found)), found, strict=True), 1):
            said = readings[number - 1].sentence if number <= len(readings) else ""
            words = self.tr("{letter}: {words}") if said else self.tr("Reading {letter}")
            line.show_reading(words.format(letter=letter(number), words=said), sql, can_write=can_write)
        if not found:
            self.table.forget()
            return
        heads = [self.tr("A, as it is now"), *(letter(n) for n in range(1, len(found) + 1))]
        self.table.ask(dossier, name, [[sql] for sql in found], heads)

    def _line(self) -> Alternative:
        made = Alternative()
        made.chosen.connect(self.chosen)
        return made
