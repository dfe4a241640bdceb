"""What a document is asked about, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from signoff.core.domain.amending import Amendment
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import ROWS, Question
from signoff.core.lint import FileRule
from signoff.core.parse.output import finding_data
from signoff.core.pipeline.questioning import Questioned


def question_lines(found: Questioned) -> Iterator[str]:
    """Open questions with their ids and choices, what is answered, and rules of the whole file."""
    for finding in found.open:
        question = finding.question
        assert question is not None
        place = f" ({finding.cell})" if finding.cell else ""
        yield f"? {question.id} {question.target}: {question.text}{place}"
        yield from (f"    {choice.id} = {choice.text}" for choice in question.choices)
        if question.free:
            yield f"    or in your words ({question.hint})"
    for rule in found.rules:
        state = rule.answer or "each column is asked about"
        yield f"* {rule.topic}: {rule.words} in {len(rule.questions)} columns: {state}"
    for each in found.answered:
        column = "the rows" if each.column == ROWS else each.column
        yield f"= {each.question} {each.target}, {column}: {each.answer} ({each.by}, {each.at[:10]})"
    yield f"{len(found.open)} open, {len(found.answered)} answered"


def question_data(found: Questioned) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "questions": [_asked(finding, finding.question) for finding in found.open if finding.question],
        "answered": [_answered(each) for each in found.answered],
        "rules": [_rule(each) for each in found.rules],
    }


def _asked(finding: Finding, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "code": question.code,
        "target": question.target,
        "column": question.column,
        "cell": finding_data(finding)["cell"],
        "text": question.text,
        "choices": [{"id": choice.id, "text": choice.text} for choice in question.choices],
        "free": question.free,
        "hint": question.hint,
        "topic": question.topic,
    }


def _answered(each: Amendment) -> dict[str, Any]:
    return {
        "id": each.question,
        "code": each.code,
        "target": each.target,
        "column": each.column,
        "text": each.asked,
        "answer": each.answer,
        "by": each.by,
        "at": each.at,
        "everywhere": each.everywhere,
        "contradicted": each.now,
    }


def _rule(rule: FileRule) -> dict[str, Any]:
    return {
        "topic": rule.topic,
        "words": rule.words,
        "value": rule.value,
        "answer": rule.answer,
        "columns": [f"{question.target}.{question.column}" for question in rule.questions],
        "choices": [{"id": choice.id, "text": choice.text} for choice in rule.choices],
        "free": rule.free,
    }
