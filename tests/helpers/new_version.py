"""A new version of a project's first document, taken whole."""

from __future__ import annotations

from signoff.core.pipeline.importing import ReadDocument
from signoff.core.pipeline.taking import take
from signoff.core.pipeline.versions import propose
from signoff.core.project.documents import documents
from signoff.core.project.project import Project


def import_document(project: Project, document: ReadDocument, *, by: str) -> None:
    """Keep a document in place of the project's first one, or as its first."""
    replacing = documents(project)[:1]
    take(project, propose(project, document, replacing[0] if replacing else None), by=by)
