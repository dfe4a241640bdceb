"""What the reference gives on the rows that a question shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import duckdb
import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from tests.eval.lineage import Origin, Tables, reference_expression, relations_of
from tests.eval.score import Key, canonical
from tests.eval.tables import Reference, rendered

ShownRow = Mapping[str, str | None]
"""Values by ``alias.COLUMN``, as a question shows them."""


@dataclass(frozen=True)
class Drafted:
    """One target as it was drafted: its statement, and what is asked of it."""

    target: str
    sql: str

    @property
    def selects(self) -> list[exp.Select]:
        """The parts put together by UNION; one when there is none. Empty for a statement that can't be read."""
        try:
            tree = sqlglot.parse_one(rendered(self.sql).strip().rstrip(";"), dialect="duckdb")
        except SqlglotError:
            return []
        parts: list[exp.Select] = []
        waiting: list[exp.Expression] = [tree]
        while waiting:
            each = waiting.pop()
            if isinstance(each, exp.SetOperation):
                waiting += [each.right, each.left]
            elif isinstance(each, exp.Select):
                parts.append(each)
        return parts


@dataclass(frozen=True)
class Looker:
    """Whoever has the reference and the source rows at hand, and nothing else."""

    connection: duckdb.DuckDBPyConnection
    """Holds source tables and references, each by its name."""
    reference: Reference
    tables: Tables

    def expected(self, drafted: Drafted, column: str, row: ShownRow) -> str | None:
        """The text of what the reference has for a row shown, ``""`` for no value; None for not known.

        A row of the samples is found by its values and told by its key; a made-up one is worked out from the
        reference's expression where that is one over the columns shown.
        """
        found = self._by_key(drafted, column, row)
        return found if found is not None else self._worked_out(drafted, column, row)

    def expression(self, target: str, column: str) -> Origin | None:
        """How the reference makes a column, where that is one expression."""
        return reference_expression(self.reference.sql[target], column, self.tables)

    def _by_key(self, drafted: Drafted, column: str, row: ShownRow) -> str | None:
        key = self.reference.keys.get(drafted.target, ())
        if not key or all(value is None for value in row.values()):
            return None
        wanted = self._texts(drafted.target, column, key)
        found = {
            text for each in drafted.selects for k in self._keys(each, key, row) for text in wanted.get(k, ())
        }
        return found.pop() if len(found) == 1 else None

    def _texts(self, target: str, column: str, key: Sequence[str]) -> dict[Key, set[str]]:
        names = ", ".join(f'"{name}"' for name in key)
        texts: dict[Key, set[str]] = {}
        sql = f'select {names}, cast("{column}" as varchar) from "{target}"'
        for *places, text in self.connection.execute(sql).fetchall():
            texts.setdefault(tuple(canonical(p) for p in places), set()).add(
                "" if text is None else str(text)
            )
        return texts

    def _keys(self, select: exp.Select, key: Sequence[str], row: ShownRow) -> list[Key]:
        """Keys of the draft's rows whose source values are those shown."""
        items = {item.alias_or_name.casefold(): item.unalias() for item in select.expressions}
        if select.args.get("group") or not all(name.casefold() in items for name in key):
            return []
        shown = [f'"{alias}"."{name}"' for alias, _, name in (pair.partition(".") for pair in row)]
        probe = select.copy()
        for part in ("distinct", "order", "limit", "qualify"):
            probe.set(part, None)
        probe.set("expressions", [items[name.casefold()].copy() for name in key])
        probe = probe.select(*shown, dialect="duckdb")
        try:
            rows = self.connection.execute(probe.sql(dialect="duckdb")).fetchall()
        except duckdb.Error:
            return []
        width, values = len(key), list(row.values())
        return [
            tuple(canonical(v) for v in found[:width])
            for found in rows
            if all(alike(v, w) for v, w in zip(found[width:], values, strict=True))
        ]

    def _worked_out(self, drafted: Drafted, column: str, row: ShownRow) -> str | None:
        origin = self.expression(drafted.target, column)
        if origin is None or origin.aggregates:
            return None
        places = {a: t for each in drafted.selects for a, t in relations_of(each).items()}
        given: dict[tuple[str, str], str | None] = {}
        for pair, value in row.items():
            alias, _, name = pair.partition(".")
            given[places.get(alias.casefold(), alias.casefold()), name.casefold()] = value
        if not origin.columns <= given.keys():
            return None
        types = {
            (t.casefold(), c.casefold()): k for t, columns in self.tables.items() for c, k in columns.items()
        }
        root = exp.Paren(this=origin.sql.copy())
        for each in list(root.find_all(exp.Column)):
            place = (each.table.casefold(), each.name.casefold())
            value = given[place]
            literal = exp.null() if value is None else exp.Literal.string(value)
            each.replace(exp.cast(literal, types[place], dialect="duckdb"))
        kind = types[drafted.target.casefold(), column.casefold()]
        try:
            sql = f"select cast(cast({root.sql(dialect='duckdb')} as {kind}) as varchar)"
            (text,) = self.connection.execute(sql).fetchall()[0]
        except duckdb.Error:
            return None
        return "" if text is None else str(text)


_DAY_AND_TIME = re.compile(r"(?<=\d)T(?=\d)")
_LEADING_ZERO = re.compile(r"[+-]?0\d")


def alike(value: object, shown: str | None) -> bool:
    """Whether a value is the one shown, however numbers, days and truth were written down."""
    if value is None or shown is None:
        return value is None and shown is None
    left, right = (_DAY_AND_TIME.sub(" ", str(each)) for each in (value, shown))
    if left == right or (isinstance(value, bool) and left.casefold() == right.casefold()):
        return True
    if _LEADING_ZERO.match(left) or _LEADING_ZERO.match(right):
        return False
    try:
        return Decimal(left) == Decimal(right)
    except InvalidOperation:
        return left.removesuffix(" 00:00:00") == right.removesuffix(" 00:00:00")
