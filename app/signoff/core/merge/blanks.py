"""Columns whose blank text counts as missing, by a general rule of the document, read as no value where it is blank."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlglot import exp

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.merge.sqlparts import parsed, rendered

_TEXT = re.compile(r"(?:N?VARCHAR|N?CHAR|BPCHAR|TEXT|STRING)\b", re.IGNORECASE)


def blank_as_missing(sql: str, scope: Scope, tables: Collection[str]) -> str:
    """The expression with `CASE WHEN trim(x) <> '' THEN x END` for each text column of the tables.

    A column that the expression itself tests for blank text stays as it is, and so does text that is no expression.

    Args:
        sql: a column's expression, in DuckDB's dialect.
        scope: the columns it may use.
        tables: names of the tables, ignoring case.
    """
    tree = parsed(sql)
    wanted = {name.casefold().rpartition(".")[2] for name in tables}
    if tree is None or not wanted:
        return sql
    found = [
        (node, column) for node in tree.find_all(exp.Column) if (column := _concerned(node, scope, wanted))
    ]
    tested = {column.sql for node, column in found if _is_tested(node)}
    names = {column.sql for _node, column in found} - tested
    if not names:
        return sql
    made = tree.copy().transform(lambda node: _wrapped(node, scope, wanted, names))
    return rendered(made)


def day_as_missing(sql: str, scope: Scope, days: Collection[str], others: Collection[str]) -> str:
    """The expression with `nullif(x, day)` for each column of days, where the source writes that day for none.

    Args:
        sql: a column's expression, in DuckDB's dialect.
        scope: the columns it may use.
        days: such days, as YYYY-MM-DD.
        others: tables that the document makes itself, in small letters: they have no such days.
    """
    tree = parsed(sql)
    if tree is None or any(day in sql for day in days):
        return sql

    def held(node: exp.Expression) -> exp.Expression:
        hits = scope.find(node.name, node.table) if isinstance(node, exp.Column) else ()
        kind = hits[0].column.type.upper() if len(hits) == 1 else ""
        if not kind.startswith(("DATE", "TIMESTAMP")) or hits[0].table.casefold() in others:
            return node
        made: exp.Expression = node.copy()
        for day in days:
            to = exp.DataType.build("DATE" if kind == "DATE" else "TIMESTAMP")
            made = exp.Nullif(this=made, expression=exp.Cast(this=exp.Literal.string(day), to=to))
        return made

    made = tree.copy().transform(held)
    return sql if made == tree else rendered(made)


def _concerned(node: exp.Column, scope: Scope, wanted: Collection[str]) -> ScopeColumn | None:
    """The text column of one of the tables that a node names; None for every other."""
    hits = scope.find(node.name, node.table)
    if len(hits) != 1 or hits[0].table.casefold().rpartition(".")[2] not in wanted:
        return None
    return hits[0] if _TEXT.match(hits[0].column.type) else None


def _is_tested(node: exp.Column) -> bool:
    """Whether a column is held against empty text, trimmed or not."""
    around: exp.Expression | None = node.parent  # type: ignore[assignment]
    while isinstance(around, exp.Trim):
        around = around.parent  # type: ignore[assignment]
    if isinstance(around, exp.EQ | exp.NEQ | exp.Nullif):
        return any(
            isinstance(x, exp.Literal) and x.is_string and not x.name.strip()
            for x in (around.this, around.expression)
        )
    return False


def _wrapped(
    node: exp.Expression, scope: Scope, wanted: Collection[str], names: Collection[str]
) -> exp.Expression:
    if not isinstance(node, exp.Column):
        return node
    column = _concerned(node, scope, wanted)
    if column is None or column.sql not in names:
        return node
    test = exp.NEQ(this=exp.Trim(this=node.copy()), expression=exp.Literal.string(""))
    return exp.Case(ifs=[exp.If(this=test, true=node.copy())])
