"""What became of one rule: its expression, or an empty column with what is asked about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping
from signoff.core.pipeline.places import Place
from signoff.core.review.questions import rule_question


@dataclass(frozen=True)
class Resolution:
    """What became of one rule."""

    expression: Expression
    questions: tuple[Question, ...] = ()


def typed_null(scope: Scope) -> str:
    """No value, of the column's type where that is known."""
    return f"CAST(NULL AS {scope.target_type})" if scope.target_type else "NULL"


def unresolved(scope: Scope, place: Place, mapping: ColumnMapping) -> Expression:
    """An empty column with the finding that no expression was found for its rule."""
    message = say("draft.not_found", place=place)
    finding = Finding("D01", Severity.ERROR, message, mapping.cell, place.target, place.column)
    return Expression(typed_null(scope), Origin.UNRESOLVED, findings=(finding,))


def unfit(rule: str, scope: Scope, place: Place) -> Resolution:
    """Nothing that was tried gives what a person said: the column is open, and it is asked how it is made."""
    message = say("draft.answer_fits_nothing", place=place)
    finding = Finding("D09", Severity.ERROR, message, None, place.target, place.column)
    expression = Expression(typed_null(scope), Origin.UNRESOLVED, findings=(finding,))
    return Resolution(expression, (rule_question(place.target, place.column, rule),))


def named_only(
    sql: str, scope: Scope, place: Place, severity: Severity = Severity.WARNING
) -> tuple[Finding, ...]:
    """What tells the reader that a column is used only because the rule's text names it."""
    used = [
        c for c in scope.columns if c.named_only and re.search(rf"(?<![\w.\"]){re.escape(c.sql)}(?!\w)", sql)
    ]
    return tuple(
        Finding(
            "D04",
            severity,
            say("draft.not_named", place=place, table=c.table, name=c.column.name),
            None,
            place.target,
            place.column,
        )
        for c in used
    )
