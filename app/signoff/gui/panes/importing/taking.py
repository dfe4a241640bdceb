"""What is dropped: a new project without one open, else sources and SQL as acts, and documents after a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from signoff.core.errors import SignoffError
from signoff.core.pipeline.beginning import begin_project, find_document, free_place
from signoff.core.pipeline.dropped import Dropped, sort_out
from signoff.core.pipeline.glossaries import import_glossary
from signoff.core.pipeline.importing import ReadDocument, import_material
from signoff.core.pipeline.returning import with_copies
from signoff.core.pipeline.sourcing import ReadSources, read_sources, tell_apart
from signoff.core.progress import CancelToken, Report
from signoff.gui.context import Context
from signoff.gui.jobs import Job
from signoff.gui.panes.importing.coming_back import ComingBack
from signoff.gui.panes.importing.reading import Reading

_WORKBOOKS = (".xlsx", ".xlsm", ".xls")
"""Of documents beside the one a project begins with: those asked about. Text beside it is mostly a read-me."""
Found = tuple[Path, ReadDocument, Dropped]


class Taking(QObject):
    """Reads in the files lane, keeps on the project lane; one reading at a time."""

    reading_began = Signal(str)
    """Name of what is being read for a new project."""
    reading_ended = Signal()
    document_dropped = Signal(object)
    """`Path` of a document that came while a project is open: ask what becomes of it."""

    def __init__(self, context: Context, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = reading
        self._job: Job | None = None
        self._coming_back = ComingBack(context, reading, self)
        self._coming_back.other.connect(self.document_dropped)

    def take(self, paths: list[Path]) -> None:
        """Take what was dropped."""
        if not paths:
            return
        if not self._context.session.is_open:
            self.begin(paths)
            return
        self._start(
            self.tr("looking at what was dropped"),
            lambda _report, cancel: tell_apart(
                with_copies(sort_out(paths)), self._own_documents(), cancel=cancel
            ),
            lambda found: self._take_sorted(found, paths),
        )

    def begin(self, paths: list[Path], place: Path | None = None, dialect: str = "duckdb") -> None:
        """Make a new project of a document and what lies with it, beside it when no place is named."""
        name = paths[0].name
        self.reading_began.emit(name)
        job = self._start(
            self.tr("reading {name}").format(name=name),
            lambda report, cancel: find_document(paths, report=report, cancel=cancel),
            lambda found: self._make(found, place, dialect),
        )
        job.failed.connect(lambda _error: self.reading_ended.emit())
        job.cancelled.connect(self.reading_ended.emit)

    def cancel(self) -> None:
        """Stop reading."""
        if self._job is not None:
            self._job.cancel()

    def _start(
        self, words: str, work: Callable[[Report, CancelToken], Any], then: Callable[[Any], None]
    ) -> Job:
        job = self._job = self._context.jobs.start(self._context.jobs.files, words, work)
        job.finished.connect(then)
        job.failed.connect(lambda error: self._context.notify.trouble(error, words))
        return job

    def _make(self, found: Found, place: Path | None, dialect: str) -> None:
        document, read, beside = found
        self._reading.keep(read.spec.digest, read.grids)
        words = self.tr("making a project of {name}").format(name=document.name)
        job = self._context.session.open_with(
            lambda by: begin_project(
                place or free_place(document), document, read, beside, by=by, dialect=dialect
            ),
            words,
        )
        job.ended.connect(self.reading_ended.emit)
        more = [path for path in beside.documents if path.suffix.lower() in _WORKBOOKS]
        if more:
            job.finished.connect(lambda _standing: self._coming_back.look_at(more))

    def _take_sorted(self, found: Dropped, paths: list[Path]) -> None:
        standing = self._context.session.standing
        if standing is None:
            self.begin(paths)
            return
        own = self._own_documents()
        texts = tuple(path for path in found.samples if path.name.casefold() in own)
        found = replace(
            found,
            documents=(*found.documents, *texts),
            samples=tuple(path for path in found.samples if path not in texts),
        )
        if found.documents:
            self._coming_back.look_at(found.documents)
        for path in found.glossaries:
            self._take_glossary(path)
        if found.sources or found.sql:
            self._read_sources(found)
        elif not (found.documents or found.glossaries):
            self._refuse(found)

    def _take_glossary(self, path: Path) -> None:
        session = self._context.session
        words = self.tr("Terms from {name}: {count} new.").replace("{name}", path.name)
        session.act(
            self.tr("import {name}").format(name=path.name),
            lambda project: import_glossary(project, path, by=session.by),
            lambda added: self._context.notify.tell(words.replace("{count}", str(len(added)))),
        )

    def _own_documents(self) -> frozenset[str]:
        """Names of the project's documents, case-folded."""
        standing = self._context.session.standing
        return frozenset(each.name.casefold() for each in standing.documents) if standing else frozenset()

    def _read_sources(self, found: Dropped) -> None:
        """Read databases and workbooks beside the window, before anything is kept."""
        kept = (*found.sources, *found.sql)
        names = ", ".join(path.name for path in kept[:3]) + (" …" if len(kept) > 3 else "")
        self._start(
            self.tr("reading {names}").format(names=names),
            lambda report, cancel: read_sources(found, report=report, cancel=cancel),
            lambda read: self._import(found, read, names),
        )

    def _import(self, found: Dropped, read: ReadSources, names: str) -> None:
        session, by, before = self._context.session, self._context.session.by, self._updates()
        session.act(
            self.tr("import {names}").format(names=names),
            lambda project: import_material(project, found, by=by, read=read),
            lambda _nothing: self._context.notify.tell(self._told(found, read, before)),
        )

    def _updates(self) -> tuple[str, ...]:
        """Target tables whose SQL exists."""
        standing = self._context.session.standing
        return tuple(t.name for t in standing.targets if t.is_update) if standing else ()

    def _told(self, found: Dropped, read: ReadSources, before: tuple[str, ...]) -> str:
        words = self.tr("Taken: {tables} source tables, {sql} SQL files.").format(
            tables=read.count, sql=len(found.existing)
        )
        if found.dbt_projects:
            words = self.tr("Taken: {tables} source tables, the dbt project {name}.").format(
                tables=read.count, name=found.dbt_projects[0].name
            )
        fresh = [name for name in self._updates() if name not in before]
        if fresh:
            shown = ", ".join(fresh[:3]) + (" …" if len(fresh) > 3 else "")
            words += " " + self.tr("Now an update of an existing table: {names}.").format(names=shown)
        if read.remarks:
            words += " " + " ".join(read.remarks[:2])
        left = [path.name for path in found.others]
        if left:
            words += " " + self.tr("Left out: {names}.").format(names=", ".join(left[:3]))
        return words

    def _refuse(self, found: Dropped) -> None:
        names = ", ".join(path.name for path in found.others[:3])
        words = self.tr(
            "{names} is nothing Signoff reads; drop a mapping document, source tables (CSV, Parquet, a workbook, a "
            "database, DDL, dbt's manifest.json), SQL of target tables, or a glossary."
        )
        self._context.notify.trouble(SignoffError(words.format(names=names or self.tr("An empty folder"))))
