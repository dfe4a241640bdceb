"""Documents made up of a few lines, for what is searched in them."""

from __future__ import annotations

from typing import Any

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SheetReading,
    SourceColumn,
    SourceRef,
    SourceTable,
    Spec,
    TargetMapping,
    UnusedCell,
)


def spec_of_case(case: dict[str, Any]) -> Spec:
    """A spec that says what a case of ``planted.yml`` lists."""
    rules = iter(case["rules"])
    targets = []
    for name, columns in case["targets"].items():
        rows = tuple(_row(name, column, source, next(rules, "")) for column, source in columns.items())
        targets.append(TargetMapping(name, rows))
    left = list(rules)
    remarks = [*case["descriptions"], *left]
    unused = tuple(UnusedCell(Cell("Notes", n, 1), text, "") for n, text in enumerate(remarks, 1))
    sheets = tuple(SheetReading(name, 1) for name in case["sheets"])
    return Spec(case["document"], sheets, tuple(targets), unused=unused)


def schema_of_case(case: dict[str, Any]) -> Schema:
    """Its source tables, without types."""
    tables = case["tables"].items()
    return Schema(
        tuple(SourceTable(name, tuple(SourceColumn(c, "VARCHAR") for c in cols)) for name, cols in tables)
    )


def _row(target: str, name: str, source: str, rule: str) -> ColumnMapping:
    table, column = source.split(".")
    return ColumnMapping(target, name, sources=(SourceRef(table, column),), rule=rule, rule_resolved=rule)
