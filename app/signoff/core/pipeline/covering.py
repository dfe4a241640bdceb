"""What the reader is told of a rule's pieces that nothing in an expression does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.generate.cover import left_out
from signoff.core.pipeline.places import Place

NOT_SHOWN = "D06"
"""Nothing in an expression does a piece of its rule; such a column is never approved together with others."""
_MOST_QUOTED = 3


def covered(expression: Expression, rule: str, scope: Scope, place: Place) -> Expression:
    """The expression, with a finding where its rule as people wrote it says more than it does."""
    pieces = left_out(expression.sql, rule, aggregate=scope.aggregate) if rule.strip() else ()
    found = not_shown(pieces, place)
    return replace(expression, findings=(*expression.findings, *found)) if found else expression


def not_shown(pieces: Sequence[str], place: Place, *, masked: int = 0) -> tuple[Finding, ...]:
    """The finding on pieces of a rule that nothing does.

    Args:
        pieces: as they stand in the rule.
        place: whose rule it is.
        masked: pieces that are only known over stand-ins; counted where none is known in its own words.
    """
    if not pieces and not masked:
        return ()
    quoted = ", ".join(f"“{piece}”" for piece in pieces[:_MOST_QUOTED])
    message = (
        say("draft.pieces_not_shown", place=place, pieces=quoted)
        if pieces
        else say("draft.piece_not_shown", place=place, count=masked)
    )
    return (Finding(NOT_SHOWN, Severity.WARNING, message, None, place.target, place.column),)
