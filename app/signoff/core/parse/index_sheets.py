"""A sheet that lists the other sheets with the table each is about: ``Sheet | Target table | Source table``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.lexicon import Side, guess
from signoff.core.parse.names import clean_name, is_name
from signoff.core.parse.words import words

_FIRST_ROWS = 8
"""Rows in which the headings may stand."""
_OF_SHEETS = frozenset(
    words(
        "sheet sheets tab tabs worksheet page blatt reiter tabblad blad hoja feuille onglet arkusz foglio planilha"
    )
)
"""Words of the heading over names of sheets."""
_FEWEST_SHEETS = 2
Named = dict[str, tuple[str, str, int, int]]
"""By case-folded sheet: the table's name, and sheet, row and column of the cell that gives it."""


def named_by_index(grids: Sequence[SheetGrid], mapped: Collection[str]) -> Named:
    """The table that an index gives to each sheet.

    Args:
        grids: sheets that hold no mapping.
        mapped: names of the sheets that hold one.
    """
    found: Named = {}
    for grid in grids:
        found.update(_named(grid, {name.casefold() for name in mapped}))
    return found


def _named(grid: SheetGrid, mapped: Collection[str]) -> Named:
    for number, head in enumerate(grid.rows[:_FIRST_ROWS], 1):
        lines = list(enumerate(grid.rows[number:], number + 1))
        headed = (c for c in range(len(head)) if _OF_SHEETS & set(words(head[c])))
        sheets = next((c for c in headed if _holds(lines, c, mapped)), None)
        if sheets is None or head[sheets].casefold() in mapped:
            continue
        table = _column_of_tables(head, sheets)
        if table is None:
            return {}
        return {
            cells[sheets].strip().casefold(): (clean_name(cells[table]), grid.name, row, table + 1)
            for row, cells in lines
            if len(cells) > max(sheets, table)
            and cells[sheets].strip().casefold() in mapped
            and is_name(cells[table])
        }
    return {}


def _holds(lines: Sequence[tuple[int, Sequence[str]]], column: int, mapped: Collection[str]) -> bool:
    """Whether several lines name sheets in a column."""
    named = [cells[column].strip().casefold() for _row, cells in lines if len(cells) > column]
    return sum(name in mapped for name in named) >= _FEWEST_SHEETS


def _column_of_tables(head: Sequence[str], sheets: int) -> int | None:
    """The column of target tables: headed so, else the only one of tables that are no sources."""
    told = {c: guess(text) for c, text in enumerate(head) if text and c != sheets}
    targets = [c for c, each in told.items() if each.side is Side.TARGET and each.kind in ("", "table")]
    bare = [c for c, each in told.items() if each.side is None and each.kind == "table"]
    return next(iter(targets or (bare if len(bare) == 1 else ())), None)
