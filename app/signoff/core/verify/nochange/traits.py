"""What an item of a select list does besides giving a value."""

from __future__ import annotations

from enum import StrEnum

from sqlglot import exp


class Trait(StrEnum):
    """What keeps a query from being dissolved into the one that reads it."""

    AGGREGATES = "aggregates"
    CHANGES_ROWS = "changes rows"
    VOLATILE = "volatile"


_EXPLODES = (exp.Unnest, exp.Explode, exp.Posexplode)
_SETS = frozenset({"generate_series", "regexp_split_to_table", "json_each", "flatten"})
_VOLATILE = frozenset({"random", "rand", "uuid", "gen_random_uuid", "nextval", "newid", "generate_uuid"})
_VOLATILE_NODES = (exp.Rand, exp.Randn, exp.Uuid)
_NONE: frozenset[Trait] = frozenset()


def traits_of(item: exp.Expr) -> frozenset[Trait]:
    """The traits of one item, queries inside it left out."""
    inner = item.unalias()
    if isinstance(inner, exp.Column | exp.Literal | exp.Star):
        return _NONE
    return frozenset(_traits(inner))


def _traits(tree: exp.Expr) -> set[Trait]:
    found: set[Trait] = set()
    for each in tree.walk(prune=lambda node: isinstance(node, exp.Window | exp.Query | exp.Column)):
        if isinstance(each, exp.Window):
            for part in _parts(each):
                found |= _traits(part)
        elif isinstance(each, exp.AggFunc | exp.AnonymousAggFunc):
            found.add(Trait.AGGREGATES)
        elif isinstance(each, _EXPLODES):
            found.add(Trait.CHANGES_ROWS)
        elif isinstance(each, _VOLATILE_NODES):
            found.add(Trait.VOLATILE)
        elif isinstance(each, exp.Anonymous):
            name = str(each.this).lower()
            found |= {Trait.CHANGES_ROWS} if name in _SETS else set()
            found |= {Trait.VOLATILE} if name in _VOLATILE else set()
    return found


def _parts(window: exp.Expr) -> list[exp.Expr]:
    """What stands inside a window function and its OVER: an aggregate there is one of the query's own."""
    function = window.this
    inner = [each for each in function.args.values() if isinstance(each, exp.Expr)]
    order = window.args.get("order")
    return [*inner, *(window.args.get("partition_by") or ()), *([order] if order is not None else [])]
