"""Table names that stand on a first row only, filled down; vertical merges spread over their rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import Merge
from signoff.core.parse.blocks import Block
from signoff.core.parse.placeholders import is_blank

FILLED = (Role.TARGET_SYSTEM, Role.TARGET_TABLE, Role.SOURCE_SYSTEM, Role.SOURCE_TABLE, Role.SECTION)


class Rows:
    """Rows of one block with vertical merges spread."""

    def __init__(self, block: Block) -> None:
        self._grid = block.grid
        self._padding = ("",) * (1 + max([block.grid.width, *block.layout.roles]))
        self._merges: dict[int, list[Merge]] = {}
        for merge in sorted(block.grid.merges):
            if merge.height > 1 and merge.first_row > block.layout.header.row:
                self._merges.setdefault(merge.first_column, []).append(merge)
        self._row = 0
        self._line: Sequence[str] = ()

    @property
    def merged(self) -> bool:
        """Whether there are vertical merges."""
        return bool(self._merges)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The vertical merge that covers a cell under the header."""
        if column not in self._merges:
            return None
        merges = self._merges[column]
        place = bisect_right(merges, row, key=_first_row)
        return merges[place - 1] if place and row <= merges[place - 1].last_row else None

    def home(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text of this one: itself, or the first of its vertical merge."""
        merge = self.merge_at(row, column)
        return (merge.first_row if merge else row), column

    def line(self, row: int) -> Sequence[str]:
        """Texts of a row by column, a vertical merge's text on each of its rows; column 0 is empty."""
        if row != self._row:
            texts = self._grid.rows[row - 1] if 1 <= row <= len(self._grid.rows) else ()
            self._row, self._line = row, ("", *texts, *self._padding[len(texts) + 1 :])
            if self._merges:
                self._line = self._spread(row, list(self._line))
        return self._line

    def text(self, row: int, column: int) -> str:
        """Text of a cell, a vertical merge's text on each of its rows; column 0 is empty."""
        return self.line(row)[column]

    def own_text(self, row: int, column: int) -> str:
        """Text that stands in this very cell."""
        return self._grid.at(row, column) if column else ""

    def _spread(self, row: int, line: list[str]) -> list[str]:
        for column in self._merges:
            merge = self.merge_at(row, column)
            if merge is not None and column < len(line):
                line[column] = self._grid.at(merge.first_row, column)
        return line


def _first_row(merge: Merge) -> int:
    return merge.first_row


class FillDown:
    """The last name seen in each column that is filled down."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[str, tuple[int, int]]] = {}

    def see(self, column: int, text: str, place: tuple[int, int]) -> None:
        """Remember a name that stands in its own row."""
        if text and not is_blank(text):
            self._last[column] = (text, place)

    def last(self, column: int) -> tuple[str, tuple[int, int] | None]:
        """The name above, and its cell; empty when there is none."""
        return self._last.get(column, ("", None))

    def forget(self, column: int) -> None:
        """The name above no longer holds."""
        self._last.pop(column, None)
