"""What to ask a database's keeper for, so that samples join: keys first, the rows that belong to them, and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.engines.sqltext import render
from signoff.core.verify.joins import Join

DIALECTS = {
    "postgres": "PostgreSQL",
    "tsql": "SQL Server",
    "oracle": "Oracle",
    "snowflake": "Snowflake",
    "mysql": "MySQL",
    "bigquery": "BigQuery",
    "databricks": "Databricks",
    "redshift": "Redshift",
    "teradata": "Teradata",
    "sqlite": "SQLite",
    "duckdb": "DuckDB",
}
"""Databases a request can be written for, by sqlglot's name."""
ROWS = 500
"""Keys asked for of the first table."""
_PLAIN = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True)
class Query:
    """One query of a request."""

    title: str
    sql: str
    file: str = ""
    """Name of the CSV file its rows go into; empty for counts, which hold no values."""


def extract_request(joins: Sequence[Join], schema: Schema, dialect: str, rows: int = ROWS) -> str:
    """The request as text: a few sentences for a person, then the queries.

    Args:
        joins: the joins whose samples should fit.
        schema: the tables, for their keys.
        dialect: a key of `DIALECTS`.
        rows: keys of each first table.
    """
    lines = [say("request.head", database=DIALECTS.get(dialect, dialect)), ""]
    for number, query in enumerate(queries(joins, schema, dialect, rows), 1):
        place = say("request.into", file=query.file) if query.file else say("request.numbers")
        lines += [f"-- {number}. {query.title} {place}", f"{query.sql};", ""]
    return "\n".join(f"-- {line}" if n == 0 else line for n, line in enumerate(lines))


def queries(joins: Sequence[Join], schema: Schema, dialect: str, rows: int = ROWS) -> tuple[Query, ...]:
    """Keys first, then the matching rows of every table, then full counts without values."""
    groups = [_Group(group, schema, rows) for group in _groups(joins)]
    made = [query for group in groups for query in group.keys(dialect)]
    made += [query for group in groups for query in group.rows(dialect)]
    made += [query for group in groups for query in group.counts(dialect)]
    return tuple(made)


def _groups(joins: Sequence[Join]) -> list[list[Join]]:
    """Joins that hang together through their tables, each in an order in which the left table is known."""
    groups: list[list[Join]] = []
    for join in dict.fromkeys(_without_target(join) for join in joins):
        names = {join.left.casefold(), join.right.casefold()}
        touched = [g for g in groups if any({j.left.casefold(), j.right.casefold()} & names for j in g)]
        groups = [g for g in groups if g not in touched]
        groups.append([each for group in touched for each in group] + [join])
    return groups


def _without_target(join: Join) -> Join:
    return Join("", join.left, join.left_columns, join.right, join.right_columns)


class _Group:
    """Tables that hang together; the first one is drawn, the others follow."""

    def __init__(self, joins: Sequence[Join], schema: Schema, rows: int) -> None:
        self._joins, self._rows = joins, rows
        rights = {join.right.casefold() for join in joins}
        self._first = next((j.left for j in joins if j.left.casefold() not in rights), joins[0].left)
        known = schema.table(self._first)
        joined = next(j.left_columns for j in joins if j.left.casefold() == self._first.casefold())
        self._key = known.key if known and known.key else joined
        self._conditions: dict[str, exp.Expr] = {self._first.casefold(): self._drawn()}
        self._tables = [self._first]
        self._follow()

    def keys(self, dialect: str) -> Iterator[Query]:
        """The keys of the first table."""
        drawn = exp.select(*map(_column, self._key)).distinct().from_(_table(self._first))
        drawn = drawn.order_by(*map(_column, self._key)).limit(self._rows)
        title = say("request.keys", table=self._first)
        yield Query(title, render(drawn, dialect, pretty=True), f"{self._first}_keys.csv")

    def rows(self, dialect: str) -> Iterator[Query]:
        """The rows of each table that belong to those keys."""
        for table in self._tables:
            condition = self._conditions[table.casefold()].copy()
            chosen = exp.select("*").from_(_table(table)).where(condition)
            yield Query(
                say("request.rows", table=table), render(chosen, dialect, pretty=True), f"{table}.csv"
            )

    def counts(self, dialect: str) -> Iterator[Query]:
        """Counts over whole tables: how many rows there are, and how many find no partner."""
        for table in self._tables:
            counted = exp.select(exp.alias_(exp.Count(this=exp.Star()), "row_count")).from_(_table(table))
            yield Query(say("request.count", table=table), render(counted, dialect))
        for join in self._joins:
            partner = exp.select(exp.Literal.number(1)).from_(_table(join.right)).where(_equal(join))
            lonely = exp.select(exp.alias_(exp.Count(this=exp.Star()), "without_partner"))
            lonely = lonely.from_(_table(join.left)).where(exp.Not(this=exp.Exists(this=partner)))
            title = say("request.lonely", left=join.left, right=join.right)
            yield Query(title, render(lonely, dialect, pretty=True))

    def _drawn(self) -> exp.Expr:
        """The condition that a row of the first table is among the drawn ones."""
        name = "drawn"
        drawn = exp.select(*map(_column, self._key)).distinct().from_(_table(self._first))
        drawn = drawn.order_by(*map(_column, self._key)).limit(self._rows)
        equal = [exp.EQ(this=_column(c, name), expression=_column(c, self._first)) for c in self._key]
        inside = exp.select(exp.Literal.number(1)).from_(drawn.subquery(name)).where(*equal)
        return exp.Exists(this=inside)

    def _follow(self) -> None:
        """The condition of every further table, by a table that has one already."""
        waiting = list(self._joins)
        while waiting:
            join = next((j for j in waiting if self._knows(j.left) or self._knows(j.right)), None)
            if join is None:
                return
            waiting.remove(join)
            known, new = (join.left, join.right) if self._knows(join.left) else (join.right, join.left)
            if self._knows(new):
                continue
            condition = self._conditions[known.casefold()].copy()
            partner = exp.select(exp.Literal.number(1)).from_(_table(known)).where(_equal(join), condition)
            self._conditions[new.casefold()] = exp.Exists(this=partner)
            self._tables.append(new)

    def _knows(self, table: str) -> bool:
        return table.casefold() in self._conditions


def _equal(join: Join) -> exp.Expr:
    pairs = zip(join.left_columns, join.right_columns, strict=True)
    return exp.and_(
        *(exp.EQ(this=_column(a, join.left), expression=_column(b, join.right)) for a, b in pairs)
    )


def _table(name: str) -> exp.Table:
    return exp.Table(this=_name(name))


def _column(name: str, table: str = "") -> exp.Column:
    return exp.Column(this=_name(name), table=_name(table) if table else None)


def _name(name: str) -> exp.Identifier:
    return exp.to_identifier(name, quoted=_PLAIN.fullmatch(name) is None)
