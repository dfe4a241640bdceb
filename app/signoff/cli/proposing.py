"""A document held against a project, as the verbs `delta` and `take` both do."""

from __future__ import annotations

import argparse
from pathlib import Path

from signoff.core.errors import SignoffError
from signoff.core.pipeline.importing import ReadDocument, read_stored, read_version
from signoff.core.pipeline.reading_beside import known_in
from signoff.core.pipeline.taking import replaced_by, stored_aside
from signoff.core.pipeline.versions import Proposal, propose
from signoff.core.project.documents import KeptDocument, documents
from signoff.core.project.project import Project


def add_document(parser: argparse.ArgumentParser) -> None:
    """Which document, and what it is to the project."""
    parser.add_argument(
        "document",
        type=Path,
        nargs="?",
        metavar="DOCUMENT",
        help="workbook, CSV or Markdown file, or a masked folder that came back; the last one put aside when left out",
    )
    parser.add_argument(
        "--of", default="", metavar="NAME", help="document of the project that it is a new version of"
    )
    parser.add_argument(
        "--another", action="store_true", help="it is another document, to be read beside those there are"
    )


def proposed(project: Project, arguments: argparse.Namespace) -> Proposal:
    """The named document, held against the project; nothing is changed.

    Raises:
        SignoffError: it can't be read, holds no mapping, or the options say two things.
    """
    if arguments.another and arguments.of:
        raise SignoffError("Say --of or --another, not both.")
    is_first = not documents(project)
    replacing = None if arguments.another or is_first else replaced_by(project, arguments.of)
    return propose(project, _read(project, arguments.document, replacing), replacing)


def _read(project: Project, path: Path | None, replacing: KeptDocument | None) -> ReadDocument:
    if path is None:
        stored = stored_aside(project)
        if replacing is None:
            return read_stored(stored, None, known=known_in(project))
        return read_stored(stored, replacing.reading, replacing.corrections, known=known_in(project))
    return (
        read_version(path, replacing.reading, replacing.corrections, known=known_in(project))
        if replacing
        else read_version(path, None, known=known_in(project))
    )
