"""A dbt project folder as existing SQL: its models by name, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.dbt import ALONE
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Spec,
    TargetMapping,
)
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.merge.jinja import render
from signoff.core.merge.jinja_around import needed_around
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.dropped import sort_out
from signoff.core.pipeline.existing_folder import Existing, read_existing_folder
from signoff.core.pipeline.importing import import_existing
from signoff.core.pipeline.updating import update_target
from signoff.core.project.project import Project
from signoff.core.prompt.examples import ExampleBank
from tests.helpers.dbt_folder import COMPILED, MODEL, write_dbt_project

ORDERS = SourceTable(
    "ORD",
    tuple(
        SourceColumn(name, kind)
        for name, kind in (
            ("order_id", "INTEGER"),
            ("amount", "INTEGER"),
            ("method", "VARCHAR"),
            ("updated_at", "TIMESTAMP"),
            ("status", "VARCHAR"),
        )
    ),
)
SCHEMA = Schema((ORDERS,))
TARGET = TargetMapping(
    "fct_orders",
    (ColumnMapping("fct_orders", "status", "VARCHAR", (SourceRef("ORD", "status"),), state="new"),),
)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        made.load([SampleTable("ORD", None, ORDERS.columns, rows=(("7", "250", "card", None, "open"),))])
        yield made


def test_models_are_found_by_name_however_deep(tmp_path: Path) -> None:
    found = read_existing_folder(write_dbt_project(tmp_path), ["FCT_ORDERS", "nothing"])

    assert found.texts == {"FCT_ORDERS": MODEL}
    assert found.around.project == "shop"


def test_without_names_every_model_is_taken(tmp_path: Path) -> None:
    assert set(read_existing_folder(write_dbt_project(tmp_path)).texts) == {"fct_orders", "stg_customer"}


def test_an_alias_of_the_manifest_names_a_model_too(tmp_path: Path) -> None:
    folder = write_dbt_project(tmp_path, manifest=True)

    assert read_existing_folder(folder, ["orders_fact"]).texts == {"orders_fact": MODEL}


def test_a_folder_inside_a_project_knows_its_macros(tmp_path: Path) -> None:
    write_dbt_project(tmp_path)

    found = read_existing_folder(tmp_path / "models" / "marts" / "core" / "sales")

    assert set(found.texts) == {"fct_orders"}
    assert found.around.project == "shop"


def test_macros_beside_plain_files(tmp_path: Path) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "m.sql").write_text("{% macro one() %}1{% endmacro %}", encoding="utf-8")
    (tmp_path / "x.sql").write_text("select {{ one() }} as a", encoding="utf-8")

    found = read_existing_folder(tmp_path)

    assert render(found.texts["x"], found.around).sql == "select 1 as a"


def test_a_project_file_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "dbt_project.yml").write_text("name: [", encoding="utf-8")

    with pytest.raises(SignoffError, match="cannot be read"):
        read_existing_folder(tmp_path)


@pytest.mark.parametrize("given", [{"compiled": True}, {"manifest": True}])
def test_what_dbt_compiled_fills_what_is_not_known(tmp_path: Path, given: dict[str, bool]) -> None:
    existing = read_existing_folder(write_dbt_project(tmp_path, **given), ["fct_orders"])

    around, findings = needed_around(MODEL, existing.around, "fct_orders", SCHEMA)

    rendered = render(MODEL, around)
    assert findings == ()
    assert rendered.sql.split() == COMPILED.replace('"db"."raw"."ORD"', "ORD").split()
    assert rendered.findings == ()


def test_compiled_sql_of_another_text_is_not_believed(tmp_path: Path) -> None:
    existing = read_existing_folder(write_dbt_project(tmp_path, compiled=True), ["fct_orders"])
    text = MODEL.replace("as code", "as other_code")

    around, findings = needed_around(text, existing.around, "fct_orders", SCHEMA)

    assert [f.code for f in findings] == ["D238"]
    assert [f.code for f in render(text, around).findings] == ["D221"]


def test_only_what_a_model_needs_goes_with_its_draft(tmp_path: Path) -> None:
    existing = read_existing_folder(write_dbt_project(tmp_path), ["fct_orders"])

    around, _ = needed_around(MODEL, existing.around, "fct_orders", SCHEMA)

    assert [file.package for file in around.macros] == ["", "bookkeeping"]
    assert needed_around("select 1", existing.around, "x", SCHEMA) == (ALONE, ())


def _updated(existing: Existing, sandbox: Sandbox) -> str:
    desk = Desk(sandbox, None, ExampleBank.load())
    desk.around = existing.around
    outcome = update_target(TARGET, existing.texts["fct_orders"], SCHEMA, desk)
    assert sandbox.run(outcome.draft.sql).rows == ((7, 2.5, True, False, "x7", "open"),)
    return outcome.draft.text


def test_a_model_of_a_project_is_updated(tmp_path: Path, sandbox: Sandbox) -> None:
    existing = read_existing_folder(write_dbt_project(tmp_path, compiled=True), ["fct_orders"])

    text = _updated(existing, sandbox)

    wanted = MODEL.replace("as code\n", "as code,\n    o.status\n")
    assert text == wanted.replace("'order_id')", "'order_id', on_schema_change='append_new_columns')")


def test_a_dropped_project_gives_the_models_of_the_documents_targets(
    tmp_path: Path, project: Project
) -> None:
    folder = write_dbt_project(tmp_path / "shop")

    found = sort_out([folder])
    import_existing(project, [folder], by="Ada Brandt")

    assert found.dbt_projects == (folder,)
    assert found.sources == ()
    assert project.existing() == {"fct_orders": MODEL}
    assert project.surroundings.project == "shop"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.signoff", name="p", dialect="duckdb", by="Ada Brandt") as made:
        made.put_spec(Spec("mapping.csv", targets=(TARGET,)), by="Ada Brandt")
        yield made
