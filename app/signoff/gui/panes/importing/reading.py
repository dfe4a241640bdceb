"""The sheets behind the project's document and how ready they are: read beside the window, once a version."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.spec import Schema, Spec
from signoff.core.domain.spec_parts import of_document
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.pipeline.importing import document_grids, stored_document
from signoff.core.pipeline.sample_rows import SampleRows
from signoff.core.progress import CancelToken, Report
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.jobs import Job
from signoff.gui.panes.importing.overview import Answered, Overview, overview_of


class Reading(QObject):
    """Follows the standing; answers that come late are dropped."""

    grids_read = Signal()
    counted = Signal()
    """`overview` is there, or was counted anew."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.grids: tuple[SheetGrid, ...] = ()
        """Sheets of the document `digest`; empty while they are being read."""
        self.name = ""
        """The document's name in the project."""
        self.digest = ""
        self.overview: Overview | None = None
        """None while it is being counted."""
        self._counted: tuple[object, ...] = ()
        self._kept: tuple[str, tuple[SheetGrid, ...]] = ("", ())
        self._job: Job | None = None

    def keep(self, digest: str, grids: tuple[SheetGrid, ...]) -> None:
        """Take sheets that were just read for another reason, so that they are not read again."""
        self._kept = (digest, grids)

    def grid(self, sheet: str) -> SheetGrid | None:
        """A sheet by its name."""
        return next((each for each in self.grids if each.name == sheet), None)

    def follow(self, standing: Standing, name: str = "") -> None:
        """Read and count what is new in a document of a standing; of the first one when no name is given."""
        kept = standing.document_named(name)
        self.name = kept.name if kept else ""
        digest = kept.file.digest if kept else ""
        if digest != self.digest:
            self.digest, self.grids = digest, ()
            self._read(digest, kept.name if kept else "")
        how = (kept.corrections, kept.counting) if kept else ()
        document = (standing.path, digest, how, standing.samples, standing.stated, standing.name_matches)
        counted = (*document, standing.amendments, standing.file_rules, standing.waivers)
        if counted != self._counted and standing.spec is not None and kept is not None:
            if self._counted[: len(document)] != document:
                self.overview = None
            self._counted = counted
            answered = Answered(
                of_document(standing.read or standing.spec, kept.name),
                standing.amendments,
                standing.file_rules,
                standing.waivers,
                date.today().isoformat(),
            )
            spec = of_document(standing.spec, kept.name)
            with_samples = bool(standing.samples or standing.stated)
            self._count(spec, answered, counted, with_samples=with_samples)

    def _read(self, digest: str, name: str) -> None:
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        kept, grids = self._kept
        if digest and digest == kept:
            self._take_grids(digest, grids)
        if not digest or digest == kept:
            return
        words = self.tr("reading the mapping document")

        def work(_report: Report, cancel: CancelToken) -> tuple[SheetGrid, ...]:
            document = self._context.session.read_now(lambda project: stored_document(project, name))
            return document_grids(document, cancel=cancel)

        self._job = self._context.jobs.start(self._context.jobs.files, words, work)
        self._job.finished.connect(lambda grids: self._take_grids(digest, grids))
        self._job.failed.connect(lambda error: self._context.notify.trouble(error, words))

    def _take_grids(self, digest: str, grids: tuple[SheetGrid, ...]) -> None:
        if digest == self.digest:
            self.grids = grids
            self.grids_read.emit()

    def _count(
        self, spec: Spec, answered: Answered, counted: tuple[object, ...], *, with_samples: bool
    ) -> None:
        """Count what can be drafted; with samples, names that no source table has hold rows up too."""
        words = self.tr("counting what can be drafted")
        jobs = self._context.jobs

        def without() -> None:
            job = jobs.start(jobs.files, words, lambda _r, _c: overview_of(spec, None, answered), shown=False)
            job.finished.connect(lambda found: self._take_count(counted, found))
            job.failed.connect(lambda error: self._context.notify.trouble(error, words))

        if not with_samples:
            without()
            return
        targets = {each.name.casefold() for each in spec.targets}
        self._context.samples.ask(
            words,
            lambda sandbox, _cancel: overview_of(
                spec, _sources(sandbox.schema(), targets), answered, SampleRows(sandbox)
            ),
            lambda found: self._take_count(counted, found),
            failed=lambda _error: without(),
        )

    def _take_count(self, counted: tuple[object, ...], found: Overview) -> None:
        if counted == self._counted:
            self.overview = found
            self.counted.emit()


def _sources(schema: Schema, targets: set[str]) -> Schema:
    """The tables that are no drafted targets."""
    return Schema(tuple(table for table in schema.tables if table.name.casefold() not in targets))
