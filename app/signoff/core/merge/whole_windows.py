"""Windows over all parts of a union: a running total of rows that come from several parts runs through all of them.

Each part has the window over its own rows alone, made of what the target's columns are made of there. Where the same
window over the target's own columns stands behind all of them, it is taken of the rows of all parts put together.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.plan import DraftColumn
from signoff.core.merge.sqlparts import column_node, columns_of, parsed, rendered, same_sql

PARTS = "all_parts"
"""What the rows of all parts are called."""


def windows_of_all(columns: Sequence[DraftColumn]) -> dict[str, str]:
    """Columns that hold a window in each part, with the one over the target's own columns that they share.

    Args:
        columns: each with one expression for every part.
    """
    if not columns or len(columns[0].expressions) < 2:
        return {}
    windowed = [c for c in columns if any(_has_window(e.sql) for e in c.expressions)]
    plain = [c for c in columns if c not in windowed]
    found = {}
    for column in windowed:
        told = [_over_own(column, plain, part) for part in range(len(column.expressions))]
        if told[0] and all(each and same_sql(each, told[0]) for each in told):
            found[column.name] = told[0]
    return found


def _has_window(sql: str) -> bool:
    tree = parsed(sql) if sql else None
    return tree is not None and tree.find(exp.Window) is not None


def _over_own(column: DraftColumn, plain: Sequence[DraftColumn], part: int) -> str:
    """The expression of one part over the target's own columns; empty where it reads anything else."""
    expression = column.expressions[part]
    tree = parsed(expression.sql) if expression.sql and expression.origin is not Origin.UNRESOLVED else None
    if tree is None or tree.find(exp.Window) is None:
        return ""
    made = [(c.name, own) for c in plain if (own := parsed(c.expressions[part].sql)) is not None]
    for name, own in sorted(made, key=lambda each: -len(each[1].sql())):
        if isinstance(own, exp.Literal | exp.Null | exp.Boolean) and not _tells_apart(name, plain):
            continue
        tree = _replaced(tree, own, column_node(PARTS, name))
    named = columns_of(tree)
    return rendered(tree) if named and all(c.table == PARTS for c in named) else ""


def _tells_apart(name: str, plain: Sequence[DraftColumn]) -> bool:
    """Whether a column that is a fixed value in one part is another one elsewhere."""
    column = next(c for c in plain if c.name == name)
    return len({e.sql for e in column.expressions}) > 1


def _replaced(tree: exp.Expr, old: exp.Expr, new: exp.Expr) -> exp.Expr:
    text = old.unnest().sql()

    def told(node: exp.Expr) -> exp.Expr:
        return new.copy() if node.unnest().sql() == text and not isinstance(node, exp.Paren) else node

    return tree.transform(told)


def put_together(names: Sequence[str], whole: dict[str, str], union: str) -> str:
    """The SELECT over all parts: each column as the parts give it, and the windows of all.

    Args:
        names: of all columns, in their order.
        whole: the windows by column.
        union: the parts put together, without those columns.
    """
    items = [f"    {whole.get(name, f'{PARTS}.{quoted(name)}')} as {quoted(name)}" for name in names]
    inner = "\n".join(f"    {line}" if line else "" for line in union.rstrip("\n").split("\n"))
    return "\n".join(["select", ",\n".join(items), "from (", inner, f") as {PARTS}"]) + "\n"
