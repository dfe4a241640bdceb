"""What was said of a column goes with it to its new name: decisions, comments, answers, waivers, expressions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from signoff.core.domain.review import question_id
from signoff.core.domain.spec import ColumnMapping
from signoff.core.project.decisions import Asked, Written
from signoff.core.project.drafting import place, same
from signoff.core.project.project import Project


@dataclass(frozen=True)
class Renaming:
    """One column, or the rows, of one table under another name."""

    table: tuple[str, str]
    """Name of the table before and now."""
    column: tuple[str, str]
    """Name of the column before and now."""
    rows: tuple[tuple[ColumnMapping, ColumnMapping], ...] = ()
    """Its rows in the document before and now."""


def carry(project: Project, renamings: Iterable[Renaming], *, by: str) -> None:
    """Write what was said under the old names under the new ones too; what stands under the old ones stays.

    Decisions keep what they are bound to, so that a column is looked at again where it is another one.
    """
    for each in renamings:
        if each.table[0].casefold() != each.table[1].casefold() or not same(*each.column):
            _carry_said(project, each, by)
            _carry_answers(project, each)


def _carry_said(project: Project, each: Renaming, by: str) -> None:
    (old, new), (was, now) = each.table, each.column
    key = place(new, now)
    for decision in project.decisions(old):
        if same(decision.column, was):
            project.put("carry", "decision", key, replace(decision, target=new, column=now), by=by)
    number = project.mark()[0] + 1
    for i, comment in enumerate(c for c in project.comments(old) if same(c.column, was)):
        told = replace(comment, target=new, column=now)
        project.put("carry", "comment", f"{key}\x1f{number}.{i}", told, by=by)
    for waiver in project.waivers(old):
        if same(waiver.column, was):
            told_waiver = replace(waiver, target=new, column=now)
            project.put("carry", "waiver", f"{key}\x1f{waiver.code}", told_waiver, by=by)
    written = project.get("written", place(old, was), Written)
    if written is not None:
        project.put("carry", "written", key, replace(written, target=new, column=now), by=by)
    asked = project.get("asked", place(old, was), Asked)
    if asked is not None:
        project.put("carry", "asked", key, replace(asked, target=new, column=now), by=by)


def _carry_answers(project: Project, each: Renaming) -> None:
    """Answers to a rule that reads the same; where it reads otherwise, the contradiction asks."""
    (old, new), (was, now) = each.table, each.column
    rules = {_rule(before) for before, after in each.rows if _rule(before) == _rule(after)}
    for answer in project.answers(old):
        question = project.question(answer.question)
        if question is None or not same(question.column, was):
            continue
        for rule in rules:
            if question.id == question_id(old, was, question.code, rule):
                identity = question_id(new, now, question.code, rule)
                asked = replace(question, id=identity, target=new, column=now)
                project.remember_question(asked, by=answer.by)
                project.put_answer(replace(answer, question=identity))


def _rule(row: ColumnMapping) -> str:
    return row.rule_resolved or row.rule
