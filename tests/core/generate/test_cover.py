"""What an expression leaves out of its rule is seen; slips that can't be meant are mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.resources import resources_folder
from signoff.core.generate.cover import left_out
from signoff.core.generate.mending import mended

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/cover/rules.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['sql']} | {case['rule']}"[:60] for case in CASES])
def test_left_out_pieces_are_named(case: dict[str, Any]) -> None:
    sources, aggregate = case.get("sources", ()), case.get("aggregate", False)
    assert list(left_out(case["sql"], case["rule"], sources, aggregate=aggregate)) == case["left_out"]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("lower(a) = 'ABC'", "LOWER(a) = 'abc'"),
        ("'abc' = upper(trim(a))", "'ABC' = UPPER(TRIM(a))"),
        ("upper(a) IN ('x', 'Y')", "UPPER(a) IN ('X', 'Y')"),
        ("a = 'ABC'", "a = 'ABC'"),
        ("lower(a) = 'abc'", "lower(a) = 'abc'"),
        ("lower(a) = (", "lower(a) = ("),
    ],
)
def test_texts_take_the_case_they_are_compared_in(sql: str, expected: str) -> None:
    assert mended(sql) == expected


OMISSIONS = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/cover/omissions.yml").read_text(encoding="utf-8")
)
_LEAVING_OUT = [(case, what, sql) for case in OMISSIONS for what, sql in case["omits"].items()]
_RIGHT = [(case, sql) for case in OMISSIONS for sql in case["right"]]


def _missed(case: dict[str, Any], sql: str) -> tuple[str, ...]:
    return left_out(sql, case["rule"], aggregate=case.get("aggregate", False))


@pytest.mark.parametrize(
    ("case", "sql"), [(c, sql) for c, _, sql in _LEAVING_OUT], ids=[f"{w} | {s}" for _, w, s in _LEAVING_OUT]
)
def test_an_omission_is_seen(case: dict[str, Any], sql: str) -> None:
    assert _missed(case, sql)


def test_there_are_100_omissions_and_a_right_expression_is_hardly_blamed() -> None:
    assert len(_LEAVING_OUT) >= 100 and len(_RIGHT) >= 100
    blamed = [(case["rule"], sql, found) for case, sql in _RIGHT if (found := _missed(case, sql))]
    assert len(blamed) <= 0.03 * len(_RIGHT), blamed


def test_the_worked_examples_and_what_is_compiled_are_hardly_blamed() -> None:
    shipped = [row for file in sorted(resources_folder().glob("examples/*.yml")) for row in _rows(file)]
    folder = Path(__file__).parents[2] / "cases/patterns"
    compiled = [row for file in sorted(folder.glob("P*.yml")) for row in _rows(file) if row.get("sql")]
    for rows in (shipped, compiled):
        blamed = [
            row["rule"] for row in rows if left_out(row["sql"], row["rule"], aggregate=_is_grouped(row))
        ]
        assert len(blamed) <= 0.03 * len(rows), blamed


def _rows(file: Path) -> list[dict[str, Any]]:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    rows = data if isinstance(data, list) else data["cases"]
    return [row for row in rows if isinstance(row, dict) and row.get("rule") and "answer" not in row]


def _is_grouped(row: dict[str, Any]) -> bool:
    return row.get("kind") == "aggregate" or bool(row.get("grouped_by"))
