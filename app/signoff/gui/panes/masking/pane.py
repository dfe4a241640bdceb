"""The pane for glossary masking: what is hidden, how a prompt looks then, and drafting itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.panes.masking.draft_bar import DraftBar
from signoff.gui.panes.masking.drafting import Drafting
from signoff.gui.panes.masking.facts import Facts, read_facts
from signoff.gui.panes.masking.glossary_panel import GlossaryPanel
from signoff.gui.panes.masking.previews import Previews
from signoff.gui.panes.masking.prompt_page import PromptPage
from signoff.gui.panes.masking.proof_page import ProofPage
from signoff.gui.panes.masking.run_page import RunPage
from signoff.gui.panes.masking.shown_page import ShownPage
from signoff.gui.panes.masking.template_page import TemplatePage
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import column, panel
from signoff.gui.widgets.empty import EmptyState
from signoff.gui.widgets.tabs import Tabs


class MaskingPane(Pane):
    """Terms left, prompts, progress and templates right, drafting over both."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.facts: Facts | None = None
        self._place: Place | None = None
        """Where to go as soon as the facts are there."""
        self.drafting = Drafting(context)
        self.previews = Previews(context)
        self.glossary = GlossaryPanel(context)
        self.terms = self.glossary.terms
        self.prompt = PromptPage(context, self.previews)
        self.progress = RunPage(context, self.drafting)
        self.shown = ShownPage(context, self.previews)
        self.proof = ProofPage(context)
        self.template = TemplatePage(context)
        self.bar = DraftBar(context, self.drafting)
        self.tabs = Tabs()
        for key, words, page in (
            ("prompt", self.tr("Before and after"), self.prompt),
            ("shown", self.tr("Still shown"), self.shown),
            ("proof", self.tr("Proof"), self.proof),
            ("progress", self.tr("Drafting"), self.progress),
            ("template", self.tr("Template"), self.template),
        ):
            self.tabs.add(key, words, page)
        self.stack = QStackedWidget()
        self._lay_out()
        context.session.opened.connect(lambda _standing: self._forget())
        context.session.target_chosen.connect(lambda _name: self._show_facts())
        context.drafter.started.connect(lambda _targets: self.tabs.choose("progress"))
        self.tabs.chosen.connect(lambda _key: self._show_facts())
        self.prompt.proof_asked.connect(self._ask_proof)

    @property
    def help_page(self) -> str:
        """That of the tab in front."""
        return "template" if self.tabs.current == "template" else ""

    def refresh(self, standing: Standing) -> None:
        self.stack.setCurrentIndex(2 if standing.targets else 1)
        self.bar.show_standing(standing)
        before = self.facts
        self.context.session.read(
            self.tr("reading terms and prompts"),
            lambda project: read_facts(project, before),
            lambda facts: self._take(standing, facts),
        )

    def show_place(self, place: Place) -> None:
        self.tabs.choose(place.part)
        self._place = place
        if self.facts is not None and not self._is_behind():
            self._lead()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.bar.choice.look()
        self._show_facts()

    def _lay_out(self) -> None:
        go_input = (self.tr("Go to Input"), lambda: self.context.go(Place(Step.INPUT)))
        right = panel()
        right.setLayout(column(self.tabs, margins=12))
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(12)
        across.setChildrenCollapsible(False)
        across.addWidget(self.glossary)
        across.addWidget(right)
        across.setStretchFactor(1, 1)
        across.setSizes([320, 800])
        work = QWidget()
        lines = column(self.bar, across, gap=12)
        lines.setStretch(1, 1)
        work.setLayout(lines)
        self.stack.addWidget(
            EmptyState(
                self.tr("No project is open"),
                self.tr(
                    "Open a project, or make one of a mapping document; then names are hidden and rules drafted here."
                ),
                (go_input,),
            )
        )
        self.stack.addWidget(
            EmptyState(
                self.tr("No target table was read"),
                self.tr(
                    "Drafting needs at least one target table with its columns. Look at how the document was read."
                ),
                (go_input,),
            )
        )
        self.stack.addWidget(work)
        self.setLayout(column(self.stack))

    def _take(self, standing: Standing, facts: Facts) -> None:
        """Show what was read, if the project has not moved on since."""
        if standing is self.context.session.standing:
            self.facts = facts
            self._show_facts()
            self._lead()

    def _is_behind(self) -> bool:
        return self._shown is not self.context.session.standing

    def _show_facts(self) -> None:
        standing, facts = self.context.session.standing, self.facts
        if standing is None or facts is None or not self.is_seen:
            return
        self.terms.show_facts(standing, facts)
        self.glossary.show_standing(standing)
        self.template.show_facts(facts)
        if self.tabs.current == "prompt":
            self.prompt.show_facts(standing, facts)
        if self.tabs.current == "shown":
            self.shown.show_facts(standing, facts)
        if self.tabs.current == "proof":
            self.proof.show_facts(facts)
        if self.tabs.current == "progress":
            self.progress.show_facts(standing, facts)

    def _lead(self) -> None:
        place, self._place = self._place, None
        if place is not None and place.column:
            self.prompt.choose(place.column)

    def _ask_proof(self) -> None:
        self.tabs.choose("proof")
        if self.proof.proof is None:
            self.proof.proving.begin()

    def _forget(self) -> None:
        self.facts = None
