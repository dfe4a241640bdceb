"""The right side: readiness in words, and under tabs the remarks, unused cells, questions and sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from signoff.core.lint import Level
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.importing.lines import Line, Lines
from signoff.gui.panes.importing.overview import Overview
from signoff.gui.panes.importing.readiness_panel import ReadinessPanel
from signoff.gui.panes.importing.sources_page import SourcesPage
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, panel, row, rule
from signoff.gui.widgets.marks import Mark
from signoff.gui.widgets.tabs import Tabs


class Side(QWidget):
    """Shows what is said of the document; following a line goes to its place."""

    heat_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self.readiness = ReadinessPanel(look)
        self.remarks = Lines(look, self.tr("remarks"), self.tr("No remarks: everything was understood."))
        self.unused = Lines(look, self.tr("unused cells"), self.tr("Every cell with text was used."))
        self.questions = Lines(look, self.tr("questions"), "")
        self.sources = SourcesPage(context)
        self.whole = button(self.tr("Show all remarks"), self._show_all, kind="link")
        self.whole.hide()
        self.tabs = Tabs()
        self.tabs.add("remarks", self.tr("Remarks"), _page(self.whole, self.remarks))
        self.tabs.add("unused", self.tr("Unused"), self.unused)
        self.tabs.add("questions", self.tr("Questions"), self.questions)
        self.tabs.add("sources", self.tr("Sources"), self.sources)
        frame = panel()
        self.onward = button("", lambda: context.go(Place(Step.ENHANCE)), kind="link")
        self.saving = button(
            self.tr("Save …"), name=self.tr("Save a copy, questions or the score"), kind="link"
        )
        lines = column(
            self.readiness, rule(), self.tabs, row(self.saving, 1, self.onward), margins=10, gap=10
        )
        lines.setStretch(2, 1)
        frame.setLayout(lines)
        self.setLayout(column(frame))
        self.readiness.asked.connect(self._ask)
        self.sources.matters_changed.connect(self._count_matters)
        for each in (self.remarks, self.unused, self.questions):
            each.gone.connect(context.go)

    def add_saving(self, actions: Sequence[QAction]) -> None:
        """What can be saved of the document, in a menu."""
        menu = QMenu(self)
        menu.addActions(actions)
        self.saving.setMenu(menu)

    def show_standing(self, standing: Standing) -> None:
        """Follow the project: questions and sources."""
        asked = _questions(standing)
        self.questions.nothing = (
            self.tr("No question is open.")
            if standing.drafted
            else self.tr("Questions come with the drafts: go to Enhance and draft.")
        )
        self.questions.show_lines(asked)
        self.tabs.set_words("questions", self.tr("Questions {n}").format(n=_number(len(asked))))
        self.sources.show_standing(standing)
        onward = self.tr("Go to Enhance") if standing.drafted else self.tr("Go on to Enhance and draft")
        self.onward.setText(onward)
        self.onward.setAccessibleName(onward)

    def show_overview(self, overview: Overview | None) -> None:
        """Show the numbers, remarks and unused cells; None while they are being counted."""
        if overview is None:
            self.readiness.show_waiting()
            return
        self.readiness.show_readiness(overview.readiness)
        self.remarks.show_lines(overview.remark_lines)
        self.unused.show_lines(overview.unused_lines)
        remarks = _number(len(overview.remark_lines))
        self.tabs.set_words("remarks", self.tr("Remarks {n}").format(n=remarks))

    def _count_matters(self) -> None:
        count = self.sources.open_matters
        words = self.tr("Sources {n}").format(n=_number(count)) if count else self.tr("Sources")
        self.tabs.set_words("sources", words)

    def _ask(self, level: str) -> None:
        if level == Level.UNUSED.value:
            self.tabs.choose("unused")
        elif level == Level.READY.value:
            self.heat_asked.emit()
        else:
            self._narrow(is_narrowed=True)
            self.tabs.choose("remarks")

    def _show_all(self) -> None:
        self._narrow(is_narrowed=False)

    def _narrow(self, *, is_narrowed: bool) -> None:
        self.whole.setVisible(is_narrowed)
        self.remarks.field.clear()
        self.remarks.model.filter("", holding_only=is_narrowed)


def _number(count: int) -> str:
    """A count that never widens a tab."""
    return str(count) if count < 1_000 else "999+"


def _questions(standing: Standing) -> list[Line]:
    """Open questions of drafted targets; each leads to the column it is about."""
    found = []
    for target in standing.targets:
        for each in target.review.open_questions if target.review else ():
            place = Place(Step.VALIDATE, target.name, each.column)
            where = f"{target.name}.{each.column}" if each.column else target.name
            found.append(Line(each.text, where, place, Mark.QUESTION, holds_up=True))
    return found


def _page(*parts: QWidget) -> QWidget:
    made = QWidget()
    lines = column(*parts, gap=4)
    lines.setStretch(len(parts) - 1, 1)
    made.setLayout(lines)
    return made
