"""An expression as a node: what two ways of writing the same have in common, and nothing that could differ.

Each rule here holds for every value, no value among them; what is only mostly the same stays different.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from sqlglot import exp

from signoff.core.verify.nochange.nodes import Node, Part, Store

_FLIPPED = {"and": "or", "or": "and", "eq": "neq", "neq": "eq", "lt": "le", "le": "lt"}
_IGNORED = frozenset({"big_int", "over", "_type", "comments"})
_UNITS = ("unit", "zone")
_ORDERED_AGGREGATES = (
    *(exp.ArrayAgg, exp.GroupConcat, exp.First, exp.Last, exp.FirstValue, exp.LastValue, exp.AnyValue),
)
_ORDERED_NAMES = frozenset({"list", "array_agg", "string_agg", "listagg", "first", "last", "any_value"})
_PARTS_OF_DATES = (exp.Year, exp.Quarter, exp.Month, exp.Week, exp.Day, exp.Hour, exp.Minute, exp.Second)
_NAMED_OTHERWISE = {"iff": "if", "datepart": "date_part", "substr": "substring", "len": "length"}


class Doubt(Exception):
    """Something the text witness does not understand: it has no opinion, with this reason."""


class Place(Protocol):
    """Where an expression stands: what its names mean there."""

    def resolve(self, name: str, table: str, schema: str = "") -> int:
        """The node of a column."""

    def queried(self, tree: exp.Expr) -> Node:
        """A query inside an expression: its rows and values."""

    def window(self, name: str) -> exp.Expr:
        """A window that has a name."""

    def rows(self) -> int:
        """The rows a window function looks over."""

    def order(self) -> int:
        """The order these rows come in when nobody states one."""

    def local(self, name: str) -> int | None:
        """The node of a name that a lambda gives; None for any other."""

    def inner(self, names: Iterable[str]) -> Place:
        """The same place with further names, those of a lambda."""


class Reader:
    """Turns expressions into nodes of one store."""

    def __init__(
        self, store: Store, *, plus_joins_text: bool = False, fold: Callable[[exp.Expr], str]
    ) -> None:
        """A reader for one dialect.

        Args:
            store: the nodes of both texts.
            plus_joins_text: the dialect puts texts together with ``+``, whose sides must not be swapped.
            fold: an identifier as the dialect compares it.
        """
        self.store = store
        self.fold = fold
        self._plus_joins_text = plus_joins_text

    def node(self, tree: exp.Expr, place: Place) -> int:
        """The number of an expression.

        Raises:
            Doubt: a name in it can't be resolved.
        """
        if isinstance(tree, exp.Column) and not isinstance(tree.this, exp.Star):
            return self._column(tree, place)
        read = _RULES.get(type(tree))
        if read is not None:
            return read(self, tree, place)
        if isinstance(tree, exp.Query):
            return self.store.add("value of", *place.queried(tree))
        return self._plain(tree, place)

    def all(self, trees: Iterable[exp.Expr], place: Place) -> tuple[int, ...]:
        """The numbers of several expressions, in their order."""
        return tuple(self.node(tree, place) for tree in trees)

    def conjuncts(self, tree: exp.Expr | None, place: Place) -> frozenset[int]:
        """The conditions that must all hold; those that always do are left out."""
        if tree is None:
            return frozenset()
        whole = self.node(tree, place)
        if self.store.word(whole) == "and":
            return frozenset(_numbers(self.store[whole]))
        return frozenset() if whole == self._true() else frozenset({whole})

    def both(self, numbers: Iterable[int], word: str = "and") -> int:
        """Conditions as one; flat, each once, in one order."""
        found: set[int] = set()
        for number in numbers:
            node = self.store[number]
            found.update(_numbers(node) if node[0] == word else (number,))
        always = self._true() if word == "and" else self.store.add("false")
        found.discard(always)
        if len(found) < 2:
            return next(iter(found), always)
        return self.store.add(word, *sorted(found))

    def negated(self, number: int) -> int:
        """The opposite of a condition, unknown where the condition is."""
        word, *parts = self.store[number]
        if word == "not":
            return _number(parts[0])
        if word in ("true", "false"):
            return self.store.add("false" if word == "true" else "true")
        if word in ("and", "or"):
            return self.both((self.negated(n) for n in _numbers(self.store[number])), _FLIPPED[str(word)])
        if word in ("lt", "le"):
            return self.store.add(_FLIPPED[str(word)], *reversed(parts))
        if word in ("eq", "neq"):
            return self.store.add(_FLIPPED[str(word)], *parts)
        return self.store.add("not", number)

    def ordered(self, tree: exp.Expr | None, place: Place) -> tuple[Part, ...]:
        """What an ORDER BY sorts by."""
        if tree is None:
            return ()
        return tuple(
            (self.node(each.this if isinstance(each, exp.Ordered) else each, place), *_direction(each))
            for each in tree.expressions
        )

    def _true(self) -> int:
        return self.store.add("true")

    def _column(self, tree: exp.Expr, place: Place) -> int:
        assert isinstance(tree, exp.Column)
        table = tree.args.get("table")
        local = place.local(self.fold(tree.this)) if table is None else None
        if local is not None:
            return local
        schema = tree.args.get("db")
        where = [self.fold(each) if each is not None else "" for each in (table, schema)]
        return place.resolve(self.fold(tree.this), *where)

    def _plain(self, tree: exp.Expr, place: Place) -> int:
        parts: list[Part] = []
        for key in sorted(tree.args):
            value = tree.args[key]
            if key in _IGNORED or value is None or value is False or value == []:
                continue
            parts.append((key, self._value(key, value, place)))
        word = type(tree).__name__.lower()
        if isinstance(tree, _ORDERED_AGGREGATES) and tree.find(exp.Order) is None:
            parts.append(("in the order of", place.order()))
        return self.store.add(word, *parts)

    def _value(self, key: str, value: object, place: Place) -> Part:
        if isinstance(value, list):
            return tuple(self._value(key, each, place) for each in value)
        if isinstance(value, exp.Identifier):
            return self._name(value, place)
        if isinstance(value, exp.Var) or (key in _UNITS and isinstance(value, exp.Literal)):
            return value.name.upper()
        return self.node(value, place) if isinstance(value, exp.Expr) else str(value)

    def _name(self, tree: exp.Expr, place: Place) -> Part:
        """A bare name: one of a lambda's, or just a word."""
        name = self.fold(tree)
        local = place.local(name)
        return name if local is None else local

    def _inside(self, tree: exp.Expr, place: Place) -> int:
        return self.node(tree.this, place)

    def _literal(self, tree: exp.Expr, _place: Place) -> int:
        return self.store.add("str" if tree.is_string else "num", str(tree.this))

    def _boolean(self, tree: exp.Expr, _place: Place) -> int:
        return self.store.add("true" if tree.this else "false")

    def _type(self, tree: exp.Expr, _place: Place) -> int:
        return self.store.add("type", tree.sql("duckdb").lower())

    def _connected(self, tree: exp.Expr, place: Place) -> int:
        assert isinstance(tree, exp.Connector)
        return self.both(self.all(tree.flatten(), place), "and" if isinstance(tree, exp.And) else "or")

    def _not(self, tree: exp.Expr, place: Place) -> int:
        return self.negated(self.node(tree.this, place))

    def _equal(self, tree: exp.Expr, place: Place) -> int:
        return self._alike(self.node(tree.this, place), self.node(tree.expression, place), _WORDS[type(tree)])

    def _alike(self, one: int, other: int, word: str = "eq") -> int:
        return self.store.add(word, *sorted((one, other)))

    def _less(self, tree: exp.Expr, place: Place) -> int:
        sides = [self.node(tree.this, place), self.node(tree.expression, place)]
        word = "lt" if isinstance(tree, exp.LT | exp.GT) else "le"
        return self.store.add(word, *(reversed(sides) if isinstance(tree, exp.GT | exp.GTE) else sides))

    def _between(self, tree: exp.Expr, place: Place) -> int:
        if tree.args.get("symmetric"):
            return self._plain(tree, place)
        value, low, high = self.all((tree.this, tree.args["low"], tree.args["high"]), place)
        return self.both((self.store.add("le", low, value), self.store.add("le", value, high)))

    def _in(self, tree: exp.Expr, place: Place) -> int:
        value = self.node(tree.this, place)
        query = tree.args.get("query")
        if query is not None:
            return self.store.add("in", value, *place.queried(query.unnest()))
        if not tree.expressions or tree.args.get("unnest") or tree.args.get("field"):
            return self._plain(tree, place)
        return self.both((self._alike(value, each) for each in self.all(tree.expressions, place)), "or")

    def _exists(self, tree: exp.Expr, place: Place) -> int:
        rows = place.queried(tree.this.unnest())[0]
        return self.store.add("exists", rows)

    def _cast(self, tree: exp.Expr, place: Place) -> int:
        word = "try cast" if isinstance(tree, exp.TryCast) else "cast"
        more = [self.node(tree.args["format"], place)] if tree.args.get("format") else []
        return self.store.add(word, self.node(tree.this, place), self._type(tree.args["to"], place), *more)

    def _case(self, tree: exp.Expr, place: Place) -> int:
        subject = tree.this
        value = self.node(subject, place) if subject is not None else None
        branches = []
        for branch in tree.args["ifs"]:
            met = self.node(branch.this, place)
            met = met if value is None else self._alike(value, met)
            branches.append((met, self.node(branch.args["true"], place)))
        return self._chosen(branches, tree.args.get("default"), place)

    def _if(self, tree: exp.Expr, place: Place) -> int:
        branch = (self.node(tree.this, place), self.node(tree.args["true"], place))
        return self._chosen([branch], tree.args.get("false"), place)

    def _chosen(self, branches: list[tuple[int, int]], default: exp.Expr | None, place: Place) -> int:
        otherwise = self.node(default, place) if default is not None else self.store.add("null")
        if len(branches) == 1:
            met, value = branches[0]
            for missing, given in ((otherwise, value), (value, otherwise)):
                is_missing = self.store.add("is null", missing)
                wanted = is_missing if missing == otherwise else self.negated(is_missing)
                if met == wanted:
                    return self._first(missing, given)
        return self.store.add("case", tuple(branches), otherwise)

    def _coalesce(self, tree: exp.Expr, place: Place) -> int:
        return self._first(*self.all((tree.this, *tree.expressions), place))

    def _first(self, *values: int) -> int:
        """The first value there is, of a flat list."""
        flat: list[int] = []
        for value in values:
            node = self.store[value]
            flat += _numbers(node) if node[0] == "coalesce" else [value]
        flat = list(dict.fromkeys(flat))
        return flat[0] if len(flat) == 1 else self.store.add("coalesce", *flat)

    def _nullif(self, tree: exp.Expr, place: Place) -> int:
        value, other = self.node(tree.this, place), self.node(tree.expression, place)
        return self.store.add("case", ((self._alike(value, other), self.store.add("null")),), value)

    def _is(self, tree: exp.Expr, place: Place) -> int:
        value = self.node(tree.this, place)
        if isinstance(tree.expression, exp.Null):
            return self.store.add("is null", value)
        return self.store.add("is", value, self.node(tree.expression, place))

    def _distinct_from(self, tree: exp.Expr, place: Place) -> int:
        same = self._alike(self.node(tree.this, place), self.node(tree.expression, place), "same as")
        return self.store.add("not", same) if isinstance(tree, exp.NullSafeNEQ) else same

    def _sum(self, tree: exp.Expr, place: Place) -> int:
        sides = [self.node(tree.this, place), self.node(tree.expression, place)]
        swaps = isinstance(tree, exp.Mul) or not self._plus_joins_text
        return self.store.add(_WORDS[type(tree)], *(sorted(sides) if swaps else sides))

    def _joined_text(self, tree: exp.Expr, place: Place) -> int:
        flat: list[int] = []
        for side in (tree.this, tree.expression):
            number = self.node(side, place)
            node = self.store[number]
            flat += _numbers(node) if node[0] == "joined" else [number]
        return self.store.add("joined", *flat)

    def _count(self, tree: exp.Expr, place: Place) -> int:
        counted = tree.this
        if counted is None or isinstance(counted, exp.Star) or _is_fixed(counted):
            return self.store.add("count", "*")
        return self.store.add("count", self.node(counted, place), *self.all(tree.expressions, place))

    def _date_part(self, tree: exp.Expr, place: Place) -> int:
        if isinstance(tree, exp.Extract):
            return self.store.add("part", tree.this.name.upper(), self.node(tree.expression, place))
        return self.store.add("part", type(tree).__name__.upper(), self.node(tree.this, place))

    def _anonymous(self, tree: exp.Expr, place: Place) -> int:
        name = str(tree.this).lower()
        name = _NAMED_OTHERWISE.get(name, name)
        given = tree.expressions
        if name == "if" and len(given) == 3:
            branch = (self.node(given[0], place), self.node(given[1], place))
            return self._chosen([branch], given[2], place)
        if name == "date_part" and len(given) == 2 and given[0].is_string:
            return self.store.add("part", given[0].name.upper(), self.node(given[1], place))
        order = (("in the order of", place.order()),) if name in _ORDERED_NAMES else ()
        return self.store.add("call", name, *self.all(given, place), *order)

    def _window(self, tree: exp.Expr, place: Place) -> int:
        spec = tree
        named = tree.args.get("alias")
        parts = [tree.args.get("partition_by") or ()]
        order, frame = tree.args.get("order"), tree.args.get("spec")
        while named is not None:
            spec = place.window(self.fold(named))
            parts.append(spec.args.get("partition_by") or ())
            order, frame = order or spec.args.get("order"), frame or spec.args.get("spec")
            named = spec.args.get("alias")
        keys = {self.node(each, place) for group in parts for each in group}
        sorts = self.ordered(order, place)
        looked: tuple[Part, ...] = (("frame", self._plain(frame, place)),) if frame is not None else ()
        if not sorts:
            looked += (("in the order of", place.order()),)
        called = self.node(tree.this, place)
        return self.store.add("window", called, tuple(sorted(keys)), sorts, looked, place.rows())

    def _lambda(self, tree: exp.Expr, place: Place) -> int:
        names = [self.fold(each) for each in tree.expressions]
        inside = place.inner(names)
        body = tree.this
        return self.store.add("lambda", str(len(names)), _as_number(self._value("this", body, inside), self))

    def _star(self, _tree: exp.Expr, _place: Place) -> int:
        return self.store.add("*")

    def _interval(self, tree: exp.Expr, place: Place) -> int:
        given = tree.this
        size = given.name if isinstance(given, exp.Literal) else None
        count = self.store.add("num", size) if size is not None else self.node(given, place)
        unit = tree.args.get("unit")
        return self.store.add("interval", count, unit.sql().upper().rstrip("S") if unit is not None else "")


def _direction(tree: exp.Expr) -> tuple[str, str]:
    descending = "down" if tree.args.get("desc") else "up"
    return descending, "nulls first" if tree.args.get("nulls_first") else "nulls last"


def _is_fixed(tree: exp.Expr) -> bool:
    return isinstance(tree, exp.Literal) or (isinstance(tree, exp.Boolean) and bool(tree.this))


def _numbers(node: Node) -> list[int]:
    return [part for part in node if isinstance(part, int)]


def _number(part: Part) -> int:
    assert isinstance(part, int)
    return part


def _as_number(part: Part, reader: Reader) -> int:
    return part if isinstance(part, int) else reader.store.add("word", part)


_WORDS: dict[type[exp.Expr], str] = {exp.EQ: "eq", exp.NEQ: "neq", exp.Add: "add", exp.Mul: "mul"}
_Rule = Callable[[Reader, exp.Expr, Place], int]
_RULES: dict[type[exp.Expr], _Rule] = {
    exp.Paren: Reader._inside,
    exp.Alias: Reader._inside,
    exp.Literal: Reader._literal,
    exp.Boolean: Reader._boolean,
    exp.DataType: Reader._type,
    exp.And: Reader._connected,
    exp.Or: Reader._connected,
    exp.Not: Reader._not,
    exp.EQ: Reader._equal,
    exp.NEQ: Reader._equal,
    exp.GT: Reader._less,
    exp.GTE: Reader._less,
    exp.LT: Reader._less,
    exp.LTE: Reader._less,
    exp.Between: Reader._between,
    exp.In: Reader._in,
    exp.Exists: Reader._exists,
    exp.Cast: Reader._cast,
    exp.TryCast: Reader._cast,
    exp.Case: Reader._case,
    exp.If: Reader._if,
    exp.Coalesce: Reader._coalesce,
    exp.Nullif: Reader._nullif,
    exp.Is: Reader._is,
    exp.NullSafeEQ: Reader._distinct_from,
    exp.NullSafeNEQ: Reader._distinct_from,
    exp.Add: Reader._sum,
    exp.Mul: Reader._sum,
    exp.DPipe: Reader._joined_text,
    exp.Count: Reader._count,
    exp.Extract: Reader._date_part,
    exp.Anonymous: Reader._anonymous,
    exp.AnonymousAggFunc: Reader._anonymous,
    exp.Window: Reader._window,
    exp.Lambda: Reader._lambda,
    exp.Star: Reader._star,
    exp.Interval: Reader._interval,
    **dict.fromkeys(_PARTS_OF_DATES, Reader._date_part),
}
