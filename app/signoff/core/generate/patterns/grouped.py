"""Whether an expression may stand in its statement: aggregates only where rows are grouped."""

from __future__ import annotations

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from signoff.core.domain.expressions import Scope


def fits_grouping(sql: str, scope: Scope) -> bool:
    """Whether every column is grouped by or aggregated where rows are grouped, and nothing is elsewhere."""
    try:
        tree = sqlglot.parse_one(sql, read="duckdb")
    except (SqlglotError, RecursionError):
        return False
    if not scope.aggregate:
        return not any(_aggregates(node) for node in tree.find_all(exp.AggFunc))
    keys = {_plain(key) for key in scope.group_keys}
    return _settled(tree, keys)


def _aggregates(node: exp.Expr) -> bool:
    """Whether the function aggregates rows rather than looking through a window."""
    parent = node.parent
    while isinstance(parent, (exp.Filter, exp.Order, exp.IgnoreNulls, exp.RespectNulls)):
        parent = parent.parent
    return not isinstance(parent, exp.Window)


def _settled(node: exp.Expr, keys: set[str]) -> bool:
    """Whether the node is grouped by, aggregated, or made of such."""
    if _plain(node.sql(dialect="duckdb")) in keys or isinstance(node, exp.AggFunc):
        return True
    if isinstance(node, exp.Filter):
        return isinstance(node.this, exp.AggFunc)
    if isinstance(node, exp.Column):
        return False
    return all(_settled(child, keys) for child in node.iter_expressions())


def _plain(sql: str) -> str:
    return sql.replace('"', "").replace(" ", "").casefold()
