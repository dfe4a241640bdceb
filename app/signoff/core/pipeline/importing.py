"""Material that comes into an open project: a new version of the document, samples, existing SQL, corrections.

Reading files takes long and touches no project; keeping what was read is one act, and undone as one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from signoff.core.domain.cells import Cell
from signoff.core.domain.corrections import NONE, Corrections
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import NO_NAMES, KnownNames
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.reader import read_document
from signoff.core.errors import SignoffError
from signoff.core.parse import read_sheets, read_with_grids
from signoff.core.parse.correcting import carried_over, under_new_names
from signoff.core.parse.layouts import recognised, templates_of
from signoff.core.parse.own_copies import without_ours
from signoff.core.pipeline.dropped import Dropped, bytes_of, sort_out, text_of
from signoff.core.pipeline.existing_folder import read_existing_folder
from signoff.core.pipeline.layouts import known_layouts, remember_layouts
from signoff.core.pipeline.reading_beside import known_in
from signoff.core.pipeline.since import rebased
from signoff.core.pipeline.sourcing import ReadSources, keep_sources, read_sources
from signoff.core.progress import CancelToken
from signoff.core.project.documents import document_called, documents, write_documents
from signoff.core.project.project import Project
from signoff.core.review.versions.steady import names_kept, steadied


@dataclass(frozen=True)
class StoredDocument:
    """A project's mapping document as it lies in the file."""

    name: str
    data: bytes


@dataclass(frozen=True)
class ReadDocument:
    """A mapping document as it was read, with all that a project keeps of it."""

    name: str
    data: bytes
    spec: Spec
    grids: tuple[SheetGrid, ...]
    corrections: Corrections = NONE
    """Those that still hold of the version before."""


def stored_document(project: Project, name: str = "") -> StoredDocument:
    """The bytes of a project's document; quick, for the project's own thread.

    Args:
        project: holds it.
        name: its name in the project; the first one when left out.

    Raises:
        SignoffError: there is none.
    """
    document = document_called(project, name).file
    return StoredDocument(document.name, project.bytes_of(document.digest))


def read_stored(
    document: StoredDocument,
    before: Spec | None,
    corrections: Corrections = NONE,
    *,
    known: KnownNames = NO_NAMES,
    cancel: CancelToken | None = None,
) -> ReadDocument:
    """`read_version` of a document that lies in the project, such as one that was put aside.

    Raises:
        SignoffError: it can't be read.
        Cancelled: `cancel` was set.
    """
    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        path = Path(private) / document.name
        path.write_bytes(document.data)
        return read_version(path, before, corrections, known=known, cancel=cancel)


def document_grids(document: StoredDocument, *, cancel: CancelToken | None = None) -> tuple[SheetGrid, ...]:
    """The sheets of a stored document, read from a private file that goes with the call.

    Raises:
        SignoffError: it can't be read.
        Cancelled: `cancel` was set.
    """
    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        path = Path(private) / document.name
        path.write_bytes(document.data)
        return read_document(path, cancel=cancel)


def read_version(
    path: Path,
    before: Spec | None,
    corrections: Corrections = NONE,
    *,
    known: KnownNames = NO_NAMES,
    cancel: CancelToken | None = None,
) -> ReadDocument:
    """Read a document; corrections of the version before hold on where its sheets have the same headers.

    Args:
        path: workbook, delimited text or Markdown.
        before: what was read from the version before; None when there is none.
        corrections: what a person said of that version.
        known: names that exist; of no use where the version before was read without such.
        cancel: looked at while the document is read.

    Raises:
        SignoffError: the document can't be opened; the sentence says what to do.
        Cancelled: `cancel` was set.
    """
    data = bytes_of(path)
    known = known if before is None or before.is_beside_names else NO_NAMES
    spec, grids = read_with_grids(path, known=known, cancel=cancel)
    theirs = without_ours(grids)
    headers = {each.sheet: (each.header_row, dict(each.header_texts)) for each in (before or spec).sheets}
    kept = carried_over(*under_new_names(corrections, headers, theirs), theirs)
    strangers = [grid for grid in theirs if before is None or grid.name not in headers]
    remembered = recognised(known_layouts(), strangers)
    kept = Corrections(
        (*kept.sheets, *(each for each in remembered.sheets if kept.of(each.sheet).says_nothing))
    )
    if kept != NONE:
        spec = _again(spec, grids, kept, known, cancel)
    spec = replace(spec, findings=(*spec.findings, *_remembered(spec, remembered)))
    return ReadDocument(path.name, data, spec, grids, kept)


def _again(
    spec: Spec,
    grids: Sequence[SheetGrid],
    corrections: Corrections,
    known: KnownNames,
    cancel: CancelToken | None = None,
) -> Spec:
    """The same document read with what was said of its layout."""
    read = read_sheets(spec.document, grids, corrections, known=known, cancel=cancel)
    return replace(read, digest=spec.digest)


def _remembered(spec: Spec, remembered: Corrections) -> list[Finding]:
    """A remark on every sheet that was read as one of its shape was corrected before."""
    told = {each.sheet for each in remembered.sheets}
    return [
        Finding(
            "P21",
            Severity.INFO,
            say("parse.layout_remembered", sheet=each.sheet),
            Cell(each.sheet, each.header_row, 1, spec.document),
        )
        for each in spec.sheets
        if each.sheet in told and each.header_row
    ]


def correct_roles(
    project: Project, grids: Sequence[SheetGrid], corrections: Corrections, *, by: str, document: str = ""
) -> Spec:
    """Read a document anew as a person says its columns and sheets are meant.

    Args:
        project: holds the document.
        grids: its sheets.
        corrections: everything said of its layout, earlier corrections included.
        by: who says so.
        document: its name in the project; the first one when left out.

    Raises:
        SignoffError: the project holds no such document.
    """
    kept, before = document_called(project, document), documents(project)
    known = known_in(project) if kept.reading.is_beside_names else NO_NAMES
    read = replace(read_sheets(kept.name, grids, corrections, known=known), digest=kept.file.digest)
    names = {**dict(kept.counting.names), **names_kept(kept.reading, read)}
    reading = steadied(kept.reading, read, names)
    counting = replace(kept.counting, names=tuple(sorted(names.items())))
    corrected = replace(kept, reading=reading, corrections=corrections, counting=counting)
    after = [corrected if each.key == kept.key else each for each in before]
    remember_layouts(templates_of(corrections, read.sheets))
    with project.act("correct roles", kept.name, by=by):
        _rebase(project, kept.reading, reading, by)
        return write_documents(project, before, after, by=by)


def _rebase(project: Project, before: Spec, after: Spec, by: str) -> None:
    """Keep the versions that existing SQL was made from as they are to be held against a document read otherwise."""
    for name, since in project.since().items():
        was, now = before.target(name), after.target(name)
        if was is not None and now is not None and was != now:
            project.put_since(name, rebased(since, was, now), by=by)


def import_samples(project: Project, paths: Sequence[Path], *, by: str) -> Dropped:
    """Keep sample files, databases and DDL, of folders all they hold; returns what was taken and what was not.

    Raises:
        SignoffError: nothing of it is a sample file, or a file can't be read; nothing is kept then.
    """
    found = sort_out(paths)
    if not found.sources:
        raise SignoffError(say("input.no_source_table", files=_named(paths)))
    keep_sources(project, read_sources(found), by=by, names=_named(paths))
    return found


def import_existing(project: Project, paths: Sequence[Path], *, by: str) -> Dropped:
    """Keep the SQL that exists for target tables: ``<target>.sql`` files, of folders all they hold.

    Of a dbt project the models of the document's targets are kept, and what stands around them.

    Raises:
        SignoffError: nothing of it is such a file, or a file is not UTF-8; nothing is kept then.
    """
    found = sort_out(paths)
    texts = [(path.stem, text_of(path)) for path in found.existing]
    known = project.amended_spec or Spec("")
    folders = [read_existing_folder(path, [t.name for t in known.targets]) for path in found.dbt_projects]
    texts += [each for folder in folders for each in folder.texts.items()]
    if not texts:
        raise SignoffError(say("input.no_target_sql", files=_named(paths)))
    with project.act("import existing SQL", _named(paths), by=by):
        for folder in folders:
            project.put_surroundings(folder.around, by=by)
        for target, text in texts:
            project.put_existing(target, text, by=by)
    return found


def import_material(project: Project, found: Dropped, *, by: str, read: ReadSources | None = None) -> None:
    """Keep source tables and existing SQL in one act.

    Args:
        project: gets them.
        found: what was given.
        by: who gave it.
        read: the source tables, read before; None reads them now.

    Raises:
        SignoffError: a file can't be read; nothing is kept then.
    """
    paths = (*found.sources, *found.sql)
    read = read or read_sources(found)
    with project.act("import", _named(paths), by=by):
        if read.tables or read.stated:
            keep_sources(project, read, by=by, names=_named(found.sources))
        if found.sql:
            import_existing(project, found.sql, by=by)


def _named(paths: Sequence[Path]) -> str:
    names = [path.name for path in paths]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
