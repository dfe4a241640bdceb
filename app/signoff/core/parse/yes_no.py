"""Columns whose type is Y/N and whose rule tells only when it is Y: every other row is N."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, TargetMapping

_TYPE = re.compile(
    r"^\s*(?:flag\s*\(?\s*)?(?P<yes>Y|J|yes)\s*(?:/|,|or)\s*(?P<no>N|no)\s*\)?\s*$", re.IGNORECASE
)
_TELLS = re.compile(
    r"^(?P<yes>Y|J|yes)\s*,?\s+(?:if|when|where|for|in\s+case|as\s+long\s+as)\b[^;.]*\.?$", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:else|otherwise|others?|N|no\s+if|rest|remaining|empty|null)\b(?!\s*\))|[,;]\s*N\b"
)


def with_no_otherwise(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets whose columns of type Y/N are N wherever their rule does not say Y.

    Args:
        targets: as read.
    """
    return tuple(replace(t, columns=tuple(map(_column, t.columns))) for t in targets)


def _column(column: ColumnMapping) -> ColumnMapping:
    kind = _TYPE.match(column.type)
    text = (column.rule_resolved or column.rule).strip()
    told = _TELLS.match(text) if kind is not None else None
    if (
        kind is None
        or told is None
        or told["yes"].casefold() != kind["yes"].casefold()
        or _OTHERS.search(text)
    ):
        return column
    return replace(column, rule_resolved=f"{text.rstrip(' .')}, otherwise {kind['no']}")
