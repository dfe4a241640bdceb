"""The small projects are what their script writes, and their reference results are sound."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import openpyxl
import pytest
import yaml

from tests.eval.cases import every_case, fresh
from tests.eval.tables import build_reference, fetch, load_sources, read_reference, rendered

PROJECTS = Path(__file__).resolve().parents[1] / "eval" / "projects"
UPDATES = PROJECTS.parent / "increments"
UPDATED = sorted(path.parent.relative_to(UPDATES).as_posix() for path in UPDATES.glob("*/*/reference"))
FRESH = PROJECTS.parent / "fresh"
FRESH_NAMES = sorted(path.parent.name for path in FRESH.glob("*/reference"))
NAMES = sorted(path.name for path in PROJECTS.iterdir() if (path / "reference").is_dir())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("projects")
    subprocess.run([sys.executable, str(PROJECTS / "make_projects.py"), str(folder)], check=True)
    return folder


@pytest.mark.parametrize(
    "folder", [*(PROJECTS / n for n in NAMES), *(FRESH / n for n in FRESH_NAMES)], ids=str
)
def test_the_script_writes_the_same_files(folder: Path, written: Path) -> None:
    again = written / folder.name
    kept = {path.name: path.read_bytes() for path in (folder / "sources").iterdir()}
    assert {path.name: path.read_bytes() for path in (again / "sources").iterdir()} == kept
    for name in ("mapping.csv", "mapping.md"):
        if (folder / name).exists():
            assert (again / name).read_bytes() == (folder / name).read_bytes()
            return
    books = [openpyxl.load_workbook(root / "mapping.xlsx") for root in (folder, again)]
    ours, theirs = ({s.title: list(s.iter_rows(values_only=True)) for s in book.worksheets} for book in books)
    assert ours == theirs
    merged, again_merged = (
        [sorted(map(str, s.merged_cells.ranges)) for s in book.worksheets] for book in books
    )
    assert merged == again_merged


@pytest.mark.parametrize("name", NAMES)
def test_references_run_over_the_sources(name: str) -> None:
    reference = read_reference(PROJECTS / name / "reference")
    with duckdb.connect() as connection:
        load_sources(connection, PROJECTS / name / "sources")
        build_reference(connection, reference)
        for target in reference.sql:
            assert connection.execute(f"select count(*) > 15 from {target}").fetchall() == [(True,)], target
        sql = "select lower(table_name || '.' || column_name) from duckdb_columns()"
        known = {column for (column,) in connection.execute(sql).fetchall()}
    assert set(reference.keys) == set(reference.sql)
    assert set(reference.kinds) <= known


@pytest.mark.parametrize("name", FRESH_NAMES)
def test_references_of_fresh_loads_run_and_their_keys_tell_rows_apart(name: str) -> None:
    reference = read_reference(FRESH / name / "reference")
    assert set(reference.keys) == set(reference.sql)
    with duckdb.connect() as connection:
        load_sources(connection, FRESH / name / "sources")
        build_reference(connection, reference)
        for target, key in reference.keys.items():
            sql = f"select count(*) >= 5, count(*) = count(distinct ({', '.join(key)},)) from {target}"
            assert connection.execute(sql).fetchall() == [(True, True)], target
        sql = "select lower(table_name || '.' || column_name) from duckdb_columns()"
        known = {column for (column,) in connection.execute(sql).fetchall()}
    assert set(reference.kinds) <= known


def test_fresh_loads_share_no_name_with_others_and_stay_out_of_the_whole_set() -> None:
    assert not {*FRESH_NAMES} & {*NAMES, *(Path(name).name for name in UPDATED)}
    assert [case.name for case in fresh()] == FRESH_NAMES
    assert not {*FRESH_NAMES} & {case.name for case in every_case()}


@pytest.mark.parametrize("name", UPDATED)
def test_updates_are_what_the_script_writes_and_keep_what_they_should(name: str, written: Path) -> None:
    folder = UPDATES / name
    kept = {path.name: path.read_bytes() for path in (folder / "sources").iterdir()}
    assert {path.name: path.read_bytes() for path in (written / name / "sources").iterdir()} == kept
    facts = yaml.safe_load((folder / "reference" / "keys.yml").read_text(encoding="utf-8"))
    reference = read_reference(folder / "reference")
    with duckdb.connect() as connection:
        load_sources(connection, folder / "sources")
        build_reference(connection, reference)
        for target in reference.sql:
            before = fetch(connection, rendered((folder / "existing" / f"{target}.sql").read_text("utf-8")))[
                0
            ]
            after = fetch(connection, f"select * from {target}")[0]
    gone = set(facts.get("removed", ())) | set(facts.get("renamed", ()))
    assert set(before) - gone <= set(after)
    assert set(after) - set(before) <= set(facts["changed"])
