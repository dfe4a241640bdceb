"""Drafting beside the window: the language model kept warm, each target shown as soon as it is checked."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.spec import Spec
from signoff.core.generate.generator import Generator
from signoff.core.generate.store import GeneratorFile, chosen, locate
from signoff.core.pipeline.documents import DocumentDrafts
from signoff.core.pipeline.flow import (
    DraftedTarget,
    draft_gathered,
    gather,
    generator_used,
    keep_document,
    keep_generator,
    keep_target,
)
from signoff.core.progress import CancelToken, Progress, Report
from signoff.core.project.drafting import GeneratorUsed
from signoff.gui.jobs import Job, Jobs
from signoff.gui.notify import Notifier
from signoff.gui.session import Session

NO_GENERATOR = "none"


class GeneratorState(StrEnum):
    """What the language model is doing."""

    ASLEEP = "asleep"
    """Not loaded."""
    READY = "ready"
    WORKING = "working"


class Drafter(QObject):
    """Drafts targets of the open project, one run at a time."""

    started = Signal(object)
    """Names of the targets to draft; empty for all."""
    progressed = Signal(object)
    """The newest `Progress`: ``draft``, done and total of targets or of the columns of one."""
    target_drafted = Signal(str)
    """A target's draft is in the project and on screen."""
    ended = Signal(bool)
    """Whether it came to its end."""
    state_changed = Signal()

    _drafted = Signal(object)

    def __init__(self, jobs: Jobs, session: Session, notify: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._session, self._notify = jobs, session, notify
        self._generator: Generator | None = None
        self._file: GeneratorFile | None = None
        self._job: Job | None = None
        self.state = GeneratorState.ASLEEP
        self.wanted: str | None = None
        """Id of the language model to use: None for the default one, `NO_GENERATOR` for none."""
        self.began_at = 0.0
        """Monotonic seconds when the run began."""
        self._drafted.connect(self._keep)
        jobs.drafting.on_end = self._close_generator

    @property
    def is_running(self) -> bool:
        """Whether a run goes on."""
        return self._job is not None

    def draft(self, targets: Sequence[str] = ()) -> None:
        """Draft targets anew, all when none is named; does nothing while a run goes on."""
        if self._job is not None:
            return
        by, words = self._session.by, self.tr("drafting")
        self.began_at = time.monotonic()
        job = self._jobs.start(
            self._jobs.drafting, words, lambda report, cancel: self._run(tuple(targets), by, report, cancel)
        )
        self._job = job
        job.progressed.connect(self.progressed)
        job.finished.connect(self._finish)
        job.failed.connect(lambda error: self._notify.trouble(error, words))
        job.ended.connect(self._end)
        self._set_state(GeneratorState.WORKING)
        self.started.emit(tuple(targets))

    def cancel(self) -> None:
        """Stop the run; what is drafted by then is kept."""
        if self._job is not None:
            self._job.cancel()

    def _run(self, targets: tuple[str, ...], by: str, report: Report, cancel: CancelToken) -> DocumentDrafts:
        """On the drafting lane: the whole run."""
        generator, used = self._ready_generator(report, cancel)
        with tempfile.TemporaryDirectory(prefix="signoff-") as private:
            inputs = self._session.read_now(
                lambda project: gather(project, Path(private), used, targets=targets)
            )
            if used is not None:
                self._session.read_now(lambda project: keep_generator(project, used, by=by))
            whole = _WholeRun(report, inputs.spec, targets)
            return draft_gathered(
                inputs, generator, on_target=self._drafted.emit, report=whole.tell, cancel=cancel
            )

    def _ready_generator(
        self, report: Report, cancel: CancelToken
    ) -> tuple[Generator | None, GeneratorUsed | None]:
        if self.wanted == NO_GENERATOR:
            return None, None
        report(Progress("generate", 0, 0, self.tr("getting the language model ready")))
        if self.wanted is None:
            report(Progress("generate", 0, 0, str(chosen().words)))
        file = locate(self.wanted)
        if self._file != file:
            self._close_generator()
            self._generator, self._file = Generator(file.path, sha256=file.sha256, family=file.family), file
        cancel.check()
        return self._generator, generator_used(file.name, file.sha256)

    def _keep(self, target: DraftedTarget) -> None:
        name, by = target.drafted.outcome.draft.target, self._session.by
        self._session.act(
            self.tr("draft {name}").format(name=name),
            lambda project: keep_target(project, target, by=by),
            lambda _nothing: self.target_drafted.emit(name),
        )

    def _finish(self, drafts: DocumentDrafts) -> None:
        by = self._session.by
        self._session.act(
            self.tr("finish drafting"), lambda project: keep_document(project, drafts, by=by)
        ).finished.connect(lambda _outcome: self.ended.emit(True))

    def _end(self) -> None:
        job, self._job = self._job, None
        self._set_state(GeneratorState.ASLEEP if self._generator is None else GeneratorState.READY)
        if job is not None and job.outcome != "finished":
            self.ended.emit(False)

    def _set_state(self, state: GeneratorState) -> None:
        self.state = state
        self.state_changed.emit()

    def _close_generator(self) -> None:
        if self._generator is not None:
            self._generator.close()
            self._generator = self._file = None


class _WholeRun:
    """News of single columns as news of the whole run: every column of it counts the same."""

    def __init__(self, report: Report, spec: Spec, targets: Sequence[str]) -> None:
        self._report = report
        wanted = {name.casefold() for name in targets}
        drafted = [t for t in spec.targets if not wanted or t.name.casefold() in wanted]
        self._columns = {t.name: len({c.name for c in t.columns}) for t in drafted}
        self._done: dict[str, int] = {}

    def tell(self, news: Progress) -> None:
        target, _, column = news.message.partition(".")
        if target not in self._columns:
            return
        self._done = {name: self._columns[name] for name in self._done if name != target}
        self._done[target] = news.done if column else 0
        done, total = sum(self._done.values()), sum(self._columns.values())
        self._report(Progress("draft", done, total, news.message))
