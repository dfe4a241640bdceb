"""Every pattern compiler against its cases: rule texts with the SQL they compile to, or nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_condition, compile_rule

CASES = Path(__file__).parents[3] / "cases" / "patterns"


@dataclass(frozen=True)
class Case:
    """One case of a file, with the file's tables."""

    label: str
    data: dict[str, Any]
    tables: dict[str, dict[str, str]]


def _read() -> list[Case]:
    cases = []
    for path in sorted(CASES.glob("*.yml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        for at, data in enumerate(document["cases"]):
            text = data["rule"] if "rule" in data else data["condition"]
            cases.append(Case(f"{path.stem}-{at:03}-{text[:50]!r}", data, document["tables"]))
    return cases


def _scope(case: Case) -> Scope:
    """The file's tables as scope, the case's sources marked and first."""
    sources = case.data.get("sources", [])
    columns = [
        ScopeColumn(alias, table, SourceColumn(name, kind or ""), f"{alias}.{name}" in sources)
        for alias_table, names in case.tables.items()
        for alias, table in [alias_table.split()]
        for name, kind in names.items()
    ]
    columns.sort(
        key=lambda c: sources.index(f"{c.relation}.{c.column.name}") if c.is_source else len(sources)
    )
    grouped = case.data.get("grouped_by")
    by_name = {f"{c.relation}.{c.column.name}": c for c in columns}
    spoken = tuple((name, by_name[column]) for name, column in case.data.get("spoken", {}).items())
    kind = case.data.get("type", "")
    return Scope(tuple(columns), kind, grouped is not None, tuple(grouped or ()), spoken=spoken)


def _compiled(case: Case) -> Any:
    scope = _scope(case)
    if "condition" in case.data:
        return compile_condition(case.data["condition"], scope)
    sources = tuple(SourceRef(c.relation, c.column.name) for c in scope.sources)
    mapping = ColumnMapping(
        "target_table",
        "target_column",
        case.data.get("type", ""),
        sources,
        case.data["rule"],
        rule_kind=case.data.get("kind", ""),
        default=case.data.get("default", ""),
        note=case.data.get("note", ""),
    )
    return compile_rule(mapping, scope)


@lru_cache
def _connection(tables: str) -> duckdb.DuckDBPyConnection:
    """A database with a file's tables, empty."""
    connection = duckdb.connect()
    for key, names in json.loads(tables).items():
        columns = ", ".join(f'"{name}" {kind or "VARCHAR"}' for name, kind in names.items())
        connection.execute(f"CREATE TABLE {key.split()[1]} ({columns})")
    return connection


def _run(case: Case, sql: str, relations: str, values: list[Any]) -> tuple[Any, ...] | None:
    """First row of the expression over the relations, grouped as the case says."""
    grouped = case.data.get("grouped_by")
    keys = f" GROUP BY {', '.join(grouped)}" if grouped else ""
    connection = _connection(json.dumps(case.tables))
    return connection.execute(f"SELECT {sql} AS result FROM {relations}{keys}", values).fetchone()


@pytest.mark.parametrize("case", _read(), ids=lambda case: case.label)
def test_rule_compiles_as_stated(case: Case) -> None:
    expression = _compiled(case)
    assert (expression.sql if expression else None) == case.data["sql"]
    if expression is None:
        return
    relations = " CROSS JOIN ".join(f"{key.split()[1]} AS {key.split()[0]}" for key in case.tables)
    for sql in (expression.sql, *expression.alternatives):
        _run(case, sql, relations, [])
    if "origin" in case.data:
        assert expression.origin.value == case.data["origin"]
    if "alternatives" in case.data:
        assert list(expression.alternatives) == case.data["alternatives"]
    if "remarks" in case.data:
        assert [finding.code for finding in expression.findings] == case.data["remarks"]


@pytest.mark.parametrize("case", [c for c in _read() if "rows" in c.data], ids=lambda case: case.label)
def test_rule_gives_the_stated_values(case: Case) -> None:
    expression = _compiled(case)
    columns = [
        (key.split()[0], name, kind) for key, names in case.tables.items() for name, kind in names.items()
    ]
    made_up = {alias: [] for alias, _, _ in columns}
    for alias, name, kind in columns:
        made_up[alias].append(f'CAST(? AS {kind or "VARCHAR"}) AS "{name}"')
    relations = " CROSS JOIN ".join(f"(SELECT {', '.join(c)}) AS {alias}" for alias, c in made_up.items())
    for row in case.data["rows"]:
        values = [row["in"].get(f"{alias}.{name}") for alias, name, _ in columns]
        found = _run(case, f"CAST({expression.sql} AS VARCHAR)", relations, values)
        assert found == (row["out"] if row["out"] is None else str(row["out"]),)
