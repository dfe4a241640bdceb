"""After a change was asked for and a new draft was made: old and new beside each other, and which one stays."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from signoff.core.domain.dossier import Dossier
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.beside_table import BesideTable
from signoff.gui.panes.annotation.card.facts import Facts, Understood
from signoff.gui.panes.annotation.card.sql_text import SqlText
from signoff.gui.panes.annotation.card.words import expressions_of
from signoff.gui.widgets.basics import button, column, label, row


class Compare(QFrame):
    """Hidden unless there is something to compare."""

    kept = Signal()
    """The new one stays."""
    went_back = Signal(str)
    """SQL of the old one, which is wanted again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self._old = ""
        self._shown: Facts | None = None
        self.words = {
            "old": label("", wraps=True, selectable=True),
            "new": label("", wraps=True, selectable=True),
        }
        self.sql = {
            "old": SqlText(context.look, self.tr("SQL before")),
            "new": SqlText(context.look, self.tr("SQL now")),
        }
        self.table = BesideTable(context, self.tr("Values before and now"))
        self.keep = button(self.tr("Keep the new one"), self.kept.emit, kind="primary")
        self.back = button(self.tr("Go back to the old one"), lambda: self.went_back.emit(self._old))
        sides = QGridLayout()
        sides.setHorizontalSpacing(24)
        for place, (side, head) in enumerate((("old", self.tr("Before")), ("new", self.tr("Now")))):
            sides.addWidget(label(head, "heading"), 0, place)
            sides.addWidget(self.words[side], 1, place)
            sides.addWidget(self.sql[side], 2, place)
            sides.setColumnStretch(place, 1)
        title = label(self.tr("A change was asked for; this is the new draft."), "attention", wraps=True)
        foot = row(self.keep, self.back, 1)
        self.setLayout(column(title, sides, self.table, foot, margins=(14, 11, 14, 11), gap=8))
        self.hide()

    def show_facts(self, dossier: Dossier, facts: Facts, *, with_sql: bool, can_write: bool) -> None:
        """Show what a column was before the change that was asked for, and what it is now."""
        self.setVisible(bool(facts.earlier))
        if not facts.earlier:
            self.table.forget()
            return
        self._old = facts.earlier[0]
        self.words["old"].setText(_sentences(facts.earlier_understood))
        self.words["new"].setText(_sentences(facts.understood))
        self.sql["old"].setPlainText("\n".join(facts.earlier))
        self.sql["new"].setPlainText("\n".join(expressions_of(dossier, facts.column)))
        self.show_sql(with_sql)
        self.keep.setEnabled(can_write)
        self.back.setEnabled(can_write and len(set(facts.earlier)) == 1)
        self.table.ask(dossier, facts.column, [facts.earlier], (self.tr("now"), self.tr("before")))

    def show_sql(self, is_shown: bool) -> None:
        """Show or hide the SQL of both sides."""
        for each in self.sql.values():
            each.setVisible(is_shown)


def _sentences(parts: tuple[Understood, ...]) -> str:
    return "\n".join(f"{p.section}: {p.sentence}" if p.section else p.sentence for p in parts)
