"""Rows told around a grid in many wordings: the same rows as those of a statement written by hand, or a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from signoff.core.domain.findings import Severity
from tests.helpers.told_rows import cases_of, drafted, expected, outcome

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "rows_told"
CASES = list(cases_of(FOLDER))
OPEN = ("D203", "D205", "D206", "D207", "D217")
"""Codes of findings that say that a part was not understood."""


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_rows_are_those_that_are_told_or_are_asked_about(case: dict[str, Any]) -> None:
    sql, plan = drafted(case)

    left_open = [f.code for f in plan.findings if f.severity is Severity.ERROR and f.code in OPEN]
    if case.get("asks"):
        assert any(f.severity is Severity.ERROR for f in plan.findings)
    else:
        assert outcome(sql, case) == outcome(expected(case), case)
        assert not left_open


def test_there_are_a_dozen_wordings_for_each_habit() -> None:
    names = [name.partition("-")[0] for name, _ in CASES]
    assert all(names.count(name) >= 12 for name in names)
