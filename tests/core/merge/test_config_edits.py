"""Settings of a dbt file: read with their places, changed in the file's style."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.edits import EditKind, EditScript
from signoff.core.merge.config_calls import config_calls, config_of
from signoff.core.merge.config_edits import config_edit

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "merge" / "config.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_setting_is_put_into_the_file_in_its_style(case: dict[str, Any]) -> None:
    edit = config_edit(case["text"], case["name"], case["value"], "because")
    script = EditScript((edit,), case["text"])
    after = script.applied()

    assert after == case["after"]
    assert script.reverted(after) == case["text"]
    assert edit.kind is EditKind.CHANGE_CONFIG and not edit.suggestion
    value = config_of(after).get(case["name"])
    assert value is not None and value.value == (
        tuple(case["value"]) if isinstance(case["value"], list) else (case["value"],)
    )


def test_settings_are_read_as_dbt_reads_them() -> None:
    config = config_of(
        "{{ config(materialized='incremental', unique_key=['a', 'b'], enabled=true, schema=var('x')) }} select 1"
    )

    assert config.is_incremental and config.unique_key == ("a", "b") and config.strategy == "merge"
    schema, enabled = config.get("schema"), config.get("enabled")
    assert schema is not None and schema.value is None and schema.written == "var('x')"
    assert enabled is not None and enabled.value == ("true",)
    assert config.on_schema_change == "ignore"


def test_the_later_call_counts_and_a_key_in_one_text_is_taken_apart() -> None:
    config = config_of(
        "{{ config(materialized='view') }}{{ config(materialized='incremental', unique_key='a, b') }}"
    )

    assert config.is_incremental and config.unique_key == ("a", "b")


def test_without_a_key_rows_are_added() -> None:
    assert config_of("{{ config(materialized='incremental') }}").strategy == "append"
    assert config_of("select 1").materialized == "view"


@pytest.mark.parametrize("text", ["{{ config(a b) }}", "{{ config(**x) }}", "{{ config(", "{{ config }}", ""])
def test_what_cannot_be_read_says_nothing(text: str) -> None:
    assert config_of(text).settings == ()


def test_a_call_that_cannot_be_read_is_only_suggested() -> None:
    text = "{{ config(materialized='incremental' if target.name == 'x' unless) }}\nselect 1"

    assert config_calls(text)[0].names == ()
    assert config_edit(text, "unique_key", "id", "because").suggestion


@pytest.mark.parametrize(
    "call",
    [
        "{{ config(materialized='incremental', post_hook=\"grant select on {{ this }} to role x, y\") }}",
        "{{ config(materialized='incremental', partition_by={'field': 'd', 'data_type': 'date'}) }}",
        "{{ config(materialized='incremental', tags=['a', 'b'], pre_hook=[\"a('x')\", \"b\"]) }}",
        "{{ config(materialized=var('m', 'incremental'), unique_key=dbt_utils.star(ref('x'))) }}",
        "{{ config(materialized='incremental' if target.name == 'prod' else 'view') }}",
        "{{ config(materialized='incremental', **extra) }}",
        "{{\n    config(\n        materialized='incremental'\n    )\n}}",
        "{{config(materialized='incremental')}}",
        "{%- set a = 1 -%}\n{{ config(materialized = 'incremental' , schema = 'größe 😀' ) }}",
    ],
)
def test_settings_of_every_shape_keep_theirs(call: str) -> None:
    text = call + "\nselect 1 as a"
    script = EditScript((config_edit(text, "on_schema_change", "append_new_columns", "because"),), text)
    after = script.applied()

    assert config_of(after).on_schema_change == "append_new_columns"
    before = {s.name: s.written for s in config_of(text).settings}
    assert {s.name: s.written for s in config_of(after).settings if s.name != "on_schema_change"} == before
    assert script.reverted(after) == text
