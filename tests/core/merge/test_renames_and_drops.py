"""Renamed and removed columns: whichever of the edits are refused, the file stays SQL and takes back to itself."""

from __future__ import annotations

from itertools import chain, combinations
from typing import Any

import duckdb
import pytest
import yaml

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.editing import ColumnEdit, EditedText, edit_existing
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import plan_existing
from tests.core.merge.cases import FOLDER

SCHEMA = Schema((SourceTable("t", tuple(SourceColumn(n, "INTEGER") for n in "abcdef")),))


def edited(
    sql: str, renames: dict[str, str] | None = None, drops: str = "", adds: dict[str, str] | None = None
) -> EditedText:
    existing = read_existing(sql)
    return edit_existing(
        existing,
        [ColumnEdit(n, (e,)) for n, e in (adds or {}).items()],
        [],
        plan_existing(existing, SCHEMA),
        SCHEMA,
        renames=[ColumnEdit(new, (), was=old) for old, new in (renames or {}).items()],
        drops=[ColumnEdit(d, ()) for d in drops.split()],
    )


def edited_by(case: dict[str, Any]) -> EditedText:
    return edited(case["before"], case.get("renames"), case.get("drops", ""), case.get("adds"))


CASES = {c["name"]: c for c in yaml.safe_load((FOLDER / "renames_and_drops.yml").read_text("utf-8"))}


@pytest.mark.parametrize("case", CASES)
def test_names_change_and_columns_go(case: str) -> None:
    assert edited_by(CASES[case]).text == CASES[case]["after"]


@pytest.mark.parametrize("case", CASES)
def test_whichever_edits_are_refused_the_file_runs(case: str) -> None:
    sql, script = CASES[case]["before"], edited_by(CASES[case]).script
    ids = [e.id for e in script.edits]
    with duckdb.connect() as connection:
        connection.execute("create table t (a int, b int, c int, d int, e int, f int)")
        for refused in chain.from_iterable(combinations(ids, n) for n in range(len(ids) + 1)):
            text = script.applied(refused)
            assert script.reverted(text, refused) == sql
            assert connection.execute(read_existing(text).sql).description
    assert script.applied(ids) == sql


def test_a_name_that_other_queries_read_is_only_suggested() -> None:
    sql = "with f as (select a, b as bb from t), g as (select bb from f) select * from f"
    found = edited(sql, {"bb": "bee"})
    assert found.text == sql
    assert [(f.code, e.suggestion) for f, e in zip(found.findings, found.script.edits, strict=True)] == [
        ("D229", True)
    ]


def test_the_only_column_stays() -> None:
    found = edited("select a from t", drops="a")
    assert found.text == "select a from t" and [f.code for f in found.findings] == ["D227"]
