"""One look beside the window at a time: begun, told, taken or not, and stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from signoff.core.progress import CancelToken, Report
from signoff.gui.context import Context
from signoff.gui.jobs import Job, Lane


class Looking(QObject):
    """Follows the newest job; what an older one finds counts for nothing."""

    changed = Signal()
    """A look began, went on, found something, failed or was stopped."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self.trouble = ""
        """Why nothing was found; empty when nothing failed."""

    @property
    def is_running(self) -> bool:
        """Whether a look goes on."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop between two pieces."""
        if self._job is not None:
            self._job.cancel()

    def _begin(self, lane: Lane, words: str, work: Callable[[Report, CancelToken], Any]) -> Job:
        """Let `work` run; an earlier look no longer counts."""
        job = self._job = self._context.jobs.start(lane, words, work)
        job.finished.connect(lambda found: self._end(job, lambda: self._take(found)))
        job.failed.connect(lambda error: self._fail(job, error))
        job.cancelled.connect(lambda: self._end(job, self._stopped))
        self.changed.emit()
        return job

    def _take(self, found: Any) -> None:
        """Keep what was found."""
        raise NotImplementedError

    def _stopped(self) -> None:
        """Say in `trouble` what was not done."""
        raise NotImplementedError

    def _fail(self, job: Job, error: BaseException) -> None:
        words = self._context.notify.words_in_place(error, job.words)

        def tell() -> None:
            self.trouble = words

        self._end(job, tell)

    def _end(self, job: Job, then: Callable[[], None]) -> None:
        if job is self._job:
            self._job = None
            then()
            self.changed.emit()
