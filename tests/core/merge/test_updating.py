"""What a document asks of existing SQL."""

from __future__ import annotations

import pytest

from signoff.core.domain.mandates import MandateState
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceTable, TargetMapping
from signoff.core.errors import SignoffError
from signoff.core.merge.editing import ColumnEdit, edit_existing
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import existing_columns, plan_existing
from signoff.core.merge.mandating import delta
from signoff.core.merge.row_marks import own_state
from signoff.core.merge.table_texts import table_style

SCHEMA = Schema((SourceTable("t", (SourceColumn("a", "INTEGER"), SourceColumn("b", "DATE"))),))


def column(name: str, state: str = "", note: str = "") -> ColumnMapping:
    return ColumnMapping("x", name, state=state, note=note)


def test_new_changed_and_kept() -> None:
    target = TargetMapping(
        "x", (column("A"), column("b", "Changed 2026-03"), column("c"), column("d", "removed"))
    )

    found = delta(read_existing("select a, b + 1 as b from t"), target)

    assert [[c.name for c in part] for part in (found.added, found.changed, found.kept)] == [
        ["c"],
        ["b"],
        ["A"],
    ]


def test_columns_behind_a_star_are_known_by_the_schema() -> None:
    found = delta(read_existing("select * from t"), TargetMapping("x", (column("a"), column("z"))), SCHEMA)

    assert [c.name for c in found.added] == ["z"]


@pytest.mark.parametrize(
    ("state", "note", "changed"),
    [
        ("modified", "", True),
        ("UPDATE", "", True),
        ("v2, changed", "", True),
        ("unchanged", "", False),
        ("not changed", "", False),
        ("new", "", False),
        ("", "Changed: now in euro", True),
        ("", "rule changed", True),
        ("", "updated by the nightly job", False),
        ("", "date of the last update", False),
    ],
)
def test_marks_of_change(state: str, note: str, changed: bool) -> None:
    assert (own_state(column("a", state, note)) is MandateState.CHANGED) is changed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-- nothing",
        "insert into t values (1)",
        "select 'a from t",
        "select (a from t",
        "select a) from t",
    ],
)
def test_what_is_no_query_is_said_in_a_sentence(text: str) -> None:
    with pytest.raises(SignoffError, match=r"\.$"):
        read_existing(text)


def test_a_column_that_is_there_already_is_refused() -> None:
    existing = read_existing("select a from t")

    result = edit_existing(existing, [ColumnEdit("A", ("t.b",))], (), plan_existing(existing, SCHEMA), SCHEMA)

    assert result.text == existing.text
    assert [f.code for f in result.findings] == ["D225"]


def test_a_changed_column_behind_a_star_is_refused() -> None:
    existing = read_existing("select * from t")

    result = edit_existing(existing, (), [ColumnEdit("a", ("t.b",))], plan_existing(existing, SCHEMA), SCHEMA)

    assert [f.code for f in result.findings] == ["D225"]


def test_existing_columns_with_their_expressions() -> None:
    text = "with x as (select a, max(b) over () m from t) select x.*, x.a + 1 as next from x"

    found = existing_columns(read_existing(text), SCHEMA)

    assert [(c.name, c.sql) for c in found] == [("a", ""), ("m", ""), ("next", "x.a + 1")]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("select 1 from t", '"order"'),
        ("select 1 from {{ source('erp', 't') }}", "{{ source('erp', 'order') }}"),
        ("select 1 from {{ ref('t') }}", "{{ ref('order') }}"),
    ],
)
def test_tables_are_written_as_the_file_does(text: str, written: str) -> None:
    assert table_style(read_existing(text))("order") == written
