"""Answers that a new rule contradicts: an answer is never dropped silently, nor a new rule silently ignored."""

from __future__ import annotations

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.review import Answer, Choice, Question, question_id
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.domain.versions import Contradiction
from signoff.core.review.binding import drafted_column
from signoff.core.review.questions import UNKNOWN_RULE, rule_question
from signoff.core.review.versions.matching import match_rows

CONTRADICTED = "Q20"
"""A new version words the rule otherwise than the answer: which of them counts?"""
_KEPT = "kept"
_EMPTY = "empty"


def contradictions(before: Dossier, after: TargetMapping) -> tuple[Contradiction, ...]:
    """Answers to the rules of `before` that the rules of `after` speak against, one a column.

    A rule that now says what was answered contradicts nothing; nor does one that was not answered at all.
    """
    old, new = before.mapping.columns, after.columns
    found: dict[str, Contradiction] = {}
    for match in match_rows(old, new):
        if match.old is None or match.new is None:
            continue
        was, now = old[match.old], new[match.new]
        if _plain(_rule(was)) != _plain(_rule(now)) and now.name.casefold() not in found:
            told = _contradiction(before, was, now)
            if told is not None:
                found[now.name.casefold()] = told
    return tuple(found.values())


def contradiction_question(told: Contradiction) -> Question:
    """What is asked of a contradiction; the answer takes the place of the new rule, as words or as an expression."""
    asked = rule_question(told.target, told.column, told.new_rule)
    text = say(
        "question.contradicted", column=told.column, old=told.old_rule, new=told.new_rule, answer=told.answer
    )
    keep = _KEPT if told.sql else told.answer
    choices = (
        Choice(told.new_rule, say("question.new_rule_counts", rule=told.new_rule)),
        Choice(keep, say("question.answer_counts", answer=told.answer), told.sql),
    )
    return Question(asked.id, told.target, told.column, CONTRADICTED, text, choices)


def _contradiction(before: Dossier, was: ColumnMapping, now: ColumnMapping) -> Contradiction | None:
    """The latest answer that was in force for the old rule, unless the new rule says the same."""
    if not _rule(now).strip():
        return None
    written = _written(before, was)
    if written is not None:
        asked = say("delta.written_by_hand", by=written.method)
        told = say("delta.written_expression", by=written.method)
        return Contradiction(
            before.target, now.name, asked, told, written.method, _rule(was), _rule(now), written.sql
        )
    given = _answer_in_force(before, was)
    if given is None:
        return None
    question, answer = given
    choice = next((each for each in question.choices if each.id == answer.value), None)
    words: str = choice.text if choice else answer.value
    if _plain(words) == _plain(_rule(now)) or _plain(answer.value) == _plain(_rule(now)):
        return None
    sql = choice.sql if choice else ""
    if choice is not None and choice.id == _EMPTY:
        sql = "NULL"
    return Contradiction(
        before.target, now.name, question.text, words, answer.by, _rule(was), _rule(now), sql
    )


def _written(before: Dossier, was: ColumnMapping) -> Expression | None:
    """The expression somebody wrote by hand; it would go on to stand whatever the new rule says."""
    column = drafted_column(before, was.name)
    written = [e for e in column.expressions if e.origin is Origin.WRITTEN] if column else []
    return next((e for e in written if e.method and not e.method.startswith("answer")), None)


def _answer_in_force(before: Dossier, was: ColumnMapping) -> tuple[Question, Answer] | None:
    asked = {each.id: each for each in (*before.questions, *before.asked)}
    values = {answer.question: answer for answer in before.answers if answer.question in asked}
    restated = values.get(question_id(before.target, was.name, UNKNOWN_RULE, _rule(was)))
    if restated is not None:
        return asked[restated.question], restated
    for answer in reversed(before.answers):
        question = asked.get(answer.question)
        if question is None or question.column.casefold() != was.name.casefold():
            continue
        if question.id == question_id(before.target, was.name, question.code, _rule(was)):
            return question, answer
    return None


def _rule(row: ColumnMapping) -> str:
    return row.rule_resolved or row.rule


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .;'\"“”")
