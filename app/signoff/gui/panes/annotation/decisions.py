"""What a person decides, each one act of the project; nothing is decided on that was not on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.findings import Finding
from signoff.core.project import session as acts
from signoff.core.project.as_shown import approve_as_shown, approve_copied_as_listed, sign_as_shown
from signoff.core.project.project import Project
from signoff.core.project.taking_back import take_back
from signoff.gui.context import Context
from signoff.gui.panes.annotation.words import act_title, say

Done = Callable[[Any], None]


class Decisions(QObject):
    """The acts of review; one at a time, so that a key pressed twice decides nothing unseen."""

    busy_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._session, self._notify = context.session, context.notify
        self.is_busy = False

    def approve(self, shown: Dossier, column: str, *, opened: bool, then: Done) -> None:
        """Approve a column, or the rows, as it is shown."""
        work = partial(approve_as_shown, shown=shown, column=column, by=self._session.by, opened=opened)
        self._act(say("approve {what}").format(what=act_title(shown.target, column)), work, then)

    def approve_copied(self, shown: Dossier, listed: Sequence[str], then: Done) -> None:
        """Approve together exactly the columns that were listed."""
        work = partial(approve_copied_as_listed, shown=shown, listed=listed, by=self._session.by)
        self._act(say("approve {n} columns copied unchanged").format(n=len(listed)), work, then)

    def request_change(self, target: str, column: str, comment: str, then: Done) -> None:
        """Ask for another expression, with what should change."""
        words = say("request a change of {what}").format(what=act_title(target, column))
        by = self._session.by
        self._act(words, lambda project: acts.request_change(project, target, column, comment, by=by), then)

    def take_back(self, target: str, column: str, then: Done) -> None:
        """Let a column, or the rows, wait for a decision again."""
        words, by = say("take back {what}").format(what=act_title(target, column)), self._session.by
        self._act(words, lambda project: take_back(project, target, column, by=by), then)

    def comment(self, target: str, column: str, text: str, then: Done) -> None:
        """Leave a comment."""
        words = say("comment on {what}").format(what=act_title(target, column))
        by = self._session.by
        self._act(words, lambda project: acts.add_comment(project, target, column, text, by=by), then)

    def answer(self, target: str, column: str, question: str, value: str, then: Done) -> None:
        """Answer a question with a choice's id or a value."""
        words = say("answer on {what}").format(what=act_title(target, column))
        by = self._session.by
        self._act(words, lambda project: acts.answer(project, question, value, by=by), then)

    def ask_somebody(self, target: str, column: str, whom: str, text: str, then: Done) -> None:
        """Note that somebody else is asked."""
        words = say("ask {name} about {what}").format(name=whom, what=act_title(target, column))
        by = self._session.by
        self._act(words, lambda project: acts.ask_somebody(project, target, column, whom, text, by=by), then)

    def waive(self, shown: Dossier, remark: Finding, reason: str, until: str, then: Done) -> None:
        """Accept a remark as it reads, with a reason; `until` is an ISO date or empty."""
        words = say("accept remark {code}").format(code=remark.code)
        work = partial(_waive, shown=shown, remark=remark, reason=reason, until=until, by=self._session.by)
        self._act(words, work, then)

    def sign(self, shown: Dossier, by: str, today: str, then: Done) -> None:
        """Sign a target off as it is shown; withdrawn, never undone."""
        work = partial(sign_as_shown, shown=shown, by=by, today=today)
        self._act(say("sign {target} off").format(target=shown.target), work, then, can_undo=False)

    def withdraw(self, target: str, reason: str, then: Done) -> None:
        """Take a sign-off back, with a reason."""
        words, by = say("withdraw the sign-off of {target}").format(target=target), self._session.by
        self._act(words, lambda project: acts.withdraw(project, target, reason, by=by), then, can_undo=False)

    def _act(self, words: str, work: Callable[[Project], Any], then: Done, *, can_undo: bool = True) -> None:
        if self.is_busy or not self._session.can_write:
            return
        self.is_busy = True
        self.busy_changed.emit()
        self._session.act(words, work, then, can_undo=can_undo).ended.connect(self._free)

    def _free(self) -> None:
        self.is_busy = False
        self.busy_changed.emit()


def _waive(project: Project, *, shown: Dossier, remark: Finding, reason: str, until: str, by: str) -> object:
    return acts.waive(project, shown.target, remark.column, remark.code, reason, by=by, until=until)
