"""Rules in ordinary sentences as they most likely mean: readings as data, near misses among them, and each runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn
from signoff.core.merge.likely.everyday.reading import likely_everyday
from signoff.core.merge.likely.parts import likely_part
from signoff.core.merge.likely.values.branches import likely_branches
from signoff.core.merge.likely.values.said import likely_said
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.pipeline.likely_values import tools_for

FOLDER = Path(__file__).resolve().parents[3] / "cases" / "likely"


def _cases(name: str) -> list[Any]:
    return list(yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8")))


def _tools(case: dict[str, Any]) -> Tools:
    columns = tuple(
        ScopeColumn("t", "t", SourceColumn(*each.split()), is_source=True)
        for each in case["columns"].split(", ")
    )
    mapping = ColumnMapping("t", "x", "", rule=case["rule"], note=case.get("note", ""))
    return tools_for(mapping, Scope(columns, case.get("type", "VARCHAR")))


def _runs(case: dict[str, Any], sql: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"create table t ({case['columns']})")
        connection.execute(f"select {sql} from t")


def _reads(case: dict[str, Any], reader: Callable[[str, Tools], str]) -> None:
    sql = reader(case["rule"], _tools(case))
    assert sql == case["means"]
    if sql:
        _runs(case, sql)


@pytest.mark.parametrize("case", _cases("branches"), ids=lambda case: case["rule"][:60])
def test_values_by_cases(case: dict[str, Any]) -> None:
    _reads(case, likely_branches)


@pytest.mark.parametrize("case", _cases("said"), ids=lambda case: case["rule"][:60])
def test_value_with_what_is_said_of_it(case: dict[str, Any]) -> None:
    _reads(case, likely_said)


@pytest.mark.parametrize("case", _cases("everyday"), ids=lambda case: case["rule"][:60])
def test_everyday_words(case: dict[str, Any]) -> None:
    _reads(case, likely_everyday)


@pytest.mark.parametrize("case", _cases("parts"), ids=lambda case: case["rule"][:60])
def test_what_holds_for_one_part(case: dict[str, Any]) -> None:
    found = {part: likely_part(case["rule"], part, list(case["parts"])) for part in case["parts"]}
    assert found == case["parts"]
