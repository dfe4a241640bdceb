"""A header row with its cells, each with the band it stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.bands import Merges, band_side, bands_above, cells_of
from signoff.core.parse.lexicon import HeaderGuess, Side, guess, is_sure
from signoff.core.parse.spoken import spoken
from signoff.core.parse.titled_sides import sides_in_titles

_LEAST_PARTS = 2
"""Cells that part a band."""
_NAMED = re.compile(r"^([^:]{2,40}):\s*(\S+)$")
_NAME = re.compile(r"^[^\W\d][\w.$#-]*$")
_TABLE = re.compile(r"^[^\W\d]\w*(?:\.\w+)?$")


@dataclass(frozen=True)
class HeaderCell:
    """One column's header."""

    column: int
    text: str
    guess: HeaderGuess
    band: str = ""
    """Text of the band above, if any."""
    band_side: Side | None = None
    row: int = 0
    """Row the text stands in; differs from the header's own under a vertical merge."""


@dataclass(frozen=True)
class TableBeside:
    """The table whose columns stand in one column of the grid."""

    name: str
    label: str
    """What rules call it; its name where the header says nothing else."""
    row: int
    column: int
    """Cell it was read from."""


@dataclass(frozen=True)
class Header:
    """One header row with its cells."""

    row: int
    cells: tuple[HeaderCell, ...]
    top: int
    """First row that belongs to it: the band's, or its own."""
    bands: tuple[tuple[int, int], ...] = ()
    """Cells (row, column) of the bands above it."""
    told_by_cells: bool = False
    """What stands under it shows that it is a header, rather than its words."""

    def texts(self) -> dict[int, str]:
        """Header text by column."""
        return {cell.column: cell.text for cell in self.cells}


def header_at(grid: SheetGrid, row: int, merges: Merges, above: int) -> Header:
    """The header in a row; its cells may begin above it, under vertical merges and bands.

    Args:
        grid: the sheet.
        row: the header's row, from 1.
        merges: the sheet's merges.
        above: last row that belongs to what stands before; 0 for none.
    """
    bands = bands_above(grid, row, merges, above)
    parted = is_under_band(grid, row)
    used: dict[tuple[int, int], None] = {}
    found: list[tuple[int, str, int]] = []
    for column in range(1, max(grid.width, 1) + 1):
        text, text_row = _header_text(grid, row, column, merges, above)
        if not text and parted:
            text, text_row = grid.at(row - 1, column), row - 1
        if text:
            found.append((column, text, text_row))
    cells: list[HeaderCell] = []
    said = spoken([text for _column, text, _row in found])
    titled = {} if bands else sides_in_titles(grid, row, [text for _column, text, _row in found])
    for (column, text, text_row), words in zip(found, said, strict=True):
        band = next((b[column] for b in bands if column in b), None)
        if band is not None:
            used[band[2], band[3]] = None
        over, side = (band[0], band[1]) if band else ("", titled.get(text))
        cells.append(HeaderCell(column, text, told_by(words), over, side, text_row))
    top = min([place[0] for place in used] + [cell.row for cell in cells], default=row)
    return Header(row, tuple(cells), top, tuple(used))


def is_under_band(grid: SheetGrid, row: int) -> bool:
    """Whether a row parts a band of the header above it, whose other cells have nothing below.

    Such as `Table` and `Column` under `Source`, between `Target column` and `Rule` in the row above.
    """
    below = cells_of(grid, row) if 1 < row <= len(grid.rows) else []
    own = [(column, grid.at(row - 1, column)) for column, _text in below]
    if len(below) < _LEAST_PARTS:
        return False
    parts = [is_sure(guess(text)) and bool(guess(text).kind) for _column, text in below]
    tables = [_is_table_under(text, _band_over(grid, row - 1, column)) for column, text in below]
    merged = _others_merged(grid, row)
    if not (any(parts) or merged) or not all(
        part or table for part, table in zip(parts, tables, strict=True)
    ):
        return False
    if merged and all(parts) and all(text or _over(grid, row - 1, column) for column, text in own):
        return True
    others = len(cells_of(grid, row - 1)) - sum(1 for _column, text in own if text)
    banded = [band_side(text) is not None for _column, text in own if text]
    return bool(banded) and all(banded) and bool(own[0][1]) and others > 0


def _is_table_under(text: str, band: str) -> bool:
    """Whether a cell names the table of the columns that stand in it, under a band of sources."""
    return bool(_TABLE.match(text)) and not guess(text).kind and band_side(band) is Side.SOURCE


def _over(grid: SheetGrid, row: int, column: int) -> bool:
    """Whether a merged cell of a row stands over a column that is not its first."""
    return any(m.first_row == row and m.first_column < column <= m.last_column for m in grid.merges)


def _band_over(grid: SheetGrid, row: int, column: int) -> str:
    """The text over a column in a row, be it of a cell that is merged over it."""
    merge = next(
        (m for m in grid.merges if m.first_row == row and m.first_column <= column <= m.last_column), None
    )
    return grid.at(row, merge.first_column if merge is not None else column)


def _others_merged(grid: SheetGrid, row: int) -> bool:
    """Whether every other heading of the row above is merged with the empty cell below it."""
    other = [column for column, _text in cells_of(grid, row - 1) if not grid.at(row, column)]
    down = {m.first_column for m in grid.merges if m.first_row == row - 1 and m.last_row >= row}
    return bool(other) and down.issuperset(other)


def named_table(text: str) -> tuple[Side, str] | None:
    """Side and table of a header such as `Source Table: orders`, under which the columns of that table stand."""
    found = _NAMED.match(text)
    if found is None:
        return None
    label = guess(found.group(1))
    if label.side is None or label.known < 0.99 or label.kind not in ("", "table", "system"):
        return None
    name = found.group(2).strip("`'\"[] ")
    return (label.side, name) if _NAME.match(name) else None


def told_by(text: str) -> HeaderGuess:
    """What a header says by itself; one that names its table is the header of columns."""
    named = named_table(text)
    return guess(text) if named is None else HeaderGuess(named[0], "column", 1.0)


def _header_text(grid: SheetGrid, row: int, column: int, merges: Merges, above: int) -> tuple[str, int]:
    if text := grid.at(row, column):
        return text, row
    merge = merges.covering(row, column)
    if merge and merge.first_row < row and merge.first_column == column and merge.first_row > above:
        return grid.at(merge.first_row, column), merge.first_row
    if (
        row - 1 > above
        and (text := grid.at(row - 1, column))
        and guess(text).known >= 0.99
        and guess(text).kind
    ):
        return text, row - 1
    return "", row
