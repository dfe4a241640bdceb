"""Rules as many people word them: what they compile to gives the same values as the SQL beside them."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

import duckdb
import pytest

from tests.helpers.spoken_wordings import WORDINGS, Wording, columns_of_orders, compiled

ROWS = 60
_WORDS = {
    "status": ("SHIPPED", "CANCELLED", "RETURNED", "OPEN", None),
    "channel": ("web", "shop", "phone", None),
    "country": ("CH", "DE", "FR"),
    "product_code": ("A1", "B2", "c3 ", None),
}


def _value(name: str, kind: str, place: int, rng: random.Random) -> Any:
    if name == "order_id":
        return place
    if name == "customer_id":
        return place % 7
    if name in _WORDS:
        return rng.choice(_WORDS[name])
    if rng.random() < 0.12:
        return None
    if name in ("epoch_s", "epoch_ms"):
        return rng.randrange(1_600_000_000, 1_700_000_000) * (1000 if name == "epoch_ms" else 1)
    day = date(2022, 1, 1) + timedelta(days=rng.randrange(900))
    if name == "day_number":
        return int(day.strftime("%Y%m%d"))
    if kind.startswith("TIMESTAMP"):
        return datetime(day.year, day.month, day.day, rng.randrange(24), rng.randrange(60))
    if kind == "DATE":
        return day
    if kind == "BOOLEAN":
        return rng.random() < 0.5
    if kind == "VARCHAR":
        return f" {rng.choice('abcXYZ')}{rng.randrange(30)}"
    return rng.randrange(-2, 300) if kind == "INTEGER" else round(rng.uniform(-20, 400), 2)


@lru_cache
def _connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    columns = columns_of_orders()
    connection.execute(f"CREATE TABLE orders ({', '.join(f'{n} {k}' for n, k in columns.items())})")
    rng = random.Random(4)
    for place in range(ROWS):
        row = [_value(name, kind, place, rng) for name, kind in columns.items()]
        connection.execute(f"INSERT INTO orders VALUES ({', '.join('?' * len(row))})", row)
    connection.execute("INSERT INTO orders (order_id, customer_id) VALUES (99, 99)")
    return connection


def _values(sql: str, wording: Wording) -> list[tuple[Any, ...]]:
    """What an expression gives for each row, or each group, in their order."""
    keys = ", ".join(wording.grouped_by or ("o.order_id",))
    grouped = f"GROUP BY {keys}" if wording.grouped_by else ""
    kind = wording.kind or "VARCHAR"
    query = f"SELECT {keys}, CAST({sql} AS {kind}) AS result FROM orders AS o {grouped} ORDER BY {keys}"
    return [
        tuple(round(v, 6) if isinstance(v, float) else v for v in row)
        for row in _connection().execute(query).fetchall()
    ]


def same_values(wording: Wording, sql: str) -> bool:
    """Whether two expressions give the same over the made-up rows."""
    assert wording.wanted is not None
    return _values(sql, wording) == _values(wording.wanted, wording)


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda w: f"{w.file}-{w.rule[:60]}")
def test_a_wording_gives_the_values_meant(wording: Wording) -> None:
    made = compiled(wording)
    if wording.wanted is None:
        assert made is None, f"{wording.rule!r} became {made.sql}"
        return
    assert made is not None, f"{wording.rule!r} was not understood"
    assert same_values(wording, made.sql), f"{wording.rule!r} became {made.sql}"
