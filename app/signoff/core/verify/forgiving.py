"""An expression that gives no value where a value can't be converted, so that one made-up row stops no other."""

from __future__ import annotations

from sqlglot import exp

from signoff.core.engines.sqltext import SqlTextError, parse_expression, render


def forgiving(sql: str) -> str:
    """The expression with every conversion tried instead of required; as it is where it can't be read."""
    try:
        tree = parse_expression(sql)
    except SqlTextError:
        return sql
    text = render(_tried(tree), comments=False)
    is_plain = tree.find(exp.AggFunc, exp.Window, exp.Query) is None
    return f"TRY({text})" if is_plain else text


def _tried(tree: exp.Expr) -> exp.Expr:
    """The tree with conversions replaced from the inside out."""
    whole = exp.Paren(this=tree.copy())
    for node in reversed(list(whole.find_all(exp.Cast, exp.StrToTime))):
        if isinstance(node, exp.StrToTime):
            node.replace(exp.func("try_strptime", node.this, node.args["format"], dialect="duckdb"))
        elif type(node) is exp.Cast:
            node.replace(exp.TryCast(this=node.this, to=node.args["to"]))
    inner: exp.Expr = whole.this
    return inner
