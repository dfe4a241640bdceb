"""A new project from whatever a person drops: the mapping document is found among it, the rest comes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary_files import read_glossary
from signoff.core.pipeline.dropped import TEXT_ENDINGS, Dropped, sort_out
from signoff.core.pipeline.importing import ReadDocument, import_material, read_version
from signoff.core.pipeline.reading_beside import known_beside
from signoff.core.pipeline.sourcing import tell_apart
from signoff.core.progress import CancelToken, Progress, Report, silent
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import SUFFIX, Project

_MOST_TRIED = 12
"""Files that are looked into for a mapping."""
_LONGEST_NAME = 120


def free_place(beside: Path) -> Path:
    """Where a new project of a document lies: beside it, under its name, numbered when that is taken."""
    stem = beside.stem[:_LONGEST_NAME]
    place, number = beside.with_name(stem + SUFFIX), 2
    while place.exists():
        place = beside.with_name(f"{stem} {number}{SUFFIX}")
        number += 1
    return place


def find_document(
    paths: Sequence[Path], *, report: Report = silent, cancel: CancelToken | None = None
) -> tuple[Path, ReadDocument, Dropped]:
    """The mapping document among files and folders, read, and everything beside it.

    Workbooks come before delimited text, since a CSV file is more often a source table. A single file is taken as
    it is, so that a person sees why nothing was read from it.

    Raises:
        SignoffError: there is none, or a file can't be read.
        Cancelled: `cancel` was set.
    """
    found = sort_out(paths)
    texts = tuple(path for path in found.samples if path.suffix.lower() in TEXT_ENDINGS)
    tried = (*found.documents, *texts)[:_MOST_TRIED]
    first: tuple[Path, ReadDocument] | None = None
    for done, path in enumerate(tried):
        report(Progress("input", done, len(tried), path.name))
        read = read_version(path, None, cancel=cancel)
        known = known_beside(_without(found, path), read.grids)
        read = read_version(path, None, known=known, cancel=cancel) if known else read
        if read.spec.targets or len(tried) == 1:
            return path, read, tell_apart(_without(found, path), cancel=cancel)
        first = first or ((path, read) if path in found.documents else None)
    if first is None:
        raise SignoffError(say("input.no_document", files=", ".join(path.name for path in paths[:3])))
    return *first, _without(found, first[0])


def begin_project(
    place: Path, document: Path, read: ReadDocument, beside: Dropped, *, by: str, dialect: str = "duckdb"
) -> Project:
    """Make a project of a document and what lies beside it; when something can't be read, no file is left.

    Args:
        place: where the project file goes.
        document: the mapping document.
        read: what was read from it.
        beside: samples, existing SQL and glossaries that go into the project too.
        by: who makes it.
        dialect: SQL of the warehouse.

    Raises:
        SignoffError: a file can't be read, or the project can't be written.
    """
    terms = [term for path in beside.glossaries for term in read_glossary(path)]
    project = make_project(
        place, Material(document, read.spec, glossary=terms), name=place.stem, dialect=dialect, by=by
    )
    try:
        if beside.sources or beside.sql:
            import_material(project, beside, by=by)
    except BaseException:
        project.close()
        place.unlink(missing_ok=True)
        raise
    return project


def _without(found: Dropped, document: Path) -> Dropped:
    return replace(
        found,
        documents=tuple(path for path in found.documents if path != document),
        samples=tuple(path for path in found.samples if path != document),
    )
