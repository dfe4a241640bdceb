"""Where in a mapping document something was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_letters
from typing import Generic, NamedTuple, TypeVar, overload

_LETTERS = 26


class Cell(NamedTuple):
    """Address of one cell: the anchor of trace, review and write-back.

    A named tuple, since a large document has more than a million of them.
    """

    sheet: str
    """Sheet name; the file's stem for CSV and Markdown."""
    row: int
    """Row, from 1 as the customer counts."""
    column: int
    """Column, from 1."""
    document: str = ""
    """File name of the mapping document, without folder."""

    @property
    def letter(self) -> str:
        """Column as spreadsheet letters: 1 is A, 27 is AA."""
        return column_letter(self.column)

    def __str__(self) -> str:
        return f"{self.sheet}!{self.letter}{self.row}"


_K = TypeVar("_K")


class CellsOfRow(Sequence[tuple[_K, Cell]], Generic[_K]):
    """Cells of one row, each with what it is; the same as a tuple of pairs, made only when it is looked at.

    Rows of one pattern share `columns`, so that a hundred thousand rows take little memory.
    """

    __slots__ = ("_columns", "_document", "_row", "_sheet")

    def __init__(self, sheet: str, row: int, columns: tuple[tuple[_K, int], ...], document: str) -> None:
        """Prepare.

        Args:
            sheet: their sheet.
            row: their row, from 1.
            columns: what each is, and its column from 1.
            document: file name of the mapping document.
        """
        self._sheet, self._row, self._columns, self._document = sheet, row, columns, document

    def __iter__(self) -> Iterator[tuple[_K, Cell]]:
        for what, column in self._columns:
            yield what, Cell(self._sheet, self._row, column, self._document)

    def __len__(self) -> int:
        return len(self._columns)

    @overload
    def __getitem__(self, place: int) -> tuple[_K, Cell]: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[tuple[_K, Cell], ...]: ...
    def __getitem__(self, place: int | slice) -> tuple[_K, Cell] | tuple[tuple[_K, Cell], ...]:
        return tuple(self)[place]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, CellsOfRow | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


@lru_cache(maxsize=1_000)
def column_letter(number: int) -> str:
    """A column's spreadsheet letters: 1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column's spreadsheet letters, 1 for A; 0 when they are none."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            return 0
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def cell_place(address: str) -> tuple[int, int]:
    """Row and column, both from 1, of an address such as ``AB7``.

    Raises:
        ValueError: it is none.
    """
    digits = address.lstrip(ascii_letters)
    return int(digits), column_number(address[: len(address) - len(digits)])
