"""The approved models that are spoilt and rewritten, on sample rows and, to know the truth, on many more."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import yaml

from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "nochange"
MODELS = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "models").glob("*.sql"))]
TABLES: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / "tables.yml").read_text(encoding="utf-8"))
_SIZES = {"customers": 12, "orders": 40, "items": 60}
_VALUES: dict[str, tuple[str | None, ...]] = {
    "segment": ("RETAIL", "WHOLESALE", None, ""),
    "country": ("DE", "CH", "XX", None),
    "status": ("PAID", "OPEN", "VOID", None),
    "channel": ("SHOP", "WEB", "APP", None),
    "product": ("pen", "ink", "paper", "glue", None),
    "name": (" Ann", "Bob ", "Cid", "Dora Lee", None),
}

Rows = tuple[tuple[str | None, ...], ...]


def rows_of(table: str, times: int, seed: int) -> Rows:
    """Random rows of a table; `times` as many as its samples have."""
    chance = random.Random(f"{seed} {table}")
    return tuple(_row(table, n, times, chance) for n in range(1, _SIZES[table] * times + 1))


def _row(table: str, number: int, times: int, chance: random.Random) -> tuple[str | None, ...]:
    return tuple(_value(column, kind, number, times, chance) for column, kind in TABLES[table].items())


def _value(column: str, kind: str, number: int, times: int, chance: random.Random) -> str | None:
    if column == "id":
        return str(number)
    if column in ("customer_id", "parent_id", "order_id"):
        known = _SIZES["orders" if column == "order_id" else "customers"] * times
        return str(chance.randint(1, known + 1)) if chance.random() < 0.9 else None
    if column in _VALUES:
        return chance.choice(_VALUES[column])
    if kind == "DATE":
        return (date(2022, 6, 1) + timedelta(chance.randrange(900))).isoformat()
    if chance.random() < 0.15:
        return None
    if column == "qty":
        return str(chance.randint(0, 8))
    return str(chance.choice((0, 10, 20, chance.randint(1, 1200), chance.randint(1, 50) + 0.5)))


def samples() -> list[SampleTable]:
    """The sample rows a project would have."""
    return [
        SampleTable(
            table,
            columns=tuple(SourceColumn(name, kind) for name, kind in columns.items()),
            key=("id",),
            rows=rows_of(table, 1, 1),
        )
        for table, columns in TABLES.items()
    ]


class Truth:
    """Many rows, and what statements give on them, told by DuckDB itself."""

    def __init__(self, seeds: tuple[int, ...] = (2, 3)) -> None:
        self._connections = [self._filled(seed) for seed in seeds]

    def _filled(self, seed: int) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect()
        connection.execute("SET threads = 1")
        for table, columns in TABLES.items():
            listed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
            connection.execute(f"CREATE TABLE {table} ({listed})")
            marks = ", ".join("?" for _ in columns)
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows_of(table, 8, seed))
        return connection

    def of(self, sql: str) -> list[tuple[tuple[str, ...], Counter[Any]]] | None:
        """Names and rows, however often each occurs, for each filling; None where it does not run."""
        found = []
        for connection in self._connections:
            try:
                answer = connection.execute(sql)
                rows = answer.fetchall()
            except duckdb.Error:
                return None
            found.append((tuple(d[0].lower() for d in answer.description or ()), Counter(map(str, rows))))
        return found
