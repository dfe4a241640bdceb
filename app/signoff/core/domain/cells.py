"""Where in a mapping document something was read."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

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
