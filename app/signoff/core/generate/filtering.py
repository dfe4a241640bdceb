"""Which candidates are worth trying: they parse, and they use the fixed values the rule names."""

from __future__ import annotations

from collections.abc import Iterable

from sqlglot import exp

from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError


def usable(sql: str) -> bool:
    """Whether the text is one SQL expression."""
    if not sql:
        return False
    try:
        parse_expression(sql)
    except SignoffError:
        return False
    return True


def uses_literals(sql: str, literals: Iterable[str]) -> bool:
    """Whether every fixed value of the rule stands in the expression, whatever its case.

    A number counts with or without quotes. A text that is no expression uses none.
    """
    wanted = [value.strip().casefold() for value in literals if value.strip()]
    if not wanted:
        return True
    try:
        tree = parse_expression(sql)
    except SignoffError:
        return False
    found = [literal.name.strip().casefold() for literal in tree.find_all(exp.Literal)]
    return all(any(value == text or value in text for text in found) for value in wanted)
