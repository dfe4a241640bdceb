"""What comes out of a file of tables, and how much of it is taken."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.spec import SourceTable

MOST_ROWS = 100_000
"""Rows taken of one table."""
MOST_BYTES = 100 * 2**20
"""Bytes of text taken of one file; the tables after that come without rows."""
MOST_TABLES = 2_000
"""Tables taken of one file."""
NO_VALUE = "\\N"
"""How a sample file writes that there is no value."""


@dataclass(frozen=True)
class ExtractedTable:
    """One table of a file: what the file says of it, and its rows as a sample file."""

    table: SourceTable
    file: str = ""
    """Name of its sample file in the folder it was extracted into; empty when it came without rows."""
    rows: int = 0
    """Rows in that file."""
    cut: bool = False
    """There are more rows than were taken."""


@dataclass(frozen=True)
class Extracted:
    """Everything a file of tables gave."""

    tables: tuple[ExtractedTable, ...]
    remarks: tuple[str, ...] = ()
    """Sentences on what was left out or is doubtful."""


class Room:
    """How many bytes of one file may still be taken."""

    def __init__(self, left: int = MOST_BYTES) -> None:
        self.left = left


def write_rows(
    place: Path, names: Iterable[str], rows: Iterable[Iterable[str | None]], room: Room
) -> tuple[int, bool]:
    """Write a sample file; gives the number of rows in it, and whether there were more.

    Args:
        place: the file to make.
        names: of the columns.
        rows: values as text, None where there is none; read no further than is taken.
        room: what may still be taken; less by what was written.
    """
    written = 0
    with place.open("w", encoding="utf-8", newline="") as file:
        file.write(_line(names))
        for row in rows:
            if written == MOST_ROWS or room.left <= 0:
                return written, True
            line = _line(NO_VALUE if value is None else value for value in row)
            file.write(line)
            room.left -= len(line)
            written += 1
    return written, False


def _line(values: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow([value.replace("\0", "") for value in values])
    return text.getvalue()


def file_names(tables: Iterable[str]) -> Iterator[str]:
    """A file name for each table, each once, whatever letters the table's name has."""
    taken: set[str] = set()
    for table in tables:
        stem = "".join(c if c.isalnum() or c in "_- .$#" else "_" for c in table).strip(". ")[:100] or "table"
        name, number = stem, 2
        while name.casefold() in taken:
            name, number = f"{stem}_{number}", number + 1
        taken.add(name.casefold())
        yield f"{name}.csv"
