"""The sheets behind the project's document and how ready they are: read beside the window, once a version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal

from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.importing import document_grids, stored_document
from signoff.core.pipeline.questioning import Answered, Questioned, questioned, sources_at_hand
from signoff.core.pipeline.sample_rows import SampleRows
from signoff.core.progress import CancelToken, Report
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.jobs import Job
from signoff.gui.panes.importing.overview import Overview, overview_of


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
        self._shown: tuple[object, ...] = ()
        self._kept: tuple[str, tuple[SheetGrid, ...]] = ("", ())
        self._job: Job | None = None

    def keep(self, digest: str, grids: tuple[SheetGrid, ...]) -> None:
        """Take sheets that were just read for another reason, so that they are not read again."""
        self._kept = (digest, grids)

    def grid(self, sheet: str) -> SheetGrid | None:
        """A sheet by its name."""
        return next((each for each in self.grids if each.name == sheet), None)

    @property
    def asked(self) -> Questioned | None:
        """What the document is asked about and how it counts; None while that is being counted anew."""
        is_fresh = self.overview is not None and self._shown == self._counted
        return self.overview.counted if is_fresh and self.overview else None

    def follow(self, standing: Standing, name: str = "") -> None:
        """Read and count what is new in a document of a standing; of the first one when no name is given."""
        kept = standing.document_named(name)
        self.name = kept.name if kept else ""
        digest = kept.file.digest if kept else ""
        if digest != self.digest:
            self.digest, self.grids = digest, ()
            self._read(digest, kept.name if kept else "")
        how = tuple((each.file.digest, each.corrections, each.counting) for each in standing.documents)
        sources = (standing.samples, standing.stated, standing.existing)
        document = (standing.path, self.name, how, *sources, standing.name_matches)
        counted = (*document, standing.amendments, standing.file_rules, standing.waivers)
        if counted != self._counted and standing.spec is not None and kept is not None:
            if self._counted[: len(document)] != document:
                self.overview = None
            self._counted = counted
            answered = Answered(
                standing.read or standing.spec,
                standing.amendments,
                standing.file_rules,
                standing.waivers,
                date.today().isoformat(),
                standing.name_matches,
            )
            self._count(standing, standing.spec, answered, counted)

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

    def _count(self, standing: Standing, spec: Spec, answered: Answered, counted: tuple[object, ...]) -> None:
        """Count what can be drafted; with samples, names that no source table has hold rows up too."""
        words = self.tr("counting what can be drafted")
        jobs, name, samples = self._context.jobs, self.name, standing.samples

        def existing() -> Mapping[str, str]:
            return self._context.session.read_now(lambda project: project.existing())

        def alone(_report: Report, _cancel: CancelToken) -> Overview:
            return overview_of(questioned(spec, said=answered, document=name, existing=existing()))

        def without() -> None:
            job = jobs.start(jobs.files, words, alone, shown=False)
            job.finished.connect(lambda found: self._take_count(counted, found))
            job.failed.connect(lambda error: self._context.notify.trouble(error, words))

        if not (samples or standing.stated):
            without()
            return

        def with_rows(sandbox: Sandbox, _cancel: CancelToken) -> Overview:
            schema = sources_at_hand(sandbox.schema(), spec, samples)
            rows, beside = SampleRows(sandbox), existing()
            return overview_of(questioned(spec, schema, rows, answered, document=name, existing=beside))

        self._context.samples.ask(
            words,
            with_rows,
            lambda found: self._take_count(counted, found),
            failed=lambda _error: without(),
        )

    def _take_count(self, counted: tuple[object, ...], found: Overview) -> None:
        if counted == self._counted:
            self.overview, self._shown = found, counted
            self.counted.emit()
