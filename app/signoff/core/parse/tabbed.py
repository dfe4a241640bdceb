"""Lines pasted from a sheet, tabs or bars between their cells, in a text: written as the table they were."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.engines.documents.grid import SheetGrid, Table
from signoff.core.parse.restated import Restated, Writing

_MOST_ROWS = 20_000
_LEAST_ROWS, _LEAST_TABS = 3, 2
_BAR = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)")


def untabbed(grid: SheetGrid) -> Restated | None:
    """The text with such lines as a table; None where it has none.

    Args:
        grid: a text, each line in a cell of its own.
    """
    if len(grid.rows) > _MOST_ROWS or not any(_cells(row[0]) for row in grid.rows if len(row) == 1):
        return None
    tables, row = list(grid.tables), 1
    writing = Writing()
    while row <= len(grid.rows):
        last = _last_tabbed(grid, row)
        if last - row + 1 >= _LEAST_ROWS:
            tables.append(Table(row, last))
        for place in range(row, max(row, last) + 1):
            is_split = last - row + 1 >= _LEAST_ROWS
            texts = _cells(grid.at(place, 1)) if is_split else grid.rows[place - 1]
            writing.row((n, text, (place, 1 if is_split else n)) for n, text in enumerate(texts, 1) if text)
        row = max(row, last) + 1
    if len(tables) == len(grid.tables):
        return None
    made = writing.restated(grid)
    return replace(made, grid=replace(made.grid, tables=tuple(sorted(tables, key=lambda t: t.header))))


def _last_tabbed(grid: SheetGrid, row: int) -> int:
    """The last of the lines from this one on that have as many cells; the one before where this one is no such line."""
    first = _cells(grid.at(row, 1))
    while row <= len(grid.rows) and len(grid.rows[row - 1]) == 1 and first:
        cells = _cells(grid.at(row, 1))
        if not cells or (len(cells) != len(first) and "\t" not in grid.at(row, 1)):
            break
        row += 1
    return row - 1


def _cells(line: str) -> list[str]:
    """The cells of a line with several tabs, or several bars between blanks; empty for any other line."""
    parts = line.split("\t") if "\t" in line else _BAR.split(line.strip())
    return [part.strip() for part in parts] if len(parts) > _LEAST_TABS else []
