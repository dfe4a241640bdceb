"""The prompts drafting would send, put together beside the window before anything is sent."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from signoff.core.pipeline.desk import Preview, PromptRecord
from signoff.core.pipeline.flow import DraftedTarget, draft_gathered, gather
from signoff.core.progress import CancelToken, Report
from signoff.core.project.standing import Standing
from signoff.core.prompt.templates import Templates
from signoff.gui.context import Context
from signoff.gui.jobs import Job

Key = tuple[object, ...]


class Previews(QObject):
    """Keeps the prompts of one state of the project; they are made once for each."""

    changed = Signal()
    """Prompts are there, or are not to be had; see `trouble`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._key: Key = ()
        self._job: Job | None = None
        self.prompts: tuple[PromptRecord, ...] = ()
        self.is_done = False
        """Whether `prompts` are those of the state last asked for."""
        self.trouble = ""
        """Why there are none; empty when nothing failed."""
        context.drafter.started.connect(lambda _targets: self._give_way())

    @property
    def is_running(self) -> bool:
        """Whether the prompts are being put together."""
        return self._job is not None

    def want(self, standing: Standing, templates: Templates) -> None:
        """Put the prompts of a state together, unless they are there, on the way, or failed before."""
        spec = standing.spec
        entries = tuple((name, text.version) for name, text in sorted(templates.edited.items()))
        told = tuple((t.name, t.dossier.answers if t.dossier else ()) for t in standing.targets)
        key: Key = (standing.path, spec and spec.digest, standing.glossary, standing.masking_level)
        key = (*key, standing.samples, entries, told)
        if key == self._key or self._context.drafter.is_running:
            return
        self.cancel()
        self._key, self.prompts, self.is_done, self.trouble = key, (), False, ""
        self._start()

    def again(self) -> None:
        """Try once more after it was cancelled or failed."""
        if self._job is None:
            self.trouble = ""
            self._start()

    def cancel(self) -> None:
        """Stop; `again` takes it up."""
        if self._job is not None:
            self._job.cancel()

    def _give_way(self) -> None:
        """Drafting has the machine to itself; the prompts are put together after it, if still wanted."""
        if self._job is not None:
            self._job.cancel()
            self._key = ()

    def _start(self) -> None:
        jobs, words = self._context.jobs, self.tr("putting the prompts together")
        job = self._job = jobs.start(jobs.files, words, self._work)
        job.finished.connect(lambda found: self._take(job, found))
        job.failed.connect(lambda error: self._fail(job, error))
        job.cancelled.connect(lambda: self._stop(job))
        self.changed.emit()

    def _work(self, report: Report, cancel: CancelToken) -> tuple[PromptRecord, ...]:
        """On the files lane: the whole drafting but for the language model, which says nothing."""
        found: list[PromptRecord] = []

        def take(target: DraftedTarget) -> None:
            found.extend(target.prompts)

        with tempfile.TemporaryDirectory(prefix="signoff-") as private:
            folder = Path(private)
            inputs = self._context.session.read_now(lambda project: gather(project, folder, None))
            draft_gathered(inputs, Preview(), on_target=take, report=report, cancel=cancel)
        return tuple(found)

    def _take(self, job: Job, found: tuple[PromptRecord, ...]) -> None:
        if job is self._job:
            self._job, self.prompts, self.is_done = None, found, True
            self.changed.emit()

    def _fail(self, job: Job, error: BaseException) -> None:
        words = self._context.notify.words_in_place(error, job.words)
        if job is self._job:
            self._job, self.trouble = None, words
            self.changed.emit()

    def _stop(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.trouble = self.tr("The prompts were not put together: it was cancelled.")
            self.changed.emit()
