"""SQL text: what is read, what is refused, and that depth never becomes a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.engines import sqltext
from signoff.core.engines.sqltext import SqlTextError

CASES: dict[str, list[Any]] = yaml.safe_load(Path("tests/cases/sql/text.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["expression"], ids=lambda case: case["sql"])
def test_expression(case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(SqlTextError, match=case["error"]) as refused:
            sqltext.parse_expression(case["sql"])
        assert "secret" not in str(refused.value)
        return
    tree = sqltext.parse_expression(case["sql"])
    if "columns" in case:
        assert sqltext.expression_columns(tree) == tuple(tuple(pair) for pair in case["columns"])
    if "reads_as" in case:
        assert sqltext.render(tree) == case["reads_as"]


@pytest.mark.parametrize("case", CASES["query"], ids=lambda case: case["sql"])
def test_query(case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(SqlTextError, match=case["error"]):
            sqltext.parse_query(case["sql"])
        return
    assert set(sqltext.query_tables(sqltext.parse_query(case["sql"]))) == set(case["tables"])


@pytest.mark.parametrize(("one", "other"), CASES["equal"])
def test_equal(one: str, other: str) -> None:
    assert sqltext.normalise(one) == sqltext.normalise(other)


@pytest.mark.parametrize(("one", "other"), CASES["different"])
def test_different(one: str, other: str) -> None:
    assert sqltext.normalise(one) != sqltext.normalise(other)


@pytest.mark.parametrize("case", CASES["translated"], ids=lambda case: case["dialect"])
def test_translated(case: dict[str, str]) -> None:
    assert sqltext.to_dialect(case["sql"], case["dialect"]) == case["text"]


@pytest.mark.parametrize("times", [10, 48, 60, 5000])
@pytest.mark.parametrize("shape", CASES["deep"], ids=lambda shape: shape["open"] + shape["close"])
def test_depth_is_read_or_refused(shape: dict[str, str], times: int) -> None:
    sql = "select " + shape["open"] * times + shape.get("core", "1") + shape["close"] * times
    if times > sqltext.DEEPEST:
        with pytest.raises(SqlTextError, match="levels deep"):
            sqltext.parse_query(sql if "core" not in shape else sql.replace("select", "select * from", 1))
        return
    if "core" in shape:
        sql = "select * from " + sql.removeprefix("select ")
    tree = sqltext.parse_query(sql)
    assert sqltext.render(tree.copy())


def test_a_long_chain_is_not_deep() -> None:
    assert sqltext.depth(" || ".join(["t.a"] * 500)) <= 2
    assert sqltext.depth(" and ".join(["t.a is not null"] * 500)) <= 3
    sqltext.parse_expression(" + ".join(["a"] * 500))
