"""Macros and variables of a customer's dbt project, for dbt's private folder."""

from __future__ import annotations

from pathlib import Path

from signoff.core.domain.dbt import MacroFile, Surroundings
from signoff.core.export.companions import add_companions

OWN = MacroFile("", "{% macro tidy(x) %}trim({{ x }}){% endmacro %}")


def test_own_macros_and_those_of_packages_lie_where_dbt_looks(tmp_path: Path) -> None:
    around = Surroundings(
        "shop", (OWN, MacroFile("helpers", "{% macro loud(x) %}{% endmacro %}")), '{"a": 1}'
    )

    assert add_companions(tmp_path, around) == {"a": 1}
    assert [p.read_text() for p in (tmp_path / "macros").iterdir()] == [OWN.text]
    assert "name: helpers" in (tmp_path / "dbt_packages" / "helpers" / "dbt_project.yml").read_text()
    assert len(list((tmp_path / "dbt_packages" / "helpers" / "macros").iterdir())) == 1


def test_what_would_move_models_or_is_there_already_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "a.sql").write_text("{%- macro tidy(y) -%}{% endmacro %}")
    moving = MacroFile("", "{% macro generate_schema_name(custom, node) %}x{% endmacro %}")
    outside = MacroFile("../x", "{% macro b() %}{% endmacro %}")

    assert add_companions(tmp_path, Surroundings(macros=(OWN, moving, outside), variables="[]")) == {}
    assert [p.name for p in (tmp_path / "macros").iterdir()] == ["a.sql"]
    assert not (tmp_path.parent / "x").exists() and not (tmp_path / "dbt_packages").exists()
