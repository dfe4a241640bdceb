"""Whatever stands in a file of existing SQL: it is read, or a sentence says where it can't be and what to do."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.errors import SignoffError
from signoff.core.merge.editing import ColumnEdit, edit_existing
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import existing_columns, plan_existing
from tests.core.merge.hostile_texts import READ, REFUSED

SCHEMA = Schema((SourceTable("t", tuple(SourceColumn(c, "INTEGER") for c in "abc")),))


@pytest.mark.parametrize("name", list(REFUSED))
def test_what_is_no_sql_is_refused_in_a_sentence_with_its_place(name: str) -> None:
    text, told = REFUSED[name]

    with pytest.raises(SignoffError) as refused:
        read_existing(text)

    assert told in str(refused.value)
    assert str(refused.value).endswith(".") or "Encountered" in str(refused.value)


@pytest.mark.parametrize("name", list(READ))
def test_what_is_odd_is_read_and_every_other_byte_stays(name: str) -> None:
    text = READ[name]
    existing = read_existing(text)

    edited = edit_existing(existing, [ColumnEdit("z", ("1",))], (), plan_existing(existing, SCHEMA), SCHEMA)

    assert edited.script.reverted(edited.text) == text
    assert edited.text != text


@pytest.mark.parametrize(
    ("before", "after", "query"),
    [
        (
            "create or replace view v as\nselect a from t;\n",
            "create or replace view v as\nselect a, b as z from t;\n",
            "select a, b as z from t",
        ),
        (
            "create table x as (select a from t)",
            "create table x as (select a, b as z from t)",
            "(select a, b as z from t)",
        ),
        (
            "CREATE VIEW v AS SELECT a FROM t WITH NO SCHEMA BINDING",
            "CREATE VIEW v AS SELECT a, b AS z FROM t WITH NO SCHEMA BINDING",
            "SELECT a, b AS z FROM t",
        ),
        (
            "insert into x (k)\nselect a from t",
            "insert into x (k, z)\nselect a, b as z from t",
            "select a, b as z from t",
        ),
        (
            "insert overwrite table x select a from t",
            "insert overwrite table x select a, b as z from t",
            "select a, b as z from t",
        ),
        (
            "create view v (k) as select a from t",
            "create view v (k, z) as select a, b as z from t",
            "select a, b as z from t",
        ),
    ],
)
def test_what_stands_around_the_query_stays(before: str, after: str, query: str) -> None:
    existing = read_existing(before)

    edited = edit_existing(existing, [ColumnEdit("z", ("t.b",))], (), plan_existing(existing, SCHEMA), SCHEMA)

    assert edited.text == after
    assert edited.rendered_sql == query


def test_the_names_of_an_insert_are_the_columns() -> None:
    existing = read_existing("insert into x (k, v) select a, b + 1 from t")

    assert [c.name for c in existing_columns(existing, SCHEMA)] == ["k", "v"]
