"""Conditions that hold whatever the case of the values: ``state X or Y, in capitals or not``."""

from __future__ import annotations

import re
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.plan import Condition
from signoff.core.merge.sqlparts import parsed, rendered

ANY_CASE = re.compile(
    r"[,\s]+\(?(?:ci|case[\s-]?insensitiv\w*|ignoring\s+(?:upper\s+and\s+lower\s+)?case|(?:(?:in\s+)?(?:upper\s+or\s+lower|lower\s+or\s+upper|any(?:\s+(?:upper\s*/\s*lower|lower\s*/\s*upper|upper\s+or\s+lower))?|"
    r"either|whatever|regardless\s+of|no\s+matter\s+the|whatever\s+the|ignoring)\s+case)|small\s+(?:\w|"
    r"letters?)\s+(?:as\s+well|too)|"
    r"(?:in\s+)?capitals?\s+or\s+small(?:\s+letters)?)\)?\s*$",
    re.IGNORECASE,
)
"""What says at the end of a condition that case does not matter."""

_FOLDED = (exp.EQ, exp.NEQ, exp.In, exp.Contains, exp.StartsWith, exp.EndsWith, exp.Like)
"""Comparisons of a column, on their left, and fixed texts."""


def in_any_case(condition: Condition) -> Condition | None:
    """The condition with each comparison of a column and fixed texts in lower case; None where it has others."""
    tree = parsed(condition.sql)
    if tree is None:
        return None
    tree = tree.copy()
    found = False
    for text in list(tree.find_all(exp.Literal)):
        if not text.is_string:
            return None
        holder = text.parent
        if not isinstance(holder, _FOLDED) or text is holder.this or not _is_column(holder.this):
            return None
        text.set("this", str(text.this).lower())
        if isinstance(holder.this, exp.Column):
            holder.set("this", exp.Lower(this=holder.this))
        found = True
    return replace(condition, sql=rendered(tree)) if found else None


def _is_column(node: exp.Expr) -> bool:
    return isinstance(node, exp.Column) or (isinstance(node, exp.Lower) and isinstance(node.this, exp.Column))


def folding(text: str) -> str:
    """A condition without the words at its end by which case does not matter; empty where it has none such.

    Args:
        text: such as ``browser contains 'bot' (any case)``.
    """
    plain = text.strip().rstrip(".")
    return ANY_CASE.sub("", plain).strip() if ANY_CASE.search(plain) else ""
