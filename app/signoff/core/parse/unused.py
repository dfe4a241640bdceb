"""Every cell with text from which nothing was read, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Role, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.block_kinds import BlockKind
from signoff.core.parse.blocks import Block
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.used import UsedCells

MAX_UNUSED = 20_000
"""Cells listed of one document."""
SWITCHED_OFF = "the sheet was switched off by a person"


def unused_cells(
    document: str,
    grids: Sequence[SheetGrid],
    blocks: dict[str, list[Block]],
    switched_off: Container[str] = (),
) -> tuple[UnusedCell, ...]:
    """The unused cells of all sheets, in reading order.

    Args:
        document: file name, for the cells' addresses.
        grids: all sheets.
        blocks: blocks of each sheet by its name, each with the cells used.
        switched_off: names of the sheets that a person switched off.
    """
    found: list[UnusedCell] = []
    for grid in grids:
        read = [b for b in blocks[grid.name] if b.kind is not BlockKind.NOTHING]
        cells = _used(read)
        for row, texts in enumerate(grid.rows, 1):
            used = cells.mask(row)
            for column, text in enumerate(texts, 1):
                if text and not used >> column & 1:
                    off = grid.name in switched_off
                    reason = SWITCHED_OFF if off else _reason(grid, read, row, column)
                    found.append(UnusedCell(Cell(grid.name, row, column, document), text, reason))
                    if len(found) == MAX_UNUSED:
                        return tuple(found)
    return tuple(found)


def _used(blocks: list[Block]) -> UsedCells:
    """Cells used by any of the blocks."""
    if len(blocks) == 1:
        return blocks[0].used
    every = UsedCells()
    for block in blocks:
        every.add_all(block.used)
    return every


def _block_of(blocks: list[Block], row: int) -> Block | None:
    """The block under whose header a row stands; blocks follow each other from top to bottom."""
    place = bisect_left(blocks, row, key=lambda block: block.layout.header.row)
    block = blocks[place - 1] if place else None
    return block if block is not None and row <= block.layout.last_row else None


def _reason(grid: SheetGrid, blocks: list[Block], row: int, column: int) -> str:
    if grid.name.lstrip().startswith("#") and not blocks:
        return "the sheet is switched off by the # in its name"
    if not blocks:
        return "the sheet holds no mapping"
    block = _block_of(blocks, row)
    if block is None:
        return "outside the grid"
    role = block.layout.roles.get(column)
    if role is None:
        return "the column has no header"
    if role is Role.OTHER:
        return f"no use is known for the column {block.layout.header.texts().get(column, '')}"
    if block.kind is BlockKind.MAPPING and is_blank(grid.at(row, block.layout.first(Role.TARGET_COLUMN))):
        return "the row names no target column"
    return "the row could not be read"
