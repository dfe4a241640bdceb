"""Everything that happened to one column, in the order it happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Draft, DraftColumn
from signoff.core.domain.review import Answer, Comment, Decision, Question, Verdict, Waiver
from signoff.core.domain.sentences import say
from signoff.core.project.decisions import Asked, Written
from signoff.core.project.drafting import fold, place, same
from signoff.core.project.project import Project

_ORIGINS = {
    Origin.DIRECT: "past.direct",
    Origin.PATTERN: "past.pattern",
    Origin.GENERATED: "past.generated",
    Origin.KEPT: "past.kept",
    Origin.WRITTEN: "past.by_hand",
    Origin.UNRESOLVED: "past.unresolved",
}
"""Sentence of each origin."""


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
            yield Event(each.seq, each.at, each.by, _drafted(drafted), sql)
            before = sql


def _drafted(column: DraftColumn) -> str:
    names = [e.method for e in column.expressions if e.origin is Origin.WRITTEN and e.method]
    if names and not names[0].startswith("answer") and column.origin is Origin.WRITTEN:
        return say("past.by_hand_of", name=names[0])
    return say(_ORIGINS[column.origin])


def _answers(project: Project, target: str, column: str) -> Iterator[Event]:
    questions = {q.id: q for q in project.history("question", Question)}
    for question in questions.values():
        if same(question.target, target) and same(question.column, column):
            texts = {choice.id: choice.text for choice in question.choices}
            for each in project.dated("answer", Answer, question.id):
                said = texts.get(each.value.value, each.value.value)
                yield Event(
                    each.seq, each.at, each.by, say("past.answered", answer=said, question=question.text)
                )


def _said(project: Project, key: str) -> Iterator[Event]:
    for decision in project.dated("decision", Decision, key):
        yield Event(decision.seq, decision.at, decision.by, _decided(decision.value))
    for comment in project.dated("comment", Comment, key):
        yield Event(comment.seq, comment.at, comment.by, say("past.comment", text=comment.value.text))
    for asked in project.dated("asked", Asked, key):
        code = "past.asked_about" if asked.value.text else "past.asked"
        words = say(code, whom=asked.value.whom, text=asked.value.text)
        yield Event(asked.seq, asked.at, asked.by, words)
    for waiver in project.dated("waiver", Waiver, key):
        yield Event(waiver.seq, waiver.at, waiver.by, say("past.remark_accepted", reason=waiver.value.reason))
    for written in project.dated("written", Written, key):
        code = "past.written_because" if written.value.reason else "past.written"
        words = say(code, reason=written.value.reason)
        yield Event(written.seq, written.at, written.by, words, (written.value.sql,))


def _decided(decision: Decision) -> str:
    if decision.verdict is Verdict.CHANGE_REQUESTED:
        return say("past.change_asked", comment=decision.comment)
    if decision.verdict is Verdict.APPROVED:
        return say("past.approved_together" if decision.together else "past.approved")
    return say("past.taken_back")
