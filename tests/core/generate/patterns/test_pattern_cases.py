"""Every pattern compiler against its cases: rule texts with the SQL they compile to, or nothing; some run on rows."""

from __future__ import annotations

from dataclasses import dataclass
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
    columns.sort(key=lambda c: sources.index(f"{c.relation}.{c.column.name}") if c.is_source else len(sources))
    grouped = case.data.get("grouped_by")
    return Scope(tuple(columns), case.data.get("type", ""), grouped is not None, tuple(grouped or ()))


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
    )
    return compile_rule(mapping, scope)


def _bound(case: Case, sql: str) -> None:
    """Runs the expression over the file's tables, empty: what does not bind is wrong whatever it says."""
    with duckdb.connect() as connection:
        tables = [key.split() for key in case.tables]
        for alias, table in tables:
            columns = ", ".join(f'"{n}" {k or "VARCHAR"}' for n, k in case.tables[f"{alias} {table}"].items())
            connection.execute(f"CREATE TABLE {table} ({columns})")
        relations = " CROSS JOIN ".join(f"{table} AS {alias}" for alias, table in tables)
        grouped = case.data.get("grouped_by")
        keys = f" GROUP BY {', '.join(grouped)}" if grouped else ""
        connection.execute(f"SELECT {sql} AS result FROM {relations}{keys}").fetchall()


@pytest.mark.parametrize("case", _read(), ids=lambda case: case.label)
def test_rule_compiles_as_stated(case: Case) -> None:
    expression = _compiled(case)
    assert (expression.sql if expression else None) == case.data["sql"]
    if expression is None:
        return
    for sql in (expression.sql, *expression.alternatives):
        _bound(case, sql)
    if "origin" in case.data:
        assert expression.origin.value == case.data["origin"]
    if "alternatives" in case.data:
        assert list(expression.alternatives) == case.data["alternatives"]
    if "remarks" in case.data:
        assert [finding.code for finding in expression.findings] == case.data["remarks"]


@pytest.mark.parametrize("case", [c for c in _read() if "rows" in c.data], ids=lambda case: case.label)
def test_rule_gives_the_stated_values(case: Case) -> None:
    expression = _compiled(case)
    for row in case.data["rows"]:
        given, wanted = row["in"], row["out"]
        by_alias: dict[str, list[str]] = {key.split()[0]: [] for key in case.tables}
        with duckdb.connect() as connection:
            for key, names in case.tables.items():
                alias = key.split()[0]
                for name, kind in names.items():
                    by_alias[alias].append(f'CAST(? AS {kind or "VARCHAR"}) AS "{name}"')
            values = [given.get(f"{key.split()[0]}.{n}") for key, names in case.tables.items() for n in names]
            relations = " CROSS JOIN ".join(f"(SELECT {', '.join(c)}) AS {a}" for a, c in by_alias.items())
            keys = f" GROUP BY {', '.join(case.data['grouped_by'])}" if case.data.get("grouped_by") else ""
            found = connection.execute(f"SELECT CAST({expression.sql} AS VARCHAR) FROM {relations}{keys}", values)
            assert found.fetchone() == (wanted if wanted is None else str(wanted),)
