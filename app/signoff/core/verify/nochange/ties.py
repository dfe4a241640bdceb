"""Windows whose order leaves rows in one place: the same statement with such ties broken one way, and the other way.

What differs between the two depends on which of equal rows comes first, and so on nothing that the statement says.
"""

from __future__ import annotations

from functools import lru_cache

from sqlglot import exp

from signoff.core.engines.sqltext import parse_query, render
from signoff.core.errors import SignoffError

_BY_PLACE = (
    exp.RowNumber,
    exp.Ntile,
    exp.Lag,
    exp.Lead,
    exp.FirstValue,
    exp.LastValue,
    exp.NthValue,
)
"""Functions that tell rows of one place apart."""


@lru_cache(maxsize=8)
def broken_ties(sql: str) -> tuple[str, ...]:
    """The statement with the ties of its windows broken in two ways; none where it has no such window."""
    try:
        trees = [parse_query(sql), parse_query(sql)]
    except SignoffError:
        return ()
    made = [_broken(tree, falling=bool(number)) for number, tree in enumerate(trees)]
    return tuple(render(tree) for tree in trees) if all(made) else ()


@lru_cache(maxsize=8)
def window_made(sql: str) -> frozenset[str]:
    """Case-folded names that a list of the statement gives to what a window computes."""
    try:
        tree = parse_query(sql)
    except SignoffError:
        return frozenset()
    named = (each for each in tree.find_all(exp.Alias) if each.this.find(exp.Window) is not None)
    return frozenset(each.alias.casefold() for each in named)


def _broken(tree: exp.Expr, *, falling: bool) -> bool:
    """Put a further key behind the order of each window that ties are open in; whether there was one."""
    found = False
    for window in list(tree.find_all(exp.Window)):
        select = window.find_ancestor(exp.Select)
        rows = _rows_of(select) if select is not None else []
        if not rows or not _is_by_place(window):
            continue
        last = exp.Ordered(this=exp.Anonymous(this="hash", expressions=rows), desc=falling)
        order = window.args.get("order")
        if order is None:
            window.set("order", exp.Order(expressions=[last]))
        else:
            order.append("expressions", last)
        found = True
    return found


def _rows_of(select: exp.Select) -> list[exp.Expr]:
    """The relations of a SELECT as whole rows; none where one of them has no name."""
    first = select.args.get("from_") or select.args.get("from")
    sources = [first.this] if first is not None else []
    sources += [join.this for join in select.args.get("joins") or ()]
    names = [source.alias_or_name for source in sources]
    return [exp.column(name, quoted=True) for name in names] if all(names) else []


def _is_by_place(window: exp.Window) -> bool:
    function = window.this
    while isinstance(function, (exp.IgnoreNulls, exp.RespectNulls)):
        function = function.this
    if isinstance(function, _BY_PLACE):
        return True
    spec = window.args.get("spec")
    return spec is not None and str(spec.args.get("kind", "")).upper() == "ROWS"
