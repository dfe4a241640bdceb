"""Every lint rule, on cases that stand as data in tests/cases/lint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.cells import Cell
from signoff.core.domain.codec import from_data
from signoff.core.domain.resources import resources_folder
from signoff.core.domain.spec import Schema, Spec
from signoff.core.lint import lint
from signoff.core.lint.help_page import PAGE, module_of, page
from signoff.core.lint.rules import RULES

CASES = Path(__file__).parents[2] / "cases" / "lint"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("L*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}"))
    return found


def _schema(tables: dict[str, dict[str, str]]) -> dict[str, Any]:
    return {
        "tables": [
            {
                "name": name,
                "columns": [
                    {
                        "name": c,
                        "type": kind.removesuffix(" NOT NULL"),
                        "nullable": not kind.endswith(" NOT NULL"),
                    }
                    for c, kind in columns.items()
                ],
            }
            for name, columns in tables.items()
        ]
    }


def _spec(targets: dict[str, Any], unused: dict[str, str] | None = None) -> Spec:
    """A spec from short data: `{target: {columns: [{name, sources: [t.c], …}], steps: […]}}`.

    Unused cells stand under their sheets, one a sheet.
    """
    built = []
    for target, parts in targets.items():
        columns = []
        for row, column in enumerate(parts.get("columns", []), 2):
            refs = [ref.rpartition(".") for ref in column.get("sources", [])]
            columns.append(
                {
                    "rule_resolved": column.get("rule", ""),
                    **column,
                    "target": target,
                    "sources": [{"table": table, "column": name} for table, _, name in refs],
                    "cell": {"sheet": target, "row": row, "column": 3},
                }
            )
        steps = [{"target": target, "order": n, **step} for n, step in enumerate(parts.get("steps", []), 1)]
        built.append({"name": target, "columns": columns, "steps": steps})
    cells = [
        {"cell": {"sheet": sheet, "row": 1, "column": 1}, "text": text, "reason": "no mapping on the sheet"}
        for sheet, text in (unused or {}).items()
    ]
    return from_data({"document": "case.xlsx", "targets": built, "unused": cells}, Spec)


@pytest.mark.parametrize(("code", "case"), _cases())
def test_rule(code: str, case: dict[str, Any]) -> None:
    schema = from_data(_schema(case["schema"]), Schema) if "schema" in case else None
    found = [f for f in lint(_spec(case["targets"], case.get("unused")), schema) if f.code == code]
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
    spec = _spec({"t": {"columns": [{"name": "region"}]}})
    assert lint(spec)[0].cell == Cell("t", 2, 3)


def test_the_help_page_is_written_from_the_rules() -> None:
    written = (resources_folder() / "help" / PAGE).read_text(encoding="utf-8")
    assert written == page(), "run python -m signoff.core.lint.help_page"
    assert all(f"## {module_of(check)[:3]}: " in written for check in RULES)
