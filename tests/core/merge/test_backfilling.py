"""What rows that are there need when a model gets new columns, by how dbt keeps them and what tells them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlglot

from signoff.core.domain.backfills import BackfillKind
from signoff.core.domain.materialising import KeyFacts
from signoff.core.merge.backfilling import Updated, plan_backfill
from signoff.core.merge.config_calls import config_of
from signoff.core.merge.config_proposals import propose_settings

TEXT = """{{ config(materialized='incremental', unique_key='id') }}
select t.id, t.ts, t.a as fresh from {{ ref('t') }} t
{% if is_incremental() %} where t.ts > (select max(ts) from {{ this }}) {% endif %}
"""
KEY = KeyFacts(("id",), "id is the key.", proven=True)
UPDATE = Updated("big", "big", TEXT, TEXT, ("fresh",), (), config_of(TEXT), KEY)


def kept_as(kind: str) -> Updated:
    text = TEXT.replace("incremental'", f"{kind}'")
    return replace(UPDATE, after=text, config=config_of(text))


@pytest.mark.parametrize(
    ("update", "kind", "word"),
    [
        (kept_as("view"), BackfillKind.NO_ROWS_KEPT, "nothing to fill"),
        (kept_as("ephemeral"), BackfillKind.NO_ROWS_KEPT, "nothing to fill"),
        (kept_as("table"), BackfillKind.MADE_ANEW, "every run of dbt makes anew"),
        (kept_as("dynamic_table"), BackfillKind.UNKNOWN, "dynamic_table"),
        (replace(UPDATE, after="{% snapshot s %}select 1{% endsnapshot %}"), BackfillKind.HISTORY, "in the past"),
        (replace(UPDATE, added=()), BackfillKind.NOTHING_NEW, "no new column"),
        (UPDATE, BackfillKind.BACKFILL, "dbt run-operation signoff_backfill_big"),
        (replace(UPDATE, key=KeyFacts()), BackfillKind.REFRESH, "--full-refresh --select big"),
        (replace(UPDATE, key=KeyFacts(("id",), "id doubles.")), BackfillKind.REFRESH, "id doubles."),
        (replace(UPDATE, added=("fresh", "ID")), BackfillKind.REFRESH, "is new itself"),
        (replace(UPDATE, added=("{{ x }}",)), BackfillKind.REFRESH, "brackets"),
        (replace(UPDATE, after=TEXT + "{% call x() %}{% endcall %}"), BackfillKind.REFRESH, "inside a macro"),
    ],
)  # fmt: skip
def test_what_old_rows_need(update: Updated, kind: BackfillKind, word: str) -> None:
    plan = plan_backfill(update, "duckdb")

    assert plan.kind is kind and word in " ".join(plan.words)
    assert bool(plan.macro) is (kind is BackfillKind.BACKFILL)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("unique_key='id'", "replaces the rows it reads again"),
        ("incremental_strategy='delete+insert', unique_key='id'", "delete+insert by id"),
        ("incremental_strategy='append'", "only new rows have values"),
        ("incremental_strategy='insert_overwrite', unique_key='id'", "whole stretches"),
    ],
)
def test_each_strategy_gets_its_advice(settings: str, words: str) -> None:
    text = TEXT.replace("unique_key='id'", settings)
    plan = plan_backfill(replace(UPDATE, after=text, config=config_of(text)), "duckdb")

    assert words in " ".join(plan.words)


@pytest.mark.parametrize(
    ("dialect", "beginning"),
    [
        ("duckdb", "update"), ("postgres", "update"), ("snowflake", "update"), ("bigquery", "update"),
        ("databricks", "merge into"), ("oracle", "merge into"), ("tsql", "merge into"), ("trino", "merge into"),
    ],
)  # fmt: skip
def test_the_statement_is_in_the_warehouses_own_sql(dialect: str, beginning: str) -> None:
    macro = plan_backfill(UPDATE, dialect).macro
    statement = macro[macro.index("auto_begin=true") :].split("%}", 1)[1].split("{% endcall %}")[0].strip()

    assert statement.startswith(beginning) and "is_incremental" not in macro and "config(" not in macro
    plain = statement.replace("{{ signoff_old_table }}", "big").replace("{{ ref('t') }}", "t")
    assert sqlglot.parse_one(plain, dialect=dialect) is not None


@pytest.mark.parametrize("dialect", ["mysql", "clickhouse", "hive"])
def test_a_warehouse_whose_way_is_not_known_gets_no_statement(dialect: str) -> None:
    plan = plan_backfill(UPDATE, dialect)

    assert plan.kind is BackfillKind.REFRESH and dialect in plan.words[0]


def test_with_cannot_stand_inside_a_statement_everywhere() -> None:
    text = TEXT.replace("select t.id", "-- why\nwith t as (select 1) select t.id")

    assert plan_backfill(replace(UPDATE, after=text), "tsql").kind is BackfillKind.REFRESH
    assert plan_backfill(replace(UPDATE, after=text), "databricks").kind is BackfillKind.BACKFILL


def test_a_table_that_no_later_run_watches_is_named() -> None:
    words = plan_backfill(replace(UPDATE, unmarked=("customers",)), "duckdb").words

    assert "looks for new rows by ts; when customers changes alone" in words[-1]


def test_a_column_that_goes_stays_in_the_table() -> None:
    plan = plan_backfill(replace(UPDATE, gone=("old_a",)), "duckdb")

    assert plan.kind is BackfillKind.BACKFILL and "old_a stays in the table" in plan.words[-1]


def test_a_refused_setting_leaves_the_column_to_a_person() -> None:
    adding = TEXT.replace("unique_key='id'", "unique_key='id', on_schema_change='append_new_columns'")
    update = replace(UPDATE, after=adding, config=config_of(adding))

    assert "somebody has to add it there first" in " ".join(plan_backfill(UPDATE, "duckdb").words)
    assert "somebody has to add it" not in " ".join(plan_backfill(update, "duckdb").words)


def test_where_columns_only_go_nothing_is_filled() -> None:
    plan = plan_backfill(replace(UPDATE, added=(), gone=("old_a",)), "duckdb")

    assert plan.kind is BackfillKind.NOTHING_NEW and "old_a stays in the table" in plan.words[0]
    assert plan_backfill(replace(UPDATE, added=(), gone=("id",)), "duckdb").kind is BackfillKind.REFRESH


@pytest.mark.parametrize("name", ["ID", "ts"])
def test_a_key_or_mark_under_another_name_needs_the_table_made_anew(name: str) -> None:
    plan = plan_backfill(replace(UPDATE, gone=(name,)), "duckdb")

    assert plan.kind is BackfillKind.REFRESH and "knows only the old name" in plan.words[0]


@pytest.mark.parametrize(
    ("settings", "edits"),
    [
        ("materialized='incremental', unique_key='id'", {"on_schema_change": False}),
        (
            "materialized='incremental', unique_key='id', on_schema_change='ignore'",
            {"on_schema_change": False},
        ),
        ("materialized='incremental', unique_key='id', on_schema_change='fail'", {"on_schema_change": True}),
        ("materialized='incremental', unique_key='id', on_schema_change='sync_all_columns'", {}),
        ("materialized='incremental'", {"on_schema_change": False, "unique_key": True}),
        ("materialized='incremental', incremental_strategy='append'", {"on_schema_change": False}),
        ("materialized='table'", {}),
        ("materialized='view'", {}),
    ],
)
def test_settings_are_proposed_with_reasons(settings: str, edits: dict[str, bool]) -> None:
    text = TEXT.replace("materialized='incremental', unique_key='id'", settings)
    update = replace(UPDATE, before=text, after=text, config=config_of(text))
    found = propose_settings(update, "duckdb").edits

    assert {e.splices[0].after.split("=")[0].strip(", ").strip("'") or "": e.suggestion for e in found} == {
        ("append_new_columns" if "on_schema_change='" in settings else name): is_shown_only
        for name, is_shown_only in edits.items()
    }
    assert all(e.why for e in found)


def test_nothing_is_proposed_where_no_column_is_new() -> None:
    update = replace(UPDATE, added=(), changed=("a",))

    assert propose_settings(update, "duckdb").edits == ()


def test_a_key_that_does_not_hold_is_a_remark() -> None:
    update = replace(UPDATE, key=KeyFacts(("id",), "id doubles."), key_doubt="id doubles.")

    assert {f.code for f in propose_settings(update, "duckdb").findings} == {"D241", "D242"}
