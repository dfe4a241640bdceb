"""Drafting a project uses the prompt templates the project edited."""

from __future__ import annotations

from pathlib import Path

from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import gather, preview_prompts
from signoff.core.project.making import Material, make_project
from tests.e2e.small_project import MAPPING, write_small_project

BY = "Ada Brandt"


def test_prompts_of_a_project_are_made_of_its_own_templates(tmp_path: Path) -> None:
    folder = write_small_project(tmp_path)
    document = folder / "garden.csv"
    document.write_text(MAPPING.replace("PLT,TEN_NM,Trim", "PLT,TEN_NM,as the old clerk would have put it"))
    material = Material(document, parse_document(document), folder / "sources")
    with make_project(tmp_path / "p.signoff", material, name="garden", dialect="duckdb", by=BY) as project:
        project.put_template("expression", "Make {type} of {columns}.\n{remarks}{rule}", by=BY)
        assert gather(project, tmp_path / "private", None).templates == project.templates()
        record = next(each for each in preview_prompts(project) if each.column == "tenant")
    assert record.prompt.template == "expression/1+p1"
    assert "Make VARCHAR of text_01.\nas the old clerk" in record.prompt.body and not record.receipt.leaks
