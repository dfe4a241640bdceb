"""Terms are looked for beside the window, once for each state of document and sources."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from signoff.core.pipeline.suggesting import Suggestions, gather_terms, suggest
from signoff.core.progress import CancelToken, Report
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.jobs import Job


class Suggesting(QObject):
    """Keeps what was found; what a person lists or refuses meanwhile is left out where it is shown."""

    changed = Signal()
    """Suggestions are there, or are not to be had; see `trouble`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._key: tuple[object, ...] = ()
        self._job: Job | None = None
        self.found: Suggestions | None = None
        """None while nothing was found yet."""
        self.trouble = ""
        """Why there are none; empty when nothing failed."""

    def want(self, standing: Standing) -> None:
        """Look for the terms of a state, unless they are there, on the way, or failed before."""
        spec = standing.spec
        key = (standing.path, spec and spec.digest, standing.samples, standing.stated, standing.amendments)
        if key == self._key:
            return
        if self._job is not None:
            self._job.cancel()
        self._key, self.found, self.trouble = key, None, ""
        jobs, words = self._context.jobs, self.tr("looking for terms")
        job = self._job = jobs.start(jobs.samples, words, self._work)
        job.finished.connect(lambda found: self._take(job, found))
        job.failed.connect(lambda error: self._fail(job, error))
        job.cancelled.connect(lambda: self._stop(job))
        self.changed.emit()

    def _work(self, _report: Report, cancel: CancelToken) -> Suggestions:
        """On the samples lane: the files lane may be busy with prompts for minutes."""
        with tempfile.TemporaryDirectory(prefix="signoff-") as private:
            folder = Path(private)
            sources = self._context.session.read_now(lambda project: gather_terms(project, folder))
            return suggest(sources, cancel=cancel)

    def _take(self, job: Job, found: Suggestions) -> None:
        if job is self._job:
            self._job, self.found = None, found
            self.changed.emit()

    def _fail(self, job: Job, error: BaseException) -> None:
        words = self._context.notify.words_in_place(error, job.words)
        if job is self._job:
            self._job, self.trouble = None, words
            self.changed.emit()

    def _stop(self, job: Job) -> None:
        if job is self._job:
            self._job, self._key = None, ()
            self.trouble = self.tr("Terms were not looked for: it was cancelled.")
            self.changed.emit()
