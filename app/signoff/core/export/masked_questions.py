"""The open questions and a sheet for comments, as they leave masked and are read when they come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.annotations import ASKED, CellStyle, Page, Written
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.grid import SheetGrid

COMMENTED = ("Table", "Column", "Comment")
"""Headers of the sheet of comments."""
_WIDTHS = (28.0, 28.0, 90.0)


@dataclass(frozen=True)
class Remark:
    """One comment from outside, with its place on the sheet or in the file."""

    target: str
    column: str
    text: str
    place: str


def masked_question(question: Question, code: str) -> Question:
    """The question under another id, without rows of the samples.

    Args:
        question: as it is asked.
        code: stands for its id.
    """
    kept = [n for n in question.made_up if n < len(question.rows)]
    return replace(
        question, id=code, rows=tuple(question.rows[n] for n in kept), made_up=tuple(range(len(kept)))
    )


def masked_page(page: Page, texts: frozenset[str], mask: Callable[[str], str]) -> Page:
    """A page with every text masked but those that are ours.

    Args:
        page: of questions.
        texts: ours: headers, the mark, how to fill it in.
        mask: masks one text.
    """

    def masked(cell: Written) -> Written:
        if not cell.text or cell.text in texts or cell.text in ASKED:
            return cell
        return replace(cell, text=mask(cell.text), choices=tuple(map(mask, cell.choices)))

    rows = tuple(
        tuple(
            replace(cell, choices=tuple(map(mask, cell.choices))) if not cell.text else masked(cell)
            for cell in row
        )
        for row in page.rows
    )
    return replace(page, rows=rows)


def comments_page(places: Sequence[tuple[str, str]]) -> Page:
    """A sheet with a line for each column, to be filled in.

    Args:
        places: table and column, masked.
    """
    heads = tuple(Written(text, CellStyle.HEADING) for text in COMMENTED)
    told = (Written(say("handover.comment_here"), CellStyle.DIM),)
    rows = tuple((Written(table), Written(column), Written("", CellStyle.INPUT)) for table, column in places)
    return Page("Comments", _WIDTHS, (told, heads, *rows), frozen=2)


def remarks_in(grids: Sequence[SheetGrid], name: str) -> tuple[Remark, ...]:
    """What was filled in on a sheet of comments, wherever its lines were moved."""
    found = []
    for grid in grids:
        places: dict[str, int] = {}
        for number, row in enumerate(grid.rows, 1):
            if set(COMMENTED) <= set(row):
                places = {text: row.index(text) + 1 for text in COMMENTED}
            elif places and (text := grid.at(number, places["Comment"]).strip()):
                table, column = (grid.at(number, places[each]).strip() for each in COMMENTED[:2])
                found.append(Remark(table, column, text, f"{name}, {grid.name}, row {number}"))
    return tuple(found)


def remarks_in_text(text: str, name: str) -> tuple[Remark, ...]:
    """The comments of a Markdown or plain text: a heading ``table.column`` or ``table``, then the words."""
    found: list[Remark] = []
    table = column = place = ""
    words: list[str] = []

    def keep() -> None:
        if said := "\n".join(words).strip():
            found.append(Remark(table, column, said, place or f"{name}, line 1"))

    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            keep()
            heading = line.lstrip("#").strip().strip("`")
            table, _, column = (part.strip().strip("`") for part in heading.partition("."))
            place, words = f"{name}, line {number}", []
        else:
            words.append(line)
    keep()
    return tuple(found)
