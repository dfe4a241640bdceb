"""The commands of review: the same for menus, keys and the palette."""

from __future__ import annotations

from functools import partial

from signoff.gui.commands import Command, Commands
from signoff.gui.panes.annotation.frame import CardFrame
from signoff.gui.panes.annotation.reviewer import Reviewer
from signoff.gui.panes.annotation.words import say
from signoff.gui.places import Step

_ANSWERS = 9


def add_commands(commands: Commands, reviewer: Reviewer, frame: CardFrame) -> None:
    """Add what can be done in review."""

    def can_decide() -> bool:
        return reviewer.can_decide

    def is_there() -> bool:
        return frame.target is not None

    here = Step.VALIDATE
    for command, run, enabled in (
        (Command("review.next", say("Next column"), ("J",), here), partial(reviewer.step, 1), is_there),
        (
            Command("review.previous", say("Previous column"), ("K",), here),
            partial(reviewer.step, -1),
            is_there,
        ),
        (
            Command("review.undecided", say("Next undecided column"), ("N",), here, say("Riskiest first")),
            reviewer.next_left,
            is_there,
        ),
        (Command("review.approve", say("Approve"), ("A",), here), reviewer.approve, can_decide),
        (
            Command("review.change", say("Request a change …"), ("R",), here),
            reviewer.request_change,
            can_decide,
        ),
        (Command("review.comment", say("Comment …"), ("C",), here), reviewer.comment, can_decide),
        (Command("review.ask", say("Ask somebody …"), (), here), reviewer.ask_somebody, can_decide),
        (
            Command("review.copied", say("Approve all copied unchanged …"), ("Shift+A",), here),
            reviewer.list_copied,
            lambda: reviewer.has_copied,
        ),
        (
            Command("review.take_back", say("Take the decision back"), (), here),
            reviewer.take_back,
            lambda: reviewer.can_take_back,
        ),
        (
            Command("review.sign", say("Sign off …"), ("Ctrl+Return", "Ctrl+Enter"), here),
            reviewer.sign,
            can_decide,
        ),
        (
            Command("review.withdraw", say("Withdraw the sign-off …"), (), here),
            reviewer.withdraw,
            lambda: can_decide() and frame.dossier is not None and frame.dossier.sign_off is not None,
        ),
    ):
        commands.add(command, run, enabled=enabled)
    for number in range(1, _ANSWERS + 1):
        commands.add(
            Command(f"answer.{number}", say("Answer {n}").format(n=number), (str(number),), here),
            partial(_answer, frame, number),
            enabled=lambda: reviewer.is_asked,
        )


def _answer(frame: CardFrame, number: int) -> None:
    """Answer on the card that is in front when the key is pressed."""
    frame.card.answer(number)
