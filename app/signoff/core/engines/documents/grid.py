"""A sheet as plain text cells: all that parse ever sees of a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from signoff.core.engines.documents.drawn import PLAIN, Drawn, Note

MAX_ROWS = 200_000
"""Rows read of one sheet."""
MAX_COLUMNS = 256
"""Columns read of one sheet."""
MAX_TEXT = 32_767
"""Characters read of one cell: what a workbook itself allows."""
MAX_MERGES = 20_000
"""Merged ranges read of one sheet."""
MAX_SHEETS = 200
"""Sheets read of one document."""


@dataclass(frozen=True, order=True)
class Merge:
    """One merged range; rows and columns from 1, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def height(self) -> int:
        """Rows covered."""
        return self.last_row - self.first_row + 1


@dataclass(frozen=True)
class Table:
    """A table that the file itself bounds, as Markdown does; rows from 1, both included."""

    header: int
    last: int


@dataclass(frozen=True)
class SheetGrid:
    """One sheet: every value as text as a person sees it, padding cut off."""

    name: str
    """Sheet name; the file's stem for delimited text and Markdown."""
    rows: tuple[tuple[str, ...], ...]
    """Row 1 first; rows may differ in length, an empty cell is an empty string."""
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    cut: bool = False
    """More rows, columns or text than are read."""
    tables: tuple[Table, ...] = ()
    """Tables the file itself bounds; none in a workbook, where they have to be found."""
    headings: tuple[tuple[int, int], ...] = ()
    """Row and level of each heading, 1 the highest."""
    drawn: Drawn = PLAIN
    notes: tuple[Note, ...] = ()
    """Notes on its cells, top to bottom."""
    struck: tuple[Note, ...] = ()
    """Parts of texts that are struck out, by cell; the cell's text holds them all the same."""

    def at(self, row: int, column: int) -> str:
        """Text of the cell, rows and columns from 1; empty outside the grid."""
        if 1 <= row <= len(self.rows) and 1 <= column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return ""

    @cached_property
    def width(self) -> int:
        """Columns of the longest row."""
        return max((len(row) for row in self.rows), default=0)


def trimmed(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows without empty cells at their ends and empty rows at the bottom."""
    kept: list[tuple[str, ...]] = []
    for row in rows:
        last = len(row)
        while last and not row[last - 1]:
            last -= 1
        kept.append(tuple(row[:last]))
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)
