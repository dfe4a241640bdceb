"""The bank: every example binds, uses what it shows, and is found for rules like it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from signoff.core.domain.masking import MaskedColumn, MaskedRule
from signoff.core.errors import SignoffError
from signoff.core.prompt import examples
from signoff.core.prompt.examples import Example, ExampleBank, columns_from

BANK = ExampleBank.load()
ALL = BANK.fixed + BANK.others


def test_the_bank_is_large_enough() -> None:
    assert 15 <= len(BANK.fixed) <= 20
    assert len(BANK.others) >= 700


def test_no_rule_stands_twice_with_different_sql() -> None:
    seen: dict[tuple[str, str], str] = {}
    for example in ALL:
        shape = (example.rule.text, str(example.rule.columns))
        assert seen.setdefault(shape, example.sql) == example.sql


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


@pytest.mark.parametrize("example", ALL, ids=lambda example: example.rule.text[:50])
def test_every_example_binds(example: Example, connection: duckdb.DuckDBPyConnection) -> None:
    columns = ", ".join(f"{column.alias} {column.type}" for column in example.rule.columns)
    connection.execute(f"CREATE OR REPLACE TABLE t ({columns})")
    connection.execute(f"SELECT {example.sql} FROM t")
    assert all(value in example.sql for value in example.rule.literals)


def test_the_nearest_example_is_of_the_same_kind_and_stands_last() -> None:
    dates = columns_from("date_01 DATE, date_02 DATE")
    rule = MaskedRule("days between date_01 and date_02", dates, target_type="INTEGER")
    chosen = BANK.nearest(rule, 3)
    assert len(chosen) == 3
    assert "date_diff('day'" in chosen[-1].sql
    assert not any(example.rule.condition or example.rule.aggregate for example in chosen)


@pytest.mark.parametrize(
    ("rule", "columns", "kind", "wanted"),
    [
        ("minutes date_01 to date_02", "date_01 TIMESTAMP, date_02 TIMESTAMP", "INTEGER", "date_diff('minute'"),
        ("how many different text_01 with num_01 over 9", "text_01 VARCHAR, num_01 INTEGER", "sum", "DISTINCT"),
        ("position of num_01 within text_01, highest first", "num_01 INTEGER, text_01 VARCHAR", "INTEGER", "rank()"),
        ("S -> small, L -> large, anything else odd", "text_01 VARCHAR", "VARCHAR", "WHEN text_01 = 'N'"),
        ("num_01 before, per text_01 by date_01", "num_01 DOUBLE, text_01 VARCHAR, date_01 DATE", "DOUBLE", "lag("),
        ("age in full years today, born date_01", "date_01 DATE", "INTEGER", "current_date"),
    ],
)  # fmt: skip
def test_the_nearest_example_does_what_the_rule_asks(rule: str, columns: str, kind: str, wanted: str) -> None:
    is_grouped = kind == "sum"
    target_type = "INTEGER" if is_grouped else kind
    masked = MaskedRule(rule, columns_from(columns), target_type=target_type, aggregate=is_grouped)
    assert wanted in BANK.nearest(masked, 3)[-1].sql


def test_what_an_example_is_about_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[MaskedRule] = []
    monkeypatch.setattr(examples, "features", lambda rule: read.append(rule) or frozenset({"~sum"}))
    bank = ExampleBank.load()
    rules = [MaskedRule("a", ()), MaskedRule("b", ())]
    for rule in rules:
        bank.nearest(rule, 3)
    assert len(read) == len(bank.others) + len(rules)


def test_columns_are_read_with_their_digits() -> None:
    assert columns_from("num_01 DECIMAL(10,2), text_01 VARCHAR") == (
        MaskedColumn("num_01", "DECIMAL(10,2)", is_source=True),
        MaskedColumn("text_01", "VARCHAR", is_source=True),
    )


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "fixed.yml").write_text("- {rule: x}\n", encoding="utf-8")
    with pytest.raises(SignoffError, match=r"Entry 1 .*fixed\.yml"):
        ExampleBank.load(tmp_path)
