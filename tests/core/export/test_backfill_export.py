"""Signed updates of incremental models are exported with their backfill, and what dbt showed of it is evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.domain.backfills import BackfillProof, BackfillState
from signoff.core.project.backfills import keep_backfill_proofs
from signoff.core.project.exporting import export_project, models_to_prove, prove_backfills_of, view_of
from signoff.core.project.project import Project
from tests.helpers.incremental_project import BY, make


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.signoff") as made:
        yield made


def equal(target: str) -> BackfillProof:
    return BackfillProof(target, BackfillState.EQUAL, f"{target} is the same as made anew.", rows=8)


def page(folder: Path, target: str) -> str:
    return (folder / "evidence" / f"{target}.md").read_text(encoding="utf-8")


def test_the_backfill_is_a_macro_and_the_evidence_says_what_it_does(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export_project(project, out, by=BY)

    macro = (out / "macros" / "signoff_backfill_orders_merge.sql").read_text()
    assert (
        "set region = signoff_new.region" in macro
        and "signoff_old.order_ref = signoff_new.order_ref" in macro
    )
    assert "is_incremental" not in macro and "'raw', 'customers'" in macro
    assert [p.name for p in (out / "macros").iterdir()] == ["signoff_backfill_orders_merge.sql"]
    merge, append = page(out, "orders_merge"), page(out, "visits_append")
    assert "Rows that orders\\_merge has already get region" in merge and "was not tried with dbt" in merge
    assert "only new rows have values" in append and "--full-refresh --select visits" in append
    model = (out / "models" / "orders_merge.sql").read_text()
    assert 'on_schema_change = "append_new_columns"' in model


def test_a_proof_counts_for_its_text_and_samples_only(project: Project, tmp_path: Path) -> None:
    (macro,) = (t.backfill.macro for t in view_of(project, by=BY).targets if t.backfill and t.backfill.macro)
    other = replace(equal("orders_merge"), macro="of another backfill")
    keep_backfill_proofs(project, [other], by=BY)
    assert len(models_to_prove(view_of(project, by=BY))) == 2
    known = replace(other, macro=hashlib.sha256(macro.encode()).hexdigest())
    keep_backfill_proofs(project, [replace(known, state=BackfillState.COULD_NOT_RUN)], by=BY)
    assert len(models_to_prove(view_of(project, by=BY))) == 2
    keep_backfill_proofs(project, [known], by=BY)

    assert [m.model for m in models_to_prove(view_of(project, by=BY))] == ["visits_append"]
    export_project(project, tmp_path / "out", by=BY)
    assert "orders\\_merge is the same as made anew" in page(tmp_path / "out", "orders_merge")
    project.put_samples("visits", "visits.csv", b"visit_id,page,seen_at\n9,home,2026-02-01 10:00:00\n", by=BY)
    assert {m.model for m in models_to_prove(view_of(project, by=BY))} == {"orders_merge", "visits_append"}


@pytest.mark.dbt
def test_the_command_line_proves_updates_and_keeps_what_it_found(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.path
    project.close()
    out = tmp_path / "out"

    assert main(["export", str(path), "--out", str(out), "--prove", "--by", BY]) == ExitCode.DONE

    said = capsys.readouterr().err
    assert (
        "dbt equal: orders_merge: built as it was" in said and "dbt kept columns equal: visits_append" in said
    )
    assert "Proof with dbt on the samples: equal" in page(out, "orders_merge")
    with Project.open(path, by=BY) as opened:
        assert models_to_prove(view_of(opened, by=BY)) == ()
        assert [p.state for p in prove_backfills_of(opened, by=BY)] == [
            BackfillState.EQUAL,
            BackfillState.KEPT_EQUAL,
        ]
