"""What passes the gates and what never runs: the cases are in tests/cases/sql."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.problems import SqlFailed, SqlRefused
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Job, Sandbox

CASES = Path("tests/cases/sql")
HOSTILE = yaml.safe_load((CASES / "hostile.yml").read_text(encoding="utf-8"))
LEGITIMATE = yaml.safe_load((CASES / "legitimate.yml").read_text(encoding="utf-8"))
BEFORE = ((1, "Ann"), (2, None), (3, ""))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    orders = SampleTable(
        "orders",
        columns=(SourceColumn("id", "INTEGER"), SourceColumn("name", "VARCHAR")),
        rows=(("1", "Ann"), ("2", None), ("3", "")),
    )
    lines = SampleTable(
        "lines",
        columns=(
            SourceColumn("id", "INTEGER"),
            SourceColumn("order_id", "INTEGER"),
            SourceColumn("amount", "DECIMAL(18,2)"),
        ),
        rows=(("1", "1", "10.50"), ("2", "1", "-1"), ("3", "2", None)),
    )
    with Sandbox() as opened:
        opened.load([orders, lines])
        yield opened


@pytest.mark.parametrize("sql", HOSTILE)
def test_hostile_text_is_not_run(sandbox: Sandbox, sql: str) -> None:
    for kind in ("bind", "run", "count"):
        outcome = sandbox.ask([Job(kind, sql, 5)])[0]
        assert outcome.error.endswith("."), f"{kind} ran"
    with pytest.raises((SqlRefused, SqlFailed)):
        sandbox.bind(sql)
    assert sandbox.run("select id, name from orders").rows == BEFORE


@pytest.mark.parametrize("sql", LEGITIMATE)
def test_legitimate_text_runs(sandbox: Sandbox, sql: str) -> None:
    run, bind, count = sandbox.ask([Job("run", sql, 1000), Job("bind", sql), Job("count", sql)])
    assert (run.error, bind.error, count.error) == ("", "", "")
    assert run.result is not None and count.count == len(run.result.rows)
    assert len(bind.columns) == len(run.result.columns)


def test_a_created_table_obeys_the_gates(sandbox: Sandbox) -> None:
    with pytest.raises(SqlRefused):
        sandbox.create_table("stolen", "select * from read_text('/etc/hostname')")
    with pytest.raises(SqlRefused):
        sandbox.create_table("itself", "select * from itself")
