"""The first witness: what two texts say of each column, whatever the way they are written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.verify.nochange.by_text import by_text
from tests.core.verify.nochange_models import TABLES

CASES = yaml.safe_load(Path("tests/cases/nochange/texts.yml").read_text(encoding="utf-8"))
KEYED = ("customers", "orders")
SCHEMA = Schema(
    tuple(
        SourceTable(
            name,
            tuple(SourceColumn(column, kind) for column, kind in columns.items()),
            ("id",) if name in KEYED else (),
        )
        for name, columns in TABLES.items()
    )
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_what_the_texts_say(case: dict[str, Any]) -> None:
    found = by_text(case["old"], case["new"], SCHEMA)
    assert found.reason == ""
    assert found.rows.state.value == case.get("rows", "same"), found.rows.reason
    differing = [name for name, witness in found.columns.items() if not witness.same]
    assert differing == case.get("differ", [])
    assert all(witness.reason for witness in (found.rows, *found.columns.values()) if witness.differs)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_text_is_the_same_as_itself(case: dict[str, Any]) -> None:
    for text in (case["old"], case["new"]):
        found = by_text(text, f"-- again\n{text.upper() if chr(39) not in text else text}", SCHEMA)
        assert found.rows.same and all(witness.same for witness in found.columns.values())


def test_a_renamed_column_is_found_by_what_it_holds() -> None:
    found = by_text("select a + 1 as b, c from t", "select 1 + a as z, c from t", SCHEMA)
    assert dict(found.moved) == {"z": "b"}


def test_quoted_names_are_told_apart_where_the_dialect_does() -> None:
    old, new = 'select "Amount" as a from t', "select amount as a from t"
    assert by_text(old, new, Schema(), dialect="snowflake").columns["a"].differs
    assert by_text(old, new, Schema()).columns["a"].same


def test_what_is_no_sql_gives_a_reason_and_no_opinion() -> None:
    found = by_text("select a from t", "selct a frm t", SCHEMA)
    assert found.rows.state.value == "could not run" and "line 1" in found.reason


def test_five_hundred_columns_through_ten_ctes_are_followed() -> None:
    names = [f"col_{n}" for n in range(500)]
    ctes = [f"c0 as (select {', '.join(names)} from raw_table)"]
    ctes += [
        f"c{k} as (select {', '.join(_item(name, n, k) for n, name in enumerate(names))} from c{k - 1} as s)"
        for k in range(1, 10)
    ]
    text = f"with {', '.join(ctes)} select {', '.join(names)} from c9"
    found = by_text(text, text.replace("coalesce(s.col_7, 0)", "coalesce(s.col_7, 1)"), SCHEMA)
    assert [name for name, witness in found.columns.items() if not witness.same] == ["col_7"]
    assert found.rows.same and len(found.columns) == 500


def _item(name: str, number: int, level: int) -> str:
    return f"coalesce(s.{name}, 0) as {name}" if number % 10 == level else f"s.{name}"
