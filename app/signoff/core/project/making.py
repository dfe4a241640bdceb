"""A new project from what a person has at hand: the document, samples, existing SQL, a glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlglot.dialects import Dialects

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.masking import Term
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Spec
from signoff.core.errors import SignoffError
from signoff.core.project.inputs import SCHEMA_FILE
from signoff.core.project.project import Project

SAMPLE_ENDINGS = (".csv", ".tsv", ".parquet")


@dataclass(frozen=True)
class Material:
    """Everything a project begins with."""

    document: Path
    spec: Spec
    """What was read from the document."""
    sources: Path | None = None
    """Folder of one sample file a source table, named after it, and perhaps ``schema.sql``; None when they
    come later."""
    existing: Mapping[str, str] = field(default_factory=dict)
    """Existing SQL by target."""
    glossary: Sequence[Term] = ()
    around: Surroundings = ALONE
    """The dbt project that the existing SQL stands in."""


def make_project(path: Path, material: Material, *, name: str, dialect: str, by: str) -> Project:
    """Make a project file that holds all of it; when something can't be read, no file is left.

    Raises:
        SignoffError: a file can't be read, or the project can't be written.
    """
    if dialect not in _dialects():
        raise SignoffError(say("project.unknown_dialect", dialect=dialect, known=", ".join(_dialects())))
    document = _read(material.document)
    samples, schema_sql = _samples(material.sources) if material.sources else ([], "")
    project = Project.create(path, name=name, dialect=dialect, by=by)
    try:
        with project.act("import", material.document.name, by=by):
            project.put_document(material.document.name, document, by=by)
            project.put_spec(material.spec, by=by)
            for file, data in samples:
                project.put_samples(file.stem, file.name, data, by=by)
            if schema_sql:
                project.put_schema_sql(schema_sql, by=by)
            for target, text in material.existing.items():
                project.put_existing(target, text, by=by)
            if material.around != ALONE:
                project.put_surroundings(material.around, by=by)
            if material.glossary:
                project.put_glossary(material.glossary, by=by)
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    return project


def _dialects() -> tuple[str, ...]:
    """Names of the SQL dialects that sqlglot writes."""
    return tuple(sorted(name.value for name in Dialects if name.value))


def _samples(folder: Path) -> tuple[list[tuple[Path, bytes]], str]:
    if not folder.is_dir():
        raise SignoffError(say("input.no_folder", folder=folder))
    files = sorted(p for p in folder.iterdir() if p.is_file())
    samples = [(file, _read(file)) for file in files if file.suffix.lower() in SAMPLE_ENDINGS]
    stated = next((_read(file) for file in files if file.name.lower() == SCHEMA_FILE), b"")
    if not samples and not stated:
        raise SignoffError(say("input.no_samples", folder=folder, schema=SCHEMA_FILE))
    try:
        return samples, stated.decode("utf-8-sig")
    except UnicodeDecodeError:
        return samples, stated.decode("latin-1")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise SignoffError(say("input.unreadable", path=path, reason=cause.strerror)) from cause
