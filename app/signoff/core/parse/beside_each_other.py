"""A sheet with several grids beside each other, parted by empty columns: written below each other, as they are read.

A box of lines on joins and filters beside a grid comes below it in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.known_names import KnownNames
from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.parse.bands import cells_of
from signoff.core.parse.block_kinds import BlockKind
from signoff.core.parse.blocks import Block, blocks_of
from signoff.core.parse.labels import row_labels
from signoff.core.parse.lexicon import Side
from signoff.core.parse.restated import Restated, Writing
from signoff.core.parse.row_labels import LABELS, OF_ROWS, same_label

_MOST_ROWS, _MOST_COLUMNS = 2_000, 80
"""Of a sheet that is looked at."""
_LEAST = 2
"""Columns of a grid, and lines of a box."""
_SAME_HEADERS = 3
_OF_A_BOX = frozenset({"join", "filter", "condition", "lookup"})

Columns = tuple[int, int]
"""First and last column, from 1."""


def below_each_other(grid: SheetGrid, known: KnownNames) -> Restated | None:
    """The sheet with grids that stand beside each other below each other; None where there are none.

    Args:
        grid: the sheet.
        known: names that exist.
    """
    if grid.tables or len(grid.rows) > _MOST_ROWS or grid.width > _MOST_COLUMNS:
        return None
    parts = list(_parts(grid))
    if len(parts) < _LEAST or any(last - first + 1 < _LEAST for first, last in parts):
        return None
    own = [_only(grid, part) for part in parts]
    mappings = [_mapping_in(each, known) for each in own]
    found = [block for block in mappings if block is not None]
    boxes = [is_box for each in own if (is_box := _is_box(each))]
    alike = len(found) == len(parts) and (_alike(found) or all(map(_tells_sides, found)))
    if not alike and not (len(found) == 1 and len(found) + len(boxes) == len(parts)):
        return None
    writing = Writing()
    order = sorted(range(len(parts)), key=lambda place: mappings[place] is None)
    for place in order:
        left = parts[place][0] - 1 if mappings[place] is not None else 0
        _write(writing, grid, parts[place], left)
    return writing.restated(grid)


def _parts(grid: SheetGrid) -> Iterator[Columns]:
    """Columns between those that are wholly empty."""
    filled = sorted({column for row in range(1, len(grid.rows) + 1) for column, _text in cells_of(grid, row)})
    first = 0
    for place, column in enumerate(filled):
        first = first or column
        if place + 1 == len(filled) or filled[place + 1] > column + 1:
            yield first, column
            first = 0


def _only(grid: SheetGrid, part: Columns) -> SheetGrid:
    """The sheet with nothing but some of its columns."""
    first, last = part
    rows = tuple(
        tuple(text if first <= column <= last else "" for column, text in enumerate(row[:last], 1))
        for row in grid.rows
    )
    return replace(grid, rows=rows, merges=tuple(_merges(grid, part)))


def _merges(grid: SheetGrid, part: Columns) -> Iterator[Merge]:
    first, last = part
    for merge in grid.merges:
        if first <= merge.first_column <= last:
            yield replace(merge, last_column=min(merge.last_column, last))


def _mapping_in(grid: SheetGrid, known: KnownNames) -> Block | None:
    """The first mapping of some columns, where they hold both sides of it."""
    return next(
        (
            block
            for block in blocks_of(grid, known=known)
            if block.kind is BlockKind.MAPPING
            and block.layout.has(Role.TARGET_COLUMN)
            and (block.layout.has(Role.SOURCE_COLUMN) or block.layout.has(Role.SOURCE_TABLE))
        ),
        None,
    )


def _alike(blocks: Sequence[Block]) -> bool:
    """Whether all have the same headers."""
    texts = [[cell.text.casefold() for cell in block.layout.header.cells] for block in blocks]
    return all(each == texts[0] for each in texts) and len(texts[0]) >= _SAME_HEADERS


def _tells_sides(block: Block) -> bool:
    """Whether headers say by themselves which column is the target's and which the source's."""
    layout = block.layout
    sides = {cell.column: cell.guess.side or cell.band_side for cell in layout.header.cells}
    target, source = layout.first(Role.TARGET_COLUMN), layout.first(Role.SOURCE_COLUMN)
    return sides.get(target) is Side.TARGET and sides.get(source) is Side.SOURCE


def _is_box(grid: SheetGrid) -> bool:
    """Whether some columns hold lines that say how rows come about, and nothing wider."""
    rows = [cells for row in range(1, len(grid.rows) + 1) if (cells := cells_of(grid, row))]
    told = sum(len(cells) == _LEAST and _is_label(cells) for cells in rows)
    return told >= _LEAST and told * 2 >= len(rows) and all(len(cells) <= _LEAST for cells in rows)


def _is_label(cells: list[tuple[int, str]]) -> bool:
    said = cells[0][1].strip(" :")
    kinds = {label.kind for label in row_labels(1, cells)}
    return bool(kinds & _OF_A_BOX) or same_label(said) in LABELS or OF_ROWS.match(said) is not None


def _write(writing: Writing, grid: SheetGrid, part: Columns, left: int) -> None:
    """Some columns below what is written, behind an empty row, moved to the left by so many."""
    first, last = part
    if writing.rows:
        writing.row(())
    moved = len(writing.rows)
    filled = [
        row
        for row in range(1, len(grid.rows) + 1)
        if any(first <= column <= last for column, _text in cells_of(grid, row))
    ]
    for row in range(1, max(filled) + 1):
        writing.row(
            (column - left, text, (row, column))
            for column, text in cells_of(grid, row)
            if first <= column <= last
        )
    writing.merges += [
        Merge(m.first_row + moved, m.first_column - left, m.last_row + moved, m.last_column - left)
        for m in _merges(grid, part)
    ]
