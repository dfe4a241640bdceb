"""What is written into a copy of a mapping document: words beside its rows, and a sheet of our own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class CellStyle(StrEnum):
    """How a cell that we write is drawn."""

    PLAIN = "plain"
    DIM = "dim"
    TITLE = "title"
    STRONG = "strong"
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
    replaces: tuple[int, ...] = ()
    """Columns, from 1, of what was added to an earlier copy: their cells go."""


@dataclass(frozen=True)
class Page:
    """A sheet of our own."""

    name: str
    widths: tuple[float, ...]
    rows: tuple[tuple[Written, ...], ...]
    """From row 1."""
    frozen: int = 0
    """Rows at the top that stay when one scrolls."""
    replaces: str = ""
    """Name of our sheet in an earlier copy, whose place the page takes; empty to add one."""
    merges: tuple[tuple[int, int, int, int], ...] = ()
    """First row and column, last row and column of each merged range."""
    hidden: bool = False
    guarded: bool = True
    """Texts that look like formulas get an apostrophe; without it they are texts all the same, as every cell is."""


@dataclass(frozen=True)
class Annotations:
    """Everything that is written into one copy."""

    sheets: tuple[SheetWords, ...]
    page: Page


REMARKS, QUESTION, ANSWER, ANSWERED_BY, STATE = (
    "Signoff: remarks",
    "Signoff: question",
    "Signoff: answer",
    "Signoff: answered by",
    "Signoff: state",
)
BESIDE = (REMARKS, QUESTION, ANSWER, ANSWERED_BY, STATE)
"""Headers of the columns that are added to the customer's sheets."""
ASKED = ("Table", "Column", "Where", "Question", "Choices", "Answer", "Answered by", "Date", "Id")
"""Headers of the list of questions on a sheet of ours."""
_MARK = "Signoff copy 1 · project {project} · document {document} · for {whom}"
_MARKED = re.compile(r"^Signoff copy 1 · project ([0-9a-f]*) · document ([0-9a-f]*) · for ?(.*)$", re.DOTALL)
_BESIDE_ID = re.compile(r"\(question ([0-9a-f]{12})\)")


@dataclass(frozen=True)
class Mark:
    """What tells a file of ours when it comes back."""

    project: str = ""
    """Digest of the project's first entry; empty for a copy that no project made."""
    document: str = ""
    """SHA-256 of the mapping document."""
    whom: str = ""
    """Whom it was addressed to."""

    def __str__(self) -> str:
        return _MARK.format(project=self.project, document=self.document, whom=" ".join(self.whom.split()))


def wraps(style: CellStyle) -> bool:
    """Whether a text of that style is broken into lines; others run on over the cells beside."""
    return style not in (CellStyle.TITLE, CellStyle.DIM, CellStyle.STRONG)


def mark_in(text: str) -> Mark | None:
    """The mark that a cell holds; None for any other text."""
    found = _MARKED.match(text.strip())
    return Mark(*found.groups()) if found else None


def with_id(text: str, question: str) -> str:
    """A question's words with its id, for a cell beside a row."""
    return f"{text} (question {question})"


def ids_in(text: str) -> tuple[str, ...]:
    """The ids of the questions in a cell beside a row."""
    return tuple(_BESIDE_ID.findall(text))
