"""A moment written out as text and taken for a number, which no rule means: ``orders of that day, 0 if none``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.types import Family, family_of


def takes_moment_for_number(sql: str, scope: Scope) -> bool:
    """Whether an expression for a number holds a day or a moment as it is, turned into text only.

    Args:
        sql: what was made of a rule.
        scope: its columns and the target's type.
    """
    if family_of(scope.target_type) is not Family.NUMBER:
        return False
    dated = (c.sql for c in scope.columns if family_of(c.column.type) in (Family.DATE, Family.TIMESTAMP))
    names = "|".join(re.escape(name) for name in dict.fromkeys(dated))
    return (
        bool(names)
        and re.search(rf"\bcast\((?:{names}) as (?:varchar|text)\)(?! *(?:,|\|\|))", sql, re.I) is not None
    )
