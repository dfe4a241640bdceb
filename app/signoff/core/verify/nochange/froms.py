"""The FROM clause of one SELECT: which relations it reads, how they are joined, what their names show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlglot import exp

from signoff.core.domain.sentences import say
from signoff.core.verify.nochange.expressions import Doubt
from signoff.core.verify.nochange.nodes import Part
from signoff.core.verify.nochange.relations import (
    Bound,
    Derived,
    Joins,
    OpenStar,
    Way,
    as_source,
    dissolved,
    read_through,
)

if TYPE_CHECKING:
    from signoff.core.verify.nochange.selects import Select

_PLAIN_TABLE = frozenset({"this", "db", "catalog", "alias"})
_KINDS = ("", "INNER", "CROSS", "STRAIGHT", "OUTER", "SEMI", "ANTI")


class From:
    """Collects the relations in the order they are written."""

    def __init__(self, place: Select) -> None:
        """Nothing is read yet; `place` is the SELECT around."""
        self._place = place
        self._store = place.store
        self._core: list[int] = []
        self._left: list[int] = []
        self._placed: list[int] = []
        """Every relation in its order, where one is joined right or full: then nothing may be moved."""
        self._is_placed = False
        self.filters: frozenset[int] = frozenset()
        self._taken: set[int] = set()
        self._bounds: list[Bound] = []
        self._orders: list[int] = []
        self._merged: dict[str, int] = {}
        """Columns of USING, which stand for both sides."""
        self._once: dict[int, set[str]] = {}
        """Columns of USING that a ``*`` does not repeat, by number of the relation."""

    def read(self, tree: exp.Select) -> None:
        """Read the clause.

        Raises:
            Doubt: a join or a relation of a kind that is not understood.
        """
        source = tree.args.get("from_")
        joins = [*(tree.args.get("joins") or ()), *(tree.args.get("laterals") or ())]
        if source is None:
            return
        first: exp.Expr = source.this
        sides = [str(join.args.get("side") or "").upper() for join in joins]
        if sides == ["RIGHT"] and joins[0].args.get("on") is not None:
            first, joins = joins[0].this, [_turned(joins[0], first)]
            self._add(first, "", None, ())
            self._join(joins[0])
            self._bounds.reverse()
            return
        self._is_placed = any(side in ("RIGHT", "FULL") for side in sides)
        self._add(first, "", None, ())
        for join in joins:
            self._join(join)

    def _join(self, join: exp.Expr) -> None:
        if isinstance(join, exp.Lateral):
            self._add(join, "LEFT" if join.args.get("outer") else "", None, ())
            return
        side, kind = (str(join.args.get(word) or "").upper() for word in ("side", "kind"))
        special = join.args.get("method") or ("ASOF" if join.args.get("match_condition") else "")
        if special or kind not in _KINDS:
            raise Doubt(say("proof.not_understood", what=f"{special or kind} JOIN"))
        using = tuple(self._place.queries.fold(_name(each)) for each in join.args.get("using") or ())
        if kind in ("SEMI", "ANTI"):
            self._add(join.this, kind, join.args.get("on"), using)
        else:
            self._add(join.this, side, join.args.get("on"), using)

    def _add(self, tree: exp.Expr, how: str, on: exp.Expr | None, using: tuple[str, ...]) -> None:
        """One relation: dissolved where it may be, else as a relation of its own."""
        alias, derived = self._derived(tree)
        if how != "LEFT":  # a partner that is looked up changes no order
            self._orders.append(derived.order)
        if how == "" and not self._is_placed and derived.joins is not None:
            derived, joins = dissolved(self._store, derived, self._taken)
            self._core += joins.core
            self._left += joins.left
            self.filters |= joins.filters
            bound = Bound(alias, derived.names, derived.value_of, derived.stars, None)
            self._bind(bound, on, using)
            return
        source = as_source(self._store, derived)
        unique = self._place.queries.unique
        if source.keys and source.rows not in unique:
            unique[source.rows] = source.keys
        inside = Bound(alias, source.names, source.value_of, source.stars, None)
        if how == "" and not self._is_placed:
            relation = self._numbered("core", source.rows)
            self._core.append(relation)
            self._bind(replace(inside, relation=relation), on, using)
            return
        itself = self._store.add("itself", str(self._place.depth))
        bound = replace(inside, relation=itself)
        before = len(self._bounds)
        conditions = self._conditions(bound, on, using)
        del self._bounds[before:]
        if how in ("SEMI", "ANTI"):
            self.filters |= {self._store.add(how.lower(), source.rows, tuple(sorted(conditions)))}
            return
        word = "placed" if self._is_placed else "left"
        parts: tuple[Part, ...] = (tuple(sorted(conditions)), *((how,) if self._is_placed else ()))
        relation = self._numbered(word, source.rows, *parts)
        (self._placed if self._is_placed else self._left).append(relation)
        self._bounds.append(replace(bound, relation=relation))
        self._merge(using, self._bounds[-1], how)

    def _bind(self, bound: Bound, on: exp.Expr | None, using: tuple[str, ...]) -> None:
        """A relation joined inner: its conditions are filters."""
        self.filters |= self._conditions(bound, on, using)
        self._merge(using, bound, "")

    def _conditions(self, bound: Bound, on: exp.Expr | None, using: tuple[str, ...]) -> frozenset[int]:
        place, store = self._place, self._store
        pairs = [(self._one(name), bound.shown(store, name) or self._own(bound, name)) for name in using]
        self._bounds.append(bound)
        found = place.reader.conjuncts(on, place)
        return found | {store.add("eq", *sorted(pair)) for pair in pairs}

    def _one(self, name: str) -> int:
        return self._place.resolve(name, "")

    def _own(self, bound: Bound, name: str) -> int:
        ways = bound.ways(name)
        if len(ways) != 1:
            raise Doubt(say("proof.column_unknown", column=name))
        return read_through(self._store, ways[0], name)

    def _merge(self, using: tuple[str, ...], bound: Bound, how: str) -> None:
        for name in using:
            self._once.setdefault(len(self._bounds) - 1, set()).add(name)
            others = self._bounds[:-1]
            before = self._merged.get(name)
            if before is None:
                shown = [each.shown(self._store, name) or self._maybe(each, name) for each in others]
                before = next((each for each in shown if each is not None), None)
            own = bound.shown(self._store, name) or self._own(bound, name)
            if how == "FULL" and before is not None:
                self._merged[name] = self._store.add("coalesce", before, own)
            else:
                self._merged[name] = own if how == "RIGHT" or before is None else before

    def _maybe(self, bound: Bound, name: str) -> int | None:
        return self._own(bound, name) if len(bound.ways(name)) == 1 else None

    def _numbered(self, word: str, *parts: Part) -> int:
        """A relation, told from another one that reads the same."""
        number = 0
        while (relation := self._store.add(word, *parts, str(number))) in self._taken:
            number += 1
        self._taken.add(relation)
        return relation

    def _derived(self, tree: exp.Expr) -> tuple[str, Derived]:
        place, fold = self._place, self._place.queries.fold
        alias = tree.args.get("alias")
        name = fold(alias.this) if alias is not None and alias.this is not None else ""
        columns = tuple(fold(each) for each in alias.columns) if alias is not None else ()
        if tree.args.get("pivots") or tree.args.get("sample") or tree.args.get("joins"):
            raise Doubt(say("proof.not_understood", what="PIVOT"))
        if isinstance(tree, exp.Subquery) and isinstance(tree.this, exp.Query):
            derived = place.queries.derived(tree, place.env, place.parent)
            return name, _named(derived, columns)
        if isinstance(tree, exp.Table) and isinstance(tree.this, exp.Identifier):
            if {key for key, value in tree.args.items() if value} - _PLAIN_TABLE:
                raise Doubt(say("proof.not_understood", what=tree.name))
            own = fold(tree.this)
            if own in place.env and not tree.args.get("db"):
                return name or own, _named(place.env[own], columns)
            return name or own, _named(self._table(tree), columns)
        return name, self._computed(tree, columns)

    def _table(self, tree: exp.Table) -> Derived:
        """A table that no CTE stands for."""
        queries, store = self._place.queries, self._store
        own = queries.fold(tree.this)
        where = [queries.fold(tree.args[key]) for key in ("catalog", "db") if tree.args.get(key) is not None]
        source = store.add("table", own, *(where if own in queries.exact else ()))
        known = queries.tables.get(tree.name.casefold())
        if known is None:
            return Derived((), (), source, source, (OpenStar(()),))
        names = tuple(column.name.lower() for column in known.columns)
        values = tuple(store.add("name", name) for name in names)
        key = frozenset(store.add("name", name.lower()) for name in known.key)
        return Derived(names, values, source, source, keys=(key,) if key else ())

    def _computed(self, tree: exp.Expr, columns: tuple[str, ...]) -> Derived:
        """Rows from an expression: VALUES, UNNEST, a function."""
        bare = tree.copy()
        bare.set("alias", None)
        if not isinstance(bare, exp.Unnest | exp.Values | exp.Lateral | exp.Table):
            raise Doubt(say("proof.not_understood", what=type(tree).__name__))
        source = self._store.add("made", self._place.reader.node(bare, self._place))
        values = tuple(self._store.add("name", f"#{n}") for n in range(len(columns)))
        return Derived(columns, values, source, source, (OpenStar(()),) if not columns else ())

    # what its names show

    def joins(self) -> Joins | None:
        """What is picked from; None where the joins must stay in their order."""
        if self._is_placed:
            return None
        return Joins(tuple(self._core), tuple(self._left), self.filters)

    def rows(self) -> int:
        """The rows where the joins must stay in their order."""
        return self._store.add("placed rows", tuple(self._placed), tuple(sorted(self.filters)))

    def order(self) -> int:
        """The order of all relations as they are written."""
        if len(self._orders) == 1:
            return self._orders[0]
        return self._store.add("order of", tuple(self._orders))

    def bound(self, alias: str) -> Bound | None:
        """The relation of that alias."""
        return next((each for each in self._bounds if each.alias == alias), None)

    def known(self, name: str) -> list[int]:
        """The values a bare name may mean among the columns that are listed."""
        if name in self._merged:
            return [self._merged[name]]
        found = [each.shown(self._store, name) for each in self._bounds]
        return list(dict.fromkeys(value for value in found if value is not None))

    def ways(self, name: str) -> list[Way]:
        """Where a bare name may come from among the columns that no list names."""
        return [way for each in self._bounds for way in each.ways(name)]

    def star(self, table: str) -> tuple[list[tuple[str, int]], list[OpenStar]] | None:
        """The columns of ``*`` or of ``table.*``: those that are listed, then the open ones."""
        bounds = [(n, b) for n, b in enumerate(self._bounds) if not table or b.alias == table]
        if not bounds:
            return None
        listed: list[tuple[str, int]] = []
        opened: list[OpenStar] = []
        for number, bound in bounds:
            once = frozenset(self._once.get(number, ())) if not table else frozenset()
            for name in bound.names:
                value = bound.shown(self._store, name)
                if name not in once and value is not None:
                    listed.append((name, self._merged.get(name, value) if not table else value))
            for star in bound.stars:
                way = star.way if bound.relation is None else (bound.relation, *star.way)
                opened.append(OpenStar(way, star.hidden | once))
        return listed, opened


def _turned(join: exp.Expr, first: exp.Expr) -> exp.Expr:
    """``a right join b`` as ``b left join a``."""
    turned = join.copy()
    turned.set("this", first.copy())
    turned.set("side", "LEFT")
    return turned


def _named(derived: Derived, columns: tuple[str, ...]) -> Derived:
    """The columns under the names an alias gives them."""
    if not columns:
        return derived
    if len(columns) > len(derived.names):
        raise Doubt(say("proof.unknown_columns"))
    return replace(derived, names=(*columns, *derived.names[len(columns) :]))


def _name(tree: exp.Expr) -> exp.Expr:
    found: exp.Expr = tree.this if isinstance(tree, exp.Column) else tree
    return found
