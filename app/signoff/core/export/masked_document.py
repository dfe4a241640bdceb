"""A mapping document as it leaves masked: the same sheets, rows and merged cells, every text masked, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from signoff.core.domain.annotations import Page, Written
from signoff.core.domain.cells import Cell, column_letter
from signoff.core.domain.spec import ColumnMapping, Role, SheetReading, Spec
from signoff.core.engines.documents.copies import pages_workbook
from signoff.core.engines.documents.grid import SheetGrid

_NAMES = frozenset(
    {Role.TARGET_TABLE, Role.TARGET_COLUMN, Role.SOURCE_TABLE, Role.SOURCE_COLUMN, Role.STEP_TABLE}
)
_WIDTH = 18.0
_MOST_WIDE = 40
Mask = Callable[[str], str]


def masked_workbook(
    grids: Sequence[SheetGrid],
    sheet_names: Mapping[str, str],
    names: Collection[tuple[str, int, int]],
    *,
    cell: Mask,
    listed: Mask,
) -> bytes:
    """The workbook's bytes: texts alone, no formula, no author, no note, no property.

    Args:
        grids: the document's sheets.
        sheet_names: what each is called now.
        names: sheets, rows and columns of cells that hold names of tables and columns.
        cell: masks any other cell.
        listed: masks a cell of names.
    """
    pages = []
    for grid in grids:
        rows = [
            tuple(
                Written(_masked(grid, row, column, text, names, cell, listed))
                for column, text in enumerate(texts, 1)
            )
            for row, texts in enumerate(without_struck(grid), 1)
        ]
        widths = (_WIDTH,) * min(grid.width, _MOST_WIDE)
        merges = tuple((m.first_row, m.first_column, m.last_row, m.last_column) for m in grid.merges)
        pages.append(
            Page(
                sheet_names[grid.name],
                widths,
                tuple(rows),
                merges=merges,
                hidden=grid.hidden,
                guarded=False,
            )
        )
    return pages_workbook(*pages)


def without_struck(grid: SheetGrid) -> list[tuple[str, ...]]:
    """The rows of a sheet without what is struck out in them."""
    gone: dict[tuple[int, int], list[str]] = {}
    for note in grid.struck:
        gone.setdefault((note.row, note.column), []).append(note.text)
    if not gone:
        return list(grid.rows)
    rows = [list(row) for row in grid.rows]
    for (row, column), texts in gone.items():
        if row <= len(rows) and column <= len(rows[row - 1]):
            for text in texts:
                rows[row - 1][column - 1] = rows[row - 1][column - 1].replace(text, "", 1).strip()
    return [tuple(row) for row in rows]


def name_cells(spec: Spec, grids: Sequence[SheetGrid]) -> frozenset[tuple[str, int, int]]:
    """Where names of tables and columns stand: below headers that say so, and where fields were read."""
    found: set[tuple[str, int, int]] = set()
    by_name = {grid.name: grid for grid in grids}
    for reading in spec.sheets:
        grid = by_name.get(reading.sheet)
        if grid is not None and reading.header_row:
            found.update(_below(reading, grid))
    for target in spec.targets:
        found.update(_place(target.cell))
        for mapping in target.columns:
            found.update(_read(mapping))
    return frozenset(found)


def _below(reading: SheetReading, grid: SheetGrid) -> set[tuple[str, int, int]]:
    letters = {letter for letter, role in reading.roles if role in _NAMES}
    columns = [n for n in range(1, grid.width + 1) if column_letter(n) in letters]
    return {(grid.name, row, n) for row in range(reading.header_row + 1, len(grid.rows) + 1) for n in columns}


def _read(mapping: ColumnMapping) -> set[tuple[str, int, int]]:
    places = [cell for role, cell in mapping.cells if role in _NAMES]
    return {place for cell in (*places, mapping.cell) for place in _place(cell)}


def _place(cell: Cell | None) -> set[tuple[str, int, int]]:
    return {(cell.sheet, cell.row, cell.column)} if cell is not None else set()


def _masked(
    grid: SheetGrid,
    row: int,
    column: int,
    text: str,
    names: Collection[tuple[str, int, int]],
    cell: Mask,
    listed: Mask,
) -> str:
    if not text:
        return ""
    return (listed if (grid.name, row, column) in names else cell)(text)
