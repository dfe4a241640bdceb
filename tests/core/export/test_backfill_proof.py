"""Updated incremental models, run on with real dbt and filled, come out as if they were made anew."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.backfills import BackfillProof, BackfillState
from signoff.core.domain.dbt import MacroFile, Surroundings
from signoff.core.domain.edits import EditScript
from signoff.core.domain.materialising import KeyFacts
from signoff.core.export.backfill_proof import ProvedModel, prove_backfills
from signoff.core.merge.backfilling import Updated, plan_backfill
from signoff.core.merge.config_calls import config_of
from signoff.core.merge.config_proposals import propose_settings

CASES = Path(__file__).parents[2] / "cases" / "backfill"
UPDATES = {
    "orders_merge": (("region",), ("amount",), ("order_ref",), ("orders", "customers")),
    "orders_replace": (("is_paid", "doubled"), (), ("order_ref",), ("orders",)),
    "visits_append": (("page_code",), (), (), ("visits",)),
    "visits_keyed": (("page_code",), (), ("visit_id",), ("visits",)),
    "order_lines": (("status_code",), (), ("order_id", "line_no"), ("orders_clean",)),
}
"""New columns, changed columns, key, tables read, by model."""


def updated(model: str) -> Updated:
    added, changed, key, _reads = UPDATES[model]
    before = (CASES / "models" / f"{model}.before.sql").read_text(encoding="utf-8")
    after = (CASES / "models" / f"{model}.after.sql").read_text(encoding="utf-8")
    facts = KeyFacts(key, f"{key} is the key.", proven=bool(key))
    bare = Updated(model, model, after, after, added, changed, config_of(after), facts)
    text = EditScript(propose_settings(bare, "duckdb").edits, after).applied()
    return Updated(model, model, before, text, added, changed, config_of(text), facts)


def project(folder: Path, models: list[Updated]) -> list[ProvedModel]:
    """The dbt project as exported, with macros; what is to be proven of it."""
    shutil.copy(CASES / "dbt_project.yml", folder)
    (folder / "models").mkdir()
    (folder / "macros").mkdir()
    for name in ("sources.yml", "orders_clean.sql"):
        shutil.copy(CASES / "models" / name, folder / "models")
    proved = []
    for each in models:
        plan = plan_backfill(each, "duckdb")
        (folder / "models" / f"{each.model}.sql").write_text(each.after, encoding="utf-8")
        if plan.macro:
            (folder / "macros" / f"{plan.name}.sql").write_text(plan.macro, encoding="utf-8")
        proved.append(ProvedModel(each.model, each.before, plan, UPDATES[each.model][3]))
    return proved


AROUND = Surroundings(
    "shop",
    (
        MacroFile("", "{% macro tidy(x) %}trim({{ x }}){% endmacro %}"),
        MacroFile("helpers", "{% macro loud(x) %}upper({{ x }}){% endmacro %}"),
    ),
    '{"least": 0}',
)


def with_macros(update: Updated) -> Updated:
    """The same rows by macros and a variable of the customer's project."""
    texts = {}
    for name in ("before", "after"):
        text = getattr(update, name).replace("upper(v.page)", "{{ helpers.loud('v.page') }}")
        text = text.replace(" v.page,", " {{ tidy('v.page') }} as page,")
        texts[name] = text.replace("v.visit_id", "v.visit_id + {{ var('least') }} as visit_id")
    return replace(update, **texts)


def prove(folder: Path, models: list[Updated]) -> dict[str, BackfillProof]:
    folder.mkdir()
    proved = project(folder, models)
    found = prove_backfills(
        folder,
        proved,
        lambda to: shutil.copytree(CASES / "samples", to, dirs_exist_ok=True),
        around=AROUND,
    )
    return {proof.target: proof for proof in found}


@pytest.mark.dbt
def test_run_on_and_filled_a_table_is_as_made_anew(tmp_path: Path) -> None:
    models = [updated(model) for model in UPDATES if model != "visits_keyed"]
    found = prove(tmp_path / "dbt", [*models, with_macros(updated("visits_keyed"))])

    for model in ("orders_merge", "orders_replace", "visits_keyed", "order_lines"):
        proof = found[model]
        assert proof.state is BackfillState.EQUAL, proof
        assert 0 < proof.first_rows < proof.rows and not proof.not_compared and proof.holds
    assert found["orders_merge"].columns == 4 and found["order_lines"].columns == 5
    append = found["visits_append"]
    assert append.state is BackfillState.KEPT_EQUAL and append.not_compared == ("page_code",)
    assert "stays empty in the rows that were there" in append.words


@pytest.mark.dbt
def test_what_is_not_as_made_anew_is_told(tmp_path: Path) -> None:
    idle = "{% macro signoff_backfill_orders_merge() %}{% endmacro %}"
    merge, keyed, replaced = updated("orders_merge"), updated("visits_keyed"), updated("orders_replace")
    append, lines = updated("visits_append"), updated("order_lines")
    timed = ("select v.visit_id", "select get_current_timestamp() as loaded_at, v.visit_id")
    keyed = replace(keyed, before=keyed.before.replace(*timed), after=keyed.after.replace(*timed))
    replaced = replace(replaced, after=(CASES / "models" / "orders_replace.after.sql").read_text())
    doubling = {name: getattr(append, name).split("{% if")[0] for name in ("before", "after")}
    models = [merge, keyed, replaced, replace(append, **doubling), lines]
    folder = tmp_path / "dbt"
    folder.mkdir()
    proved = project(folder, models)
    (folder / "macros" / "signoff_backfill_orders_merge.sql").write_text(idle)
    as_table = lines.after.replace("'incremental'", "'table'")
    (folder / "models" / "order_lines.sql").write_text(as_table)

    found = prove_backfills(
        folder, proved, lambda to: shutil.copytree(CASES / "samples", to, dirs_exist_ok=True)
    )

    by_merge, by_key, by_replace, by_append, by_lines = found
    assert by_lines.state is BackfillState.COULD_NOT_RUN and "as table here" in by_lines.words
    assert by_merge.state is BackfillState.DIFFERS and not by_merge.holds
    assert {name.split()[0] for name in by_merge.differing} == {"region", "amount"}
    assert by_key.state is BackfillState.EQUAL and by_key.not_compared == ("loaded_at",)
    assert by_replace.state is BackfillState.COULD_NOT_RUN and "lacks this column" in by_replace.words
    assert by_append.state is BackfillState.DIFFERED_BEFORE and "before the update" in by_append.words
