"""A spec as the JSON that `signoff parse --json` promises; see docs/parse-json.md."""

from __future__ import annotations

from typing import Any

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import ColumnMapping, Role, Spec, Step


def contract(spec: Spec) -> dict[str, Any]:
    """Plain data for `signoff parse --json`: keys and their order are a contract."""
    return {
        "sheets": [
            {
                "sheet": each.sheet,
                "header_row": each.header_row,
                "roles": {letter: str(role) for letter, role in each.roles if role is not Role.OTHER},
            }
            for each in spec.sheets
        ],
        "targets": [
            {
                "name": target.name,
                "columns": [_column(column) for column in target.columns],
                "steps": [_step(step) for step in target.steps],
            }
            for target in spec.targets
        ],
        "findings": [finding_data(finding) for finding in spec.findings],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "cell": _cell(finding.cell),
        "message": finding.message,
    }


def _column(column: ColumnMapping) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": column.type,
        "sources": _sources(column),
        "rule": column.rule,
        "rule_resolved": column.rule_resolved,
        "cell": _cell(column.cell),
    }


def _sources(column: ColumnMapping) -> list[dict[str, Any]]:
    """Source columns; where a row names tables alone, those."""
    if column.sources:
        return [{"table": ref.table, "column": ref.column} for ref in column.sources]
    return [{"table": table, "column": ""} for table in column.source_tables]


def _step(step: Step) -> dict[str, Any]:
    return {
        "section": step.section,
        "order": step.order,
        "kind": str(step.kind),
        "table": step.table,
        "alias": step.alias,
        "condition": step.condition,
        "cell": _cell(step.cell),
    }


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    return None if cell is None else {"sheet": cell.sheet, "row": cell.row, "column": cell.column}
