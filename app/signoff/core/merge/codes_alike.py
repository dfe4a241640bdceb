"""Codes compared without regard to case and spaces, where a rule for the whole document says so."""

from __future__ import annotations

import re

from sqlglot import exp

from signoff.core.merge.sqlparts import parsed, rendered

_CODE = re.compile(r"[^\W\d_]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST = 40


def with_codes_alike(sql: str, *, trims: bool) -> str:
    """The expression with columns compared with fixed texts in small letters, and trimmed; as it is where none are.

    Args:
        sql: an expression or a condition.
        trims: whether spaces around codes count for nothing too.
    """
    tree = parsed(sql) if sql and "'" in sql else None
    if tree is None:
        return sql
    copy = exp.Paren(this=tree.copy())
    changed = False
    for test in list(copy.find_all(exp.EQ, exp.NEQ, exp.In)):
        if isinstance(test, exp.In):
            column, values = test.this, list(test.expressions)
        else:
            sides = [test.this, test.expression]
            column = next((s for s in sides if isinstance(s, exp.Column)), None)
            values = [s for s in sides if s is not column]
        if not isinstance(column, exp.Column) or not values or not all(map(_is_code, values)):
            continue
        column.replace(_folded(column, trims=trims))
        for value in values:
            value.replace(exp.Literal.string(str(value.this).strip().lower()))
        changed = True
    return rendered(copy.this) if changed else sql


def _is_code(node: exp.Expression) -> bool:
    """Whether a node is a fixed text with letters in it, such as a code has."""
    if not isinstance(node, exp.Literal) or not node.is_string:
        return False
    text = str(node.this)
    return len(text) <= _MOST and _CODE.search(text) is not None and _DAY.search(text) is None


def _folded(column: exp.Column, *, trims: bool) -> exp.Expression:
    inner: exp.Expression = column.copy()
    return exp.Lower(this=exp.Trim(this=inner) if trims else inner)
