"""The open questions of a project, each with its place in the document, and who they can be put to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import ROWS, Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.lint import FileRule
from signoff.core.project.drafting import same
from signoff.core.project.standing import Standing


@dataclass(frozen=True)
class OpenQuestion:
    """One question nobody has answered."""

    question: Question
    cell: Cell | None
    """Where the document says what is asked about."""
    reason: str
    """Why it is asked: the remark on the document, or the rule as the document has it; empty for the rows."""
    whom: str = ""
    """Who was asked about it already."""
    places: tuple[tuple[str, str], ...] = ()
    """Tables and columns it holds for, where one answer settles several; empty for the question's own."""


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


def asked_of_document(
    findings: Sequence[Finding],
    rules: Sequence[FileRule],
    standing: Standing | None,
    *,
    whom: str | None = None,
) -> tuple[OpenQuestion, ...]:
    """What is asked about the document before or after drafting; what holds for many columns is one question.

    Args:
        findings: the open ones, one for each question.
        rules: of the whole file: open ones stand for the questions they would settle; none to keep all apart.
        standing: the project, for who was asked already; None for a document alone.
        whom: only what this person was asked about already; None for everything.
    """
    known = {(a.target.casefold(), a.column.casefold()): a.whom for a in standing.asked} if standing else {}
    shared = {rule.topic: rule for rule in rules if rule.is_open}
    found: dict[str, OpenQuestion] = {}
    for each in findings:
        question = each.question
        if question is None:
            continue
        rule = shared.get(question.topic) if question.topic else None
        places = (
            [(q.target, q.column) for q in rule.questions] if rule else [(question.target, question.column)]
        )
        people = [known.get((target.casefold(), column.casefold()), "") for target, column in places]
        person = next((name for name in people if name and (whom is None or same(name, whom))), "")
        if whom is not None and not person:
            continue
        if rule is None:
            found.setdefault(question.id, OpenQuestion(question, each.cell, each.message, person))
        else:
            one = _for_all(rule, question)
            found.setdefault(one.id, OpenQuestion(one, each.cell, each.message, person, tuple(places)))
    return tuple(found.values())


def _for_all(rule: FileRule, example: Question) -> Question:
    """The question whose answer holds for all columns of a rule of the whole file."""
    text = say("copy.for_all", rule=rule.words, count=len(rule.questions), example=example.text)
    code, hint = example.code, example.hint
    return Question(rule.id, "", ROWS, code, text, rule.choices, free=rule.free, hint=hint, topic=rule.topic)


def _place(mapping: TargetMapping, column: str) -> tuple[Cell | None, str]:
    row = next((each for each in mapping.columns if same(each.name, column)), None)
    if row is not None:
        return row.cell, row.rule
    first = mapping.columns[0].cell if mapping.columns else None
    return mapping.cell or first, ""
