"""Approved SQL spoilt at random, one small thing at a time, the same way for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import sqlglot
from sqlglot import exp

_T = TypeVar("_T", bound=exp.Expression)
_AGGREGATES = {exp.Sum: exp.Max, exp.Max: exp.Min, exp.Min: exp.Max, exp.Avg: exp.Sum}
_COMPARED = {
    exp.GT: exp.GTE,
    exp.GTE: exp.GT,
    exp.LT: exp.LTE,
    exp.LTE: exp.LT,
    exp.EQ: exp.NEQ,
    exp.NEQ: exp.EQ,
}
_UNITS = {"MONTH": "YEAR", "YEAR": "MONTH", "QUARTER": "MONTH", "DAY": "MONTH"}


def _one(tree: exp.Expr, chance: random.Random, *kinds: type[_T]) -> _T | None:
    found = list(tree.find_all(*kinds))
    return chance.choice(found) if found else None


def _dropped_filter(tree: exp.Expr, chance: random.Random) -> bool:
    where = _one(tree, chance, exp.Where)
    if where is None:
        return False
    if isinstance(where.this, exp.And):
        where.set("this", chance.choice([where.this.this, where.this.expression]))
    else:
        where.pop()
    return True


def _swapped_join(tree: exp.Expr, chance: random.Random) -> bool:
    join = _one(tree, chance, exp.Join)
    if join is None or join.args.get("kind") == "CROSS":
        return False
    join.set("side", None if join.args.get("side") else "LEFT")
    join.set("kind", None)
    return True


def _changed_number(tree: exp.Expr, chance: random.Random) -> bool:
    numbers = [
        e for e in tree.find_all(exp.Literal) if not e.is_string and not isinstance(e.parent, exp.Group)
    ]
    if not numbers:
        return False
    number = chance.choice(numbers)
    number.set("this", str(int(float(number.this)) + chance.choice([1, 2, 3])))
    return True


def _changed_text(tree: exp.Expr, chance: random.Random) -> bool:
    texts = [
        e
        for e in tree.find_all(exp.Literal)
        if e.is_string and not isinstance(e.parent, exp.Cast | exp.Anonymous)
    ]
    if not texts:
        return False
    text = chance.choice(texts)
    text.set("this", chance.choice([f"{text.this}X", text.this.lower(), "OTHER"]))
    return True


def _reordered_branches(tree: exp.Expr, chance: random.Random) -> bool:
    """Branches under a limit; the names of the result stay those of the first."""
    union = next((u for u in tree.find_all(exp.Union) if u.args.get("limit")), None)
    if union is None:
        return False
    first, second = union.this.copy(), union.expression.copy()
    union.set("this", second)
    union.set("expression", first)
    return True


def _reordered_columns(tree: exp.Expr, chance: random.Random) -> bool:
    """Two columns of one branch of a union."""
    union = _one(tree, chance, exp.Union)
    side = union.expression if union is not None else None
    if not isinstance(side, exp.Select) or len(side.expressions) < 2:
        return False
    items = [item.copy() for item in side.expressions]
    one, other = chance.sample(range(len(items)), 2)
    items[one], items[other] = items[other], items[one]
    side.set("expressions", items)
    return True


def _dropped_distinct(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Distinct)
    if found is None:
        return False
    if isinstance(found.parent, exp.Select):
        found.parent.set("distinct", None)
    else:
        found.replace(found.expressions[0].copy())
    return True


def _changed_key(tree: exp.Expr, chance: random.Random) -> bool:
    join = _one(tree, chance, exp.Join)
    on = join.args.get("on") if join is not None else None
    column = _one(on, chance, exp.Column) if on is not None else None
    if column is None:
        return False
    others = {"id", "customer_id", "parent_id", "order_id"} - {column.name}
    column.set("this", exp.to_identifier(chance.choice(sorted(others))))
    return True


def _other_aggregate(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, *_AGGREGATES, exp.Count)
    if found is None:
        return False
    if isinstance(found, exp.Count):
        if isinstance(found.this, exp.Star):
            return False
        inner = found.this.expressions[0] if isinstance(found.this, exp.Distinct) else found.this
        found.set("this", inner.copy() if isinstance(found.this, exp.Distinct) else exp.Star())
    else:
        found.replace(_AGGREGATES[type(found)](this=found.this.copy()))
    return True


def _other_default(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Coalesce)
    if found is None:
        return False
    default = found.expressions[0]
    found.set("expressions", [exp.Literal.string("NONE") if default.is_string else exp.Literal.number(7)])
    return True


def _dropped_default(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Coalesce, exp.Nullif)
    if found is None:
        return False
    found.replace(found.this.copy())
    return True


def _turned_null_test(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Is)
    if found is None:
        return False
    found.replace(exp.Not(this=exp.Paren(this=found.copy())))
    return True


def _other_comparison(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, *_COMPARED)
    if found is None:
        return False
    found.replace(_COMPARED[type(found)](this=found.this.copy(), expression=found.expression.copy()))
    return True


def _other_date_part(tree: exp.Expr, chance: random.Random) -> bool:
    for found in tree.find_all(exp.TimestampTrunc, exp.DateTrunc, exp.DateDiff):
        unit = found.args.get("unit")
        if unit is not None:
            found.set("unit", exp.Var(this=_UNITS.get(unit.name.upper(), "YEAR")))
            return True
    found = next(iter(tree.find_all(exp.Extract)), None)
    if found is None:
        return False
    found.set("this", exp.Var(this=_UNITS.get(found.this.name.upper(), "YEAR")))
    return True


def _or_for_and(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.And, exp.Or)
    if found is None:
        return False
    other = exp.Or if isinstance(found, exp.And) else exp.And
    found.replace(exp.Paren(this=other(this=found.this.copy(), expression=found.expression.copy())))
    return True


def _other_order(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Ordered)
    if found is None:
        return False
    found.set("desc", not found.args.get("desc"))
    return True


def _dropped_partition(tree: exp.Expr, chance: random.Random) -> bool:
    found = [w for w in tree.find_all(exp.Window) if w.args.get("partition_by")]
    if not found:
        return False
    chance.choice(found).set("partition_by", [])
    return True


def _merged_union(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Union)
    if found is None:
        return False
    found.set("distinct", not found.args.get("distinct"))
    return True


def _swapped_branches_of_case(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Case)
    if found is None:
        return False
    if len(found.args["ifs"]) > 1 and chance.random() < 0.6:
        ifs = [each.copy() for each in found.args["ifs"]]
        ifs[0], ifs[1] = ifs[1], ifs[0]
        found.set("ifs", ifs)
    else:
        found.set("default", None)
    return True


def _other_column(tree: exp.Expr, chance: random.Random) -> bool:
    """A column of the same kind in its place."""
    alike = [
        ("amount", "discount"),
        ("name", "segment"),
        ("segment", "country"),
        ("qty", "price"),
        ("id", "customer_id"),
    ]
    columns = [c for c in tree.find_all(exp.Column) if any(c.name in pair for pair in alike)]
    if not columns:
        return False
    column = chance.choice(columns)
    pair = next(pair for pair in alike if column.name in pair)
    column.set("this", exp.to_identifier(pair[1] if column.name == pair[0] else pair[0]))
    return True


def _other_sum(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Add, exp.Sub, exp.Mul, exp.Div)
    if found is None:
        return False
    others = [kind for kind in (exp.Add, exp.Sub, exp.Mul) if not isinstance(found, kind)]
    found.replace(chance.choice(others)(this=found.this.copy(), expression=found.expression.copy()))
    return True


def _dropped_having(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Having, exp.Qualify)
    if found is None:
        return False
    found.pop()
    return True


def _dropped_cast(tree: exp.Expr, chance: random.Random) -> bool:
    found = _one(tree, chance, exp.Cast, exp.Upper, exp.Trim, exp.Round)
    if found is None:
        return False
    found.replace(found.this.copy())
    return True


MUTATIONS: tuple[Callable[[exp.Expr, random.Random], bool], ...] = (
    _dropped_filter,
    _swapped_join,
    _changed_number,
    _changed_text,
    _reordered_branches,
    _reordered_columns,
    _dropped_distinct,
    _changed_key,
    _other_aggregate,
    _other_default,
    _dropped_default,
    _turned_null_test,
    _other_comparison,
    _other_date_part,
    _or_for_and,
    _other_order,
    _dropped_partition,
    _merged_union,
    _swapped_branches_of_case,
    _other_column,
    _other_sum,
    _dropped_having,
    _dropped_cast,
)


def mutations(models: Sequence[tuple[str, str]], seed: int) -> Iterator[tuple[str, str, str]]:
    """Kind, model's name and spoilt text, without end: kinds and models in turn.

    Args:
        models: names and texts.
        seed: the same come out for the same seed.
    """
    chance = random.Random(seed)
    while True:
        for mutate in MUTATIONS:
            name, text = chance.choice(models)
            tree = sqlglot.parse_one(text, read="duckdb")
            if mutate(tree, chance):
                yield mutate.__name__.strip("_"), name, tree.sql("duckdb", pretty=True)
