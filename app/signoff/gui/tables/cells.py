"""Looking through many cells: what takes time with a million of them, and so is done beside the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from signoff.core.progress import CancelToken
from signoff.gui.widgets.localized import localized
from signoff.gui.widgets.values import copied

Rows = Sequence[Sequence[Any]]
_CHECKED_EVERY = 2_000
"""Rows between two looks at the token."""


def find_cell(
    rows: Rows,
    width: int,
    wanted: str,
    start: int,
    cancel: CancelToken,
    *,
    backward: bool = False,
    types: Sequence[str] = (),
) -> int:
    """Number of the next cell that holds a text, counted along the rows from 0; -1 when there is none.

    Args:
        rows: may be shorter than `width`.
        width: columns.
        wanted: case-folded.
        start: number of the cell to begin behind, or before; -1 begins at the first.
        cancel: looked at every now and then.
        backward: look the other way.
        types: DuckDB type of each column; a date or decimal is also found as the person's system writes it.

    Raises:
        Cancelled: `cancel` was set.
    """
    total = len(rows) * width

    def holds(number: int, value: Any) -> bool:
        if wanted in str(value).casefold():
            return True
        kind = types[number] if number < len(types) else ""
        return bool(kind) and wanted in (localized(value, kind) or "").casefold()

    for n, row in enumerate(_from(start // width if width else 0, len(rows), backward=backward)):
        if n % _CHECKED_EVERY == 0:
            cancel.check()
        cells = [number for number, value in enumerate(rows[row]) if holds(number, value)]
        places = [row * width + cell for cell in cells if cell < width]
        if n == 0:
            places = [each for each in places if (each < start if backward else each > start)]
        if places:
            return places[-1] if backward else places[0]
    first = max(0, start) // width * width if width else 0
    own = range(first, min(total, first + width))
    around = [each for each in own if holds(each % width, _value(rows, width, each))]
    return (around[-1] if backward else around[0]) if around else -1


def as_text(columns: Sequence[str], rows: Rows, cells: tuple[range, range], cancel: CancelToken) -> str:
    """Cells as a table, tab-separated, header line first.

    Args:
        columns: names of all columns.
        rows: all rows.
        cells: which rows and which columns.
        cancel: looked at every now and then.

    Raises:
        Cancelled: `cancel` was set.
    """
    wanted_rows, wanted_columns = cells
    lines = ["\t".join(columns[c] for c in wanted_columns)]
    for n, row in enumerate(wanted_rows):
        if n % _CHECKED_EVERY == 0:
            cancel.check()
        values = rows[row]
        lines.append("\t".join(copied(values[c] if c < len(values) else None) for c in wanted_columns))
    return "\n".join(lines) + "\n"


def _from(start: int, count: int, *, backward: bool) -> Iterator[int]:
    """Every row once, from one on, around the end."""
    step = -1 if backward else 1
    return ((max(0, start) + step * n) % count for n in range(count))


def _value(rows: Rows, width: int, number: int) -> Any:
    row, cell = divmod(number, width)
    return rows[row][cell] if cell < len(rows[row]) else None
