"""Slips that can't be meant, mended before an expression is tried."""

from __future__ import annotations

import re

from sqlglot import exp

from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError

_COMPARISONS = (exp.EQ, exp.NEQ, exp.Like, exp.In)


_DECIMALS = re.compile(r"\brounded to (\d|one|two|three|four|six) decimals?\b", re.IGNORECASE)
_DIGITS = {"one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_BLANK_IS_MISSING = re.compile(
    r"\bblanks?(?: text)? counts? as (?:missing|not filled|no value|null|empty)\b|\bmissing or (?:only )?blanks?\b",
    re.IGNORECASE,
)


def mended(sql: str, rule: str = "") -> str:
    """The expression with what can't be meant put right, and what the rule says of the whole applied to it.

    - ``lower(x) = 'ABC'`` is never true, and ``lower(x) <> 'ABC'`` always: nobody means that, and small generators
      write it often. The text takes the case of the other side.
    - "rounded to n decimals" in the rule, and nothing in the expression rounds: the result is rounded.
    - "blank counts as missing" in the rule: a test for a missing text is true for a blank one.

    What can't be read comes back as it is.
    """
    try:
        tree = parse_expression(sql)
    except SignoffError:
        return sql
    changed = _fold_texts(tree)
    if _BLANK_IS_MISSING.search(rule):
        changed |= _widen_missing(tree)
    decimals = _DECIMALS.search(rule)
    if decimals and tree.find(exp.Round) is None:
        places = _DIGITS.get(decimals.group(1).lower()) or int(decimals.group(1))
        tree, changed = exp.Round(this=tree, decimals=exp.Literal.number(places)), True
    return tree.sql(dialect="duckdb") if changed else sql


def _widen_missing(tree: exp.Expr) -> bool:
    """``text_01 IS NULL`` becomes true for a blank text; stand-ins tell which columns are texts."""
    tests = [test for test in tree.find_all(exp.Is) if isinstance(test.expression, exp.Null)]
    columns = [
        test.this
        for test in tests
        if isinstance(test.this, exp.Column) and test.this.name.startswith("text_")
    ]
    for column in columns:
        column.replace(parse_expression(f"nullif(trim({column.name}), '')"))
    return bool(columns)


def _fold_texts(tree: exp.Expr) -> bool:
    changed = False
    for comparison in tree.find_all(*_COMPARISONS):
        fold = _fold_of(comparison.this) or _fold_of(comparison.args.get("expression"))
        if fold is None:
            continue
        for literal in _texts_beside(comparison):
            folded = literal.name.lower() if fold is exp.Lower else literal.name.upper()
            changed |= folded != literal.name
            literal.set("this", folded)
    return changed


def _fold_of(node: object) -> type[exp.Expr] | None:
    """Lower or Upper when a side of a comparison is folded, through trims around it."""
    while isinstance(node, (exp.Trim, exp.Paren, exp.Coalesce)):
        node = node.this
    return type(node) if isinstance(node, (exp.Lower, exp.Upper)) else None


def _texts_beside(comparison: exp.Expr) -> list[exp.Literal]:
    sides = [comparison.this, comparison.args.get("expression"), *comparison.args.get("expressions", ())]
    return [side for side in sides if isinstance(side, exp.Literal) and side.is_string]
