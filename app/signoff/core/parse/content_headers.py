"""The header of a sheet whose headings are no known words: told by the rows under it."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.known_names import NO_NAMES, KnownNames
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.bands import Merges, cells_of
from signoff.core.parse.fitting import Fit, fitted, rows_under
from signoff.core.parse.header_cells import Header, HeaderCell
from signoff.core.parse.hints import hint_of
from signoff.core.parse.lexicon import guess
from signoff.core.parse.words import words

_FIRST_ROWS = 40
_LEAST_CELLS = 3
_LEAST_ROWS = 2
_LONGEST, _MOST_WORDS = 45, 7
_VALUE = re.compile(r"\d+(?:[.,]\d+)*|\w*[^\W\d]_\w+|[\w$]+\.[\w.$]+|\d{4}-\d\d-\d\d.*")
"""A number, a technical name or a day: what stands in rows, not above them."""


def header_by_contents(grid: SheetGrid, known: KnownNames = NO_NAMES) -> Header | None:
    """The row whose cells head a mapping by what stands under them; None where no row does.

    Args:
        grid: a sheet on which no mapping was found by the words of headers.
        known: names that exist.
    """
    covering = Merges(grid)
    best: tuple[Header, Fit] | None = None
    for row in range(1, min(len(grid.rows), _FIRST_ROWS) + 1):
        if best is not None and row > best[0].row + 1:
            break
        if not _may_head(grid, row):
            continue
        header = _banded(grid, row, covering)
        fit = fitted(grid, header, grid_end(grid, header), known)
        if (
            fit is not None
            and len(rows_under(grid, header, len(grid.rows))) >= _LEAST_ROWS
            and (best is None or fit.sum > best[1].sum)
        ):
            best = header, fit
    return best[0] if best is not None else None


def repeated_below(grid: SheetGrid, header: Header) -> list[Header]:
    """The same header again further down, word for word, as where several tables stand below each other.

    Args:
        grid: the sheet.
        header: found by what stands under it; one in a single row.
    """
    own = header.texts()
    if header.top != header.row or len(own) < _LEAST_CELLS:
        return []
    rows = (row for row in range(header.row + 1, len(grid.rows)) if dict(cells_of(grid, row)) == own)
    return [
        replace(header, row=row, top=row, cells=tuple(replace(cell, row=row) for cell in header.cells))
        for row in rows
    ]


def grid_end(grid: SheetGrid, header: Header, last: int = 0) -> int:
    """Last row of a header's grid: lines of settings and legends behind an empty row are left to others.

    Args:
        grid: the sheet.
        header: of the grid.
        last: last row it may have, from 1; 0 for the sheet's.
    """
    last = last or len(grid.rows)
    gap = _gap_before_lines(grid, header, last)
    return gap - 1 if gap else last


def _gap_before_lines(grid: SheetGrid, header: Header, last: int) -> int:
    """The empty row behind which only lines of one or two cells follow; 0 for none."""
    found = 0
    for row in range(last, header.row + 1, -1):
        filled = sum(map(bool, grid.rows[row - 1]))
        if not filled:
            found = row
        elif filled > 2 or filled * 2 > len(header.cells):
            break
        elif not _is_line(grid, row):
            return 0
    return found


def _is_line(grid: SheetGrid, row: int) -> bool:
    """Whether a row of one or two cells says something, rather than naming a column and its source."""
    texts = [text for _column, text in cells_of(grid, row)]
    return len(texts) == 1 or len(words(texts[-1])) > _LEAST_CELLS or not _VALUE.fullmatch(texts[-1])


def _may_head(grid: SheetGrid, row: int) -> bool:
    texts = [text for _column, text in cells_of(grid, row)]
    if len(texts) < _LEAST_CELLS - 1:
        return False
    return all(
        len(text) <= _LONGEST and len(words(text)) <= _MOST_WORDS and not _VALUE.fullmatch(text)
        for text in texts
    )


def _banded(grid: SheetGrid, row: int, covering: Merges) -> Header:
    """The header in a row, with the cells of the row above that stand over none of its own, and bands over others."""
    above = _bands(grid, row, covering)
    cells: list[HeaderCell] = []
    used: list[tuple[int, int]] = []
    for column in range(1, grid.width + 1):
        text = grid.at(row, column)
        band, place = above.get(column, ("", 0))
        if text:
            side = next(iter(sides), None) if len(sides := hint_of(band).sides) == 1 else None
            cells.append(HeaderCell(column, text, guess(text), band, side, row))
            used += [(row - 1, place)] if place else []
        elif band and place == column:
            cells.append(HeaderCell(column, band, guess(band), row=row - 1))
    top = row - 1 if used or any(cell.row < row for cell in cells) else row
    return Header(row, tuple(cells), top, tuple(dict.fromkeys(used)), told_by_cells=True)


def _bands(grid: SheetGrid, row: int, covering: Merges) -> dict[int, tuple[str, int]]:
    """Text and first column of what stands above each column, where the row above bands this one."""
    over = cells_of(grid, row - 1) if row > 1 else []
    own = {column for column, _text in cells_of(grid, row)}
    if len(over) < 2 or not _may_head(grid, row - 1):
        return {}
    found: dict[int, tuple[str, int]] = {}
    for place, (column, text) in enumerate(over):
        merge = covering.covering(row - 1, column)
        following = over[place + 1][0] if place + 1 < len(over) else grid.width + 1
        last = merge.last_column if merge else following - 1 if column in own else column
        found.update({c: (text, column) for c in range(column, last + 1)})
    parted = {place for c, (_text, place) in found.items() if c in own}
    spans = {place: [c for c, (_t, p) in found.items() if p == place] for place in parted}
    return found if any(len(columns) > 1 for columns in spans.values()) else {}
