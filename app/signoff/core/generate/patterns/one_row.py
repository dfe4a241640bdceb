"""Whether an expression takes the value of one row where the rule asks what several rows come to."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Expression, Scope
from signoff.core.domain.several_rows import asks_for_several

_ONE_VALUE = re.compile(r"(?:coalesce\(|CASE WHEN |\(|[\w\"]+\.[\w\"]+$)", re.IGNORECASE)
_TAKES_MANY = re.compile(
    r"\bOVER\b|\b(?:sum|count|avg|min|max|median|arg_min|arg_max|bool_or|length|date_\w+)\(", re.IGNORECASE
)


def takes_one_row(text: str, made: Expression, scope: Scope) -> bool:
    """Whether what was made of a rule on several rows is the value of one of them.

    Args:
        text: the rule.
        made: what was made of it.
        scope: what it may use.
    """
    if scope.aggregate or scope.condition or len(scope.sources) != 1:
        return False
    if not _ONE_VALUE.match(made.sql) or _TAKES_MANY.search(made.sql):
        return False
    return asks_for_several(text, scope.sources[0].column.name)
