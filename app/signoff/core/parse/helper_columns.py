"""Columns that people make for a look-up of their own: the target's table and column put together once more."""

from __future__ import annotations

import re

from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.roles import Layout, values_of

_BETWEEN = re.compile(r"[.|:/_-]")
_LEAST_ROWS = 2


def free_helpers(grid: SheetGrid, layout: Layout) -> None:
    """No source stands in a column that repeats target table and column of each of its rows.

    Args:
        grid: the sheet.
        layout: changed in its place.
    """
    table, target = layout.first(Role.TARGET_TABLE), layout.first(Role.TARGET_COLUMN)
    for column in layout.columns(Role.SOURCE_COLUMN) if table and target else []:
        values = values_of(grid, layout, column)
        if column in layout.fixed or len(values) < _LEAST_ROWS:
            continue
        rows = range(layout.header.row + 1, layout.last_row + 1)
        if all(_repeats(grid, row, column, table, target) for row in rows if grid.at(row, column)):
            layout.roles[column] = Role.OTHER


def _repeats(grid: SheetGrid, row: int, column: int, table: int, target: int) -> bool:
    text, own = grid.at(row, column).casefold(), grid.at(row, table).casefold()
    name = grid.at(row, target).casefold()
    behind = text.removeprefix(own)
    return bool(own and name) and behind[1:] == name and _BETWEEN.fullmatch(behind[:1]) is not None
