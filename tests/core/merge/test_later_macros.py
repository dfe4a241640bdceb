"""Macros of a project that do something else in later runs, in a backfill and in what a run watches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signoff.core.domain.backfills import BackfillKind
from signoff.core.domain.dbt import MacroFile, Surroundings
from signoff.core.domain.materialising import KeyFacts
from signoff.core.merge.backfilling import Updated, plan_backfill
from signoff.core.merge.config_calls import config_of
from signoff.core.merge.later_macros import first_load_calls, marks_around

MACROS = """{% macro only_new(col) %}
{%- if is_incremental() %} and {{ col }} > (select max(changed_at) from {{ this }}) {% endif -%}
{% endmacro %}
{% macro inner_new(col) %}/* first */ {{ only_new(col) }}{% endmacro %}
{% macro plain(x) %}trim({{ x }}){% endmacro %}
{% macro reads() %}{% if is_incremental() %}1{% else %}(select max(a) from {{ ref('t') }}){% endif %}{% endmacro %}
"""
AROUND = Surroundings("shop", (MacroFile("", MACROS),))
HEAD = "{{ config(materialized='incremental', unique_key='id', on_schema_change='append_new_columns') }}\n"


@pytest.mark.parametrize(
    ("call", "gives"),
    [
        ("{{ only_new('ts') }}", ""),
        ("{{ inner_new('ts') }}", "/* first */ "),
        ("{{ plain('a') }}", "{{ plain('a') }}"),
        ("{# {{ only_new('ts') }} #}", "{# {{ only_new('ts') }} #}"),
    ],
)
def test_a_call_is_replaced_by_what_it_gives_on_a_first_load(call: str, gives: str) -> None:
    text = f"select a from t where true {call} order by a"

    assert first_load_calls(text, AROUND) == (f"select a from t where true {gives} order by a", "")


@pytest.mark.parametrize(
    "call",
    [
        "{{ reads() }}",
        "{% set a = only_new('ts') %}",
        "{% if only_new('x') %}{% endif %}",
    ],
)
def test_what_cannot_be_told_without_dbt_is_told(call: str) -> None:
    text = HEAD + f"select id, fresh from t where true {call}"
    update = Updated(
        "big", "big", text, text, ("fresh",), (), config_of(text), KeyFacts(("id",), "id.", proven=True)
    )
    plan = plan_backfill(replace(update, around=AROUND), "duckdb")

    assert plan.kind is BackfillKind.REFRESH and "does something else in later runs" in plan.words[0]


def test_a_run_watches_what_its_macros_watch() -> None:
    assert marks_around("select 1 {{ inner_new('ts') }}", AROUND) == ()
    assert marks_around("select 1 {{ only_new('ts') }}", AROUND) == ("changed_at",)
    assert marks_around("select 1 {{ plain('ts') }}", AROUND) == ()
    text = HEAD + "select id, fresh from t where true {{ only_new('ts') }}"
    update = Updated(
        "big", "big", text, text, ("fresh",), (), config_of(text), KeyFacts(("id",), "id.", proven=True)
    )
    plan = plan_backfill(replace(update, around=AROUND), "duckdb")

    assert plan.kind is BackfillKind.BACKFILL and plan.marks == ("changed_at",)
    assert "only_new" not in plan.macro
