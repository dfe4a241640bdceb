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
    """The mark of a sheet of ours; None for the customer's own."""
    for row in grid.rows[:_MARKED_ROWS]:
        for text in row[:3]:
            if text.startswith("Signoff copy") and (found := mark_in(text)):
                return found
    return None


def own_columns(grid: SheetGrid) -> dict[str, tuple[int, int]]:
    """Row and column, from 1, of the header of each column that we added to a sheet."""
    for number, row in enumerate(grid.rows[:_HEADER_ROWS], 1):
        found = {text: (number, column) for column, text in enumerate(row, 1) if text in _BESIDE}
        if found:
            return found
    return {}


def without_ours(grids: Sequence[SheetGrid]) -> tuple[SheetGrid, ...]:
    """The sheets as the customer has them: our sheet and the columns we added are left out."""
    return tuple(_bare(grid) for grid in grids if mark_of(grid) is None)


def _bare(grid: SheetGrid) -> SheetGrid:
    ours = {column for _row, column in own_columns(grid).values()}
    if not ours:
        return grid
    rows = trimmed([["" if n in ours else text for n, text in enumerate(row, 1)] for row in grid.rows])
    notes = tuple(note for note in grid.notes if note.column not in ours)
    return replace(grid, rows=rows, notes=notes)
