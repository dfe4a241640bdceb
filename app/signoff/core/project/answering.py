"""Answers to questions on the document, each one act: command line and window call the same.

Undo takes an answer back, as it does any other act.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from signoff.core.domain.amended import told
from signoff.core.domain.amending import Amendment, Edit, EditKind
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, Spec
from signoff.core.errors import SignoffError
from signoff.core.lint import FileRule, file_rules
from signoff.core.lint.answered import amendment, edit_of
from signoff.core.project.project import Project


def answer_document(project: Project, question: Question, value: str, *, by: str, at: str = "") -> Amendment:
    """Answer a question on the document with a choice's id or words of one's own.

    Args:
        project: open for writing.
        question: asked by lint.
        value: a choice's id, or words of one's own.
        by: who says so.
        at: ISO date or time at which it was said; now when empty.

    Raises:
        SignoffError: it only takes one of its choices, no words are given, or the document has no such target.
    """
    with project.act("answer", f"{question.target}.{question.column}", by=by):
        return _answer(project, _read(project), question, value, by, at=at)


def ask_again(project: Project, question_id: str, *, by: str) -> Amendment:
    """Take the answer to a question on the document back, so that it is asked again.

    Raises:
        SignoffError: it has no answer.
    """
    found = _answered(project, question_id)
    with project.act("ask again", f"{found.target}.{found.column}", by=by):
        project.drop_amendment(found.target, found.question, by=by)
    return found


def set_file_rule(
    project: Project, rule: FileRule, value: str, *, by: str, at: str = ""
) -> tuple[Amendment, ...]:
    """Answer all questions of one topic alike; columns with an answer of their own keep it.

    Args:
        project: open for writing.
        rule: with the questions it answers.
        value: a choice's id, words of one's own, or nothing: then each column is asked about again.
        by: who says so.
        at: ISO date or time at which it was said; now when empty.

    Raises:
        SignoffError: it only takes one of its choices.
    """
    if value.strip() and not rule.free and value not in {each.id for each in rule.choices}:
        choices = ", ".join(each.id for each in rule.choices)
        raise SignoffError(say("review.no_choice", question=rule.words, choices=choices))
    with project.act("set rule of the whole file", rule.topic, by=by):
        project.put_file_rule(rule.topic, value.strip() or None, by=by)
        for each in project.amendments():
            if each.topic == rule.topic and each.everywhere:
                project.drop_amendment(each.target, each.question, by=by)
        if not value.strip():
            return ()
        return _answer_all(project, _read(project), rule.questions, value.strip(), by, at=at)


def follow_file_rules(project: Project, spec: Spec, *, by: str) -> tuple[Amendment, ...]:
    """Answer what a newly read document asks and a rule of the whole file says already; part of the running act.

    Args:
        project: open for writing.
        spec: what was just read; the running act keeps it.
        by: who reads it.
    """
    values = project.file_rules()
    if not values:
        return ()
    present = project.amendments()
    known = {each.question for each in present}
    made: list[Amendment] = []
    for rule in file_rules(spec, present, values, known_schema(project)):
        new = [question for question in rule.questions if question.id not in known]
        made += _answer_all(project, spec, new, rule.value, by) if rule.value else ()
    return tuple(made)


def known_schema(project: Project) -> Schema | None:
    """The source tables that drafting found; None while no source table was given."""
    spec = project.spec
    if spec is None or not project.samples() or project.sources == spec.sources:
        return None
    targets = {target.name.casefold() for target in spec.targets}
    return Schema(tuple(t for t in project.sources.tables if t.name.casefold() not in targets))


def _answer_all(
    project: Project, spec: Spec, questions: Iterable[Question], value: str, by: str, *, at: str = ""
) -> tuple[Amendment, ...]:
    return tuple(
        _answer(project, spec, question, value, by, at=at, everywhere=True)
        for question in questions
        if question.free or value in {each.id for each in question.choices}
    )


def _answer(
    project: Project,
    spec: Spec,
    question: Question,
    value: str,
    by: str,
    *,
    at: str = "",
    everywhere: bool = False,
) -> Amendment:
    project.settle_asked(question.target, question.column, by=by)
    edit, _words = edit_of(question, value)
    if edit.kind in (EditKind.HOLDS, EditKind.DROPPED):
        return _settle(project, spec, edit, by)
    target = spec.target(question.target)
    if target is None:
        names = ", ".join(each.name for each in spec.targets)
        raise SignoffError(say("project.no_target", target=question.target, names=names))
    made = amendment(target, question, value, by=by, at=at or project.now(), everywhere=everywhere)
    project.put_amendment(made, by=by)
    return made


def _settle(project: Project, spec: Spec, edit: Edit, by: str) -> Amendment:
    """Say of an answer that the document contradicts whether it holds."""
    found = _answered(project, edit.of)
    if edit.kind is EditKind.DROPPED:
        project.drop_amendment(found.target, found.question, by=by)
        return found
    target = spec.target(found.target)
    before = told(target, found.column, found.section, found.edit) if target else found.before
    kept = replace(found, before=before, by=by, at=project.now())
    project.put_amendment(kept, by=by)
    return kept


def _answered(project: Project, question_id: str) -> Amendment:
    found = next((each for each in project.amendments() if each.question == question_id), None)
    if found is None:
        raise SignoffError(say("review.no_answer", question=question_id))
    return found


def _read(project: Project) -> Spec:
    """What was read from the document, no answers worked in."""
    if project.spec is None:
        raise SignoffError(say("input.document_first", project=project.path.name))
    return project.spec
