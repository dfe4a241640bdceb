"""Sample rows beside the window: one warm sandbox with the project's samples and drafted targets in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.pipeline.documents import load_samples, project_samples
from signoff.core.progress import CancelToken, Report
from signoff.core.project.standing import Standing
from signoff.gui.jobs import Job, Jobs
from signoff.gui.notify import Notifier
from signoff.gui.session import Session

SampleWork = Callable[[Sandbox, CancelToken], Any]


class Samples(QObject):
    """Asks the sandbox; what it holds follows the project."""

    def __init__(self, jobs: Jobs, session: Session, notify: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._session, self._notify = jobs, session, notify
        self._room = _Room()
        jobs.samples.on_end = self._room.close

    def ask(
        self,
        words: str,
        work: SampleWork,
        then: Callable[[Any], None],
        *,
        failed: Callable[[BaseException], None] | None = None,
        shown: bool = False,
    ) -> Job:
        """Ask something of the sample rows.

        Args:
            words: what is done, for a person, such as ``counting rows``.
            work: called on the samples lane with the sandbox; drafted targets are tables in it.
            then: receives the result on the window's thread.
            failed: receives the exception; without it the notifier says it.
            shown: whether progress shows it with a Cancel of its own when it takes long.
        """
        standing = self._session.standing

        def done(_report: Report, cancel: CancelToken) -> Any:
            if standing is None:
                raise SignoffError(self.tr("No project is open; open one first."))
            return work(self._room.ready(standing, self._session, cancel), cancel)

        job = self._jobs.start(self._jobs.samples, words, done, shown=shown)
        job.finished.connect(then)
        job.failed.connect(failed or (lambda error: self._notify.trouble(error, words)))
        return job

    def folders(self) -> tuple[Path, ...]:
        """Private folders that hold sample rows as long as the window is open."""
        return self._room.folders


class _Room:
    """The sandbox and what is in it; lives on the samples lane."""

    def __init__(self) -> None:
        self._sandbox: Sandbox | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.folders: tuple[Path, ...] = ()
        """Where sample files lie now; read from other threads, so set as a whole."""
        self._loaded: tuple[object, ...] = ()
        self._created: dict[str, str] = {}
        """SQL of each drafted target that is a table now."""

    def ready(self, standing: Standing, session: Session, cancel: CancelToken) -> Sandbox:
        """The sandbox with the samples and drafts of a standing."""
        sandbox = self._sandbox = self._sandbox or Sandbox()
        wanted = (
            standing.path,
            standing.samples,
            standing.stated,
            standing.name_matches,
            standing.spec and standing.spec.digest,
        )
        if self._loaded != wanted and standing.spec is not None:
            self._load(standing, session, sandbox)
            self._loaded, self._created = wanted, {}
        for target in standing.targets:
            cancel.check()
            if target.dossier is not None and self._created.get(target.name) != target.dossier.draft.sql:
                self._create(sandbox, target.name, target.dossier.draft.sql, cancel)
        return sandbox

    def close(self) -> None:
        """End the child process and remove the private files."""
        if self._sandbox is not None:
            self._sandbox.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _load(self, standing: Standing, session: Session, sandbox: Sandbox) -> None:
        assert standing.spec is not None
        fresh = tempfile.TemporaryDirectory(prefix="signoff-")
        self.folders = (*self.folders, Path(fresh.name))
        try:
            folder = session.read_now(lambda project: project.materialise_samples(Path(fresh.name)))
            load_samples(sandbox, project_samples(folder, standing.spec), standing.spec)
        except BaseException:
            fresh.cleanup()
            raise
        if self._folder is not None:
            self._folder.cleanup()
        self._folder, self.folders = fresh, (Path(fresh.name),)

    def _create(self, sandbox: Sandbox, name: str, sql: str, cancel: CancelToken) -> None:
        """Keep a draft's rows as a table; a draft that does not run is simply not there."""
        self._created[name] = sql
        try:
            sandbox.create_table(name, sql, cancel)
        except SignoffError:
            return
