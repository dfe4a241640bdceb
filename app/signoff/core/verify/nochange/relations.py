"""What a query is to the statement around it: its columns as values, its rows as a node.

A query that only picks, joins and filters is dissolved into the statement that reads it, so that a CTE, a
subquery and the same thing written in one make no difference. One that groups, merges equal rows, limits or
unites is a relation of its own: named by its rows, its columns by their values, never by what they are called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from signoff.core.verify.nochange.nodes import Store

Way = tuple[int, ...]
"""Through which relations a column that no list names is read, the outermost first."""


@dataclass(frozen=True)
class OpenStar:
    """A ``*`` over a table whose columns are not known."""

    way: Way
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Joins:
    """The tables a query picks from, in no order."""

    core: tuple[int, ...] = ()
    """Driving tables and those joined inner; all their conditions are filters."""
    left: tuple[int, ...] = ()
    """Those joined left, each with its condition."""
    filters: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Derived:
    """One query."""

    names: tuple[str, ...]
    values: tuple[int, ...]
    """What each column holds; as long as `names`."""
    rows: int
    """Which rows there are, how often each."""
    order: int
    """The order they come in, for what depends on it."""
    stars: tuple[OpenStar, ...] = ()
    joins: Joins | None = None
    """What it picks from; None where it can't be dissolved."""
    keys: tuple[frozenset[int], ...] = ()
    """Values that no two rows have in common."""

    @property
    def value_of(self) -> Mapping[str, int]:
        """Values by name; the first of several."""
        return dict(zip(reversed(self.names), reversed(self.values), strict=True))


@dataclass(frozen=True)
class Bound:
    """One relation of a FROM clause under its alias."""

    alias: str
    names: tuple[str, ...]
    value_of: Mapping[str, int]
    """Inside the relation; `shown` turns them into values of this statement."""
    stars: tuple[OpenStar, ...]
    relation: int | None
    """The relation its values are read from; None where it was dissolved, and the values are this statement's."""

    def shown(self, store: Store, name: str) -> int | None:
        """The value of one of its columns; None when it is not among those it lists."""
        value = self.value_of.get(name)
        if value is None or self.relation is None:
            return value
        return store.add("col", self.relation, value)

    def ways(self, name: str) -> list[Way]:
        """Through which relations an unlisted column of that name may come."""
        ways = [star.way for star in self.stars if name not in star.hidden]
        return ways if self.relation is None else [(self.relation, *way) for way in ways]


def read_through(store: Store, way: Way, name: str) -> int:
    """The value of a column that no list names."""
    value = store.add("name", name)
    for relation in reversed(way):
        value = store.add("col", relation, value)
    return value


def rows_of(store: Store, joins: Joins, unique: Mapping[int, tuple[frozenset[int], ...]]) -> int:
    """The rows of a query that only picks, joins and filters.

    A relation joined left that has at most one partner for each row, and that no condition reads, does not
    change which rows there are.
    """
    left = list(joins.left)
    for relation in reversed(joins.left):
        others = [each for each in left if each != relation]
        read = any(store.mentions(each, relation) for each in (*others, *joins.filters))
        if not read and _matches_once(store, relation, unique.get(source_of(store, relation), ())):
            left = others
    return store.add("rows", tuple(sorted(joins.core)), tuple(sorted(left)), tuple(sorted(joins.filters)))


def source_of(store: Store, relation: int) -> int:
    """What a relation reads: a table, or a query's rows."""
    source = store[relation][1]
    assert isinstance(source, int)
    return source


def _matches_once(store: Store, relation: int, keys: Iterable[frozenset[int]]) -> bool:
    """Whether the condition of a left join holds the whole of a key against something else."""
    _word, _source, conditions, _number = store[relation]
    itself = store.add("itself", "0")
    assert isinstance(conditions, tuple)
    held: set[int] = set()
    for condition in conditions:
        assert isinstance(condition, int)
        word, *sides = store[condition]
        if word != "eq":
            continue
        for one, other in (sides, sides[::-1]):
            assert isinstance(one, int) and isinstance(other, int)
            own = store[one]
            if own[0] == "col" and own[1] == itself and not store.mentions(other, itself):
                assert isinstance(own[2], int)
                held.add(own[2])
    return any(key <= held for key in keys)


def dissolved(store: Store, derived: Derived, taken: set[int]) -> tuple[Derived, Joins]:
    """A query to be read as part of the statement around it, its relations told from those that are there.

    Args:
        store: the nodes.
        derived: one with `joins`.
        taken: relations of the statement so far; the query's are added.
    """
    assert derived.joins is not None
    fresh: dict[int, int] = {}
    for relation in (*derived.joins.core, *derived.joins.left):
        word, *parts, number = store[store.replaced(relation, fresh)]
        now = store.add(word, *parts, number)
        while now in taken:
            assert isinstance(number, str)
            number = str(int(number) + 1)
            now = store.add(word, *parts, number)
        taken.add(now)
        if now != relation:
            fresh[relation] = now
    if not fresh:
        return derived, derived.joins
    joins = Joins(
        tuple(fresh.get(each, each) for each in derived.joins.core),
        tuple(fresh.get(each, each) for each in derived.joins.left),
        frozenset(store.replaced(each, fresh) for each in derived.joins.filters),
    )
    values = tuple(store.replaced(each, fresh) for each in derived.values)
    stars = tuple(
        replace(star, way=tuple(store.replaced(each, fresh) for each in star.way)) for star in derived.stars
    )
    return replace(derived, values=values, stars=stars, joins=joins), joins


_BASE = ("table", "made", "before")


def settled(store: Store, derived: Derived) -> Derived:
    """A query that only picks columns and rows of one other query, as if it were written in that one.

    It can't be dissolved any more; `rows` and `values` are those of the inner query.
    """
    joins = derived.joins
    if joins is None or len(joins.core) != 1 or joins.left:
        return derived
    only = joins.core[0]
    inner = store[source_of(store, only)][1]
    if store.word(only) != "core" or not isinstance(inner, int) or store.word(inner) in _BASE:
        return derived
    known: dict[int, int] = {}
    filters = {store.read_within(each, only, known) for each in joins.filters}
    rows = having(store, inner, filters)
    known = {derived.rows: rows}
    values = tuple(store.read_within(each, only, known) for each in derived.values)
    stars = tuple(replace(s, way=s.way[1:]) if s.way[:1] == (only,) else s for s in derived.stars)
    keys = tuple(frozenset(store.read_within(k, only, known) for k in key) for key in derived.keys)
    return replace(derived, rows=rows, values=values, stars=stars, joins=None, keys=keys)


def having(store: Store, rows: int, conditions: Iterable[int]) -> int:
    """The rows of a finished query that meet conditions."""
    met = set(conditions)
    word, *parts = store[rows]
    if word == "having" and isinstance(parts[0], int) and isinstance(parts[1], tuple):
        rows = parts[0]
        met |= {each for each in parts[1] if isinstance(each, int)}
    return store.add("having", rows, tuple(sorted(met))) if met else rows


def as_source(store: Store, derived: Derived) -> Derived:
    """A query to be read as a relation of its own; one that only picks columns of one table is that table.

    Returns:
        A query whose `rows` is the source, and whose values are those inside the source.
    """
    joins = derived.joins
    plain = joins is not None and len(joins.core) == 1 and not joins.left and not joins.filters
    if joins is None or not plain or store[joins.core[0]][0] != "core":
        inner = settled(store, derived)
        return replace(inner, rows=store.add("query", inner.rows))
    only = joins.core[0]

    def inside(value: int) -> int:
        node = store[value]
        if node[0] == "col" and node[1] == only:
            assert isinstance(node[2], int)
            return node[2]
        return value

    stars = tuple(
        replace(star, way=star.way[1:]) if star.way[:1] == (only,) else star for star in derived.stars
    )
    values = tuple(inside(value) for value in derived.values)
    keys = tuple(frozenset(map(inside, key)) for key in derived.keys)
    return replace(derived, rows=source_of(store, only), values=values, stars=stars, keys=keys)
