"""SQL that says in words why a row is left out at a step, or why it can't be told whether it belongs."""

from __future__ import annotations

from sqlglot import exp

from signoff.core.domain.expressions import quoted
from signoff.core.domain.plan import Condition, Relation
from signoff.core.engines.sqltext import SqlTextError, parse_expression, render
from signoff.core.verify.wording import column_pairs, condition_words

WHY_LEFT_OUT = "why left out"
"""Name of the last column of rows that are left out."""
WHY_UNKNOWN = "why unknown"
"""Name of the last column of rows whose condition has no value."""
MATCHES = "matching rows"
"""Name of the last column of rows that a join doubles."""


def filter_reason(condition: Condition) -> str:
    """Which column has no value where the condition has none, else that it does not hold."""
    words = text_literal(f"does not hold: {condition_words(condition)}")
    missing = _missing_cases(_plain_columns(condition.sql))
    unknown = (
        f"CASE {missing}ELSE 'the condition has no value' END" if missing else "'the condition has no value'"
    )
    return f"CASE WHEN ({condition.sql}\n) IS NULL THEN {unknown} ELSE {words} END"


def join_reason(relation: Relation) -> str:
    """Which key has no value, else that the joined table holds no such row."""
    pairs = own_pairs(relation)
    missing = _missing_cases([render(own) for own, _ in pairs])
    otherwise = text_literal(f"no row of {relation.table} fits")
    if len(pairs) == 1:
        own, other = pairs[0]
        start = text_literal(f"no row of {relation.table} with {other.name} ")
        otherwise = f"concat({start}, {render(own)})"
    return f"CASE {missing}ELSE {otherwise} END" if missing else otherwise


def own_pairs(relation: Relation) -> tuple[tuple[exp.Column, exp.Column], ...]:
    """Pairs of columns set equal by a join: of the rows that come in, and of the joined table."""
    alias = relation.alias.casefold()
    pairs = column_pairs(relation.on.sql) if relation.on is not None else ()
    turned = (pair[::-1] if pair[0].table.casefold() == alias else pair for pair in pairs)
    return tuple(
        (own, other)
        for own, other in turned
        if own.table and own.table.casefold() != alias and other.table.casefold() == alias
    )


def text_literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def _missing_cases(columns: list[str]) -> str:
    found = ((sql, sql.rpartition(".")[2].strip('"')) for sql in dict.fromkeys(columns))
    return "".join(f"WHEN {sql} IS NULL THEN {text_literal('no value in ' + name)} " for sql, name in found)


def _plain_columns(sql: str) -> list[str]:
    """Columns a condition names outside subqueries, as SQL."""
    try:
        tree = parse_expression(sql)
    except SqlTextError:
        return []
    if tree.find(exp.Query, exp.Lambda, exp.Window, exp.AggFunc):
        return []
    parts = ((column.table, column.name) for column in tree.find_all(exp.Column, bfs=False))
    return [".".join(quoted(part) for part in pair if part) for pair in parts]
