"""Everything that happened to one column, in the order it happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Draft, DraftColumn
from signoff.core.domain.review import Answer, Comment, Decision, Question, Verdict, Waiver
from signoff.core.project.decisions import Asked, Written
from signoff.core.project.drafting import fold, place, same
from signoff.core.project.project import Project

_ORIGINS = {
    Origin.DIRECT: "Drafted: copied unchanged",
    Origin.PATTERN: "Drafted: built by a fixed rule",
    Origin.GENERATED: "Drafted: written by the language model",
    Origin.KEPT: "Drafted: unchanged from the existing SQL",
    Origin.WRITTEN: "Drafted as written by hand",
    Origin.UNRESOLVED: "Drafted: no expression was found",
}


@dataclass(frozen=True)
class Event:
    """One thing that happened."""

    seq: int
    """Number of its entry in the record."""
    at: str
    """ISO 8601, UTC."""
    by: str
    words: str
    """One sentence for a person."""
    sql: tuple[str, ...] = ()
    """Of a draft or a written expression: one for each part of the query."""


def column_past(project: Project, target: str, column: str) -> tuple[Event, ...]:
    """Every draft that changed a column, and all that was said about it, oldest first."""
    events = [
        *_drafts(project, target, column),
        *_answers(project, target, column),
        *_said(project, place(target, column)),
    ]
    return tuple(sorted(events, key=lambda event: event.seq))


def _drafts(project: Project, target: str, column: str) -> Iterator[Event]:
    before: tuple[str, ...] | None = None
    for each in project.dated("draft", Draft, fold(target)):
        drafted = next((c for c in each.value.columns if same(c.name, column)), None)
        sql = tuple(e.sql for e in drafted.expressions) if drafted else ()
        if drafted is not None and sql != before:
            yield Event(each.seq, each.at, each.by, f"{_ORIGINS[drafted.origin]}{_writer(drafted)}.", sql)
            before = sql


def _writer(column: DraftColumn) -> str:
    names = [e.method for e in column.expressions if e.origin is Origin.WRITTEN and e.method]
    return f" by {names[0]}" if names and not names[0].startswith("answer") else ""


def _answers(project: Project, target: str, column: str) -> Iterator[Event]:
    questions = {q.id: q for q in project.history("question", Question)}
    for question in questions.values():
        if same(question.target, target) and same(question.column, column):
            texts = {choice.id: choice.text for choice in question.choices}
            for each in project.dated("answer", Answer, question.id):
                said = texts.get(each.value.value, each.value.value)
                yield Event(each.seq, each.at, each.by, f"Answered “{said}” to: {question.text}")


def _said(project: Project, key: str) -> Iterator[Event]:
    for decision in project.dated("decision", Decision, key):
        yield Event(decision.seq, decision.at, decision.by, _decided(decision.value))
    for comment in project.dated("comment", Comment, key):
        yield Event(comment.seq, comment.at, comment.by, f"Comment: {comment.value.text}")
    for asked in project.dated("asked", Asked, key):
        more = f": {asked.value.text}" if asked.value.text else "."
        yield Event(asked.seq, asked.at, asked.by, f"Asked {asked.value.whom}{more}")
    for waiver in project.dated("waiver", Waiver, key):
        yield Event(waiver.seq, waiver.at, waiver.by, f"Accepted the remark: {waiver.value.reason}")
    for written in project.dated("written", Written, key):
        reason = f": {written.value.reason}" if written.value.reason else "."
        yield Event(
            written.seq, written.at, written.by, f"Wrote an expression by hand{reason}", (written.value.sql,)
        )


def _decided(decision: Decision) -> str:
    if decision.verdict is Verdict.CHANGE_REQUESTED:
        return f"Asked for a change: {decision.comment}"
    if decision.verdict is Verdict.APPROVED:
        return "Approved together with others copied unchanged." if decision.together else "Approved."
    return "Decision taken back."
