"""Conditions and further parts: laid out as the file is, and the file runs whichever are refused."""

from __future__ import annotations

from itertools import chain, combinations
from typing import Any

import duckdb
import pytest
import yaml

from signoff.core.domain.edits import EditKind, EditState
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.editing import BranchEdit, ColumnEdit, EditedText, FilterEdit, edit_existing
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import plan_existing
from signoff.core.merge.standing_conditions import has_condition
from tests.core.merge.cases import FOLDER

SCHEMA = Schema((SourceTable("t", tuple(SourceColumn(n, "INTEGER") for n in "abcd")),))
CASES = {c["name"]: c for c in yaml.safe_load((FOLDER / "row_edits.yml").read_text("utf-8"))}


def edited(case: dict[str, Any], suggestion: bool = False) -> EditedText:
    existing = read_existing(case["before"])
    return edit_existing(
        existing,
        [ColumnEdit(n, (e,)) for n, e in case.get("adds", {}).items()],
        [],
        plan_existing(existing, SCHEMA),
        SCHEMA,
        filters=[
            FilterEdit(f.get("sql", ""), f.get("was", ""), suggestion=suggestion)
            for f in case.get("filters", [])
        ],
        branches=[BranchEdit(b, suggestion=suggestion) for b in case.get("branches", [])],
    )


@pytest.mark.parametrize("name", CASES)
def test_the_file_comes_out_as_written_beside_the_case(name: str) -> None:
    assert edited(CASES[name]).text == CASES[name]["after"]


@pytest.mark.parametrize("name", CASES)
def test_whichever_edits_are_refused_the_file_runs(name: str) -> None:
    script = edited(CASES[name]).script
    ids = [e.id for e in script.edits]
    with duckdb.connect() as connection:
        connection.execute("create table t (a int, b int, c int, d int)")
        for refused in chain.from_iterable(combinations(ids, n) for n in range(len(ids) + 1)):
            text = script.applied(refused)
            assert script.reverted(text, refused) == CASES[name]["before"]
            assert connection.execute(text).description


def test_a_suggestion_is_made_only_when_it_is_accepted() -> None:
    case = CASES["a first condition"]
    script = edited(case, suggestion=True).script
    assert script.applied() == case["before"]
    assert script.with_state(script.edits[0].id, EditState.ACCEPTED).applied() == case["after"]
    assert [e.kind for e in script.edits] == [EditKind.CHANGE_FILTER]


def test_a_condition_that_the_file_does_not_have_is_said() -> None:
    found = edited({"before": "select a from t where b > 1", "filters": [{"was": "b > 2", "sql": "b > 3"}]})
    assert found.text == "select a from t where b > 1" and [f.code for f in found.findings] == ["D230"]


def test_a_condition_counts_as_there_whatever_its_columns_are_written_with() -> None:
    existing = read_existing(
        "with x as (select a, b from t where t.b > 1 and a between 1 and 2) select * from x"
    )
    assert has_condition(existing, "x.b > 1") and has_condition(existing, "a between 1 and 2")
    assert not has_condition(existing, "b > 2")
