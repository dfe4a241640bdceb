"""The step of decisions: the columns and the card above, SQL, values and rows below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter

from signoff.core.domain.review import ROWS
from signoff.gui.commands import Command
from signoff.gui.context import Context
from signoff.gui.pane import Pane
from signoff.gui.panes.annotation import AnnotationPane
from signoff.gui.panes.diff import DiffPane
from signoff.gui.panes.samples import SamplesPane
from signoff.gui.places import Place, Step
from signoff.gui.preferences import PersonRole
from signoff.gui.widgets.basics import button, column, panel
from signoff.gui.widgets.tabs import Tabs

_HELP = {
    "rows": "changes",
    "meaning": "changes",
    "sql": "changes",
    "reading": "changes",
    "samples": "samples",
    "checks": "checks",
}
"""Help page of each page below the card."""


_NARROWEST = 340
"""Pixels of the card and what is below it; the list of columns gives way before."""


class ValidateStep(Pane):
    """Composes three panes; they know nothing of each other."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.annotation = AnnotationPane(context)
        self.diff = DiffPane(context)
        self.samples = SamplesPane(context)
        self.tabs = Tabs()
        *before, checks = self.diff.tabs()
        for key, words, widget in (*before, *self.samples.tabs(), checks):
            self.tabs.add(key, words, widget)
        self.room = button(
            "⤢", self.toggle_room, kind="quiet", name=self.tr("More room for the lower half"),
            hint=self.tr("Hides the card and the list, so that this half has the whole step (F6)"),
        )  # fmt: skip
        self.tabs.add_at_end(self.room)
        self.diff.corner_changed.connect(self.tabs.set_corner)
        self.diff.words_changed.connect(self.tabs.set_words)
        self._wanted = ""
        self.diff.update_shown.connect(self._show_reading)
        self.tabs.set_shown("reading", False)
        lower = panel()
        lower.setLayout(column(self.tabs, margins=10))
        self.upright = QSplitter(Qt.Orientation.Vertical)
        self.upright.addWidget(self.annotation.card)
        self.upright.addWidget(lower)
        self.upright.setStretchFactor(0, 3)
        self.upright.setStretchFactor(1, 2)
        self.upright.setSizes([480, 320])
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.addWidget(self.annotation.list)
        self.across.addWidget(self.upright)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([320, 900])
        self.upright.setMinimumWidth(_NARROWEST)
        for splitter in (self.upright, self.across):
            splitter.setHandleWidth(12)
            splitter.setChildrenCollapsible(False)
        self.setLayout(column(self.across))
        self.tabs.chosen.connect(self._tab_chosen)
        self.open_for(context.preferences.role)

        context.commands.add(
            Command("view.room", self.tr("More room for the lower half"), ("F6",), Step.VALIDATE),
            self.toggle_room,
        )

    @property
    def has_room(self) -> bool:
        """Whether the lower half has the whole step."""
        return self.annotation.list.isHidden()

    def toggle_room(self) -> None:
        """Hide the card and the list, or show them again."""
        is_roomy = not self.has_room
        self.annotation.list.setHidden(is_roomy)
        self.annotation.card.setHidden(is_roomy)
        self.room.setText("⤡" if is_roomy else "⤢")
        self.room.setAccessibleName(
            self.tr("Show the card and the list again")
            if is_roomy
            else self.tr("More room for the lower half")
        )

    def open_for(self, role: PersonRole | None) -> None:
        """Values and rows in front for who decides, SQL for who builds."""
        kept = self.context.preferences.text("validate.tab")
        self.tabs.choose(kept or ("sql" if role is PersonRole.BUILDS else "samples"))

    @property
    def help_page(self) -> str:
        """That of the page below where the keyboard is there, else of the card."""
        focus = QApplication.focusWidget()
        if focus is not None and self.tabs.isAncestorOf(focus):
            return _HELP.get(self.tabs.current, "")
        return "rows" if self.context.session.column == ROWS else ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for pane in (self.annotation, self.diff, self.samples):
            pane.catch_up()

    def _tab_chosen(self, key: str) -> None:
        self.context.preferences.keep_text("validate.tab", key)
        self.diff.catch_up()
        self.samples.catch_up()

    def _show_reading(self, is_update: bool) -> None:
        """Only an update has SQL to hold against the mapping."""
        self.tabs.set_shown("reading", is_update)
        if is_update and self._wanted == "reading":
            self.tabs.choose("reading")
        self._wanted = ""

    def show_place(self, place: Place) -> None:
        self._wanted = place.part
        if place.part:
            self.tabs.choose(place.part)
        elif place.column and self.has_room:
            self.toggle_room()
        self.annotation.show_place(place)
