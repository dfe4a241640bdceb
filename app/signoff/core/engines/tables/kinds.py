"""Files that hold tables, told apart by their first bytes rather than their names."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError


class TableFile(StrEnum):
    """How a file of tables is opened."""

    DUCKDB = "DuckDB database"
    SQLITE = "SQLite database"
    JSON = "JSON"
    OTHER = "other"


def kind_of(path: Path) -> TableFile:
    """What a file is.

    Raises:
        SignoffError: it can't be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError as error:
        raise SignoffError(say("sample.file_unreadable", file=path.name, reason=error.strerror)) from error
    if head[8:12] == b"DUCK":
        return TableFile.DUCKDB
    if head.startswith(b"SQLite format 3\0"):
        return TableFile.SQLITE
    return TableFile.JSON if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")) else TableFile.OTHER
