"""Where keys and a search lead among the rows of two texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from signoff.core.domain.textdiff import DiffRow


def walked_to(key: Qt.Key, at: int, page: int, count: int) -> int | None:
    """The row that a key leads to; None for a key that leads nowhere.

    Args:
        key: what was pressed.
        at: the row the person is at.
        page: rows of one page.
        count: of all rows.
    """
    steps = {
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_PageUp: -page,
        Qt.Key.Key_PageDown: page,
        Qt.Key.Key_Home: -count,
        Qt.Key.Key_End: count,
    }
    return min(count - 1, max(0, at + steps[key])) if key in steps else None


def row_with(rows: Sequence[DiffRow], wanted: str, at: int, *, backward: bool, stay: bool) -> int | None:
    """The next row that holds a text on either side, from the top again behind the last; None for none.

    Args:
        rows: of both texts.
        wanted: case-folded; nothing is found for an empty one.
        at: the row the person is at.
        backward: upwards.
        stay: that row counts too.
    """
    if not wanted or not rows:
        return None
    step = -1 if backward else 1
    for n in range(0 if stay else 1, len(rows) + 1):
        place = (at + n * step) % len(rows)
        if any(line and wanted in line.casefold() for line in (rows[place].left, rows[place].right)):
            return place
    return None
