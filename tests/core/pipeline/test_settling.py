"""An incremental model that gets new columns: its key on the samples, and the settings in the edit script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.codec import from_data, to_data
from signoff.core.domain.dbt import Surroundings
from signoff.core.domain.edits import EditKind
from signoff.core.domain.materialising import Keeping, ModelConfig, Setting
from signoff.core.domain.plan import Draft
from signoff.core.domain.spec import ColumnMapping, SourceRef, TargetMapping
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.merge.config_calls import config_of
from signoff.core.merge.project_settings import TESTED_UNIQUE
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.existing_folder import read_existing_folder
from signoff.core.pipeline.updating import update_target
from signoff.core.prompt.examples import ExampleBank
from signoff.core.verify.key_facts import key_facts

TEXT = """{{ config(
    materialized='incremental',
    unique_key='order_ref'
) }}
select
    o.order_id as order_ref,
    o.updated_at
from {{ source('raw', 'orders') }} as o
{% if is_incremental() %}
where o.updated_at > (select max(updated_at) from {{ this }})
{% endif %}
"""
PLAIN = "select o.order_id as order_ref, o.line_no, nullif(o.line_no, 2) as customer_id from orders o"
ORDERS = """order_id,line_no,customer_id,status,updated_at
1,1,10,new,2026-01-01 08:00:00
2,1,11,paid,2026-01-02 08:00:00
2,2,11,paid,2026-01-02 08:00:00
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("samples")
    (folder / "orders.csv").write_text(ORDERS)
    (folder / "customers.csv").write_text("customer_id,region\n10,north\n11,south\n")
    with Sandbox() as sandbox:
        sandbox.load(read_folder(folder).tables)
        yield Desk(sandbox, None, ExampleBank(()))


def row(name: str, source: str, *, key: bool = False) -> ColumnMapping:
    table, _, column = source.partition(".")
    return ColumnMapping("big", name, "", (SourceRef(table, column),), key=key)


def update(desk: Desk, text: str, *rows: ColumnMapping) -> Draft:
    return update_target(TargetMapping("big", rows), text, desk.sandbox.schema(), desk).draft


def test_new_columns_of_an_incremental_model_bring_their_setting(desk: Desk) -> None:
    draft = update(desk, TEXT, row("status", "orders.status"))

    assert config_of(draft.text).on_schema_change == "append_new_columns"
    assert "    unique_key='order_ref',\n    on_schema_change='append_new_columns'\n) }}" in draft.text
    assert draft.edits is not None and draft.edits.reverted(draft.text) == TEXT
    (edit,) = (e for e in draft.edits.edits if e.kind is EditKind.CHANGE_CONFIG)
    (column,) = (e for e in draft.edits.edits if e.kind is EditKind.ADD_COLUMN)
    assert edit.needs == (column.id,) and "status" in edit.why
    assert draft.edits.applied({column.id}) == TEXT


def test_a_key_that_does_not_hold_on_the_samples_is_a_remark(desk: Desk) -> None:
    draft = update(desk, TEXT, row("status", "orders.status"))

    assert {"D241", "D242"} <= {f.code for f in draft.findings}
    assert draft.keeping is not None and not draft.keeping.key.proven
    assert "order_ref should tell the rows of big apart, but" in draft.keeping.key_doubt
    assert from_data(to_data(draft.keeping), Keeping) == draft.keeping


def test_a_table_beside_the_one_that_is_watched_is_told(desk: Desk) -> None:
    text = TEXT.replace(
        "as o\n", "as o\nleft join {{ source('raw', 'customers') }} as c using (customer_id)\n"
    )
    text = text.replace("o.updated_at\nfrom", "o.line_no,\n    o.updated_at\nfrom").replace(
        "'order_ref'", "['order_ref', 'line_no']"
    )
    draft = update(desk, text, row("region", "customers.region"))

    assert draft.keeping is not None and draft.keeping.key.proven and draft.keeping.unmarked == ("customers",)
    (told,) = (f for f in draft.findings if f.code == "D243")
    assert "when customers changes alone, region" in told.message


@pytest.mark.parametrize("kind", ["table", "view"])
def test_other_models_keep_their_settings(desk: Desk, kind: str) -> None:
    draft = update(desk, TEXT.replace("incremental'", f"{kind}'"), row("status", "orders.status"))

    assert draft.edits is not None
    assert [e for e in draft.edits.edits if e.kind is EditKind.CHANGE_CONFIG] == []


@pytest.mark.parametrize(
    ("config", "keys", "tested", "columns", "proven", "word"),
    [
        (["order_ref"], [], [], ("order_ref",), False, "2 rows share a value"),
        (["order_ref", "line_no"], [], [], ("order_ref", "line_no"), True, "unique_key"),
        (["order_ref"], ["order_ref", "line_no"], [], ("order_ref", "line_no"), True, "The document names"),
        ([], ["customer_id"], [("line_no", "order_ref")], ("line_no", "order_ref"), True, "tests say"),
        ([], ["customer_id"], [], ("customer_id",), False, "lack one"),
        (["md5(x)"], [], [], ("md5(x)",), False, "could not be counted"),
        ([], [], [], (), False, ""),
    ],
)
def test_the_first_key_that_holds_counts(
    desk: Desk,
    config: list[str],
    keys: list[str],
    tested: list[tuple[str, ...]],
    columns: tuple[str, ...],
    proven: bool,
    word: str,
) -> None:
    target = TargetMapping("big", tuple(row(name, "orders.x", key=True) for name in keys))
    settings = ModelConfig((Setting("unique_key", tuple(config)),) if config else ())
    facts, doubt = key_facts(target, settings, tested, PLAIN, desk.sandbox, desk.cancel)

    assert (facts.columns, facts.proven) == (columns, proven) and word in facts.why
    assert bool(doubt) is (bool(config) and config != ["order_ref", "line_no"])


def test_a_key_without_a_row_is_not_shown(desk: Desk) -> None:
    settings = ModelConfig((Setting("unique_key", ("order_ref",)), Setting(TESTED_UNIQUE, ("order_ref",))))
    facts, _ = key_facts(
        TargetMapping("big", ()), settings, (), PLAIN + " where false", desk.sandbox, desk.cancel
    )

    assert not facts.proven and "give no row" in facts.why


def test_settings_of_the_dbt_project_around_the_file_count(desk: Desk, tmp_path: Path) -> None:
    models = tmp_path / "models" / "marts"
    models.mkdir(parents=True)
    (tmp_path / "dbt_project.yml").write_text(
        "name: shop\nmodels: {shop: {marts: {+materialized: incremental}}}\n"
    )
    tests = "columns: [{name: line_no}, {name: order_ref, tests: [unique]}]"
    (models / "big.yml").write_text(f"models:\n  - name: big\n    {tests}\n")
    plain = "select o.order_id as order_ref from {{ source('raw', 'orders') }} o where o.line_no = 1\n"
    (models / "big.sql").write_text(plain)
    read = read_existing_folder(tmp_path)
    draft = update(replace(desk, around=read.around), read.texts["big"], row("status", "orders.status"))

    assert draft.text.startswith("{{ config(on_schema_change='append_new_columns') }}\n\nselect")
    assert draft.keeping is not None and draft.keeping.path == "models/marts/big.sql"
    assert draft.keeping.key.proven and "tests say that order_ref is unique" in draft.keeping.key.why
    assert draft.edits is not None
    (key,) = (e for e in draft.edits.edits if e.suggestion)
    assert "unique_key='order_ref'" in key.splices[0].after
    assert from_data(to_data(read.around), Surroundings) == read.around


def test_a_file_that_asks_for_later_runs_is_incremental(desk: Desk) -> None:
    text = TEXT.split("}}\n", 1)[1]
    draft = update(desk, text, row("status", "orders.status"))

    assert draft.edits is not None and "config(" not in draft.text
    (shown,) = (e for e in draft.edits.edits if e.kind is EditKind.CHANGE_CONFIG and "schema" in e.why)
    assert shown.suggestion and "append_new_columns" in shown.splices[0].after


def test_a_snapshot_is_told_to_keep_its_history(desk: Desk) -> None:
    text = (
        "{% snapshot big %}\n{{ config(unique_key='order_ref', strategy='check', check_cols='all') }}\n"
        "select o.order_id as order_ref from {{ source('raw', 'orders') }} o\n{% endsnapshot %}\n"
    )
    draft = update(desk, text, row("status", "orders.status"))

    (told,) = (f for f in draft.findings if f.code == "D244")
    assert "what a new column held in the past is not known" in told.message
    assert draft.text.count("config(") == 1 and "o.status" in draft.text
