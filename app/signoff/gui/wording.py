"""Words and marks for states, the same wherever they stand on screen (the table of words people read)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from signoff.core.domain.review import ROWS
from signoff.core.project.standing import TargetStanding
from signoff.core.review.standing import ColumnState, TargetState
from signoff.gui.widgets.localized import day_words, time_words
from signoff.gui.widgets.marks import Mark

_TARGET_MARKS = {
    TargetState.NOT_DRAFTED: Mark.OPEN,
    TargetState.REDRAFT: Mark.AGAIN,
    TargetState.QUESTIONS: Mark.QUESTION,
    TargetState.IN_REVIEW: Mark.HALF,
    TargetState.READY: Mark.DOT,
    TargetState.SIGNED: Mark.DONE,
    TargetState.STALE: Mark.AGAIN,
}
COLUMN_MARKS = {
    ColumnState.QUESTION: Mark.QUESTION,
    ColumnState.UNRESOLVED: Mark.QUESTION,
    ColumnState.CHANGE_REQUESTED: Mark.PENCIL,
    ColumnState.LOOK_AGAIN: Mark.AGAIN,
    ColumnState.UNDECIDED: Mark.OPEN,
    ColumnState.APPROVED: Mark.DONE,
    ColumnState.LEFT_ALONE: Mark.NONE,
}


def say(text: str) -> str:
    """A sentence of this module in the language of the screen."""
    return QCoreApplication.translate("wording", text)


def target_mark(target: TargetStanding) -> Mark:
    """The mark of a target; one that is reviewed but not begun is open."""
    if target.is_update and target.state is TargetState.NOT_DRAFTED:
        return Mark.LOOP
    if target.state is TargetState.IN_REVIEW and target.review and not target.review.decided:
        return Mark.OPEN
    return _TARGET_MARKS[target.state]


def target_words(target: TargetStanding) -> str:
    """What a target waits for, in a few words."""
    words = _state_words(target)
    return say("update · {words}").format(words=words) if target.is_update else words


def _state_words(target: TargetStanding) -> str:
    review = target.review
    if review is None:
        return say("{n} columns, not drafted").format(n=len(target.mapping.columns))
    if target.state is TargetState.SIGNED and target.dossier and target.dossier.sign_off:
        return say("signed · {when}").format(when=moment(target.dossier.sign_off.at))
    if target.state is TargetState.STALE:
        return say("look again: changed after it was signed")
    if target.state is TargetState.REDRAFT:
        return say("answered: draft it again")
    if target.state is TargetState.QUESTIONS:
        count = len(review.open_questions)
        return say("1 question first") if count == 1 else say("{n} questions first").format(n=count)
    if target.state is TargetState.READY:
        return say("ready to sign")
    left = review.left
    columns = sum(each.name != ROWS for each in left)
    if len(left) > columns:
        return say("Rows and {n} columns left").format(n=columns) if columns else say("Rows left")
    if columns:
        return say("1 column left") if columns == 1 else say("{n} columns left").format(n=columns)
    return review.bars[0].message if review.bars else ""


def moment(at: str) -> str:
    """An ISO 8601 time in UTC as the person's clock has it: time alone today, else with the date."""
    try:
        local = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return at
    if local.date() == datetime.now().astimezone().date():
        return time_words(local)
    return f"{day_words(local.year, local.month, local.day)} {time_words(local)}"
