"""What an expression leaves out of its rule is seen; slips that can't be meant are mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

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
