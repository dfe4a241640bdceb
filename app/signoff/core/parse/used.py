"""The cells of a block from which something was read, kept small: a sheet may hold over a million."""

from __future__ import annotations

from collections.abc import Iterable


class UsedCells:
    """Places by row: one number a row, with a bit for each column."""

    def __init__(self) -> None:
        self._masks: dict[int, int] = {}

    def add(self, place: tuple[int, int]) -> None:
        """The cell in this row and column, both from 1, was read."""
        row, column = place
        self._masks[row] = self._masks.get(row, 0) | 1 << column

    def update(self, places: Iterable[tuple[int, int]]) -> None:
        """These cells were read."""
        for place in places:
            self.add(place)

    def add_mask(self, row: int, mask: int) -> None:
        """The cells of a row whose columns' bits are set were read; column 1 is bit 1."""
        self._masks[row] = self._masks.get(row, 0) | mask

    def add_all(self, other: UsedCells) -> None:
        """What another block used too."""
        for row, mask in other._masks.items():
            self.add_mask(row, mask)

    def mask(self, row: int) -> int:
        """The columns read of a row, as bits."""
        return self._masks.get(row, 0)

    def __contains__(self, place: tuple[int, int]) -> bool:
        row, column = place
        return bool(self._masks.get(row, 0) >> column & 1)
