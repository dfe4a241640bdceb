"""What the columns of existing SQL are made of, followed through CTEs, subqueries, unions and ``*`` to the tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlglot import exp

from signoff.core.domain.spec import Schema
from signoff.core.merge.existing import CtePlace, ExistingSql, Place
from signoff.core.merge.lineage import items_by_name, select_outputs, table_outputs
from signoff.core.merge.names import find_table
from signoff.core.merge.shape import QueryShape, Span, TableShape
from signoff.core.merge.sqlparts import columns_of

Source = tuple[str, str]
"""Table and column."""
_DEEPEST = 40
"""Queries one behind the other that are followed; a recursive one ends there."""


def sources_of(existing: ExistingSql, name: str, schema: Schema) -> tuple[Source, ...] | None:
    """Everything one column of the output is made of, each source once, in the order it is read.

    Args:
        existing: The file.
        name: Of a column it shows.
        schema: Tables it reads.

    Returns:
        None where a column on the way is shown by nothing that is known.
    """
    tracer = _Tracer(existing, schema)
    by_name = any("by name" in operator for operator in existing.query.operators)
    for place, own in _in_parts(existing, existing.parts, name, schema, by_name=by_name):
        tracer.output(place, own, 0)
    return tuple(dict.fromkeys(tracer.found)) if not tracer.lost else None


def _cte_names(query: QueryShape) -> Iterator[str]:
    for name, inner in query.ctes:
        yield name.casefold()
        yield from _cte_names(inner)


def _in_parts(
    existing: ExistingSql, parts: Sequence[Place], name: str, schema: Schema, *, by_name: bool
) -> Iterator[tuple[Place, str]]:
    """Each part with what the column is called there: the parts of a union go together by position."""
    first = [o.name.casefold() for o in select_outputs(existing, parts[0], schema)]
    number = first.index(name.casefold()) if name.casefold() in first else -1
    for place in parts:
        own = select_outputs(existing, place, schema) if number >= 0 and not by_name else []
        yield place, own[number].name if len(own) == len(first) else name


class _Tracer:
    """Collects sources; a column that can't be followed leaves it lost."""

    def __init__(self, existing: ExistingSql, schema: Schema) -> None:
        self._existing, self._schema = existing, schema
        self.found: list[Source] = []
        self.lost = False
        self._seen: set[tuple[int, str]] = set()
        self._ctes = set(_cte_names(existing.query))
        """A CTE that can't be followed to its query reads itself."""

    def output(self, place: Place, name: str, depth: int) -> None:
        """One column that a SELECT shows."""
        key = (place.select.span.first, name.casefold())
        if key in self._seen or depth > _DEEPEST:
            return
        self._seen.add(key)
        tree = items_by_name(self._existing, place).get(name.casefold())
        if tree is not None:
            self._expression(place, tree, depth)
            return
        stars = [item for item in place.select.items if self._existing.is_star(item)]
        self._behind_star(place, stars, name, depth)

    def _expression(self, place: Place, tree: exp.Expr, depth: int) -> None:
        for column in columns_of(tree):
            self._column(place, column.table, column.name, depth)

    def _behind_star(self, place: Place, stars: list[Span], name: str, depth: int) -> None:
        for star in stars:
            tree = self._existing.item(star)
            qualifier = tree.table if isinstance(tree, exp.Column) else ""
            tables = [
                t for t in place.select.tables if not qualifier or t.alias.casefold() == qualifier.casefold()
            ]
            showing = [t for t in tables if self._shows(place, t, name)]
            unknown = [t for t in tables if self._is_unknown(place, t)]
            for table in (showing or unknown)[:1]:
                self._through(place, table, name, depth)
                return
        self.lost = True

    def _column(self, place: Place, table_name: str, name: str, depth: int) -> None:
        wanted = table_name.casefold()
        tables = [t for t in place.select.tables if not wanted or t.alias.casefold() == wanted]
        showing = [t for t in tables if self._shows(place, t, name)]
        unknown = [t for t in tables if self._is_unknown(place, t)]
        chosen = showing or (unknown if len(unknown) == 1 else [])
        if chosen:
            self._through(place, chosen[0], name, depth)
        elif not table_name and self._is_own_alias(place, name):
            self.output(place, name, depth)
        elif name.casefold() not in ("current_date", "current_timestamp"):
            self.lost = True

    def _is_own_alias(self, place: Place, name: str) -> bool:
        return isinstance(items_by_name(self._existing, place).get(name.casefold()), exp.Alias)

    def _through(self, place: Place, table: TableShape, name: str, depth: int) -> None:
        query = place.query_of(table)
        if query is None:
            known = find_table(self._schema, table.name) if table.name else None
            if known is None and table.name.casefold() in self._ctes:
                return
            self.found.append((known.name if known is not None else table.name, name))
            return
        self._query(query, name, depth + 1)

    def _query(self, query: CtePlace, name: str, depth: int) -> None:
        names = [n.casefold() for n in query.query.columns]
        if name.casefold() in names:
            shown = select_outputs(self._existing, query.parts[0], self._schema)
            number = names.index(name.casefold())
            name = shown[number].name if number < len(shown) else name
        by_name = any("by name" in operator for operator in query.query.operators)
        parts = _in_parts(self._existing, query.parts, name, self._schema, by_name=by_name)
        for part, own in parts:
            self.output(part, own, depth)

    def _shows(self, place: Place, table: TableShape, name: str) -> bool:
        outputs = table_outputs(self._existing, place, table, self._schema)
        return any(o.name.casefold() == name.casefold() for o in outputs)

    def _is_unknown(self, place: Place, table: TableShape) -> bool:
        """A true table that no schema describes may show anything."""
        return place.query_of(table) is None and bool(table.name) and not self._described(table)

    def _described(self, table: TableShape) -> bool:
        return find_table(self._schema, table.name) is not None
