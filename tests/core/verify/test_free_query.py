"""Queries somebody writes themselves."""

from __future__ import annotations

import threading
import time

import pytest

from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.progress import CancelToken
from signoff.core.verify.free_query import free_query

ENDLESS = (
    "select count(*) from range(100000) a, range(100000) b, range(100000) c where a.range + b.range > c.range"
)
LONG = "select range as n, 'text ' || range as t from range(50000000)"


@pytest.mark.parametrize(
    "sql, words",
    [
        (" \n", "no SQL to run"),
        ("delete from orders", "was not run. This SQL is a DELETE statement"),
        ("select * from read_csv('/etc/passwd')", "was not run. This SQL calls read_csv"),
        ("select nope from orders", "nope"),
    ],
)
def test_what_is_not_run_is_a_sentence(sandbox: Sandbox, sql: str, words: str) -> None:
    with pytest.raises(SignoffError, match=words):
        free_query(sql, sandbox)


def test_a_hundred_thousand_rows_come_through(sandbox: Sandbox) -> None:
    found = free_query("select range as n, 'text' as t, null as nothing from range(100001)", sandbox)
    assert (len(found.rows), found.more) == (100_000, True)
    assert found.rows[-1] == (99_999, "text", None)


@pytest.mark.parametrize("sql, limit", [(ENDLESS, 10), (LONG, 50_000_000)], ids=["computing", "sending rows"])
def test_a_running_query_stops_soon_after_cancel(sandbox: Sandbox, sql: str, limit: int) -> None:
    sandbox.count("select 1")
    token, asked = CancelToken(), 0.0

    def stop() -> None:
        nonlocal asked
        asked = time.monotonic()
        token.cancel()

    timer = threading.Timer(0.4, stop)
    timer.start()
    with pytest.raises(Cancelled):
        free_query(sql, sandbox, limit=limit, cancel=token)
    assert time.monotonic() - asked < 0.7
    timer.join()
    assert sandbox.count("select * from orders") == 4
