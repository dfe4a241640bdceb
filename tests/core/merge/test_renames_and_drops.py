"""Renamed and removed columns: whichever of the edits are refused, the file stays SQL and takes back to itself."""

from __future__ import annotations

from itertools import chain, combinations

import duckdb
import pytest

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.editing import ColumnEdit, EditedText, edit_existing
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import plan_existing

SCHEMA = Schema((SourceTable("t", tuple(SourceColumn(n, "INTEGER") for n in "abcdef")),))
BASE = (
    "select\n    a,\n    b, -- bee\n    sum(c) as c, -- cee\n    d -- dee\nfrom t\n"
    "group by 1, 2, 4\norder by 1, 4\n"
)
COMMAS_FIRST = "select\n    a\n  , b\n  , c -- x\nfrom t"
FOLLOWED = "with f as (select a, b as bb from t) select * from f where bb > 1 order by bb desc"


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


CASES = {
    "a line in the middle": (BASE, {}, "b", {}, "select\n    a,\n    sum(c) as c, -- cee\n    d -- dee\nfrom t\ngroup by 1, b, 3\norder by 1, 3\n"),
    "the first lines": (BASE, {}, "a b", {}, "select\n    sum(c) as c, -- cee\n    d -- dee\nfrom t\ngroup by a, b, 2\norder by a, 2\n"),
    "the last line": (BASE, {}, "d", {}, "select\n    a,\n    b, -- bee\n    sum(c) as c -- cee\nfrom t\ngroup by 1, 2, d\norder by 1, d\n"),
    "the last line and a new one": (BASE, {}, "d", {"e": "max(t.e)"}, "select\n    a,\n    b, -- bee\n    sum(c) as c, -- cee\n    max(e) as e\nfrom t\ngroup by 1, 2, d\norder by 1, d\n"),
    "the last two lines": (BASE, {}, "c d", {}, "select\n    a,\n    b -- bee\nfrom t\ngroup by 1, 2, d\norder by 1, d\n"),
    "on one line": ("select a, b, c, d from t", {}, "a c d", {"e": "t.e"}, "select b, e from t"),
    "commas first": (COMMAS_FIRST, {}, "a c", {"e": "t.e"}, "select\n    b -- x\n  , e\nfrom t"),
    "names that follow": (FOLLOWED, {"bb": "bee", "a": "id"}, "", {}, "with f as (select a as id, b as bee from t) select * from f where bee > 1 order by bee desc"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_names_change_and_columns_go(case: str) -> None:
    sql, renames, drops, adds, after = CASES[case]
    assert edited(sql, renames, drops, adds).text == after


@pytest.mark.parametrize("case", CASES)
def test_whichever_edits_are_refused_the_file_runs(case: str) -> None:
    sql, renames, drops, adds, _ = CASES[case]
    script = edited(sql, renames, drops, adds).script
    ids = [e.id for e in script.edits]
    with duckdb.connect() as connection:
        connection.execute("create table t (a int, b int, c int, d int, e int, f int)")
        for refused in chain.from_iterable(combinations(ids, n) for n in range(len(ids) + 1)):
            text = script.applied(refused)
            assert script.reverted(text, refused) == sql
            assert connection.execute(text).description
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
