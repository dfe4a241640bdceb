"""Rules that sum up rows, or compare each with its fellows, held against the SQL that is meant by running both."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import yaml

from signoff.core.domain.expressions import Expression, Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_rule

FOLDER = Path(__file__).parents[1] / "cases" / "groups"
ROWS = 90
_GROUPS = 9


@dataclass(frozen=True)
class GroupRule:
    """One rule, its sources and type, and the SQL of each way to mean it; none where it must be left."""

    text: str
    sources: tuple[str, ...]
    kind: str
    means: tuple[str, ...]
    is_open: bool = False
    """It may be left, but not be taken for anything else."""


@dataclass(frozen=True)
class Page:
    """The rules of one author and the tables they speak of."""

    name: str
    tables: dict[str, dict[str, str]]
    values: dict[str, list[Any]]
    target: str
    keys: tuple[str, ...]
    """What rows are put together by; of rows that stay, what tells them apart."""
    grouped: bool
    """Whether the statement itself is grouped; else the rows are put together before they are joined, or stay."""
    stays: bool
    start: str
    rules: tuple[GroupRule, ...]


def pages() -> list[Page]:
    """Every page, by the name of its file."""
    return [_page(path) for path in sorted(FOLDER.glob("*.yml"))]


def _page(path: Path) -> Page:
    page = yaml.safe_load(path.read_text(encoding="utf-8"))
    rules = [
        GroupRule(r, tuple(s), k, (m,) if isinstance(m, str) else tuple(m or ()))
        for r, s, k, m in page.get("cases", [])
    ]
    rules += [GroupRule(r, tuple(s), k, ()) for r, s, k in page.get("near", [])]
    rules += [GroupRule(r, tuple(s), k, (m,), is_open=True) for r, s, k, m in page.get("open", [])]
    keys = tuple(page.get("grouped_by") or (page.get("key") or page["rows"],))
    alias, table = next(iter(page["tables"])).split()
    return Page(
        path.stem, page["tables"], page.get("values", {}), page["target"], keys, "grouped_by" in page,
        "rows" in page, page.get("from", f"{table} as {alias}"), tuple(rules),
    )  # fmt: skip


def compiled(page: Page, rule: GroupRule) -> Expression | None:
    """What the compilers make of a rule."""
    every = [
        ScopeColumn(alias, table, SourceColumn(name, kind), f"{alias}.{name}" in rule.sources)
        for place, names in page.tables.items()
        for alias, table in [place.split()]
        for name, kind in names.items()
    ]
    last = len(rule.sources)
    every.sort(key=lambda c: rule.sources.index(f"{c.relation}.{c.column.name}") if c.is_source else last)
    read = {c.relation for c in every if c.is_source}
    keys = page.keys if page.grouped else ()
    columns = tuple(c for c in every if c.relation in read or c.sql in page.keys)
    places = tuple(name for place in page.tables for name in place.split())
    scope = Scope(columns, rule.kind, not page.stays, keys, places=places)
    refs = tuple(SourceRef(c.table, c.column.name) for c in scope.sources)
    return compile_rule(ColumnMapping(page.target, "target_column", rule.kind, refs, rule.text), scope)


class Bench:
    """The tables of one page with made-up rows, in which SQL is run."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._connection = duckdb.connect()
        rng = random.Random(page.name)
        for place, names in page.tables.items():
            _, table = place.split()
            self._connection.execute(
                f"CREATE TABLE {table} ({', '.join(f'{n} {k}' for n, k in names.items())})"
            )
            for at in range(ROWS):
                row = [self._value(n, k, at, first, rng) for first, (n, k) in enumerate(names.items())]
                self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def _value(self, name: str, kind: str, at: int, place: int, rng: random.Random) -> Any:
        listed = self._page.values.get(name)
        if listed is not None:
            return rng.choice(listed)
        if place == 0:
            return at if kind == "INTEGER" else f"{name[0]}{at}"
        if any(key.endswith(f".{name}") for key in self._page.keys) or (place == 1 and kind == "INTEGER"):
            return rng.randrange(_GROUPS)
        if rng.random() < 0.15:
            return None
        day = date(2022, 6, 1) + timedelta(days=rng.randrange(600))
        if kind == "TIMESTAMP":
            return datetime(day.year, day.month, day.day, rng.randrange(24), rng.randrange(60), at % 60)
        if kind == "DATE":
            return day
        if kind == "BOOLEAN":
            return rng.random() < 0.4
        if kind == "VARCHAR":
            return f"{rng.choice('abcXYZ')}{rng.randrange(30)}"
        return rng.randrange(1, 3000) if kind == "INTEGER" else round(rng.uniform(-5, 60), 2)

    def values(self, sql: str, kind: str) -> list[tuple[Any, ...]]:
        """What an expression gives for each group, or each row, in their order."""
        keys = ", ".join(self._page.keys)
        grouped = "" if self._page.stays else f"GROUP BY {keys}"
        query = f"SELECT {keys}, CAST({sql} AS {kind}) FROM {self._page.start} {grouped} ORDER BY {keys}"
        rows = self._connection.execute(query).fetchall()
        return [tuple(round(v, 6) if isinstance(v, float) else v for v in row) for row in rows]
