"""New columns whose rule points at a column of the file: ``as count_comments, but only those with is_public = true``.

Also ``tickets whose status is pending, counted like open_ticket_count``: the file's own expression with another value
in its only test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sqlglot import exp

from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.existing import ExistingSql, expression_of
from signoff.core.merge.levels import Level
from signoff.core.merge.lineage import select_outputs
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, rendered

_ONLY = re.compile(
    r"^(?:(?:the\s+)?same\s+as|(?:exactly\s+|just\s+)?(?:as|like))\s+(?P<name>\w+)\s*[,;]?\s*(?:but|except|only|however|and)\s+(?:that\s+)?(?:only\s+|just\s+)?"
    r"(?:(?:counts?|counting|for|of|with|over|on)\s+)?(?:(?:only|just)\s+)?(?:(?:those|the\s+ones|rows|records|lines|[a-z]+s)\s+)?(?:(?:with|where|whose|that\s+have|which"
    r"\s+have|having|if|when|for\s+which)\s+)?(?P<what>\S.+?)\.?$",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"^(?P<rest>\S.+?)\s*[,;(]\s*(?:(?:counted|summed(?:\s+up)?|made|computed|calculated|worked\s+out|built|done|all)\s+)?(?:just\s+|exactly\s+)?"
    r"(?:like|as|analogous(?:ly)?\s+to|in\s+the\s+same\s+way\s+as|the\s+same\s+way\s+as|similar\s+to|same\s+as)\s+(?:for\s+|in\s+|the\s+)?(?P<name>\w+)\)?\.?$",
    re.IGNORECASE,
)
_WAY = (
    r"(?P<way>latest|last|newest|most\s+recent|highest|largest|biggest|earliest|first|oldest|lowest|smallest)"
)
_ROWS = (
    r"(?:(?:of|over|from)\s+)?(?:the\s+)?(?:same\s+(?:[a-z]+\s+)?as|like)\s+(?:for\s+|in\s+)?(?P<name>\w+)"
)
_END = re.compile(
    rf"^(?:the\s+)?{_WAY}(?:\s+(?:one|value|date|day|of\s+them))?\s*[,;:(]\s*{_ROWS}\)?\.?$", re.IGNORECASE
)
_END_FIRST = re.compile(
    rf"^(?:the\s+)?(?:same\s+as|like|as)\s+(?P<name>\w+)\s*[,;]?\s*(?:but|only|just|except)\s+(?:that\s+it\s+is\s+)?(?:the\s+)?{_WAY}"
    r"(?:\s+(?:one|value|date|day))?(?:\s+(?:instead|rather)(?:\s+of\s+the\s+\w+)?)?\.?$",
    re.IGNORECASE,
)
"""The other end of the rows that a column is of."""
_LATE = re.compile(r"latest|last|newest|recent|highest|largest|biggest", re.IGNORECASE)
_OR = re.compile(r"\s*,\s*(?:or\s+|and\s+)?|\s+(?:or|and)\s+|\s*/\s*", re.IGNORECASE)
_VALUE = r"(?:'[^']+'|\"[^\"]+\"|[\w-]+)"
_SAYS_MORE = re.compile(
    r"\b(?:not|no|never|without|except|unless|than|before|after|since|until|between|from|of\s+which|distinct|unique|also|plus|only)\b",
    re.IGNORECASE,
)
_NO_VALUE = re.compile(
    r"(?:the|an?|is|are|was|in|of|with|empty|missing|null|any|all|each|every)", re.IGNORECASE
)


def like_named(
    existing: ExistingSql,
    level: Level,
    mapping: ColumnMapping,
    schema: Schema,
    condition: Callable[[str], str],
) -> tuple[str, str]:
    """The value over the relations of a summing query, and the column it is made like; empty where no rule says so.

    Args:
        existing: the file.
        level: the summing query, whose list has the column that the rule names.
        mapping: the row of the new column.
        schema: tables the file reads.
        condition: SQL of a condition over the query's relations; empty where it is not understood.
    """
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    if level.shared is not None:
        return "", ""
    end = _END.match(rule) or _END_FIRST.match(rule)
    if end is not None and end["name"].casefold() != mapping.name.casefold():
        return _other_end(_of_output(existing, level, end["name"], schema), end["way"]), end["name"]
    only, like = _ONLY.match(rule), _LIKE.match(rule)
    told = only or like
    tree = _of_output(existing, level, told["name"], schema) if told is not None else None
    if told is None or tree is None or told["name"].casefold() == mapping.name.casefold():
        return "", ""
    if only is not None:
        test = condition(only["what"])
        return (_narrowed(tree, test) if test else ""), told["name"]
    return _with_values(tree, told["rest"]), told["name"]


def _other_end(tree: exp.Expr | None, way: str) -> str:
    """The last value where the file takes the first of the same rows, or the other way round; else empty."""
    other: type[exp.AggFunc]
    taken, other = (exp.Min, exp.Max) if _LATE.search(way) else (exp.Max, exp.Min)
    if tree is None or not isinstance(tree, taken):
        return ""
    return rendered(other(this=tree.this.copy())) if tree.this is not None else ""


def _of_output(existing: ExistingSql, level: Level, name: str, schema: Schema) -> exp.Expr | None:
    """The aggregate that a column of the query's list is."""
    outputs = select_outputs(existing, level.place, schema)
    own = next((o for o in outputs if o.name.casefold() == name.casefold()), None)
    tree = parsed(expression_of(existing, own.item)) if own is not None and own.item is not None else None
    return tree if tree is not None and aggregates(tree) else None


def _narrowed(tree: exp.Expr, test: str) -> str:
    """The only aggregate of an expression over the rows of a condition."""
    copied = tree.copy()
    found = [
        node for node in copied.walk() if isinstance(node, exp.Count | exp.Sum | exp.Min | exp.Max | exp.Avg)
    ]
    if len(found) != 1 or found[0].args.get("expressions"):
        return ""
    node, value, when = found[0], found[0].this, parsed(test)
    if when is None or value is None or isinstance(value, exp.Case):
        return ""
    is_distinct = isinstance(value, exp.Distinct)
    inner = value.expressions[0] if is_distinct else value
    if is_distinct and len(value.expressions) != 1:
        return ""
    counted = exp.Literal.number(1) if isinstance(inner, exp.Star) else inner.copy()
    case = exp.Case(ifs=[exp.If(this=when.copy(), true=counted)])
    node.set("this", exp.Distinct(expressions=[case]) if is_distinct else case)
    return rendered(copied)


def _with_values(tree: exp.Expr, rest: str) -> str:
    """The expression with the values that a rule names in place of those of its only test."""
    copied = tree.copy()
    tests = list(_tests(copied))
    if not tests or len({rendered(test.this) for test in tests}) != 1:
        return ""
    columns = list(columns_of(tests[0].this))
    values = _values_of(rest, columns[0].name) if len(columns) == 1 else ()
    literals = [n for n in copied.find_all(exp.Literal) if n.is_string]
    tested = [n for test in tests for n in test.find_all(exp.Literal) if n.is_string]
    if not values or len(literals) != len(tested):
        return ""
    top = tests[0]
    while isinstance(top.parent, exp.Or | exp.Paren):
        top = top.parent
    if any(not isinstance(n, exp.Or | exp.Paren) for test in tests for n in _between(test, top)):
        return ""
    made = [exp.Literal.string(value) for value in values]
    this = tests[0].this.copy()
    top.replace(
        exp.EQ(this=this, expression=made[0]) if len(made) == 1 else exp.In(this=this, expressions=made)
    )
    text = rendered(copied)
    return text if parsed(text) is not None else ""


def _tests(tree: exp.Expr) -> Iterator[exp.Expr]:
    """Comparisons of one column with texts."""
    for node in tree.walk():
        is_equal = (
            isinstance(node, exp.EQ)
            and isinstance(node.expression, exp.Literal)
            and node.expression.is_string
        )
        is_list = isinstance(node, exp.In) and node.expressions and all(e.is_string for e in node.expressions)
        if is_equal or is_list:
            yield node


def _between(node: exp.Expr, top: exp.Expr) -> Iterator[exp.Expr]:
    while node is not top and node.parent is not None:
        node = node.parent
        yield node


def _values_of(rest: str, column: str) -> tuple[str, ...]:
    """The values of a column that a rule names behind its name; empty where it says anything else of the rows."""
    name = r"[ _]".join(map(re.escape, re.split(r"[ _]", column)))
    told = re.search(
        rf"\b(?:the\s+|an?\s+)?{name}\s+(?:(?:is|are|=|equals|in|of|was)\s+)?(?:either\s+|one\s+of\s+)?(?P<values>{_VALUE}(?:(?:\s*,\s*(?:or\s+)?|\s+or\s+|\s+and\s+|\s*/\s*)"
        rf"{_VALUE})*)$",
        rest.strip(),
        re.IGNORECASE,
    )
    if told is None or _SAYS_MORE.search(rest):
        return ()
    values = [each.strip() for each in _OR.split(told["values"])]
    if not all(values) or any(_NO_VALUE.fullmatch(value) for value in values):
        return ()
    return tuple(value.strip("'\"") for value in values)
