"""Remarks accepted with a reason before anything is drafted hold afterwards, while they say what they said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.findings import Finding
from signoff.core.errors import SignoffError
from signoff.core.lint import Level
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import draft_project
from signoff.core.pipeline.questioning import questioned_project
from signoff.core.project.accepting import accept_remark, accepted
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from signoff.core.review.gate import remarks, waived_by

BY = "Ada Brandt"
MAPPING = """\
Target Table,Target Column,Target Type,Default Value,Source Table,Source Column,Transformation Rule
plot,plot_id,integer,N/A,PLT,PLT_NO,Direct move
plot,origin,varchar(3),,,,
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project of a document with a default outside its type, and a column that nothing fills."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "plots.csv").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "sources" / "PLT.csv").write_text("PLT_NO\n1\n2\n", encoding="utf-8")
    document = tmp_path / "plots.csv"
    material = Material(document, parse_document(document), tmp_path / "sources")
    with make_project(tmp_path / "p.signoff", material, name="G", dialect="duckdb", by=BY) as made:
        yield made


def _found(project: Project) -> dict[str, Finding]:
    return {finding.code: finding for finding in questioned_project(project).findings}


def _accept(project: Project, code: str, *, until: str = "") -> None:
    findings = questioned_project(project).findings
    accept_remark(project, _found(project)[code], findings, "as agreed", by=BY, until=until)


def _levels(project: Project) -> dict[str, Level]:
    return {row.column: row.level for row in questioned_project(project).readiness.rows}


def test_what_is_accepted_before_drafting_is_accepted_after_it(project: Project) -> None:
    _accept(project, "L07")
    draft_project(project, None, None, by=BY)
    dossier = dossier_of(project, "plot")
    remark = next(r for r in remarks(dossier) if r.code == "L07")
    waiver = waived_by(dossier, remark, today="2026-11-28")
    assert waiver is not None and waiver.reason == "as agreed"


def test_it_holds_no_row_up_but_one_that_says_nothing(project: Project) -> None:
    assert _levels(project) == {"plot_id": Level.ASK, "origin": Level.MISSING}
    _accept(project, "L07")
    _accept(project, "L01")
    assert _levels(project) == {"plot_id": Level.READY, "origin": Level.MISSING}


def test_it_lapses_on_its_day_and_covers_only_what_was_said(project: Project) -> None:
    _accept(project, "L07", until="2026-11-01")
    finding = _found(project)["L07"]
    waivers = project.every_waiver()
    assert accepted([finding], waivers, today="2026-11-01") == {finding: waivers[0]}
    assert accepted([finding], waivers, today="2026-11-02") == {}
    other = replace(finding, message="The default of plot_id is another one.")
    assert accepted([other], waivers, today="2026-11-01") == {}


def test_a_reason_is_a_must(project: Project) -> None:
    with pytest.raises(SignoffError, match="reason"):
        accept_remark(project, _found(project)["L07"], (), " ", by=BY)
    with pytest.raises(SignoffError, match="whole document"):
        accept_remark(project, replace(_found(project)["L07"], target=""), (), "x", by=BY)
    assert project.every_waiver() == ()
