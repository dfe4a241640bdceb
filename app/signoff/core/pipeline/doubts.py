"""Disagreement between candidates becomes a question on rows; an answer selects."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from signoff.core.domain.expressions import Scope
from signoff.core.domain.review import Choice, Question, question_id
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.pipeline.desk import Desk

_SHOWN_ROWS = 3
_COMPARED_ROWS = 50


def choose(
    candidates: Sequence[str], scope: Scope, target: str, column: str, rule: str, frame: str, desk: Desk
) -> tuple[str, tuple[Question, ...]]:
    """The candidate to draft with, and the question left open, if the candidates differ on the samples.

    An answer that names a choice, or states the value expected on the first row shown, selects.
    """
    if len(candidates) < 2:
        return candidates[0], ()
    rows = _differing_rows(candidates, scope, frame, desk)
    if not rows:
        return candidates[0], ()
    question = _question(candidates, scope, target, column, rule, rows)
    answer = desk.said.answers.get(question.id)
    selected = _selected(answer, candidates, rows, len(scope.columns)) if answer is not None else None
    return (selected, ()) if selected is not None else (candidates[0], (question,))


def _differing_rows(
    candidates: Sequence[str], scope: Scope, frame: str, desk: Desk
) -> list[tuple[str | None, ...]]:
    """Rows of source values and results on which the candidates do not agree."""
    inputs = [] if scope.aggregate else [c.sql for c in scope.columns]
    columns = [f"{sql} AS i{n}" for n, sql in enumerate(inputs)]
    columns += [f"CAST({sql} AS VARCHAR) AS o{n}" for n, sql in enumerate(candidates)]
    differ = " OR ".join(f"o0 IS DISTINCT FROM o{n}" for n in range(1, len(candidates)))
    sql = f"SELECT DISTINCT * FROM (SELECT {', '.join(columns)} {frame}) AS probe WHERE {differ} ORDER BY ALL"
    try:
        result = desk.sandbox.run(sql, limit=_COMPARED_ROWS)
    except SignoffError:
        return []
    padding = (None,) * (len(scope.columns) - len(inputs))
    return [padding + tuple(None if v is None else str(v) for v in row) for row in result.rows][:_SHOWN_ROWS]


def _question(
    candidates: Sequence[str],
    scope: Scope,
    target: str,
    column: str,
    rule: str,
    rows: Sequence[tuple[str | None, ...]],
) -> Question:
    width = len(scope.columns)
    names = [f"{c.relation}.{c.column.name}" for c in scope.columns]
    used = [n for n, c in enumerate(scope.columns) if any(c.sql in sql for sql in candidates)] or list(
        range(width)
    )
    shown = tuple(tuple((names[n], row[n]) for n in used) for row in rows)
    choices = tuple(
        Choice(_digest(sql), "; ".join(_in_words(row[width + n]) for row in rows), sql)
        for n, sql in enumerate(candidates)
    )
    words = say("question.on_rows", count=len(rows), column=column)
    return Question(question_id(target, column, "Q02", rule), target, column, "Q02", words, choices, shown)


def _in_words(value: str | None) -> str:
    return "no value" if value is None else "blank text" if not value.strip() else value


def _digest(sql: str) -> str:
    return hashlib.sha256(sql.encode()).hexdigest()[:8]


def _selected(
    answer: str, candidates: Sequence[str], rows: Sequence[tuple[str | None, ...]], width: int
) -> str | None:
    for n, sql in enumerate(candidates):
        if answer == _digest(sql) or answer.casefold() == _in_words(rows[0][width + n]).casefold():
            return sql
    return None
