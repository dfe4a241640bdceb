"""Values and ranges in everyday words, said as SQL where no compiler took them."""

from __future__ import annotations

from collections.abc import Callable

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.everyday_bands import everyday_bands
from signoff.core.generate.patterns.everyday_values import everyday_value


def _value(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    return everyday_value(text, scope)


def _ranges(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    return everyday_bands(text, scope)


EVERYDAY: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_value, _ranges)
"""Each says a rule as SQL, or nothing."""
