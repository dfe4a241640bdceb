"""What this step says while nothing is signed: what is missing, and the way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from signoff.core.project.standing import Standing
from signoff.gui.panes.export.target_lines import first_place
from signoff.gui.panes.export.words import counted, say
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import clear, column
from signoff.gui.widgets.empty import EmptyState


class NothingSigned(QWidget):
    """One sentence and one button."""

    def __init__(self, go: Callable[[Place], None]) -> None:
        super().__init__()
        self._go = go
        self._lines = column()
        self.setLayout(self._lines)
        self.state: EmptyState | None = None
        """What is shown now."""
        self._place = Place(Step.INPUT)

    def show_standing(self, standing: Standing | None) -> None:
        """Say what a project needs before something can be written; None when none is open."""
        clear(self._lines)
        place = self._place = first_place(standing) if standing else Place(Step.INPUT)
        button = {
            Step.INPUT: say("Go to Input"),
            Step.ENHANCE: say("Go to Enhance"),
            Step.VALIDATE: say("Go to {target}").format(target=place.target),
        }[place.step]
        sentence = _sentence(standing, place)
        self.state = EmptyState(say("Nothing is signed yet"), sentence, ((button, self.lead),))
        self._lines.addWidget(self.state)

    def lead(self) -> None:
        """Go where the way goes on."""
        self._go(self._place)


def _sentence(standing: Standing | None, place: Place) -> str:
    if standing is None or place.step is Step.INPUT:
        return say("Only signed target tables are written. Read the mapping document first.")
    if place.step is Step.ENHANCE:
        return say("Only signed target tables are written. Draft them first.")
    target = standing.target(place.target)
    left = target.decisions_left if target else 0
    if not left:
        return say("Only signed target tables are written. {target} comes next.").format(target=place.target)
    decisions = counted(say("1 decision"), say("{n} decisions"), left)
    words = say("Only signed target tables are written. {target} is nearest: {decisions} left.")
    return words.format(target=place.target, decisions=decisions)
