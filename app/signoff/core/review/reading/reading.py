"""One DuckDB expression as a sentence; what has no words is quoted as it is, and said to be so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.review.reading.writer import Writer


@dataclass(frozen=True)
class Reading:
    """An expression in words."""

    sentence: str
    unsaid: tuple[str, ...] = ()
    """Parts that could not be put in words, as SQL; they stand in the sentence as they are."""

    @property
    def complete(self) -> bool:
        """Whether all of it is in words."""
        return not self.unsaid


def reading_of(sql: str, roles: Mapping[str, str] | None = None) -> Reading:
    """An expression in words; total: whatever is given, a reading comes back.

    Args:
        sql: one expression in DuckDB's dialect.
        roles: what to add to a column's name, by lower-case relation alias, such as ``of ADR (billing)``;
            a relation that is not named here adds nothing.
    """
    try:
        tree = parse_expression(sql)
    except SignoffError:
        return Reading(sql, (sql,))
    writer = Writer(dict(roles or {}))
    words = writer.write(tree)
    return Reading(_begun(words, sql), tuple(writer.unsaid))


def _begun(words: str, sql: str) -> str:
    """The words with a capital at their beginning, unless a column's name stands there."""
    first = words.split(" ", 1)[0].strip(",;()")
    return words if first in sql or not words[:1].islower() else words[:1].upper() + words[1:]
