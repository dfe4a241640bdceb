"""The entries of a document's history: a version or number, and what it brought."""

from __future__ import annotations

import re

from signoff.core.domain.cells import Cell
from signoff.core.engines.documents.grid import SheetGrid

_VERSION = re.compile(
    r"\s*(?:v|ver\.?|version|rel\.?|release|rev\.?)?\s*(?P<number>\d+(?:[._]\d+)+|\d{1,3})\s*", re.IGNORECASE
)
_LEAST_ENTRIES = 2


def is_last_entry(grid: SheetGrid, cell: Cell) -> bool:
    """Whether a text stands beside the highest of several versions below each other, in front of it in its row.

    Args:
        grid: the sheet.
        cell: of the text.
    """
    for place, text in enumerate(grid.rows[cell.row - 1][: cell.column - 1]):
        own = _parts(text)
        if not own:
            continue
        column = [_parts(row[place]) if place < len(row) else () for row in grid.rows]
        entries = [parts for parts in column if parts]
        return len(entries) >= _LEAST_ENTRIES and own == max(entries) and entries.count(own) == 1
    return False


def _parts(text: str) -> tuple[int, ...]:
    told = _VERSION.fullmatch(text or "")
    return tuple(int(part) for part in re.split(r"[._]", told["number"])) if told is not None else ()
