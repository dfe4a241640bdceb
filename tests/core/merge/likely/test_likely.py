"""What texts most likely mean: readings as data, near misses among them, and each of them runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.likely.asides import without_asides
from signoff.core.merge.likely.linked import linked_in
from signoff.core.merge.likely.maps import likely_map
from signoff.core.merge.likely.placed import numbered_by, placed_by
from signoff.core.merge.likely.rows import likely_rows
from signoff.core.merge.likely.steps import with_likely_steps
from signoff.core.merge.likely.totals import likely_total
from signoff.core.merge.likely.windows import Name, likely_window

FOLDER = Path(__file__).resolve().parents[3] / "cases" / "likely"


def _cases(name: str) -> list[Any]:
    told = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return told["cases"] if isinstance(told, dict) else told


def _table(text: str) -> SourceTable:
    name, _, columns = text.partition(": ")
    return SourceTable(name, tuple(SourceColumn(*each.split()) for each in columns.split(", ")))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _runs(table: SourceTable, sql: str) -> None:
    with duckdb.connect() as connection:
        columns = ", ".join(f"{c.name} {c.type}" for c in table.columns)
        connection.execute(f"create table {table.name} ({columns})")
        connection.execute(sql)


@pytest.mark.parametrize("case", _cases("rows"), ids=lambda case: case["text"][:60])
def test_text_on_rows(case: dict[str, Any]) -> None:
    table = _table(case["table"])
    relation = Relation(table.name, table.name, JoinKind.DRIVING)
    key = f"{table.name}.{table.columns[0].name}"
    found = likely_rows(case["text"], (relation,), Schema(tables=(table,)), (key,))
    told = [f"{r.sql}{' | picks' if r.picks else ''}{' | behind' if r.behind else ''}" for r in found]
    assert told == case["means"]
    for reading in found:
        word = "qualify" if reading.picks else "where"
        _runs(table, f"select * from {table.name} {word} {reading.sql}")


@pytest.mark.parametrize("case", _cases("partners"), ids=lambda case: case["text"][:60])
def test_rows_by_another_table(case: dict[str, Any]) -> None:
    told = yaml.safe_load((FOLDER / "partners.yml").read_text("utf-8"))["tables"]
    tables = tuple(_table(f"{name}: {columns}") for name, columns in told.items())
    driving = Relation("tickets", "tickets", JoinKind.DRIVING)
    found = linked_in(case["text"], (driving,), Schema(tables), TargetMapping("sales", ()))
    assert {each.table.name: each.wanted for each in found} == case["means"]


@pytest.mark.parametrize("case", _cases("steps"), ids=lambda case: case["notes"][0][:60])
def test_notes_as_steps(case: dict[str, Any]) -> None:
    told = yaml.safe_load((FOLDER / "steps.yml").read_text("utf-8"))
    tables = tuple(_table(f"{name}: {columns}") for name, columns in told["tables"].items())
    columns = tuple(
        ColumnMapping("sales", name, sources=tuple(SourceRef(*ref.split(".")) for ref in refs))
        for name, refs in told["columns"].items()
    )
    cell = Cell("sales", 1, 1)
    notes = tuple(
        Step("sales", number, StepKind.NOTE, condition=text, cell=cell)
        for number, text in enumerate(case["notes"], start=1)
    )
    steps = with_likely_steps(TargetMapping("sales", columns, notes), Schema(tables)).steps
    told_steps = [" | ".join((s.kind, s.section, s.table, s.condition)) for s in steps]
    assert [_spaced(each) for each in told_steps] == [_spaced(each) for each in case["means"]]


@pytest.mark.parametrize("case", _cases("totals"), ids=lambda case: case["rule"][:60])
def test_rule_on_several_rows(case: dict[str, Any]) -> None:
    table = _table(case["table"])
    told = case["source"].split(", ")
    columns = tuple(ScopeColumn(table.name, table.name, c, c.name in told) for c in table.columns)
    scope = Scope(tuple(c for c in columns if c.is_source), case.get("type", ""), aggregate=True)
    sql = likely_total(case["rule"], scope, columns)
    assert sql == case["means"]
    if sql:
        _runs(table, f"select {sql} from {table.name}")


@pytest.mark.parametrize("case", _cases("maps"), ids=lambda case: case["rule"][:60])
def test_codes_and_values(case: dict[str, Any]) -> None:
    source = ScopeColumn("t", "t", SourceColumn("code", "VARCHAR"), is_source=True)
    sql = likely_map(case["rule"], case.get("note", ""), source, case.get("type", "VARCHAR"))
    assert sql == case["means"]
    if sql:
        _runs(_table("t: code VARCHAR"), f"select {sql} from t")


@pytest.mark.parametrize("case", _cases("windows"), ids=lambda case: case["rule"][:60])
def test_rule_on_neighbouring_rows(case: dict[str, Any]) -> None:
    told = yaml.safe_load((FOLDER / "windows.yml").read_text("utf-8"))["own"]
    own = [Name(name, kind.split()[0], kind.endswith(" key")) for name, kind in told.items()]
    sources = [Name(name, kind) for name, kind in case["source"].items()]
    assert likely_window(case["rule"], own, sources, []) == case["means"]


@pytest.mark.parametrize("case", _cases("placed"), ids=lambda case: case["rule"][:60])
def test_rows_numbered_in_an_order_that_is_told(case: dict[str, Any]) -> None:
    own = [
        Name("person_id", "BIGINT"),
        Name("agency_id", "BIGINT"),
        Name("week_start", "DATE"),
        Name("day_from", "DATE"),
    ]
    made = numbered_by(case["rule"], case.get("note", ""), own) or placed_by(case["rule"], own, [])
    assert made == case["means"]


@pytest.mark.parametrize("case", _cases("asides"), ids=lambda case: case["rule"][:60])
def test_words_that_change_nothing(case: dict[str, Any]) -> None:
    found = next(iter(without_asides(case["rule"])), None)
    assert (found[0] if found else None) == case["left"]
    assert (found[1] if found else "") == case.get("default", "")
