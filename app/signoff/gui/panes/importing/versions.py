"""A document that came into an open project: read beside the window, held against it, then an act or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.versions import Preview
from signoff.core.pipeline.importing import ReadDocument, read_stored, read_version
from signoff.core.pipeline.reading_beside import known_in
from signoff.core.pipeline.taking import Taken, preview, put_aside, stored_aside, take
from signoff.core.pipeline.versions import Proposal, propose
from signoff.core.progress import CancelToken, Report
from signoff.core.project.documents import KeptDocument
from signoff.core.project.project import Project
from signoff.gui.context import Context
from signoff.gui.panes.importing.reading import Reading


@dataclass(frozen=True)
class Held:
    """A document held against the project."""

    proposal: Proposal
    preview: Preview
    is_aside: bool
    """It lies in the project already, put aside."""


class Versions(QObject):
    """One comparison at a time."""

    compared = Signal()
    """`held` is there to be shown."""
    done = Signal()
    """The comparison is over, whatever became of it."""

    def __init__(self, context: Context, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = reading
        self.held: Held | None = None

    def compare(self, path: Path, replacing: KeptDocument | None) -> None:
        """Hold a document against one of the project's, or as another one beside them."""
        words = self.tr("reading {name}").format(name=path.name)
        session = self._context.session

        def work(cancel: CancelToken) -> ReadDocument:
            known = session.read_now(known_in)
            if replacing is None:
                return read_version(path, None, known=known, cancel=cancel)
            return read_version(path, replacing.reading, replacing.corrections, known=known, cancel=cancel)

        self._read(words, work, replacing, is_aside=False)

    def compare_aside(self, name: str, replacing: KeptDocument | None) -> None:
        """Hold a document that was put aside against one of the project's."""
        session = self._context.session

        def work(cancel: CancelToken) -> ReadDocument:
            stored = session.read_now(lambda project: stored_aside(project, name))
            known = session.read_now(known_in)
            if replacing is None:
                return read_stored(stored, None, known=known, cancel=cancel)
            return read_stored(stored, replacing.reading, replacing.corrections, known=known, cancel=cancel)

        self._read(self.tr("reading {name}").format(name=name), work, replacing, is_aside=True)

    def take(self, tables: Sequence[str] | None = None) -> None:
        """Take it whole, or these tables of it."""
        held = self.held
        if held is None:
            return
        read, by, proposal = held.proposal.read, self._context.session.by, held.proposal
        self._reading.keep(read.spec.digest, read.grids)
        self._context.session.act(
            self.tr("take {name}").format(name=read.name),
            lambda project: take(project, proposal, tables, by=by),
            self._tell_taken,
        )

    def put_aside(self) -> None:
        """Keep it for later; one that lies aside already stays there."""
        held = self.held
        if held is None:
            return
        read, by = held.proposal.read, self._context.session.by
        if held.is_aside:
            self.leave()
            return
        told = self.tr("{name} is put aside; the list of sheets shows it, and nothing else changed.")
        self._context.session.act(
            self.tr("put {name} aside").format(name=read.name),
            lambda project: put_aside(project, read, by=by),
            lambda _nothing: self._end(told.format(name=read.name)),
        )

    def leave(self) -> None:
        """Forget the comparison; nothing was changed."""
        self.held = None
        self.done.emit()

    def _read(
        self,
        words: str,
        work: Callable[[CancelToken], ReadDocument],
        replacing: KeptDocument | None,
        *,
        is_aside: bool,
    ) -> None:
        jobs = self._context.jobs

        def read(_report: Report, cancel: CancelToken) -> ReadDocument:
            return work(cancel)

        job = jobs.start(jobs.files, words, read)
        job.finished.connect(lambda found: self._hold(found, replacing, is_aside))
        job.failed.connect(lambda error: self._context.notify.trouble(error, words))

    def _hold(self, read: ReadDocument, replacing: KeptDocument | None, is_aside: bool) -> None:
        def work(project: Project) -> Held:
            proposal = propose(project, read, replacing)
            return Held(proposal, preview(project, proposal), is_aside)

        words = self.tr("comparing {name}").format(name=read.name)
        self._context.session.read(words, work, self._show)

    def _show(self, held: Held) -> None:
        if held.proposal.is_known:
            told = self.tr("{name} is in the project already: it is the very same file.")
            self._end(told.format(name=held.proposal.read.name))
            return
        self.held = held
        self.compared.emit()

    def _tell_taken(self, taken: Taken) -> None:
        n = len(taken.tables)
        told = (
            self.tr("{name}: 1 target table taken; Undo brings back what was before.")
            if n == 1
            else self.tr("{name}: {n} target tables taken; Undo brings back what was before.")
        )
        self._end(told.format(name=taken.document, n=n))

    def _end(self, told: str) -> None:
        self._context.notify.tell(told)
        self.leave()
