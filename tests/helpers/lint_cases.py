"""Lint cases as data: short specs and schemas from tests/cases/lint."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.codec import from_data
from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import Schema, Spec
from signoff.core.lint import lint

CASES = Path(__file__).parents[1] / "cases" / "lint"


def cases() -> list[Any]:
    """Every case as a pytest parameter: code of the rule, and the case."""
    found = []
    for path in sorted(CASES.glob("L*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}"))
    return found


def schema_of(case: dict[str, Any]) -> Schema | None:
    """The case's tables; None when it gives none."""
    if "schema" not in case:
        return None
    tables: dict[str, dict[str, str]] = case["schema"]
    data = {
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
    return from_data(data, Schema)


@dataclass(frozen=True)
class CaseSamples:
    """The sample rows of a case: different values by `table.column`, and how many keys are doubled in a table."""

    columns: dict[str, list[str]]
    keys: dict[str, int]

    def values(self, table: str, column: str) -> tuple[str, ...]:
        """The case's values of that column."""
        return tuple(self.columns.get(f"{table}.{column}", ()))

    def doubled(self, table: str, columns: tuple[str, ...]) -> int:
        """What the case says of `table.column+column`."""
        return self.keys.get(f"{table}.{'+'.join(columns)}", 0)


def samples_of(case: dict[str, Any]) -> CaseSamples | None:
    """The case's sample rows; None when it gives none."""
    if "values" not in case and "doubled" not in case:
        return None
    return CaseSamples(case.get("values", {}), case.get("doubled", {}))


def found_in(case: dict[str, Any]) -> tuple[Finding, ...]:
    """What lint finds in a case."""
    return lint(spec_of(case["targets"], case.get("unused")), schema_of(case), samples_of(case))


def spec_of(targets: dict[str, Any], unused: dict[str, str] | None = None) -> Spec:
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
        built.append({"name": target, "columns": columns, "steps": steps, "listed": parts.get("listed", [])})
    cells = [
        {"cell": {"sheet": sheet, "row": 1, "column": 1}, "text": text, "reason": "no mapping on the sheet"}
        for sheet, text in (unused or {}).items()
    ]
    return from_data({"document": "case.xlsx", "targets": built, "unused": cells}, Spec)
