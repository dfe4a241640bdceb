"""One SELECT: its tables, conditions, grouping and columns as nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlglot import exp

from signoff.core.domain.sentences import say
from signoff.core.verify.nochange.expressions import Doubt, Place
from signoff.core.verify.nochange.froms import From
from signoff.core.verify.nochange.lambdas import Lambda
from signoff.core.verify.nochange.limits import with_limit
from signoff.core.verify.nochange.nodes import Node, Part
from signoff.core.verify.nochange.relations import (
    Derived,
    Joins,
    OpenStar,
    Way,
    having,
    read_through,
    rows_of,
    source_of,
)
from signoff.core.verify.nochange.traits import Trait, traits_of

if TYPE_CHECKING:
    from signoff.core.verify.nochange.queries import Queries

_KNOWN = frozenset(
    {"expressions", "from_", "joins", "laterals", "where", "group", "having", "qualify", "distinct", "order"}
    | {"limit", "offset", "with_", "windows", "kind", "hint"}
)


class Select(Place):
    """Reads one SELECT; it is the place its expressions stand in."""

    def __init__(
        self, queries: Queries, env: Mapping[str, Derived], parent: Place | None, tree: exp.Select
    ) -> None:
        """Take note of the aliases; nothing is read yet."""
        unknown = {key for key, value in tree.args.items() if value} - _KNOWN
        if unknown:
            raise Doubt(say("proof.not_understood", what=min(unknown).strip("_").upper()))
        self.queries, self.env, self.parent, self.tree = queries, env, parent, tree
        self.store, self.reader = queries.store, queries.reader
        self._rows: int | None = None
        self._aliased = {
            queries.fold(item.args["alias"]): item.this
            for item in reversed(tree.expressions)
            if isinstance(item, exp.Alias)
        }
        self._within: set[str] = set()
        self._later: set[str] = set()
        """Aliases that stand behind the column being read, its own among them."""
        self.depth: int = parent.depth + 1 if isinstance(parent, Select) else 0
        self._from = From(self)
        self._traits = frozenset().union(*(traits_of(item) for item in tree.expressions))

    def derived(self) -> Derived:
        """What this SELECT gives."""
        tree = self.tree
        self._from.read(tree)
        where = tree.args.get("where")
        if where is not None:
            self._from.filters |= self.reader.conjuncts(where.this, self)
        joins = self._from.joins()
        rows = self._from.rows() if joins is None else rows_of(self.store, joins, self.queries.unique)
        self._rows = rows
        grouped = self._is_grouped()
        keys: tuple[frozenset[int], ...] = ()
        if grouped:
            rows, keys = self._grouped(rows)
            joins = None
        filters = tree.args.get("having")
        if filters is not None:
            rows = having(self.store, rows, self.reader.conjuncts(filters.this, self))
        self._rows = rows
        names, values, stars = self._columns()
        if not grouped and Trait.CHANGES_ROWS in self._traits:
            rows, joins = self.store.add("exploded", rows, tuple(sorted(set(values)))), None
        rows, joins = self._qualified(rows, joins)
        found = Derived(names, values, rows, self._from.order(), stars, joins, keys or self._keys(joins))
        found = self._merged(found, grouped)
        if Trait.VOLATILE in self._traits:
            found = replace(found, joins=None)
        return self._cut(found)

    # the place its expressions stand in

    def resolve(self, name: str, table: str, schema: str = "") -> int:
        """The node of a column: of the tables here, then of an alias, then of the query around."""
        if table:
            return self._of_table(name, table, schema)
        found = self._from.known(name)
        if len(found) == 1:
            return found[0]
        if found:
            return self.store.add("one of", name, tuple(sorted(found)))
        ways, alias = self._from.ways(name), self._alias(name)
        if not ways:
            if alias is not None:
                return alias
            if self.parent is not None:
                return self.parent.resolve(name, table)
            raise Doubt(say("proof.column_unknown", column=name))
        read = self._through(ways, name)
        return read if alias is None else self.store.add("either", read, alias)

    def _of_table(self, name: str, table: str, schema: str) -> int:
        bound = self._from.bound(table)
        if bound is None and schema:
            return self.store.add("dot", self.resolve(table, schema), name)
        if bound is None:
            if self.parent is not None and not self._from.known(table):
                return self.parent.resolve(name, table)
            return self.store.add("dot", self.resolve(table, ""), name)
        found = bound.shown(self.store, name)
        if found is not None:
            return found
        ways = bound.ways(name)
        if not ways:
            raise Doubt(say("proof.column_unknown", column=f"{table}.{name}"))
        return self._through(ways, name)

    def _through(self, ways: list[Way], name: str) -> int:
        read = sorted({read_through(self.store, way, name) for way in ways})
        return read[0] if len(read) == 1 else self.store.add("one of", name, tuple(read))

    def _alias(self, name: str) -> int | None:
        """What an alias of the select list stands for."""
        tree = self._aliased.get(name)
        if tree is None or name in self._within or name in self._later:
            return None
        self._within.add(name)
        try:
            return self.reader.node(tree, self)
        finally:
            self._within.discard(name)

    def queried(self, tree: exp.Expr) -> Node:
        """A query inside an expression."""
        return self.queries.node_of(tree, self.env, self)

    def window(self, name: str) -> exp.Expr:
        """A window of the WINDOW clause."""
        for each in self.tree.args.get("windows") or ():
            if self.queries.fold(each.this) == name:
                found: exp.Expr = each
                return found
        raise Doubt(say("proof.column_unknown", column=name))

    def rows(self) -> int:
        """The rows so far."""
        if self._rows is None:
            raise Doubt(say("proof.not_understood", what="a window function in a join"))
        return self._rows

    def order(self) -> int:
        """The order of the tables here."""
        return self._from.order()

    def local(self, name: str) -> int | None:
        """Nothing: only a lambda gives names of its own."""
        return None

    def inner(self, names: Iterable[str]) -> Place:
        """The place inside a lambda."""
        return Lambda(self, {name: self.store.add("given", str(n)) for n, name in enumerate(names)})

    # its parts

    def _is_grouped(self) -> bool:
        tree = self.tree
        if tree.args.get("group") is not None or tree.args.get("having") is not None:
            return True
        return Trait.AGGREGATES in self._traits

    def _grouped(self, rows: int) -> tuple[int, tuple[frozenset[int], ...]]:
        group = self.tree.args.get("group")
        keys: set[int] = set()
        special: list[Part] = []
        if group is not None:
            for key in group.expressions:
                keys.add(self.reader.node(self._item_at(key), self))
            for word in ("rollup", "cube", "grouping_sets"):
                special += [self.reader.node(each, self) for each in group.args.get(word) or ()]
            if group.args.get("all"):
                keys |= {
                    self.reader.node(item.unalias(), self)
                    for item in self.tree.expressions
                    if Trait.AGGREGATES not in traits_of(item)
                }
        keys = {key for key in keys if self.store.word(key) not in ("num", "str")}
        found = self.store.add(
            "grouped", rows, tuple(sorted(keys)), *(((tuple(special)),) if special else ())
        )
        return found, (frozenset(keys),) if not special else ()

    def _item_at(self, key: exp.Expr) -> exp.Expr:
        """What a number in GROUP BY or ORDER BY stands for."""
        if isinstance(key, exp.Literal) and key.is_int:
            number = int(key.name)
            items = self.tree.expressions
            if not 1 <= number <= len(items) or any(_is_star(item) for item in items[:number]):
                raise Doubt(say("proof.not_understood", what=f"GROUP BY {number}"))
            found: exp.Expr = items[number - 1].unalias()
            return found
        return key

    def _columns(self) -> tuple[tuple[str, ...], tuple[int, ...], tuple[OpenStar, ...]]:
        names: list[str] = []
        values: list[int] = []
        stars: list[OpenStar] = []
        self._later = set(self._aliased)
        for item in self.tree.expressions:
            if _is_star(item):
                for name, value in self._star(item, stars):
                    names.append(name)
                    values.append(value)
                continue
            names.append(self._name_of(item))
            values.append(self.reader.node(item, self))
            self._later.discard(names[-1])
        self._later.clear()
        return tuple(names), tuple(values), tuple(stars)

    def _name_of(self, item: exp.Expr) -> str:
        if isinstance(item, exp.Alias):
            return self.queries.fold(item.args["alias"])
        if isinstance(item, exp.Column):
            return self.queries.fold(item.this)
        return item.output_name.lower() or item.sql("duckdb").lower()

    def _star(self, item: exp.Expr, stars: list[OpenStar]) -> Iterator[tuple[str, int]]:
        star = item.this if isinstance(item, exp.Column) else item
        table = self.queries.fold(item.args["table"]) if isinstance(item, exp.Column) else ""
        fold = self.queries.fold
        hidden = {fold(_identifier(each)) for each in star.args.get("except_") or ()}
        replaced = {fold(a.args["alias"]): a.this for a in star.args.get("replace") or ()}
        renamed = {fold(_identifier(a.this)): fold(a.args["alias"]) for a in star.args.get("rename") or ()}
        shown = self._from.star(table)
        if shown is None:
            raise Doubt(say("proof.column_unknown", column=f"{table}.*"))
        for name, value in shown[0]:
            if name in hidden:
                continue
            if name in replaced:
                value = self.reader.node(replaced.pop(name), self)
            yield renamed.get(name, name), value
        for open_star in shown[1]:
            gone = open_star.hidden | hidden | frozenset(replaced) | frozenset(renamed)
            stars.append(replace(open_star, hidden=gone))
        if shown[1]:
            for name, tree in replaced.items():
                yield name, self.reader.node(tree, self)
            for old, new in renamed.items():
                yield new, self.resolve(old, table)

    def _qualified(self, rows: int, joins: Joins | None) -> tuple[int, Joins | None]:
        qualify = self.tree.args.get("qualify")
        if qualify is None:
            return rows, joins
        conditions = self.reader.conjuncts(qualify.this, self)
        if joins is None:
            return having(self.store, rows, conditions), None
        joins = replace(joins, filters=joins.filters | conditions)
        return rows_of(self.store, joins, self.queries.unique), joins

    def _keys(self, joins: Joins | None) -> tuple[frozenset[int], ...]:
        """Values no two rows share: of the only table, or of what the first row is kept of."""
        if joins is None:
            return ()
        found: list[frozenset[int]] = []
        for each in joins.filters:
            word, *sides = self.store[each]
            first = self.store.add("num", "1")
            windows = [s for s in sides if isinstance(s, int) and self.store.word(s) == "window"]
            if word == "eq" and first in sides and windows:
                _word, called, keys, *_rest = self.store[windows[0]]
                assert isinstance(called, int) and isinstance(keys, tuple)
                if self.store.word(called) == "rownumber":
                    found.append(frozenset(k for k in keys if isinstance(k, int)))
        if len(joins.core) == 1 and not joins.left:
            only = joins.core[0]
            for key in self.queries.unique.get(source_of(self.store, only), ()):
                found.append(frozenset(self.store.add("col", only, value) for value in key))
        return tuple(found)

    def _merged(self, found: Derived, grouped: bool) -> Derived:
        distinct = self.tree.args.get("distinct")
        if distinct is None:
            return found
        on = distinct.args.get("on")
        shown: tuple[Part, ...] = tuple(sorted(set(found.values)))
        if on is not None:
            keys = on.expressions if isinstance(on, exp.Tuple) else [on]
            held = frozenset(self.reader.node(self._item_at(each), self) for each in keys)
            sorts = self.reader.ordered(self.tree.args.get("order"), self)
            rows = self.store.add("first of each", found.rows, tuple(sorted(held)), sorts, found.order)
            return replace(found, rows=rows, joins=None, keys=(held,))
        if found.stars:
            shown = (*shown, tuple((star.way, tuple(sorted(star.hidden))) for star in found.stars))
        has_window = any(self.store.word(value) == "window" for value in found.values)
        word = "merged" if grouped or has_window or found.stars else "grouped"
        rows = self.store.add(word, found.rows, shown)
        return replace(
            found, rows=rows, joins=None, keys=(frozenset(found.values),) if not found.stars else ()
        )

    def _cut(self, found: Derived) -> Derived:
        tree, order = self.tree, self.tree.args.get("order")
        try:
            sorts = self._sorts(order)
        except Doubt:
            if tree.args.get("limit") is not None or tree.args.get("offset") is not None:
                raise
            sorts = (order.sql("duckdb"),) if order is not None else ()
        return with_limit(self.reader, found, tree, sorts, self)

    def _sorts(self, order: exp.Expr | None) -> tuple[Part, ...]:
        """What ORDER BY sorts by, aliases and numbers as what they stand for."""
        if order is None:
            return ()
        meant = order.copy()
        for each in meant.expressions:
            inner = each.this if isinstance(each, exp.Ordered) else each
            at = self._item_at(inner)
            if isinstance(inner, exp.Column) and not inner.table:
                at = self._aliased.get(self.queries.fold(inner.this), inner)
            if at is not inner:
                inner.replace(at.copy())
        return self.reader.ordered(meant, self)


def _is_star(item: exp.Expr) -> bool:
    return isinstance(item, exp.Star) or (isinstance(item, exp.Column) and isinstance(item.this, exp.Star))


def _identifier(tree: exp.Expr) -> exp.Expr:
    found: exp.Expr = tree.this if isinstance(tree, exp.Column) else tree
    return found
