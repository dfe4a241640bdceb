"""Every lint rule, on cases that stand as data in tests/cases/lint."""

from __future__ import annotations

from typing import Any

import pytest

from signoff.core.domain.cells import Cell
from signoff.core.domain.resources import resources_folder
from signoff.core.lint import lint
from signoff.core.lint.help_page import PAGE, module_of, page
from signoff.core.lint.rules import RULES
from tests.helpers.lint_cases import CASES, cases, found_in, spec_of


@pytest.mark.parametrize(("code", "case"), cases())
def test_rule(code: str, case: dict[str, Any]) -> None:
    found = [f for f in found_in(case) if f.code == code]
    assert [(f.target, f.column, str(f.severity)) for f in found] == [
        tuple(each) for each in case.get("finds", [])
    ], [f.message for f in found]
    for finding, words in zip(found, case.get("says", []), strict=False):
        assert words in finding.message


def test_every_rule_has_cases_and_a_help_text() -> None:
    for check in RULES:
        module = check.__module__.rpartition(".")[2]
        code = module[:3]
        text = __import__(check.__module__, fromlist=["x"]).__doc__
        assert (CASES / f"{code}.yml").exists()
        assert all(part in text for part in ("Why:", "Bad:", "Good:")), module


def test_a_finding_names_its_cell() -> None:
    spec = spec_of({"t": {"columns": [{"name": "region"}]}})
    assert lint(spec)[0].cell == Cell("t", 2, 3)


def test_the_help_page_is_written_from_the_rules() -> None:
    written = (resources_folder() / "help" / PAGE).read_text(encoding="utf-8")
    assert written == page(), "run python -m signoff.core.lint.help_page"
    assert all(f"## {module_of(check)[:3]}: " in written for check in RULES)
