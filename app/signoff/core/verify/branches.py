"""The ways an expression can go: its cases and its stand-ins, as SQL that numbers them and as words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.engines.sqltext import render

_MOST_FORKS = 3


@dataclass(frozen=True)
class Fork:
    """One place where an expression goes one of several ways."""

    sql: str
    """The number of the way that a row goes, from 0."""
    ways: tuple[str, ...]
    """Each way in words."""


def forks_of(expression: exp.Expr) -> tuple[Fork, ...]:
    """The outermost CASE, IF and COALESCE of an expression that stand outside aggregates and subqueries."""
    found = []
    for node in _outermost(expression):
        conditions, ways = _stand_ins(node) if isinstance(node, exp.Coalesce) else _cases(node)
        cases = " ".join(f"WHEN {condition} THEN {number}" for number, condition in enumerate(conditions))
        found.append(Fork(f"CASE {cases} ELSE {len(conditions)} END", ways))
    return tuple(found[:_MOST_FORKS])


def _outermost(tree: exp.Expr) -> Iterator[exp.Expr]:
    if isinstance(tree, exp.Query | exp.AggFunc | exp.Window | exp.Lambda):
        return
    if isinstance(tree, exp.Case | exp.If) or (isinstance(tree, exp.Coalesce) and tree.expressions):
        yield tree
        return
    for child in tree.iter_expressions():
        yield from _outermost(child)


def _cases(node: exp.Expr) -> tuple[list[str], tuple[str, ...]]:
    whens = node.args["ifs"] if isinstance(node, exp.Case) else [node]
    subject = node.this if isinstance(node, exp.Case) else None
    conditions = [f"({render(when.this)})" for when in whens]
    if subject is not None:
        conditions = [f"({render(subject)}) = {condition}" for condition in conditions]
    number = len(whens)
    ways = tuple(
        f"case {place} of {number}{_given(when.args.get('true'))}" for place, when in enumerate(whens, 1)
    )
    default = node.args.get("default" if isinstance(node, exp.Case) else "false")
    return conditions, (*ways, f"none of the cases{_given(default)}")


def _given(value: exp.Expr | None) -> str:
    return f": {value.name}" if isinstance(value, exp.Literal) and value.name else ""


def _stand_ins(node: exp.Coalesce) -> tuple[list[str], tuple[str, ...]]:
    values = [node.this, *node.expressions]
    conditions = [f"({render(value)}) IS NOT NULL" for value in values]
    ways = tuple(_taken(value, place) for place, value in enumerate(values))
    return conditions, (*ways, "every value is missing")


def _taken(value: exp.Expr, place: int) -> str:
    word = "stands in" if place else "is used"
    columns = list(dict.fromkeys(column.name for column in value.find_all(exp.Column)))
    if isinstance(value, exp.Literal):
        return f"{value.name or 'blank text'} {word}"
    return f"{' and '.join(columns) or 'a fixed value'} {word}"
