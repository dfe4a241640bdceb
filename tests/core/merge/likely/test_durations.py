"""Rows that go by how long they last."""

from __future__ import annotations

import duckdb
import pytest

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.spec import SourceColumn
from signoff.core.merge.likely.durations import likely_duration

COLUMNS = tuple(
    ScopeColumn("ride", "ride", SourceColumn(name, kind))
    for name, kind in (("ride_no", "INTEGER"), ("began_at", "TIMESTAMP"), ("ended_at", "TIMESTAMP"))
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("rides under 60 seconds are dropped (ended_at - began_at)", [2, 3]),
        ("leave out rides longer than 2 minutes, from began_at to ended_at", [1, 3]),
        ("only rides of at least 60 seconds (ended_at - began_at)", [2]),
    ],
)
def test_rows_that_stay(text: str, kept: list[int]) -> None:
    sql = likely_duration(text, COLUMNS)
    with duckdb.connect() as connection:
        connection.execute("create table ride (ride_no integer, began_at timestamp, ended_at timestamp)")
        connection.execute(
            "insert into ride values (1, '2024-01-01 10:00:00', '2024-01-01 10:00:59'),"
            " (2, '2024-01-01 10:00:00', '2024-01-01 10:03:00'), (3, '2024-01-01 10:00:00', null)"
        )
        rows = connection.execute(f"select ride_no from ride where {sql} order by 1").fetchall()
    assert [number for (number,) in rows] == kept


@pytest.mark.parametrize(
    "text",
    [
        "rides under 60 seconds (ended_at - began_at)",
        "rides under 60 seconds are dropped",
        "rides under 60 seconds are dropped (ended_at - ride_no)",
        "rides that are dropped (ended_at - began_at)",
    ],
)
def test_what_is_not_told_wholly_is_nothing(text: str) -> None:
    assert likely_duration(text, COLUMNS) == ""
