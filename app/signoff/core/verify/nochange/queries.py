"""Whole queries: CTEs, unions and what stands behind them, each read once however often it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect, NormalizationStrategy

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceTable
from signoff.core.verify.nochange.expressions import Doubt, Place, Reader
from signoff.core.verify.nochange.limits import Result, with_limit
from signoff.core.verify.nochange.nodes import Node, Part, Store
from signoff.core.verify.nochange.relations import Derived, OpenStar, settled
from signoff.core.verify.nochange.selects import Select
from signoff.core.verify.nochange.traits import Trait, traits_of

Env = Mapping[str, Derived]
"""The CTEs a query sees, by their folded names."""


@dataclass(frozen=True)
class Cte:
    """One CTE of a statement, not read yet."""

    name: str
    tree: exp.Query
    columns: tuple[str, ...] = ()


@dataclass
class Queries:
    """Reads queries of two texts into one store."""

    dialect: str
    tables: Mapping[str, SourceTable]
    """Tables whose columns are known, by case-folded name."""
    exact: frozenset[str] = frozenset()
    """Tables whose schema must be told apart, because the two texts name different ones."""
    store: Store = field(default_factory=Store)
    unique: dict[int, tuple[frozenset[int], ...]] = field(default_factory=dict)
    _known: dict[tuple[object, ...], Derived] = field(default_factory=dict)
    _named: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _kept: list[exp.Expr] = field(default_factory=list)
    """Trees that are known by their place in memory."""

    def __post_init__(self) -> None:
        """The reader of expressions for the dialect."""
        self.fold = folding(self.dialect)
        joins_text = self.dialect in ("tsql", "fabric", "redshift")
        self.reader = Reader(self.store, plus_joins_text=joins_text, fold=self.fold)

    def statement(self, parts: Sequence[Cte], body: exp.Query) -> Derived:
        """What a statement gives, its CTEs first.

        Raises:
            Doubt: something in it is not understood.
        """
        env: dict[str, Derived] = {}
        for part in parts:
            env[part.name] = _renamed(self._shared(part.tree, env), part.columns)
        return self._shared(body, env)

    def _shared(self, tree: exp.Query, env: Env) -> Derived:
        """A query that stands alone; the same tree over the same CTEs is read once."""
        if id(tree) not in self._named:
            self._kept.append(tree)
            self._named[id(tree)] = tuple({self.fold(t.this) for t in tables_of(tree) if t.name})
        read = sorted((name, id(env[name])) for name in self._named[id(tree)] if name in env)
        key = (id(tree), *read)
        if key not in self._known:
            self._known[key] = self.derived(tree, env, None)
        return self._known[key]

    def derived(self, tree: exp.Expr, env: Env, parent: Place | None) -> Derived:
        """What a query gives; `parent` is the place around it, whose columns it may read."""
        inside = self._with_ctes(tree, env, parent)
        if isinstance(tree, exp.Subquery):
            inner = self.derived(tree.this, inside, parent)
            return self._limited(inner, tree)
        if isinstance(tree, exp.SetOperation):
            return self._limited(self._united(tree, inside, parent), tree)
        if isinstance(tree, exp.Select):
            try:
                return Select(self, inside, parent, tree).derived()
            except Doubt:
                if parent is not None:
                    raise
                return self._as_written(tree, inside)
        raise Doubt(say("proof.not_understood", what=type(tree).__name__))

    def _as_written(self, tree: exp.Select, env: Env) -> Derived:
        """A SELECT that is not followed: the same only where it is written the same, over the same CTEs.

        Where no item of its list bears on the others or on the rows, each is held against its like alone.
        """
        store = self.store
        apart = _stand_apart(tree)
        written = _tail(tree, self.dialect) if apart else _written(tree, self.dialect)
        read = sorted({self.fold(table.this) for table in tables_of(tree) if table.name} & env.keys())
        within: list[Part] = []
        for name in read:
            seen = settled(store, env[name])
            stars = tuple((star.way, tuple(sorted(star.hidden))) for star in seen.stars)
            within.append((name, seen.rows, seen.values, seen.names, stars))
        whole = store.add("as written", written, tuple(within))
        items = tree.expressions
        if any(isinstance(each, exp.Star) or each.is_star for each in items):
            return Derived((), (), whole, whole, (OpenStar((whole,)),))
        names = tuple(self.fold(exp.to_identifier(each.alias_or_name or each.sql())) for each in items)
        if apart:
            values = tuple(store.add("as written", _written(each.unalias(), self.dialect)) for each in items)
        else:
            values = tuple(store.add("name", name) for name in names)
        return Derived(names, tuple(store.add("col", whole, value) for value in values), whole, whole)

    def node_of(self, tree: exp.Expr, env: Env, parent: Place) -> Node:
        """A query inside an expression: its rows, then its values."""
        found = settled(self.store, self.derived(tree, env, parent))
        if found.stars:
            return (found.rows, tuple(found.values), tuple(star.way for star in found.stars))
        return (found.rows, tuple(found.values))

    def _with_ctes(self, tree: exp.Expr, env: Env, parent: Place | None) -> Env:
        ctes = list(tree.ctes) if isinstance(tree, exp.Query) else []
        if not ctes:
            return env
        inside = dict(env)
        recursive = bool(tree.args["with_"].args.get("recursive"))
        for cte in ctes:
            name = self.fold(cte.args["alias"].this)
            columns = tuple(self.fold(each) for each in cte.args["alias"].columns)
            if recursive:
                inside[name] = self._itself(len(inside), columns)
            found = self.derived(cte.this, inside, parent)
            if recursive and any(t.name.casefold() == cte.alias.casefold() for t in cte.find_all(exp.Table)):
                found = replace(found, rows=self.store.add("recursive", found.rows), joins=None, keys=())
            inside[name] = _renamed(found, columns)
        return inside

    def _itself(self, depth: int, columns: tuple[str, ...]) -> Derived:
        """What a recursive CTE reads of itself."""
        rows = self.store.add("before", str(depth))
        values = tuple(self.store.add("name", f"#{n}") for n in range(len(columns)))
        return Derived(columns, values, rows, rows, (OpenStar(()),))

    def _united(self, tree: exp.SetOperation, env: Env, parent: Place | None) -> Derived:
        if tree.args.get("side") or tree.args.get("on"):
            raise Doubt(say("proof.not_understood", what=type(tree).__name__))
        if not isinstance(tree, exp.Union):
            return self._compared(tree, env, parent)
        keeps_all = not tree.args.get("distinct")
        branches = self._branches(tree, keeps_all, env, parent)
        if tree.args.get("by_name"):
            branches = self._by_name(branches)
        if any(b.stars for b in branches):
            return self._open_union(branches, keeps_all)
        width = len(branches[0].values)
        if any(len(b.values) != width for b in branches):
            raise Doubt(say("proof.union_widths"))
        store = self.store
        order = store.add("one behind the other", tuple((b.rows, b.order, b.values) for b in branches))
        ordered = sorted(branches, key=lambda b: (b.rows, b.values))
        values = tuple(store.add("of each", *(b.values[n] for b in ordered)) for n in range(width))
        rows = store.add("union", tuple(b.rows for b in ordered))
        if not keeps_all:
            rows = store.add("merged", rows, tuple(sorted(set(values))))
        return Derived(branches[0].names, values, rows, order)

    def _branches(self, tree: exp.Expr, keeps_all: bool, env: Env, parent: Place | None) -> list[Derived]:
        """The branches of unions of one kind, in a row."""
        found: list[Derived] = []
        waiting: list[exp.Expr] = [tree]
        while waiting:
            now = waiting.pop()
            inner = now.unnest() if isinstance(now, exp.Subquery) and not _limits(now) else now
            same = isinstance(inner, exp.Union) and (not inner.args.get("distinct")) == keeps_all
            plain = same and not _limits(inner) and (inner is tree or inner.args.get("with_") is None)
            if inner is tree or (plain and not inner.args.get("by_name")):
                waiting += [inner.args["expression"], inner.this]
            else:
                found.append(settled(self.store, self.derived(now, env, parent)))
        return found

    def _by_name(self, branches: list[Derived]) -> list[Derived]:
        names = tuple(dict.fromkeys(name for b in branches for name in b.names))
        nothing = self.store.add("null")
        return [
            replace(b, names=names, values=tuple(b.value_of.get(name, nothing) for name in names))
            for b in branches
        ]

    def _open_union(self, branches: list[Derived], keeps_all: bool) -> Derived:
        """A union of ``*`` over tables whose columns are not known: only as a whole, branches in their order."""
        if any(len(b.stars) != 1 or b.values for b in branches):
            raise Doubt(say("proof.unknown_columns"))
        parts = tuple((b.rows, b.stars[0].way, tuple(sorted(b.stars[0].hidden))) for b in branches)
        whole = self.store.add("union" if keeps_all else "merged union", parts)
        return Derived((), (), whole, whole, (OpenStar((whole,), branches[0].stars[0].hidden),))

    def _compared(self, tree: exp.SetOperation, env: Env, parent: Place | None) -> Derived:
        """EXCEPT and INTERSECT: the rows of the left side that the right side has, or has not."""
        left, right = self.derived(tree.this, env, parent), self.derived(tree.args["expression"], env, parent)
        if left.stars or right.stars or len(left.values) != len(right.values):
            raise Doubt(say("proof.unknown_columns"))
        pairs = sorted(set(zip(left.values, right.values, strict=True)))
        kept = "each" if tree.args.get("distinct") else "all"
        word = type(tree).__name__.lower()
        rows = self.store.add(word, kept, left.rows, right.rows, tuple(pairs))
        return Derived(left.names, left.values, rows, left.order)

    def _limited(self, found: Derived, tree: exp.Expr) -> Derived:
        """The query under an ORDER BY and LIMIT of its own."""
        if not _limits(tree):
            return found
        place = Result(found)
        return with_limit(self.reader, found, tree, self.reader.ordered(tree.args.get("order"), place), place)


def tables_of(tree: exp.Expr) -> list[exp.Table]:
    """Every table a query names, CTEs among them; columns are passed over, there are many."""
    walked = tree.walk(prune=lambda node: isinstance(node, exp.Column))
    return [each for each in walked if isinstance(each, exp.Table)]


def _limits(tree: exp.Expr) -> bool:
    return any(tree.args.get(key) is not None for key in ("order", "limit", "offset"))


def _renamed(found: Derived, columns: tuple[str, ...]) -> Derived:
    if not columns:
        return found
    return replace(found, names=(*columns, *found.names[len(columns) :])[: len(found.names) or len(columns)])


def _written(tree: exp.Expr, dialect: str) -> str:
    return tree.sql(dialect, comments=False, normalize=True)


def _tail(tree: exp.Select, dialect: str) -> str:
    """A SELECT without its list."""
    copied = tree.copy()
    copied.set("expressions", [exp.Null()])
    return _written(copied, dialect)


def _stand_apart(tree: exp.Select) -> bool:
    """Whether each item of a list gives the same whatever the others are, and the rows do too."""
    if any(tree.args.get(key) for key in ("group", "distinct", "limit", "offset", "kind")):
        return False
    items = tree.expressions
    if any(each.is_star or each.find(exp.AggFunc) or Trait.CHANGES_ROWS in traits_of(each) for each in items):
        return False
    own = {i.alias.casefold() for i in items if isinstance(i, exp.Alias) and not _is_itself(i)}
    return not any(column.name.casefold() in own for column in tree.find_all(exp.Column))


def _is_itself(item: exp.Alias) -> bool:
    return isinstance(item.this, exp.Column) and item.this.name.casefold() == item.alias.casefold()


def folding(dialect: str) -> Callable[[exp.Expr], str]:
    """How a dialect compares identifiers: one text for all that mean the same."""
    strategy = Dialect.get_or_raise(dialect).normalization_strategy
    folds = strategy in (NormalizationStrategy.LOWERCASE, NormalizationStrategy.UPPERCASE)
    raised = strategy is NormalizationStrategy.UPPERCASE

    def fold(tree: exp.Expr) -> str:
        name = tree.name
        if folds and tree.args.get("quoted") and name != (name.upper() if raised else name.lower()):
            return f'"{name}"'
        return name.lower()

    return fold
