"""Reads any document into grids; runs in the child process only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from signoff.core.engines.documents.calamine_reader import read_by_calamine
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.guards import DocumentKind, kind_of
from signoff.core.engines.documents.markdown import read_markdown
from signoff.core.engines.documents.plaintext import read_delimited
from signoff.core.engines.documents.workbook import read_workbook

_READERS: dict[DocumentKind, Callable[[Path], tuple[SheetGrid, ...]]] = {
    DocumentKind.WORKBOOK: read_workbook,
    DocumentKind.OTHER_WORKBOOK: read_by_calamine,
    DocumentKind.DELIMITED: read_delimited,
    DocumentKind.MARKDOWN: read_markdown,
}


def read_grids(path: Path) -> tuple[SheetGrid, ...]:
    """All sheets of a document, in this very process: values as text, caps applied.

    Raises:
        SignoffError: with what is wrong and what to do.
    """
    return _READERS[kind_of(path)](path)
