"""An answer to a question on the document, as what it changes."""

from __future__ import annotations

from signoff.core.domain.amended import told
from signoff.core.domain.amending import Amendment, Edit
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.errors import SignoffError


def amendment(
    target: TargetMapping, question: Question, value: str, *, by: str, at: str, everywhere: bool = False
) -> Amendment:
    """What an answer changes.

    Args:
        target: as the document was read.
        question: asked by lint.
        value: a choice's id, or words of one's own.
        by: who says so.
        at: ISO 8601, UTC.
        everywhere: whether it follows from the rule of the whole file.

    Raises:
        SignoffError: the question only takes one of its choices, or no words are given.
    """
    edit, words = edit_of(question, value)
    before = told(target, question.column, question.section, edit)
    return Amendment(
        question.id,
        question.code,
        target.name,
        question.column,
        question.section,
        question.text,
        words,
        value,
        edit,
        before,
        by,
        at,
        question.topic,
        everywhere,
    )


def edit_of(question: Question, value: str) -> tuple[Edit, str]:
    """The edit of an answer, and the answer in words.

    Raises:
        SignoffError: the question only takes one of its choices, or no words are given.
    """
    for each in question.choices:
        if each.id == value and each.edit is not None:
            return each.edit, each.text
    if question.own is None:
        choices = ", ".join(each.id for each in question.choices)
        raise SignoffError(say("review.no_choice", question=question.id, choices=choices))
    if not value.strip():
        raise SignoffError(say("review.say_how", column=question.column))
    return question.own.said(value.strip()), value.strip()
