"""What is written into a copy of a mapping document: words beside its rows, and a sheet of our own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CellStyle(StrEnum):
    """How a cell that we write is drawn."""

    PLAIN = "plain"
    DIM = "dim"
    TITLE = "title"
    HEADING = "heading"
    INPUT = "input"
    """To be filled in; not locked where the sheet is protected."""
    DATE = "date"
    """As `INPUT`, for a date."""
    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"


@dataclass(frozen=True)
class Written:
    """One cell that we write."""

    text: str = ""
    style: CellStyle = CellStyle.PLAIN
    choices: tuple[str, ...] = ()
    """Texts to choose from in a drop-down list; anything else may be written all the same."""


@dataclass(frozen=True)
class RowWords:
    """What is written beside one row: as many cells as there are headers."""

    row: int
    """From 1."""
    cells: tuple[Written, ...]


@dataclass(frozen=True)
class SheetWords:
    """What is written beside the rows of one sheet of the customer's."""

    sheet: str
    header_row: int
    """From 1; 0 when the sheet has none."""
    headers: tuple[str, ...]
    widths: tuple[float, ...]
    """Of the added columns, in characters."""
    rows: tuple[RowWords, ...]


@dataclass(frozen=True)
class Page:
    """A sheet of our own."""

    name: str
    widths: tuple[float, ...]
    rows: tuple[tuple[Written, ...], ...]
    """From row 1."""
    frozen: int = 0
    """Rows at the top that stay when one scrolls."""


@dataclass(frozen=True)
class Annotations:
    """Everything that is written into one copy."""

    sheets: tuple[SheetWords, ...]
    page: Page
