"""How a reference makes one column, where that is one expression over tables; and where a draft has those tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.merge_subqueries import merge_subqueries
from sqlglot.optimizer.qualify import qualify

Tables = Mapping[str, Mapping[str, str]]
"""Columns with their types, by table."""


@dataclass(frozen=True)
class Origin:
    """One column's expression; its columns are qualified with the names of true tables."""

    sql: exp.Expression
    columns: frozenset[tuple[str, str]]
    """Table and column, case-folded, of everything it reads."""
    aggregates: bool

    @property
    def text(self) -> str:
        """The expression as DuckDB SQL."""
        return self.sql.sql(dialect="duckdb")


def reference_expression(statement: str, column: str, tables: Tables) -> Origin | None:
    """The expression of one column, or None where it is not one expression over tables that stand once.

    Args:
        statement: the reference.
        column: name of the target's column.
        tables: every table the reference may read.
    """
    tree = _merged(statement, tables)
    if not isinstance(tree, exp.Select):
        return None
    item = next((i for i in tree.expressions if i.alias_or_name.casefold() == column.casefold()), None)
    if item is None:
        return None
    return _over_tables(item.this if isinstance(item, exp.Alias) else item, tree, tables)


def condition_of(statement: str, joined: str, tables: Tables) -> Origin | None:
    """The condition by which a statement joins a table, or keeps its rows; None where it is not a single one.

    Args:
        statement: the reference.
        joined: name of the table; empty for the condition on rows.
        tables: every table the reference may read.
    """
    tree = _merged(statement, tables)
    if not isinstance(tree, exp.Select):
        return None
    kept = tree.args.get("where")
    found = [kept.this] if kept is not None and not joined else []
    if joined:
        joins = [j for j in tree.args.get("joins") or () if j.this.name.casefold() == joined.casefold()]
        found = [join.args["on"] for join in joins if join.args.get("on") is not None]
    return _over_tables(found[0], tree, tables) if len(found) == 1 else None


def _over_tables(part: exp.Expression, tree: exp.Select, tables: Tables) -> Origin | None:
    """A part of a statement over true tables, unless one stands twice or a subquery is in it."""
    inner, places = part.copy(), relations_of(tree)
    if inner.find(exp.Query):
        return None
    known = {name.casefold() for name in tables}
    once = {table for table in known if list(places.values()).count(table) == 1}
    found = set()
    for each in list(inner.find_all(exp.Column)):
        table = places.get(each.table.casefold())
        if table is None or table not in once:
            return None
        found.add((table, each.name.casefold()))
        each.set("table", exp.to_identifier(table))
    return Origin(inner, frozenset(found), bool(inner.find(exp.AggFunc, exp.Window)))


def relations_of(tree: exp.Expression) -> dict[str, str]:
    """True table by alias, both case-folded, of everything one SELECT reads directly."""
    joins = [join.this for join in tree.args.get("joins") or ()]
    start = tree.args.get("from") or tree.args.get("from_")
    places = ([start.this] if start is not None else []) + joins
    return {
        place.alias_or_name.casefold(): place.name.casefold()
        for place in places
        if isinstance(place, exp.Table)
    }


def requalified(origin: Origin, selects: Sequence[exp.Select]) -> str:
    """The expression over the relations of a draft's SELECTs; a table the draft lacks keeps its own name."""
    aliases: dict[str, str] = {}
    for select in selects:
        for alias, table in relations_of(select).items():
            aliases.setdefault(table, alias)
    tree = origin.sql.copy()
    for each in tree.find_all(exp.Column):
        if each.table in aliases:
            each.set("table", exp.to_identifier(aliases[each.table]))
    return tree.sql(dialect="duckdb")


def equalities(statement: str, tables: Tables) -> frozenset[frozenset[tuple[str, str]]]:
    """Pairs of columns, as table and column, that a statement holds equal anywhere."""
    found = set()
    tree = _merged(statement, tables)
    for select in tree.find_all(exp.Select) if tree is not None else ():
        places = relations_of(select)
        for each in select.find_all(exp.EQ):
            sides = (each.left, each.right)
            if all(isinstance(side, exp.Column) and side.table.casefold() in places for side in sides):
                found.add(frozenset((places[s.table.casefold()], s.name.casefold()) for s in sides))
    return frozenset(found)


def _merged(statement: str, tables: Tables) -> exp.Expression | None:
    """The statement with every column qualified and plain subqueries put in place; None where that fails."""
    schema = {
        name.casefold(): {c.casefold(): kind for c, kind in columns.items()}
        for name, columns in tables.items()
    }
    try:
        tree = sqlglot.parse_one(statement.strip().rstrip(";"), dialect="duckdb")
        return merge_subqueries(
            qualify(
                tree, schema=schema, dialect="duckdb", quote_identifiers=False, validate_qualify_columns=False
            )
        )
    except SqlglotError:
        return None
