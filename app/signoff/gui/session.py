"""The open project and what is done with it: every read and write on its own lane, nothing on the window's thread.

The window shows `standing`, a frozen value made anew after each act. An act is a function of the project; undo and
redo are acts too.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.review import ROWS
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken, Report
from signoff.core.project.holder import account
from signoff.core.project.project import Project
from signoff.core.project.standing import Standing, TargetStanding, standing_of
from signoff.core.project.undo import Act, revert
from signoff.gui.jobs import Job, Jobs
from signoff.gui.notify import Notifier
from signoff.gui.preferences import Preferences

_T = TypeVar("_T")
ProjectWork = Callable[[Project], Any]
_MOST_UNDO = 500


class Session(QObject):
    """One project at a time, open on the project lane."""

    opened = Signal(object)
    """The `Standing` of a project that was just opened."""
    changed = Signal(object)
    """The new `Standing`, after every act and after opening."""
    closed = Signal()
    acted = Signal(object)
    """An `Act` that was done, undone or redone."""
    target_chosen = Signal(str)
    """Name of the target chosen in the list."""
    column_chosen = Signal(str)
    """Name of the column chosen, or `ROWS`."""

    def __init__(
        self, jobs: Jobs, notify: Notifier, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.notify = notify
        self.preferences = preferences
        self.standing: Standing | None = None
        self.target = ""
        """Target chosen in the list; panes follow `target_chosen`."""
        self.column = ""
        """Column of that target, or `ROWS`; panes follow `column_chosen`."""
        self._project: Project | None = None
        self._undo: list[Act] = []
        self._redo: list[Act] = []
        jobs.project.on_end = self._close_project

    @property
    def by(self) -> str:
        """The name that goes into the record."""
        return self.preferences.name or account()

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self.standing is not None

    @property
    def can_write(self) -> bool:
        """Whether a project is open for writing."""
        return self.standing is not None and not self.standing.read_only

    @property
    def undo_words(self) -> str:
        """What undo would take back; empty when nothing."""
        return self._undo[-1].words if self._undo else ""

    @property
    def redo_words(self) -> str:
        """What redo would do again; empty when nothing."""
        return self._redo[-1].words if self._redo else ""

    def choose_target(self, name: str) -> None:
        """Make a target the one the panes show."""
        if name != self.target:
            self.target, self.column = name, ROWS
            self.target_chosen.emit(name)
            self.column_chosen.emit(ROWS)

    def choose_column(self, name: str) -> None:
        """Make a column of the chosen target, or its rows, the one the panes show."""
        if name != self.column:
            self.column = name
            self.column_chosen.emit(name)

    @property
    def chosen(self) -> TargetStanding | None:
        """The chosen target as it stands."""
        return self.standing.target(self.target) if self.standing and self.target else None

    def open(self, path: Path) -> Job:
        """Open a project; the one that is open stays when that fails."""
        return self.open_with(
            lambda by: Project.open(path, by=by), self.tr("opening {name}").format(name=path.name)
        )

    def open_with(self, opener: Callable[[str], Project], words: str) -> Job:
        """Open what `opener` gives, called with the person's name on the project lane."""
        by = self.by

        def work(_report: Report, _cancel: CancelToken) -> Standing:
            project = opener(by)
            try:
                standing = standing_of(project)
            except SignoffError:
                project.close()
                raise
            before, self._project = self._project, project
            if before is not None:
                before.close()
            return standing

        job = self.jobs.start(self.jobs.project, words, work)
        job.finished.connect(self._show_opened)
        job.failed.connect(lambda error: self.notify.trouble(error, words))
        return job

    def act(
        self,
        words: str,
        work: ProjectWork,
        then: Callable[[Any], None] | None = None,
        *,
        can_undo: bool = True,
    ) -> Job:
        """Do one act of the person.

        Args:
            words: for undo and for progress, such as ``approve party_name``.
            work: called with the project, on the project lane; what it returns goes to `then`.
            then: called on the window's thread after the new standing is shown.
            can_undo: False for what is withdrawn, not undone; it also ends what could be undone before.
        """
        before = self.standing

        def done(_report: Report, _cancel: CancelToken) -> tuple[Any, Act, Standing]:
            project = self._require_project()
            first = project.mark()[0] + 1
            result = work(project)
            return result, Act(words, first, project.mark()[0]), standing_of(project, before)

        job = self.jobs.start(self.jobs.project, words, done, shown=False)
        job.finished.connect(lambda outcome: self._show_acted(outcome, then, can_undo))
        job.failed.connect(lambda error: self.notify.trouble(error, words))
        return job

    def read(self, words: str, work: ProjectWork, then: Callable[[Any], None]) -> Job:
        """Read something of the project that the standing does not hold, such as a history."""
        job = self.jobs.start(
            self.jobs.project, words, lambda _report, _cancel: work(self._require_project()), shown=False
        )
        job.finished.connect(then)
        job.failed.connect(lambda error: self.notify.trouble(error, words))
        return job

    def undo(self) -> None:
        """Take the last act back, as a new act."""
        if self._undo:
            self._revert(self._undo.pop(), self._redo)

    def redo(self) -> None:
        """Do the act undone last again."""
        if self._redo:
            self._revert(self._redo.pop(), self._undo)

    def read_now(self, work: Callable[[Project], _T]) -> _T:
        """What `work` reads of the project; for threads of other lanes, which wait for it.

        Raises:
            SignoffError: no project is open.
        """
        return self.jobs.project.wait_for(lambda: work(self._require_project()))

    def _close_project(self) -> None:
        if self._project is not None:
            self._project.close()
            self._project = None

    def _revert(self, act: Act, onto: list[Act]) -> None:
        by, before = self.by, self.standing

        def done(_report: Report, _cancel: CancelToken) -> tuple[Act, Standing]:
            project = self._require_project()
            return revert(project, act, by=by), standing_of(project, before)

        def shown(outcome: tuple[Act, Standing]) -> None:
            onto.append(outcome[0])
            self._show(outcome[1])
            self.acted.emit(outcome[0])

        job = self.jobs.start(self.jobs.project, act.words, done, shown=False)
        job.finished.connect(shown)
        job.failed.connect(lambda error: self.notify.trouble(error, act.words))

    def _require_project(self) -> Project:
        if self._project is None:
            raise SignoffError(self.tr("No project is open; open one, or make one of a mapping document."))
        return self._project

    def _show_opened(self, standing: Standing) -> None:
        self._undo.clear()
        self._redo.clear()
        self.preferences.remember_project(standing.path)
        self.standing = standing
        if standing.target(self.target) is None:
            self.target = standing.targets[0].name if standing.targets else ""
        self.column = ROWS
        self.opened.emit(standing)
        self.target_chosen.emit(self.target)
        self.column_chosen.emit(self.column)
        self._show(standing)
        if standing.notice:
            self.notify.tell(standing.notice)

    def _show_acted(
        self, outcome: tuple[Any, Act, Standing], then: Callable[[Any], None] | None, can_undo: bool
    ) -> None:
        result, act, standing = outcome
        if act.last >= act.first:
            self._redo.clear()
            if can_undo:
                self._undo = [*self._undo, act][-_MOST_UNDO:]
            else:
                self._undo.clear()
        self._show(standing)
        self.acted.emit(act)
        if then is not None:
            then(result)

    def _show(self, standing: Standing) -> None:
        if (
            self.standing is None
            or standing.entries >= self.standing.entries
            or (standing.path != self.standing.path)
        ):
            self.standing = standing
        if standing.targets and standing.target(self.target) is None:
            self.choose_target(standing.targets[0].name)
        self.changed.emit(self.standing)
