"""A column's rule and SQL as a worked example, and whether a person still stands for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Draft, DraftColumn, HeldExample
from signoff.core.domain.prompts import ProjectExample
from signoff.core.domain.review import Answer, Question, Verdict
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Spec, TargetMapping
from signoff.core.project.project import Project

_OF_PEOPLE = (Origin.GENERATED, Origin.WRITTEN)
"""What a compiler builds needs no example: the next such rule is compiled as well."""


@dataclass(frozen=True)
class WorkedColumn:
    """One column that could be an example: a rule in words, and one expression."""

    drafted: DraftColumn
    mapping: ColumnMapping
    example: ProjectExample

    @property
    def rule(self) -> str:
        """The rule's text, codes resolved."""
        return self.mapping.rule_resolved or self.mapping.rule


def worked_column(target: TargetMapping, draft: Draft, name: str) -> WorkedColumn | None:
    """A column as an example; None for one of several sections, of existing SQL, without a rule, or compiled."""
    rows = [m for m in target.columns if m.name.casefold() == name.casefold()]
    drafted = next((c for c in draft.columns if c.name.casefold() == name.casefold()), None)
    sections = draft.plan.sections if draft.plan else ()
    if drafted is None or len(rows) != 1 or len(sections) != 1 or len(drafted.expressions) != 1:
        return None
    rule = rows[0].rule_resolved or rows[0].rule
    if drafted.origin not in _OF_PEOPLE or not rule.strip():
        return None
    text = "\0".join((rule, drafted.expressions[0].sql))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return WorkedColumn(drafted, rows[0], ProjectExample(target.name, drafted.name, digest))


def decided_by_answer(
    draft: Draft, questions: Iterable[Question], answers: Iterable[Answer]
) -> Iterator[str]:
    """Names of the columns whose SQL is the choice somebody made on sample rows."""
    said = {answer.question: answer.value for answer in answers}
    by_name = {column.name.casefold(): column for column in draft.columns}
    for question in questions:
        chosen = next((choice.sql for choice in question.choices if choice.id == said.get(question.id)), "")
        column = by_name.get(question.column.casefold())
        if chosen and column is not None and [e.sql for e in column.expressions] == [chosen]:
            yield column.name


def taken_back(project: Project, spec: Spec, draft: Draft) -> tuple[HeldExample, ...]:
    """The project's rules that helped to draft a target, and that nobody stands for any more as they stood there."""
    known: dict[ProjectExample, bool] = {}
    for held in draft.examples:
        if held.example not in known:
            known[held.example] = _stands(project, spec, held.example)
    return tuple(held for held in draft.examples if not known[held.example])


def taken_back_findings(draft: Draft, held: Iterable[HeldExample]) -> tuple[Finding, ...]:
    """What tells a reader to look at a column again, or at the rows."""
    cells = {column.name.casefold(): column.cell for column in draft.columns}
    found = []
    for each in held:
        column = each.column if each.column.casefold() in cells else ""
        place = f"{draft.target}.{column}" if column else draft.target
        source = f"{each.example.target}.{each.example.column}"
        message = say("draft.example_taken_back", place=place, example=source)
        cell = cells.get(column.casefold())
        found.append(Finding("D09", Severity.WARNING, message, cell, draft.target, column))
    return tuple(dict.fromkeys(found))


def _stands(project: Project, spec: Spec, example: ProjectExample) -> bool:
    target, draft = spec.target(example.target), project.draft(example.target)
    shown = worked_column(target, draft, example.column) if target is not None and draft is not None else None
    if draft is None or shown is None or shown.example != example:
        return False
    name = example.column.casefold()
    decisions = project.decisions(example.target)
    if any(d.column.casefold() == name and d.verdict is Verdict.APPROVED for d in decisions):
        return True
    answers = project.answers(example.target)
    asked = [q for answer in answers if (q := project.question(answer.question)) is not None]
    return example.column in decided_by_answer(draft, asked, answers)
