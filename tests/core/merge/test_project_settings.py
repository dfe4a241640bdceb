"""What a dbt project says of a model outside the model's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.merge.config_calls import config_of
from signoff.core.merge.project_settings import (
    TESTED_UNIQUE,
    macro_folder,
    read_yaml,
    settings_of,
)

PROJECT = """
name: shop
model-paths: ["dbt_models"]
macro-paths: [own_macros]
models:
  +on_schema_change: ignore
  shop:
    +materialized: view
    marts:
      materialized: incremental
      sales: {+unique_key: sale_id}
  other: {+materialized: table}
"""
SCHEMA = """
version: 2
models:
  - name: sales
    config: {incremental_strategy: "delete+insert", unique_key: "{{ var('k') }}"}
    data_tests:
      - dbt_utils.unique_combination_of_columns:
          arguments: {combination_of_columns: [shop_id, day]}
    columns:
      - {name: sale_id, tests: [not_null, {unique: {severity: warn}}]}
  - name: another
    config: {materialized: table}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    marts = tmp_path / "dbt_models" / "marts"
    marts.mkdir(parents=True)
    (tmp_path / "dbt_project.yml").write_text(PROJECT)
    (marts / "marts.yml").write_text(SCHEMA)
    (marts / "broken.yml").write_text("models: [unclosed")
    (marts / "sales.sql").write_text("select 1 as sale_id")
    return tmp_path


def test_the_nearest_setting_counts(root: Path) -> None:
    config = settings_of(root, root / "dbt_models" / "marts" / "sales.sql")

    assert config.is_incremental and config.strategy == "delete+insert"
    assert config.on_schema_change == "ignore"
    assert [s.value for s in config.settings if s.name == TESTED_UNIQUE] == [("sale_id",), ("shop_id", "day")]
    key = config.get("unique_key")
    assert key is not None and key.value is None and key.where == "dbt_models/marts/marts.yml"


def test_the_models_own_file_wins(root: Path) -> None:
    outside = settings_of(root, root / "dbt_models" / "marts" / "sales.sql")

    assert config_of("{{ config(materialized='table') }} select 1").under(outside).materialized == "table"
    assert config_of("select 1").under(outside).is_incremental


def test_a_model_of_another_folder_has_the_settings_of_its_own(root: Path) -> None:
    config = settings_of(root, root / "dbt_models" / "staging" / "sales_raw.sql")

    assert config.materialized == "view" and config.get(TESTED_UNIQUE) is None


def test_the_project_names_its_folder_of_macros(root: Path) -> None:
    assert macro_folder(root) == root / "own_macros" and macro_folder(Path("/nowhere")) == Path(
        "/nowhere/macros"
    )


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"- a\n- b\n", b"a: [", b"", b"!!python/object:os.system x"]
)
def test_what_is_no_settings_file_says_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.yml").write_bytes(data)

    assert read_yaml(tmp_path / "x.yml") == {}
