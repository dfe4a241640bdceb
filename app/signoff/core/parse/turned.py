"""A sheet whose fields run across: each column of the target is one of the sheet, its rows hold what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.parse.bands import cells_of
from signoff.core.parse.lexicon import HeaderGuess, Side, guess, is_sure
from signoff.core.parse.placeholders import is_one_word
from signoff.core.parse.restated import Restated, Writing

_MOST_ROWS = 500
"""Rows of a sheet that is looked at."""
_LEAST_ROWS = 3
_LEAST_CELLS = 3
"""A label and what stands behind it for two columns."""


@dataclass(frozen=True)
class _Band:
    """Rows that begin with what they hold."""

    top: int
    bottom: int
    labels: int
    """Column of the labels."""
    last: int
    """Last column with a text."""


def turned(grid: SheetGrid) -> Restated | None:
    """The sheet with such rows turned into columns; None where it has none.

    Args:
        grid: a sheet on which no mapping was found.
    """
    if grid.tables or len(grid.rows) > _MOST_ROWS:
        return None
    bands = list(_bands(grid))
    if not bands:
        return None
    writing, row = Writing(), 1
    for band in bands:
        _copy(writing, grid, row, band.top - 1)
        _turn(writing, grid, band)
        row = band.bottom + 1
    _copy(writing, grid, row, len(grid.rows))
    return writing.restated(grid)


def _bands(grid: SheetGrid) -> Iterator[_Band]:
    row = 1
    while row <= len(grid.rows):
        band = _band_at(grid, row)
        if band is not None:
            yield band
            row = band.bottom
        row += 1


def _band_at(grid: SheetGrid, top: int) -> _Band | None:
    """The rows from this one on that begin in one column with a header's words, where they tell a mapping."""
    first = cells_of(grid, top)
    if len(first) < _LEAST_CELLS or not is_sure(guess(first[0][1])):
        return None
    column, bottom, told = first[0][0], top, []
    while bottom <= len(grid.rows) and (cells := cells_of(grid, bottom)) and cells[0][0] == column:
        told.append(guess(cells[0][1]))
        bottom += 1
    while told and len(cells_of(grid, bottom - 1)) == 1:
        told.pop()
        bottom -= 1
    rows = range(top, bottom)
    target = next((row for row, said in zip(rows, told, strict=True) if _is_target(said)), 0)
    if len(told) < _LEAST_ROWS or sum(map(is_sure, told)) * 2 <= len(told) or not target:
        return None
    sides = {said.side for said in told}
    if not (Side.SOURCE in sides or any(said.kind == "rule" for said in told)):
        return None
    names = [text for _column, text in cells_of(grid, target)[1:]]
    if len(names) < _LEAST_CELLS - 1 or len(set(names)) < len(names) or not all(map(is_one_word, names)):
        return None
    return _Band(top, bottom - 1, column, max(len(grid.rows[row - 1]) for row in rows))


def _is_target(said: HeaderGuess) -> bool:
    """Whether a label is that of the target's columns."""
    return said.side is Side.TARGET and said.kind in ("column", "") and not said.both_sides


def _copy(writing: Writing, grid: SheetGrid, first: int, last: int) -> None:
    """Rows as they stand."""
    moved = len(writing.rows) + 1 - first
    for row in range(first, last + 1):
        writing.row((column, text, (row, column)) for column, text in cells_of(grid, row))
    writing.merges += [
        Merge(m.first_row + moved, m.first_column, m.last_row + moved, m.last_column)
        for m in grid.merges
        if first <= m.first_row and m.last_row <= last
    ]


def _turn(writing: Writing, grid: SheetGrid, band: _Band) -> None:
    top, left = len(writing.rows) + 1, band.labels
    for column in range(left, band.last + 1):
        writing.row(
            (left + row - band.top, text, (row, column))
            for row in range(band.top, band.bottom + 1)
            if (text := grid.at(row, column))
        )
    writing.merges += [
        Merge(
            top + m.first_column - left,
            left + m.first_row - band.top,
            top + m.last_column - left,
            left + m.last_row - band.top,
        )
        for m in grid.merges
        if band.top <= m.first_row and m.last_row <= band.bottom and m.first_column >= left
    ]
