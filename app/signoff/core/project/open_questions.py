"""The open questions of a project, each with its place in the document, and who they can be put to."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.review import Question
from signoff.core.domain.spec import TargetMapping
from signoff.core.project.drafting import same
from signoff.core.project.standing import Standing


@dataclass(frozen=True)
class OpenQuestion:
    """One question nobody has answered."""

    question: Question
    cell: Cell | None
    """Where the document says what is asked about."""
    reason: str
    """The rule it is about, as the document has it; empty for the rows."""
    whom: str = ""
    """Who was asked about it already."""


def open_questions(standing: Standing, *, whom: str | None = None) -> tuple[OpenQuestion, ...]:
    """What is asked at present and not answered, in the order of targets and columns.

    Args:
        standing: the project.
        whom: only what this person was asked about already; None for everything.
    """
    asked = {(a.target.casefold(), a.column.casefold()): a.whom for a in standing.asked}
    found = []
    for target in standing.targets:
        for each in target.review.open_questions if target.review else ():
            cell, rule = _place(target.mapping, each.column)
            person = asked.get((each.target.casefold(), each.column.casefold()), "")
            if whom is None or same(person, whom):
                found.append(OpenQuestion(each, cell, rule, person))
    return tuple(found)


def _place(mapping: TargetMapping, column: str) -> tuple[Cell | None, str]:
    row = next((each for each in mapping.columns if same(each.name, column)), None)
    if row is not None:
        return row.cell, row.rule
    first = mapping.columns[0].cell if mapping.columns else None
    return mapping.cell or first, ""
