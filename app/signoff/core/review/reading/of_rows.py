"""Values of several rows that stand in an order, or are counted where something is true, in words."""

from __future__ import annotations

from typing import Any, Protocol

from sqlglot import exp


class Says(Protocol):
    """Says parts of an expression."""

    def write(self, node: Any) -> str:
        """The node in words."""


def said_of_rows(node: Any, writer: Says) -> str | None:
    """What an aggregate over ordered or chosen rows says; None for everything else.

    Args:
        node: a part of an expression.
        writer: says the parts of that.
    """
    if isinstance(node, exp.First | exp.Last) and isinstance(node.this, exp.Order):
        place = "first" if isinstance(node, exp.First) else "last"
        return f"{writer.write(node.this.this)} of the {place} row in the order of {_keys(node.this, writer)}"
    if isinstance(node, exp.Order) and node.this is not None:
        return f"{writer.write(node.this)}, in the order of {_keys(node, writer)},"
    if isinstance(node, exp.Count) and isinstance(node.this, exp.Case):
        branches = list(node.this.args.get("ifs") or [])
        alone = len(branches) == 1 and node.this.this is None and node.this.args.get("default") is None
        if alone and branches[0].args["true"] == exp.Literal.number(1):
            return f"the number of rows where {writer.write(branches[0].this)}"
    return None


def _keys(order: exp.Order, writer: Says) -> str:
    keys = [
        f"{writer.write(each.this)}{' (last first)' if each.args.get('desc') else ''}"
        for each in order.expressions
    ]
    return " and ".join([", ".join(keys[:-1]), keys[-1]]) if len(keys) > 1 else "".join(keys)
