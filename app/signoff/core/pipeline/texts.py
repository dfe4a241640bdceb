"""Texts of steps and notes that compile: conditions, and values of relations that notes describe."""

from __future__ import annotations

from signoff.core.domain.expressions import Scope
from signoff.core.domain.plan import Condition
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns import compile_condition, compile_rule


def compiled_text(text: str, scope: Scope) -> Condition | None:
    """The SQL of a condition, or of a value where the scope asks for one, without the language model."""
    if scope.condition:
        compiled = compile_condition(text, scope)
    else:
        compiled = compile_rule(ColumnMapping("", "", rule=text), scope)
    return Condition(text, compiled.sql, compiled.origin) if compiled is not None else None
