"""The steps of a query in plain words, for who reads no SQL; names stand between double asterisks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlglot import exp

from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.engines.sqltext import SqlTextError, parse_expression

_JOINS = {
    JoinKind.INNER: "add {name}{by}, only where there is one",
    JoinKind.LEFT: "add {name}{by}, rows without one stay",
    JoinKind.RIGHT: "add {name}{by}, all of its rows stay and others only where they match",
    JoinKind.FULL: "add {name}{by}, rows of both sides stay",
    JoinKind.CROSS: "combine with every row of {name}",
    JoinKind.DRIVING: "start from {name}",
}

_DOING = frozenset(
    {
        "leave",
        "keep",
        "exclude",
        "include",
        "only",
        "load",
        "take",
        "drop",
        "remove",
        "filter",
        "skip",
        "omit",
    }
)
"""First words of a condition that is written as an order."""

_COMPARES = re.compile(
    r"[=<>]|\b(is|are|in|not|must|has|have|equals?|between|like|contains|starts|ends|before|after|since|until)\b",
    re.I,
)
_TAKES_AWAY = re.compile(
    r"\b(duplicat\w*|remov\w+|dropp?\w*|exclu\w+|ignor\w+|skipp?\w*|delet\w+ rows|left out|first|latest|last)\b",
    re.I,
)
"""Words of a text that says what is done with rows; "keep where" before it could say the opposite."""


def relation_words(relation: Relation) -> str:
    """Such as ``add **address** by address_id, only where there is one``."""
    role = f" as {relation.alias}" if relation.alias.casefold() != relation.table.casefold() else ""
    name = f"**{relation.table}**{role}"
    if relation.told and relation.inner is None and relation.join in (JoinKind.DRIVING, JoinKind.CROSS):
        made = "make" if relation.join is JoinKind.DRIVING else "combine with every row of"
        return f"{made} {name}: {relation.told}"
    name = f"{name} ({relation.told})" if relation.told else name
    return _JOINS[relation.join].format(name=name, by=_by(relation.on, relation.alias))


def filter_words(condition: Condition) -> str:
    """Such as ``keep where status is not 'X'``: the document's words, else the condition itself.

    Words that tell themselves what is done, such as ``Leave out closed accounts``, stand alone; what is no
    condition, such as ``Duplicate rows by date``, is quoted.
    """
    words = condition_words(condition)
    first = words.partition(" ")[0]
    if first.casefold() in _DOING:
        return f"{first.casefold()}{words[len(first) :]}"
    if not condition.text.strip() or (_COMPARES.search(words) and not _TAKES_AWAY.search(words)):
        return f"keep where {words}"
    return f"apply “{words}”"


def filters_words(conditions: Sequence[Condition]) -> str:
    """Several conditions of one step in the words of `filter_words`."""
    return " and ".join(filter_words(each) for each in conditions).replace(" and keep where ", " and ")


def condition_words(condition: Condition) -> str:
    """A condition as the document has it, else as it was built, on one line."""
    return " ".join((condition.text.strip() or condition.sql).split())


def grouping_words(section: SectionPlan) -> str:
    """Such as ``put together one row per customer``."""
    keys = [key_words(condition) for condition in section.group_by]
    return f"put together one row per {' and '.join(keys)}" if keys else "put together into one row"


def column_pairs(sql: str) -> tuple[tuple[exp.Column, exp.Column], ...]:
    """The pairs of columns a condition sets equal; empty when it says anything else besides."""
    try:
        tree = parse_expression(sql)
    except SqlTextError:
        return ()
    parts = list(tree.flatten()) if isinstance(tree, exp.And) else [tree]
    pairs = []
    for part in parts:
        part = part.unnest()
        if not isinstance(part, exp.EQ):
            return ()
        left, right = part.this, part.expression
        if not isinstance(left, exp.Column) or not isinstance(right, exp.Column):
            return ()
        pairs.append((left, right))
    return tuple(pairs)


def _by(on: Condition | None, alias: str) -> str:
    if on is None or not on.sql:
        return ""
    pairs = column_pairs(on.sql)
    if not pairs:
        return f" where {condition_words(on)}"
    ordered = (pair[::-1] if pair[0].table.casefold() == alias.casefold() else pair for pair in pairs)
    named = (a.name if a.name.casefold() == b.name.casefold() else f"{a.name} = {b.name}" for a, b in ordered)
    return f" by {' and '.join(named)}"


def key_words(condition: Condition) -> str:
    """A grouping key by its column's name where it is one."""
    if condition.column:
        return condition.column
    try:
        tree = parse_expression(condition.sql)
    except SqlTextError:
        return condition_words(condition)
    return tree.name if isinstance(tree, exp.Column) else condition_words(condition)
