"""Texts on rows written by somebody who had not seen what the program reads: of each file so many are followed right.

`tests/cases/rows_blind` holds forty cases each of four trades; those that group rows are not scored here. *Right* means
the rows of the statement written by hand, over made-up tables, or the same but for rows without a value, of which most
texts say nothing; *silent* means other rows and no finding on them.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import duckdb
import pytest

from signoff.core.domain.findings import Severity
from tests.helpers import told_rows
from tests.helpers.told_rows import cases_of, drafted, expected, outcome

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "rows_blind"
OPEN = ("D203", "D205", "D206", "D207", "D217")
SAID = ("D204", "D214", "D215", *OPEN)
FLOORS = {"retail": 14, "hr_payroll": 14, "healthcare": 16, "subscriptions": 11}
MOST_SILENT = {"retail": 2, "hr_payroll": 4, "healthcare": 1, "subscriptions": 5}


class _Filled(random.Random):
    """Draws as always, but never the draw that leaves a value out."""

    def random(self) -> float:
        return max(super().random(), 0.13)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_as_many_texts_as_before_are_followed_right(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [case for each, case in cases_of(FOLDER) if each.startswith(name + "-")]
    single = [case for case in cases if "select" not in case and "group by" not in case["rows"]]
    results = [_result(case, monkeypatch) for case in single]
    assert results.count("right") >= FLOORS[name]
    assert results.count("silent") <= MOST_SILENT[name]


def _result(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> str:
    sql, plan = drafted(case)
    codes = [f.code for f in plan.findings]
    if any(f.severity is Severity.ERROR and f.code in OPEN for f in plan.findings):
        return "open"
    if _same(sql, case):
        return "right"
    with monkeypatch.context() as patched:
        patched.setattr(told_rows.random, "Random", _Filled)
        if _same(sql, case):
            return "right"
    return "assumed" if any(code in SAID for code in codes) else "silent"


def _same(sql: str, case: dict[str, Any]) -> bool:
    try:
        return outcome(sql, case) == outcome(expected(case), case)
    except duckdb.Error:
        return False
