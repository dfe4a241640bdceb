"""The sample project is what its script writes, and its reference results are sound."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import duckdb
import openpyxl
import pytest

from tests.eval.tables import Reference, build_reference, load_sources, read_reference, rendered

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sample", SAMPLE / "make_sample.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    assert script().main([str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(ROOT / "tests" / "reference")


@pytest.fixture(scope="module")
def connection(reference: Reference) -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    load_sources(made, SAMPLE / "sources")
    build_reference(made, reference)
    return made


def values(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_the_script_writes_the_same_sources(written: Path) -> None:
    kept = {path.name: path.read_bytes() for path in (SAMPLE / "sources").iterdir()}
    assert {path.name: path.read_bytes() for path in (written / "sources").iterdir()} == kept
    assert sum(len(data) for data in kept.values()) < 3_000_000


def test_the_script_writes_the_same_workbook(written: Path) -> None:
    name = "supplier_migration_mapping.xlsx"
    assert values(written / name) == values(SAMPLE / name)


def test_the_workbook_is_as_messy_as_life() -> None:
    book = openpyxl.load_workbook(SAMPLE / "supplier_migration_mapping.xlsx")
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"] == ["Lists"]
    assert any(title.startswith("#") for title in book.sheetnames)
    assert "E3:I3" in {str(area) for area in book["Contracts"].merged_cells.ranges}
    header = [cell.value for cell in book["Contracts"][4]]
    assert header.count("Table") == header.count("Column") == header.count("Type") == 2


def test_at_least_eight_tables_have_a_thousand_joining_rows(connection: duckdb.DuckDBPyConnection) -> None:
    joins = {
        "CNTR_HDR": "VNDR_MST using (VNDR_ID)",
        "CNTR_PRTY": "CNTR_HDR using (CNTR_NO)",
        "CNTR_AMD": "CNTR_HDR using (CNTR_NO)",
        "CNTR_STAT_HIST": "CNTR_HDR using (CNTR_NO)",
        "VNDR_MST": "ADR using (ADR_ID)",
        "DLV_EVT": "VNDR_MST using (VNDR_ID)",
        "QLTY_INSP": "DLV_EVT using (EVT_ID)",
        "NOTE_TXT": "CNTR_HDR on CNTR_HDR.CNTR_NO = OBJ_ID",
        "CNTR_ATTR": "CNTR_HDR using (CNTR_NO)",
        "VNDR_ATTR": "VNDR_MST using (VNDR_ID)",
    }
    for table, other in joins.items():
        joined = connection.execute(f"select count(*) from {table} join {other}").fetchall()[0][0]
        read = connection.execute(f"select count(*) from {table}").fetchall()[0][0]
        assert joined >= 1000, table
        assert table in ("VNDR_ATTR", "QLTY_INSP") or joined <= read, table


def test_keys_of_the_references_are_unique(
    connection: duckdb.DuckDBPyConnection, reference: Reference
) -> None:
    assert set(reference.keys) == set(reference.sql)
    for target, key in reference.keys.items():
        names = ", ".join(key)
        doubled = f"select count(*) from (select {names} from {target} group by {names} having count(*) > 1)"
        assert connection.execute(doubled).fetchall() == [(0,)], target


def test_kinds_name_columns_that_exist(connection: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    sql = "select lower(table_name || '.' || column_name) from duckdb_columns()"
    known = {name for (name,) in connection.execute(sql).fetchall()}
    assert set(reference.kinds) <= known
    assert reference.volatile <= known


def test_the_existing_file_runs_and_keeps_its_rows(connection: duckdb.DuckDBPyConnection) -> None:
    text = (SAMPLE / "existing" / "supplier_performance.sql").read_text(encoding="utf-8")
    rows = connection.execute(
        f"select count(*), count(distinct supplier_id) from ({rendered(text)})"
    ).fetchall()
    assert rows == connection.execute("select count(*), count(*) from supplier_performance").fetchall()
