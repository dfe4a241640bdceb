"""What the short tour says, and where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from signoff.gui.places import Step
from signoff.gui.window.tour import Stop

if TYPE_CHECKING:
    from signoff.gui.window.main_window import MainWindow


def tour_stops(window: MainWindow) -> tuple[Stop, ...]:
    """The stops, in the order of the flow."""
    tr, step = window.tr, window.steps.buttons
    return (
        Stop(
            tr("Four steps, always in this order"),
            tr(
                "Input reads the mapping document, Enhance hides names and drafts, Validate is where you decide, "
                "Generate writes what you signed. You are at Input: this is the sample project's document."
            ),
            step[Step.INPUT],
            partial(window.show_step, Step.INPUT),
        ),
        Stop(
            tr("Target tables"),
            tr(
                "Every table to be produced, with what it still waits for. The list stays with you in every step."
            ),
            window.targets.widget,
        ),
        Stop(
            tr("Enhance: nothing leaves, nothing is shown"),
            tr(
                "Names and fixed values are replaced before the language model sees a rule. “Draft all” starts it; "
                "a table can be reviewed as soon as it is drafted."
            ),
            step[Step.ENHANCE],
            partial(window.show_step, Step.ENHANCE),
        ),
        Stop(
            tr("Validate: your decisions"),
            tr(
                "Begin with the Rows card, then go column by column: A approves, R requests a change, the number "
                "keys answer a question. When nothing is left, Ctrl+Enter signs the table."
            ),
            step[Step.VALIDATE],
            partial(window.show_step, Step.VALIDATE),
        ),
        Stop(
            tr("Find anything"),
            tr("Ctrl+K finds every command, table and column by name. F1 explains the place you are at."),
            window.palette_.field,
        ),
    )
