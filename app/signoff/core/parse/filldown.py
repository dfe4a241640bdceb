"""Table names that stand on a first row only, filled down; vertical merges spread over their rows."""

from __future__ import annotations

from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import Merge
from signoff.core.parse.blocks import Block
from signoff.core.parse.placeholders import is_blank

FILLED = (Role.TARGET_SYSTEM, Role.TARGET_TABLE, Role.SOURCE_SYSTEM, Role.SOURCE_TABLE, Role.SECTION)


class Rows:
    """Rows of one block with merges spread and, on demand, names filled down."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._merges: dict[int, list[Merge]] = {}
        for merge in block.grid.merges:
            if merge.height > 1:
                self._merges.setdefault(merge.first_column, []).append(merge)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The vertical merge that covers a cell under the header."""
        for merge in self._merges.get(column, ()):
            if merge.first_row <= row <= merge.last_row and merge.first_row > self._block.layout.header.row:
                return merge
        return None

    def home(self, row: int, column: int) -> tuple[int, int]:
        """The cell that holds the text of this one: itself, or the first of its vertical merge."""
        merge = self.merge_at(row, column)
        return (merge.first_row if merge else row), column

    def text(self, row: int, column: int) -> str:
        """Text of a cell, a vertical merge's text on each of its rows; column 0 is empty."""
        if not column:
            return ""
        return self._block.grid.at(*self.home(row, column))

    def own_text(self, row: int, column: int) -> str:
        """Text that stands in this very cell."""
        return self._block.grid.at(row, column) if column else ""


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
