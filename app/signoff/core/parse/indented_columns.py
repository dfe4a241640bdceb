"""A grid whose first header stands over two columns: tables in the left one, and indented below each its columns."""

from __future__ import annotations

from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.parse.bands import cells_of
from signoff.core.parse.placeholders import is_one_word
from signoff.core.parse.restated import Restated, Writing
from signoff.core.parse.words import plain

_MOST_ROWS = 20_000
_HEADER_WITHIN = 30
_LEAST = 3
"""Headers, and columns in all."""
_OF_ROWS = frozenset({"join", "joins", "filter", "filters", "rows", "grain", "where", "scope"})


def indented(grid: SheetGrid) -> Restated | None:
    """The sheet with a header of its own over each of the two; None where no header is laid out so.

    Args:
        grid: the sheet.
    """
    if grid.tables or len(grid.rows) > _MOST_ROWS:
        return None
    for merge in grid.merges:
        is_head = merge.height == 1 and merge.last_column == merge.first_column + 1
        if is_head and merge.first_row <= _HEADER_WITHIN and _holds_both(grid, merge):
            return _written(grid, merge)
    return None


def _holds_both(grid: SheetGrid, head: Merge) -> bool:
    """Whether tables stand left and columns right of it, never both in one row but for a line on the table's rows."""
    left, right, row = head.first_column, head.last_column, head.first_row
    if row > len(grid.rows) or len(cells_of(grid, row)) < _LEAST or cells_of(grid, row)[0][0] != left:
        return False
    tables: set[str] = set()
    columns = begun = 0
    for below in range(row + 1, len(grid.rows) + 1):
        table, column = grid.at(below, left), grid.at(below, right)
        if table and column and not (table in tables and plain(column) in _OF_ROWS):
            return False
        if (table or column) and not all(is_one_word(text) for text in (table, column) if text):
            return False
        if column and not tables:
            return False
        begun += bool(table and not column)
        columns += bool(column)
        tables.add(table)
    return begun > 0 and columns >= _LEAST and columns > begun


def _written(grid: SheetGrid, head: Merge) -> Restated:
    writing = Writing()
    left, right = head.first_column, head.last_column
    for row in range(1, len(grid.rows) + 1):
        cells = [(column, text, (row, column)) for column, text in cells_of(grid, row)]
        if row == head.first_row:
            own = [(left, "Target table", (row, left)), (right, "Target column", (row, left))]
            cells = own + [each for each in cells if each[0] > right]
        elif row > head.first_row and grid.at(row, left) and grid.at(row, right):
            cells = [(c, f"({plain(text)})" if c == right else text, place) for c, text, place in cells]
        writing.row(cells)
    writing.merges += [merge for merge in grid.merges if merge != head]
    return writing.restated(grid)
