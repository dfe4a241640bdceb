"""A copy that we wrote ourselves: what we added to it is told from what is the customer's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.annotations import BESIDE, Mark, mark_in
from signoff.core.engines.documents.grid import SheetGrid, trimmed

_MARKED_ROWS, _HEADER_ROWS = 60, 60
"""Rows from the top within which a mark, or the header of our columns, is looked for."""
_BESIDE = frozenset(BESIDE)


def mark_of(grid: SheetGrid) -> Mark | None:
    """The mark that a sheet holds; None for the customer's own."""
    found = _marked(grid)
    return found[1] if found else None


def _marked(grid: SheetGrid) -> tuple[int, Mark] | None:
    """Row, from 1, and mark: in the first column of any row, or in the next ones near the top."""
    for number, row in enumerate(grid.rows, 1):
        for text in row[: 3 if number <= _MARKED_ROWS else 1]:
            if text.startswith("Signoff copy") and (found := mark_in(text)):
                return number, found
    return None


def own_columns(grid: SheetGrid) -> dict[str, tuple[int, int]]:
    """Row and column, from 1, of the header of each column that we added to a sheet."""
    for number, row in enumerate(grid.rows[:_HEADER_ROWS], 1):
        found = {text: (number, column) for column, text in enumerate(row, 1) if text in _BESIDE}
        if found:
            return found
    return {}


def columns_of_ours(grid: SheetGrid) -> tuple[int, ...]:
    """Every column, from 1, that we added to a sheet, also where that was done more than once."""
    rows = grid.rows[:_HEADER_ROWS]
    return tuple(sorted({n for row in rows for n, text in enumerate(row, 1) if text in _BESIDE}))


def without_ours(grids: Sequence[SheetGrid]) -> tuple[SheetGrid, ...]:
    """The sheets as the customer has them: our sheet and the columns we added are left out."""
    return tuple(_bare(grid) for grid in grids if own_columns(grid) or _marked(grid) is None)


def _bare(grid: SheetGrid) -> SheetGrid:
    ours = columns_of_ours(grid)
    if not ours:
        return grid
    kept = grid.rows[: _end(grid)]
    rows = trimmed([["" if n in ours else text for n, text in enumerate(row, 1)] for row in kept])
    notes = tuple(note for note in grid.notes if note.column not in ours)
    return replace(grid, rows=rows, notes=notes)


def _end(grid: SheetGrid) -> int:
    """Rows of the customer's: in a text file, what we wrote stands below them, behind an empty row."""
    found = _marked(grid)
    if found is None:
        return len(grid.rows)
    row = found[0]
    while row > 1 and any(grid.rows[row - 2]):
        row -= 1
    return row - 1
