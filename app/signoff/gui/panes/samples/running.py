"""Runs a statement on the sample rows, one at a time, and tells what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from signoff.core.engines.sql.sandbox import Result, Sandbox
from signoff.core.errors import SignoffError
from signoff.core.progress import CancelToken
from signoff.core.verify.free_query import free_query, rows_of
from signoff.gui.context import Context
from signoff.gui.jobs import Job

MOST_ROWS = 1_000_000


@dataclass(frozen=True)
class Ran:
    """Rows of one statement."""

    result: Result
    seconds: float


class Running(QObject):
    """The run that goes on, if one does."""

    ran = Signal(object)
    """A `Ran`."""
    refused = Signal(str)
    """A sentence: it was not run, or failed."""
    changed = Signal()
    """It began or ended."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None

    @property
    def goes_on(self) -> bool:
        """Whether something runs now."""
        return self._job is not None

    def run(self, sql: str, words: str, *, is_own: bool) -> None:
        """Run a statement, one's own or one of ours; one that still runs is cancelled first."""
        self.cancel()
        ask = free_query if is_own else rows_of

        def work(sandbox: Sandbox, cancel: CancelToken) -> Ran:
            began = time.monotonic()
            return Ran(ask(sql, sandbox, limit=MOST_ROWS, cancel=cancel), time.monotonic() - began)

        job = self._context.samples.ask(words, work, self._show, failed=self._tell, shown=True)
        self._job = job
        job.ended.connect(lambda: self._end(job))
        self.changed.emit()

    def cancel(self) -> None:
        """Stop what runs."""
        if self._job is not None:
            self._job.cancel()

    def _show(self, ran: Ran) -> None:
        self.ran.emit(ran)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, SignoffError):
            self.refused.emit(str(error))
        else:
            self._context.notify.trouble(error, self.tr("running a query on the sample rows"))

    def _end(self, job: Job) -> None:
        if self._job is job:
            self._job = None
        self.changed.emit()
