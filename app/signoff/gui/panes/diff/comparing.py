"""The two questions behind the pages: how do the texts differ, and how do the results.

Both are worked out once for each draft, beside the window, and only when a page that shows them is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.plan import Draft
from signoff.core.engines.sql.sandbox import Result, Sandbox
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken, Report
from signoff.core.project.project import Project
from signoff.core.verify.compare import ResultDifference, compare
from signoff.gui.context import Context
from signoff.gui.jobs import Job
from signoff.gui.panes.diff.base import Base, BaseKind, base_of, key_of
from signoff.gui.panes.diff.result_lines import renames_of
from signoff.gui.panes.diff.sides import Sides, sides_of

_MOST_ROWS = 500
"""Changed, gone and added rows that are shown of each kind."""
_FIRST_ROWS = 60
"""Of the proposed result, for examples of values."""


@dataclass(frozen=True)
class Compared:
    """The results of two statements held against each other, or why they can't be."""

    kind: BaseKind
    difference: ResultDifference | None = None
    key: tuple[str, ...] = ()
    trouble: str = ""
    sample: Result | None = None
    """The first rows of the proposed result."""


class Comparing(QObject):
    """Answers for the target that is shown; an answer for another one is dropped."""

    sides_changed = Signal(object)
    """`Sides`, or None while they are worked out."""
    result_changed = Signal(object)
    """`Compared`, or None while it is worked out."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.dossier: Dossier | None = None
        self.sides: Sides | None = None
        self.result: Compared | None = None
        self._about: tuple[object, ...] = ()
        self._asked_sides = self._asked_result = False
        self._asking: list[Job] = []

    def follow(self, dossier: Dossier | None) -> None:
        """Take another target, or the same one as it stands now; what is still true is kept."""
        standing = self._context.session.standing
        draft = dossier.draft if dossier else None
        about = (standing and standing.path, draft and (draft.sql, draft.text, draft.existing),
                 dossier and (dossier.target, dossier.text), standing and standing.samples)  # fmt: skip
        self.dossier = dossier
        if about == self._about:
            return
        self._about = about
        for job in self._asking:
            job.cancel()
        self._asking.clear()
        self.sides = self.result = None
        self._asked_sides = self._asked_result = False
        self.sides_changed.emit(None)
        self.result_changed.emit(None)

    def want_sides(self) -> None:
        """Work out the texts, unless that is done or under way."""
        dossier, read_now = self.dossier, self._context.session.read_now
        if dossier is None or self._asked_sides:
            return
        self._asked_sides = True
        names = [column.name for column in dossier.draft.columns]

        def work(_report: Report, cancel: CancelToken) -> Sides:
            base = base_of(dossier, read_now(lambda project: _history(project, dossier)))
            cancel.check()
            return sides_of(base, dossier.text, names, dossier)

        words = self.tr("comparing the SQL of {name}").format(name=dossier.target)
        jobs = self._context.jobs
        job = jobs.start(jobs.files, words, work, shown=False)
        job.finished.connect(self._if_same(self._take_sides))
        job.failed.connect(lambda error: self._context.notify.trouble(error, words))
        self._remember(job)

    def want_result(self) -> None:
        """Work out what changes in the result, unless that is done or under way."""
        dossier, read_now = self.dossier, self._context.session.read_now
        if dossier is None or self._asked_result:
            return
        self._asked_result = True

        def work(sandbox: Sandbox, cancel: CancelToken) -> Compared:
            base = base_of(dossier, read_now(lambda project: _history(project, dossier)))
            return compared(base, dossier, sandbox, cancel)

        words = self.tr("comparing the rows of {name}").format(name=dossier.target)
        self._remember(self._context.samples.ask(words, work, self._if_same(self._take_result)))

    def _remember(self, job: Job) -> None:
        self._asking.append(job)
        job.ended.connect(lambda: self._asking.remove(job) if job in self._asking else None)

    def _if_same(self, take: Callable[[object], None]) -> Callable[[object], None]:
        """Takes an answer only while what was asked about is still shown."""
        about = self._about
        return lambda answer: take(answer) if self._about == about else None

    def _take_sides(self, sides: object) -> None:
        assert isinstance(sides, Sides)
        self.sides = sides
        self.sides_changed.emit(sides)

    def _take_result(self, result: object) -> None:
        assert isinstance(result, Compared)
        self.result = result
        self.result_changed.emit(result)


def compared(base: Base, dossier: Dossier, sandbox: Sandbox, cancel: CancelToken) -> Compared:
    """What changes from the base's result to the draft's, on the sample rows.

    Raises:
        Cancelled: `cancel` was set.
    """
    if base.kind is BaseKind.NOTHING or base.trouble:
        return Compared(base.kind, trouble=base.trouble)
    statements = (base.sql, dossier.draft.sql)
    try:
        outcomes = sandbox.bind_many(statements, cancel)
        renames = renames_of(dossier.proof)
        if base.kind is BaseKind.EXISTING and renames and outcomes[0].ok:
            statements = (
                _renamed(base.sql, [name for name, _kind in outcomes[0].columns], renames),
                statements[1],
            )
            outcomes = sandbox.bind_many(statements, cancel)
        bound = [{name.casefold() for name, _kind in outcome.columns} for outcome in outcomes]
        key = key_of(dossier)
        if not all(name.casefold() in names for names in bound for name in key):
            key = ()
        difference = compare(*statements, key, sandbox, limit=_MOST_ROWS, cancel=cancel)
        is_update = base.kind is BaseKind.EXISTING
        sample = sandbox.run(dossier.draft.sql, limit=_FIRST_ROWS, cancel=cancel) if is_update else None
    except SignoffError as error:
        return Compared(base.kind, trouble=str(error))
    return Compared(base.kind, difference, key, sample=sample)


def _renamed(sql: str, names: Sequence[str], renames: Mapping[str, str]) -> str:
    """The old statement with the new names of its columns, so that each is held against what it became."""
    items = (f"{_quoted(name)} AS {_quoted(renames.get(name.casefold(), name))}" for name in names)
    return f"SELECT {', '.join(items)} FROM (\n{sql.strip().rstrip(';')}\n) AS before"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _history(project: Project, dossier: Dossier) -> tuple[Draft, ...]:
    return () if dossier.draft.existing else project.draft_history(dossier.target)
