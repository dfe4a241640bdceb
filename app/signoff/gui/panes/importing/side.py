"""The right side: readiness in words, and under tabs the remarks, unused cells, questions and sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from signoff.core.lint import Level
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.importing.lines import Lines
from signoff.gui.panes.importing.overview import Overview
from signoff.gui.panes.importing.questions_page import QuestionsPage
from signoff.gui.panes.importing.readiness_panel import ReadinessPanel
from signoff.gui.panes.importing.remarks_page import RemarksPage
from signoff.gui.panes.importing.sources_page import SourcesPage
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, panel, row, rule
from signoff.gui.widgets.tabs import Tabs


class Side(QWidget):
    """Shows what is said of the document; following a line goes to its place."""

    heat_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look = context.look
        self.readiness = ReadinessPanel(look)
        self.remarking = RemarksPage(context)
        self.remarks, self.whole = self.remarking.lines, self.remarking.whole
        self.unused = Lines(look, self.tr("unused cells"), self.tr("Every cell with text was used."))
        self.asking = QuestionsPage(context)
        self.questions = self.asking.lines
        self.sources = SourcesPage(context)
        self.tabs = Tabs()
        self.tabs.add("remarks", self.tr("Remarks"), self.remarking)
        self.tabs.add("unused", self.tr("Unused"), self.unused)
        self.tabs.add("questions", self.tr("Questions"), self.asking)
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
        self.asking.counted.connect(self._count)
        self.sources.matters_changed.connect(self._count_matters)
        for each in (self.remarks, self.unused):
            each.gone.connect(context.go)

    def add_saving(self, actions: Sequence[QAction]) -> None:
        """What can be saved of the document, in a menu."""
        menu = QMenu(self)
        menu.addActions(actions)
        self.saving.setMenu(menu)

    def show_standing(self, standing: Standing) -> None:
        """Follow the project: questions and sources."""
        self.asking.show_standing(standing)
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
        self.remarking.show_overview(overview)
        self.unused.show_lines(overview.unused_lines)
        self.asking.show_overview(overview)
        remarks = _number(len(overview.remark_lines))
        self.tabs.set_words("remarks", self.tr("Remarks {n}").format(n=remarks))

    def _count(self, asked: int) -> None:
        self.tabs.set_words("questions", self.tr("Questions {n}").format(n=_number(asked)))

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
            self.remarking.narrow(is_narrowed=True)
            self.tabs.choose("remarks")


def _number(count: int) -> str:
    """A count that never widens a tab."""
    return str(count) if count < 1_000 else "999+"
