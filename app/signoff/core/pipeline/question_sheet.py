"""The list of questions on a sheet of ours: written for a person, read back with name and date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.annotations import (
    ANSWER,
    ANSWERED_BY,
    ASKED,
    QUESTION,
    CellStyle,
    Mark,
    Page,
    Written,
    ids_in,
)
from signoff.core.domain.cells import Cell
from signoff.core.domain.harmless import as_meant
from signoff.core.domain.policies import policy
from signoff.core.domain.review import ROWS, Question
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.own_copies import mark_of, own_columns
from signoff.core.project.open_questions import OpenQuestion

QUESTION_WIDTHS = (22.0, 22.0, 18.0, 60.0, 38.0, 34.0, 18.0, 12.0, 15.0)
"""Widths of the columns of `ASKED`, in characters."""
_MOST_ROWS, _MOST_NAMES = 6, 12
_DATES = (re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})"), re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$"))


@dataclass(frozen=True)
class Filled:
    """One answer as it stands on a sheet that came back."""

    question: str
    answer: str
    by: str
    date: str
    """As written."""
    cell: Cell


def question_rows(asked: Sequence[OpenQuestion]) -> tuple[tuple[Written, ...], ...]:
    """The list: a line of headers, then one line a question with its choices as a drop-down list."""
    heads = tuple(Written(text, CellStyle.HEADING) for text in ASKED)
    return (heads, *(_line(each) for each in asked))


def question_page(asked: Sequence[OpenQuestion], mark: Mark, *, project: str, date: str) -> Page:
    """A sheet of questions for a person.

    Args:
        asked: what is asked.
        mark: tells the sheet when it comes back, and whom it is for.
        project: its name.
        date: ISO date of today.
    """
    title = say("copy.questions_for", whom=mark.whom) if mark.whom else say("copy.questions")
    told = say("copy.fill_in", project=project, date=date)
    head = (
        (Written(title, CellStyle.TITLE),),
        (Written(told, CellStyle.DIM),),
        (Written(str(mark), CellStyle.DIM),),
        (),
    )
    rows = (*head, *question_rows(asked))
    return Page("Questions", QUESTION_WIDTHS, rows, frozen=5)


def filled_in(grids: Sequence[SheetGrid], document: str) -> tuple[Filled, ...]:
    """Every answer on our sheets and in our columns, whatever was moved or inserted; empty ones are left out."""
    found: list[Filled] = []
    for grid in grids:
        if mark_of(grid):
            found += _listed(grid, document)
        found += _beside(grid, document)
    return tuple(found)


def iso_date(text: str, today: str) -> str:
    """A date as a person wrote it, as ISO; empty when it is none, or lies after today."""
    for order, pattern in zip(((1, 2, 3), (3, 2, 1)), _DATES, strict=True):
        if found := pattern.match(text.strip()):
            try:
                date = dt.date(*(int(found.group(n)) for n in order)).isoformat()
            except ValueError:
                return ""
            return date if date <= today else ""
    return ""


def _line(each: OpenQuestion) -> tuple[Written, ...]:
    question = each.question
    places = each.places or ((question.target, question.column),)
    targets = list(dict.fromkeys(target for target, _column in places))
    columns = [say("copy.rows") if column == ROWS else column for _target, column in places]
    texts = tuple(choice.text for choice in question.choices)
    listed = "\n".join(f"• {text}" for text in texts)
    if question.free:
        listed = "\n".join(part for part in (listed, say("copy.own_words")) if part)
    return (
        Written(_names(targets)),
        Written(_names(list(dict.fromkeys(columns)))),
        Written(str(each.cell) if each.cell else ""),
        Written("\n".join([question.text, *_because(each), *_shown(question)])),
        Written(listed),
        Written("", CellStyle.INPUT, texts),
        Written(each.whom, CellStyle.INPUT),
        Written("", CellStyle.DATE),
        Written(question.id, CellStyle.DIM),
    )


def _names(names: Sequence[str]) -> str:
    left = len(names) - _MOST_NAMES
    return "\n".join([*names[:_MOST_NAMES], *([say("copy.more", count=left)] if left > 0 else [])])


def _because(each: OpenQuestion) -> Iterator[str]:
    """Why it is asked, unless the question says so itself."""
    if each.reason.strip() and each.reason.strip() not in each.question.text:
        yield say("copy.because", reason=each.reason.strip())


def _shown(question: Question) -> Iterator[str]:
    """The rows that show the difference, a line each."""
    for n, row in enumerate(question.rows[:_MOST_ROWS]):
        if not policy().values_in_exports and n not in question.made_up:
            yield f"– {say('policy.values_left_out')}"
            continue
        values = ", ".join(f"{name}: {say('copy.no_value') if v is None else v}" for name, v in row)
        yield f"– {values} ({say('copy.made_up')})" if n in question.made_up else f"– {values}"


def _listed(grid: SheetGrid, document: str) -> Iterator[Filled]:
    places: dict[str, int] = {}
    for number, row in enumerate(grid.rows, 1):
        if set(ASKED) <= set(row):
            places = {text: row.index(text) + 1 for text in ASKED}
        elif places and (identity := grid.at(number, places["Id"])):
            answer, by, date = (
                as_meant(grid.at(number, places[name])).strip() for name in ("Answer", "Answered by", "Date")
            )
            if answer:
                cell = Cell(grid.name, number, places["Answer"], document)
                yield Filled(identity, answer, by, date, cell)


def _beside(grid: SheetGrid, document: str) -> Iterator[Filled]:
    places = own_columns(grid)
    if not {QUESTION, ANSWER} <= set(places):
        return
    column, by_column = places[ANSWER][1], places.get(ANSWERED_BY, (0, 0))[1]
    for number in range(places[ANSWER][0] + 1, len(grid.rows) + 1):
        answer = as_meant(grid.at(number, column)).strip()
        asked = ids_in(grid.at(number, places[QUESTION][1]))
        if answer and len(asked) == 1:
            by = as_meant(grid.at(number, by_column)).strip()
            yield Filled(asked[0], answer, by, "", Cell(grid.name, number, column, document))
