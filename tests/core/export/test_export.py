"""What is exported: signed targets only, a dbt project that builds, evidence without values."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.expressions import Origin
from signoff.core.domain.mask_proofs import Hit, MaskProof, Searched, Where
from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.domain.plan import Condition, Draft, JoinKind, Relation
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.export.export import plan_export
from signoff.core.export.proof import prove
from signoff.core.export.schema_files import as_yaml
from signoff.core.progress import CancelToken
from signoff.core.project import session
from signoff.core.project.exporting import export_project, prove_export, view_of
from signoff.core.project.mask_proofs import keep_mask_proof
from signoff.core.project.project import Project
from tests.helpers.signed_projects import BY, CANARY, UPDATED, drafts, make, review

ALL = ("party clean", "party_count", "party_report")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.signoff") as made:
        yield made


def _model(folder: Path, start: str) -> str:
    (path,) = folder.glob(f"models/{start}*.sql")
    return path.read_text(encoding="utf-8")


def test_nothing_unsigned_is_exported(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(SignoffError, match=r"party_count.*not decided"):
        export_project(project, out, by=BY)
    review(project, "party clean")
    with pytest.raises(SignoffError, match="party_report"):
        export_project(project, out, by=BY, targets=["party clean", "party_report"])
    assert not out.exists()
    result = export_project(project, out, by=BY)
    assert result.targets == ("party clean",) and [g.target for g in result.held_back] == list(ALL[1:])
    assert project.exports()[0].targets == ("party clean",)


def test_a_target_waits_for_what_it_reads(project: Project, tmp_path: Path) -> None:
    with pytest.raises(SignoffError, match="reads party clean, which is not signed"):
        review(project, "party_count")
    review(project, *ALL[:2])
    with pytest.raises(SignoffError, match="export both"):
        export_project(project, tmp_path / "out", by=BY, targets=["party_count"])
    session.withdraw(project, "party clean", "Wrong filter.", by=BY)
    with pytest.raises(SignoffError, match="party_count"):
        export_project(project, tmp_path / "out", by=BY, targets=["party_count"])


def test_models_hold_references_and_an_update_stays_as_it_was_signed(
    project: Project, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    review(project, *ALL)
    export_project(project, out, by=BY)
    initial = _model(out, "party_clean_")
    assert "from {{ source('srm', 'party') }} p" in initial and "'{{ '{{' }} x }}' as note" in initial
    assert "from {{ ref('party_clean_" in _model(out, "party_count")
    assert _model(out, "party_report") == UPDATED


def test_the_settings_are_whole_and_keep_dbt_quiet(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    review(project, *ALL)
    export_project(project, out, by=BY)
    settings = yaml.safe_load((out / "dbt_project.yml").read_text())
    assert settings["name"] == "supplier_2026" and settings["flags"] == {"send_anonymous_usage_stats": False}
    schema = yaml.safe_load((out / "models" / "schema.yml").read_text())
    columns = {c["name"]: c for c in schema["models"][0]["columns"]}
    assert columns["party_id"]["data_tests"] == ["unique", "not_null"]
    assert columns["kind"]["data_tests"] == [{"accepted_values": {"arguments": {"values": ["SRM"]}}}]
    assert "data_tests" not in columns["note"]
    sources = yaml.safe_load((out / "models" / "sources.yml").read_text())
    tables = {t["name"] for source in sources["sources"] for t in source["tables"]}
    assert tables == {"party", "calendar"} and sources["sources"][0]["name"] == "srm"


def test_the_evidence_says_what_was_signed_and_holds_no_value(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    review(project, *ALL)
    head = project.head()
    export_project(project, out, by=BY)
    (page,) = out.glob("evidence/party_clean_*.md")
    text = page.read_text()
    assert "I, Ada Brandt, confirm that party clean is right as shown" in text
    assert head in text and "on rows shown" in text and "one of the results shown" in text
    assert text.index("Remarks accepted") < text.index("## Columns")
    assert "<script>" not in text and "written by Bo" in (out / "evidence" / "party_count.md").read_text()
    for path in out.rglob("*"):
        assert not path.is_file() or CANARY.casefold() not in path.read_text().casefold(), path
    entries = [json.loads(line) for line in (out / "evidence" / "audit.jsonl").read_text().splitlines()]
    assert entries[-1]["digest"] == head
    manifest = json.loads((out / "evidence" / "manifest.json").read_text())
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest
    written = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert written == {*manifest["files"], "evidence/manifest.json"}
    signed = manifest["targets"]["party clean"]
    assert signed["text_sha256"] == hashlib.sha256(drafts()[0].sql.encode()).hexdigest()


def test_an_answer_on_rows_becomes_a_unit_test_on_made_up_rows(project: Project, tmp_path: Path) -> None:
    review(project, *ALL)
    export_project(project, tmp_path / "out", by=BY)
    text = (tmp_path / "out" / "models" / "unit_tests.yml").read_text(encoding="utf-8")
    (test,) = yaml.safe_load(text)["unit_tests"]
    (given,) = test["given"]
    assert given == {"input": "source('srm', 'party')", "rows": [{"party_nm": " made Up "}]}
    assert test["expect"] == {"rows": [{"party_name": "made Up"}]}
    assert BY in test["description"]


@pytest.mark.parametrize(
    "change",
    [
        {"filters": (Condition("some", "p.party_id > 1", Origin.PATTERN),)},
        {"group_by": (Condition("party_id", "p.party_id"),)},
        {"distinct": True},
        {"relations": (Relation("party", "p", JoinKind.DRIVING), Relation("party", "q", JoinKind.LEFT))},
        {"relations": (Relation("party", "p", JoinKind.DRIVING), Relation("calendar", "k", JoinKind.INNER))},
        {"relations": (Relation("party", "other", JoinKind.DRIVING),)},
    ],
    ids=str,
)
def test_no_unit_test_where_a_made_up_row_may_not_arrive(
    project: Project, tmp_path: Path, change: dict[str, Any]
) -> None:
    draft = drafts()[0]
    assert draft.plan is not None
    section = replace(draft.plan.sections[0], **change)
    project.put_drafts([replace(draft, plan=replace(draft.plan, sections=(section,)))], by=BY)
    review(project, "party clean")
    export_project(project, tmp_path / "out", by=BY)
    assert not (tmp_path / "out" / "models" / "unit_tests.yml").exists()


def test_another_dialect_is_translated_bound_and_said(tmp_path: Path) -> None:
    with make(tmp_path / "p.signoff", dialect="bigquery") as project:
        review(project, "party clean")
        export_project(project, tmp_path / "out", by=BY)
    assert "TRIM(p.party_nm) AS party_name" in _model(tmp_path / "out", "party_clean_")
    (page,) = (tmp_path / "out").glob("evidence/party_clean_*.md")
    assert "translated to bigquery and was not run" in page.read_text()
    with Project.open(tmp_path / "p.signoff") as project, pytest.raises(SignoffError, match="bigquery"):
        prove_export(project, tmp_path / "out")


def test_an_update_with_jinja_from_a_rule_is_refused(project: Project, tmp_path: Path) -> None:
    old = drafts()[2]
    text = UPDATED.replace("upper(p.party_nm)", "'{{ env_var(\"HOME\") }}'")
    hostile = Draft(old.target, old.sql, text, old.columns, None, existing=old.existing)
    project.put_drafts([hostile], by=BY)
    review(project, "party_report")
    with pytest.raises(SignoffError, match="Jinja"):
        export_project(project, tmp_path / "out", by=BY)


def test_nothing_is_exported_from_a_broken_record(project: Project, tmp_path: Path) -> None:
    review(project, *ALL)
    project._connection.execute("DROP TRIGGER record_stays")
    project._connection.execute(
        "UPDATE record SET body = replace(body, 'approved', 'APPROVED') WHERE seq = 20"
    )
    with pytest.raises(SignoffError, match="broken at entry 20"):
        export_project(project, tmp_path / "out", by=BY)


@pytest.mark.parametrize("name", ["Supplier", "1st", "a b", "x" * 61, "../x"])
def test_a_dbt_project_has_a_plain_name(project: Project, tmp_path: Path, name: str) -> None:
    review(project, "party clean")
    with pytest.raises(SignoffError, match="small letters"):
        export_project(project, tmp_path / "out", by=BY, dbt_project_name=name)


@pytest.mark.parametrize(
    "text", ["yes", "null", "1e3", "2026-01-01", "a: b", "- x", "#c", "'", '"', "\t", "é\n\nx ", "~"]
)
def test_yaml_reads_back_as_it_was_written(text: str) -> None:
    assert yaml.safe_load(as_yaml({"value": text, text: [text]})) == {"value": text, text: [text]}


@pytest.mark.dbt
def test_dbt_builds_what_was_exported(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    review(project, *ALL)
    export_project(project, out, by=BY)
    before = sorted(p for p in out.rglob("*"))
    proof = prove_export(project, out)
    assert proof.passed, proof
    assert (proof.models, proof.tests) == (3, 4), "a stand-in for what an update reads does not count"
    assert sorted(p for p in out.rglob("*")) == before


@pytest.mark.dbt
def test_a_cancelled_proof_ends_dbt_and_leaves_nothing(project: Project, tmp_path: Path) -> None:
    review(project, *ALL)
    export_project(project, tmp_path / "out", by=BY)
    cancel = CancelToken()

    def samples(folder: Path) -> None:
        project.materialise_samples(folder)
        cancel.cancel()

    with pytest.raises(Cancelled):
        prove(tmp_path / "out", samples, sources=project.sources, cancel=cancel)


def test_the_receipt_of_masking_goes_along_without_the_terms(project: Project) -> None:
    review(project, "party clean")
    term = Term("Nordhafen", TermKind.WORD)
    hits = (Hit(Where.SENT, "party clean.party_name", term, 7, "2026-01-01"),)
    proof = MaskProof("p", BY, "2026-01-01", "0" * 64, MaskingLevel.FULL, 1, (("anywhere", 1),), "1" * 64)
    assert "evidence/masking.md" not in plan_export(view_of(project, by=BY)).files
    kept = keep_mask_proof(project, replace(proof, hits=hits, searched=(Searched(Where.SENT, 1),)).digested())
    files = plan_export(view_of(project, by=BY)).files
    page = files["evidence/masking.md"].decode()
    assert kept.digest in page and "word of the glossary" in page and "full" in page
    assert not any(b"Nordhafen" in data for data in files.values())
