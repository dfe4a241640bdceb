"""How the cells of a sheet are drawn: fill, ink, struck out, and the notes on them.

Only cells that differ from plain black on white are kept, by row: rows drawn alike share one pattern, and equal rows
below each other are one stretch, so that 100,000 coloured rows cost little more than ten.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

MAX_NOTES = 20_000
"""Notes read of one document."""
NO_PATTERN = -1
"""Pattern of rows that are drawn plainly."""

Span = tuple[int, int, int]
"""First and last column, from 1, and the place of their look in `Drawn.looks`."""


@dataclass(frozen=True)
class Look:
    """How a cell is drawn."""

    fill: str = ""
    """Colour behind the text as RRGGBB; empty for none, or white."""
    ink: str = ""
    """Colour of the text as RRGGBB; empty for black."""
    struck: bool = False
    """The text is struck out."""

    @property
    def is_plain(self) -> bool:
        """Nothing but black on white."""
        return not (self.fill or self.ink or self.struck)


@dataclass(frozen=True)
class Note:
    """What somebody wrote beside a cell: a note, or a comment with its replies."""

    row: int
    """From 1."""
    column: int
    text: str
    by: str = ""
    """Name of its writer, as the workbook has it."""


@dataclass(frozen=True)
class Drawn:
    """The looks of one sheet's cells."""

    looks: tuple[Look, ...] = ()
    patterns: tuple[tuple[Span, ...], ...] = ()
    """What rows look like: spans of columns, from left to right."""
    stretches: tuple[tuple[int, int], ...] = ()
    """First row of a stretch of equal rows, ascending, and their pattern; `NO_PATTERN` for plain ones."""

    def at(self, row: int, column: int) -> Look | None:
        """The look of a cell, rows and columns from 1; None where it is plain."""
        place = bisect_right(self.stretches, (row, len(self.patterns))) - 1
        if place < 0 or self.stretches[place][1] == NO_PATTERN:
            return None
        spans = self.patterns[self.stretches[place][1]]
        return next((self.looks[look] for first, last, look in spans if first <= column <= last), None)

    @property
    def has_struck(self) -> bool:
        """Whether any text of the sheet is struck out."""
        return any(look.struck for look in self.looks)


PLAIN = Drawn()
"""A sheet that is drawn plainly."""
