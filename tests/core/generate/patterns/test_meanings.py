"""One meaning in the many wordings that people give it: what is compiled has the meaning's values, the rest is left."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from signoff.core.domain.expressions import Expression, Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_rule

CASES = Path(__file__).parents[3] / "cases" / "meanings"


@lru_cache
def _made_up() -> dict[str, Any]:
    """The tables all cases speak of, with their rows."""
    return yaml.safe_load((CASES / "tables.yml").read_text(encoding="utf-8"))


def _groups() -> list[Any]:
    files = sorted(path for path in CASES.glob("*.yml") if path.stem != "tables")
    read = ((path.stem, yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]) for path in files)
    return [
        pytest.param(group, id=f"{stem}-{at:02}") for stem, groups in read for at, group in enumerate(groups)
    ]


def _columns() -> list[ScopeColumn]:
    return [
        ScopeColumn(*key.split(), SourceColumn(name, kind))
        for key, names in _made_up()["tables"].items()
        for name, kind in names.items()
    ]


def _compiled(group: dict[str, Any], rule: str) -> Expression | None:
    sources = group.get("sources", [])
    marked = [
        ScopeColumn(c.relation, c.table, c.column, f"{c.relation}.{c.column.name}" in sources)
        for c in _columns()
    ]
    marked.sort(key=lambda c: sources.index(f"{c.relation}.{c.column.name}") if c.is_source else len(sources))
    scope = Scope(tuple(marked), group["type"])
    refs = tuple(SourceRef(c.table, c.column.name) for c in scope.sources)
    return compile_rule(ColumnMapping("T_CUSTOMER", "TGT_COL", group["type"], refs, rule), scope)


@lru_cache
def _connection() -> duckdb.DuckDBPyConnection:
    """A database with one view of the rows, under the aliases of the scope."""
    connection = duckdb.connect()
    tables = _made_up()["tables"]
    for key, names in tables.items():
        alias, table = key.split()
        connection.execute(
            f"CREATE TABLE {table} (row_no INTEGER, {', '.join(f'{n} {t}' for n, t in names.items())})"
        )
        for at, row in enumerate(_made_up()["rows"]):
            values = [at, *(row.get(f"{alias}.{name}") for name in names)]
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
    return connection


def _values(sql: str, kind: str) -> list[Any]:
    (first, *others) = (key.split() for key in _made_up()["tables"])
    joined = " ".join(f"JOIN {table} {alias} USING (row_no)" for alias, table in others)
    cast = f"CAST(({sql}) AS {kind})"
    query = f"SELECT {cast} FROM {first[1]} {first[0]} {joined} ORDER BY row_no"
    return _connection().execute(query).fetchall()


@pytest.mark.parametrize("group", _groups())
def test_each_wording_means_the_same(group: dict[str, Any]) -> None:
    meant = _values(group["means"], group["type"]) if group.get("said") else []
    other: dict[str, str] = {}
    for rule in group.get("said", []):
        made = _compiled(group, rule)
        if made is None or _values(made.sql, group["type"]) != meant:
            other[rule] = made.sql if made else "not understood"
    assert other == {}


@pytest.mark.parametrize("group", [each for each in _groups() if "left" in each.values[0]])
def test_what_is_not_understood_wholly_is_left(group: dict[str, Any]) -> None:
    made = {rule: _compiled(group, rule) for rule in group["left"]}
    assert {rule: expression.sql for rule, expression in made.items() if expression is not None} == {}
