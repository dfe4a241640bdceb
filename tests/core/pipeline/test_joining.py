"""Samples that join, samples drawn apart, and what is asked for then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlglot
import yaml

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Spec,
    TargetMapping,
)
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.joining import joins_of, survey
from signoff.core.verify.extract_request import DIALECTS, extract_request, queries
from signoff.core.verify.joins import Join
from signoff.core.verify.overlaps import overlaps
from signoff.core.verify.profile import profile

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "sources" / "joins.yml").read_text(encoding="utf-8")
)

ORDERS = SourceTable(
    "orders", (SourceColumn("order_id", "VARCHAR"), SourceColumn("cust", "VARCHAR")), ("order_id",)
)
CUSTOMERS = SourceTable(
    "customers", (SourceColumn("code", "VARCHAR"), SourceColumn("name", "VARCHAR")), ("code",)
)
LINES = SourceTable("lines", (SourceColumn("order_id", "VARCHAR"), SourceColumn("n", "VARCHAR")))


def _spec(join: str) -> Spec:
    columns = (
        ColumnMapping("t", "id", sources=(SourceRef("orders", "order_id"),), join=join),
        ColumnMapping("t", "who", sources=(SourceRef("customers", "name"),)),
    )
    return Spec("map.csv", targets=(TargetMapping("t", columns),))


@pytest.fixture(scope="module")
def engine() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_samples_join_or_are_said_not_to(engine: Sandbox, case: dict[str, list[str]]) -> None:
    orders = tuple((str(n), value) for n, value in enumerate(case["left"]))
    customers = tuple((value, "x") for value in case["right"])
    engine.load(
        [
            SampleTable("orders", columns=ORDERS.columns, rows=orders),
            SampleTable("customers", columns=CUSTOMERS.columns, rows=customers),
        ]
    )
    (fit,) = survey(_spec("orders.cust = customers.code"), engine).fits
    assert (fit.rows, fit.matched, fit.loosely) == tuple(case["counts"])
    assert fit.fits is case["fits"] and case["says"] in fit.sentence


def test_a_join_is_read_once_and_targets_are_no_sources() -> None:
    spec = _spec("orders.cust = customers.code and orders.order_id > 3")
    assert joins_of(spec, Schema((ORDERS, CUSTOMERS))) == (
        Join("t", "orders", ("cust",), "customers", ("code",)),
    )
    assert joins_of(spec, Schema((ORDERS,))) == ()


JOINS = (
    Join("t", "orders", ("cust",), "customers", ("code",)),
    Join("t", "orders", ("order_id",), "lines", ("order_id",)),
)


def test_the_request_runs_and_its_rows_join(engine: Sandbox) -> None:
    """Run on whole tables, the queries draw rows of which each finds its partner."""
    engine.load(
        [
            SampleTable(
                "orders",
                columns=ORDERS.columns,
                key=ORDERS.key,
                rows=tuple((f"o{n:03}", f"c{n % 50}") for n in range(400)),
            ),
            SampleTable(
                "customers", columns=CUSTOMERS.columns, rows=tuple((f"c{n}", "x") for n in range(40))
            ),
            SampleTable(
                "lines", columns=LINES.columns, rows=tuple((f"o{n % 400:03}", "1") for n in range(900))
            ),
        ]
    )
    keys, orders, customers, lines, *counts = queries(JOINS, engine.schema(), "duckdb", 30)
    assert [len(engine.run(each.sql).rows) for each in (keys, orders)] == [30, 30]
    drawn = {row[1] for row in engine.run(orders.sql).rows}
    assert {row[0] for row in engine.run(customers.sql).rows} == {
        code for code in drawn if int(code[1:]) < 40
    }
    assert len(engine.run(lines.sql).rows) == 90
    assert [engine.run(each.sql).rows[0][0] for each in counts] == [400, 40, 900, 80, 0]
    assert [each.file for each in counts] == [""] * 5


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_request_is_written_for_every_database(dialect: str) -> None:
    request = extract_request(JOINS, Schema((ORDERS, CUSTOMERS, LINES)), dialect)
    assert DIALECTS[dialect] in request and "Save as orders_keys.csv" in request
    assert len([each for each in sqlglot.parse(request, read=dialect) if each is not None]) == 9


def test_a_request_words_limits_as_the_database_does() -> None:
    schema = Schema((ORDERS, CUSTOMERS, LINES))
    assert "TOP 500" in extract_request(JOINS, schema, "tsql")
    assert "FETCH FIRST 500 ROWS ONLY" in extract_request(JOINS, schema, "oracle")


def test_columns_that_hold_the_same_values_are_found(engine: Sandbox) -> None:
    engine.load(
        [
            SampleTable(
                "orders", columns=ORDERS.columns, rows=tuple((f"o{n}", f"c{n % 7}") for n in range(20))
            ),
            SampleTable("customers", columns=CUSTOMERS.columns, rows=tuple((f"c{n}", "x") for n in range(9))),
        ]
    )
    found = overlaps([profile(name, engine) for name in ("orders", "customers")], engine)
    assert [(o.table, o.column, o.other_table, o.other_column, o.values, o.found) for o in found] == [
        ("orders", "cust", "customers", "code", 7, 7)
    ]
