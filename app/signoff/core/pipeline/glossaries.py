"""A glossary that comes from elsewhere or leaves: a file, or another project, always with a record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.masking import Term
from signoff.core.mask.glossary_files import glossary_file, read_glossary
from signoff.core.pipeline.dropped import bytes_of
from signoff.core.pipeline.files import write_leaving
from signoff.core.project.glossary import glossary_digest, import_terms
from signoff.core.project.masking_settings import GlossaryOrigin
from signoff.core.project.project import SUFFIX, Project
from signoff.core.project.taking import project_identity


@dataclass(frozen=True)
class SharedTerms:
    """Terms that somebody else listed, with where they came from."""

    terms: tuple[Term, ...]
    origin: GlossaryOrigin


def shared_terms(path: Path, *, by: str, at: str) -> SharedTerms:
    """Read the terms of a file or of another project, which is only read.

    Args:
        path: YAML, workbook, delimited text, or a ``.signoff`` file.
        by: who takes them.
        at: ISO 8601, UTC.

    Raises:
        SignoffError: it can't be read, or a cell of it is no term.
    """
    if path.suffix.lower() != SUFFIX:
        digest = hashlib.sha256(bytes_of(path)).hexdigest()
        return SharedTerms(read_glossary(path), GlossaryOrigin(path.name, digest, "", "", 0, by, at))
    with Project.open(path, read_only=True) as other:
        terms = other.glossary
        origin = GlossaryOrigin(
            path.name, glossary_digest(terms), project_identity(other), other.head(), 0, by, at
        )
        return SharedTerms(terms, origin)


def import_glossary(project: Project, path: Path, *, by: str) -> tuple[Term, ...]:
    """List the terms of a file or another project; returns the new ones.

    Raises:
        SignoffError: it can't be read, a cell of it is no term, or the glossary is locked.
    """
    shared = shared_terms(path, by=by, at=project.now())
    return import_terms(project, shared.terms, shared.origin, by=by)


def export_glossary(project: Project, path: Path) -> int:
    """Write the listed terms into a workbook, CSV or YAML file; returns how many.

    Raises:
        SignoffError: another ending, or the file can't be written.
    """
    terms = project.glossary
    write_leaving(path, glossary_file(terms, path.suffix.lower()))
    return len(terms)
