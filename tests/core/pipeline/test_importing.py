"""Material comes into a project, each drop one act that is undone as one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.corrections import NONE
from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.spec import Role
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary_files import glossary_file
from signoff.core.pipeline import importing
from signoff.core.pipeline.beginning import begin_project, find_document, free_place
from signoff.core.pipeline.documents import project_samples
from signoff.core.pipeline.dropped import sort_out
from signoff.core.pipeline.flow import draft_project
from signoff.core.project.project import Project
from signoff.core.project.undo import Act, revert
from tests.e2e.small_project import MAPPING, write_small_project
from tests.helpers.new_version import import_document

BY = "Ada Brandt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Document, sources and existing SQL of the small project."""
    return write_small_project(tmp_path / "garden")


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    """A project that began with the document alone."""
    document, read, _beside = find_document([folder / "garden.csv"])
    with begin_project(free_place(document), document, read, sort_out([]), by=BY) as made:
        yield made


def test_a_project_can_begin_with_a_document_alone_and_says_what_is_missing(
    project: Project, tmp_path: Path
) -> None:
    assert project.spec is not None and len(project.spec.targets) == 2
    assert project.samples() == ()
    (tmp_path / "none").mkdir()
    with pytest.raises(SignoffError, match="no source tables yet"):
        project_samples(project.materialise_samples(tmp_path / "none"), project.spec)


def test_a_dropped_folder_gives_document_sources_and_existing_sql(folder: Path) -> None:
    document, read, beside = find_document([folder])
    with begin_project(free_place(document), document, read, beside, by=BY) as made:
        assert document.name == "garden.csv"
        assert {file.table for file in made.samples()} == {"PLT", "BIL"}
        assert set(made.existing()) == {"water_bill"}
        assert len(draft_project(made, None, None, by=BY).outcomes) == 2


@pytest.mark.parametrize("name", ["Glossary of terms.xlsx", "glossar.csv", "the_glossary.yml"])
def test_a_glossary_beside_the_document_is_told_from_documents_and_samples(folder: Path, name: str) -> None:
    terms = (Term("Nordhafen", TermKind.WORD, concept="harbour"),)
    (folder / name).write_bytes(glossary_file(terms, Path(name).suffix))
    document, read, beside = find_document([folder])
    assert [path.name for path in beside.glossaries] == [name]
    with begin_project(free_place(document), document, read, beside, by=BY) as made:
        assert made.glossary == terms
        assert {file.table for file in made.samples()} == {"PLT", "BIL"}


def test_a_source_table_called_glossary_stays_a_source_table(folder: Path) -> None:
    (folder / "GLOSSARY.csv").write_text("ID,TXT\n1,Nordhafen\n", encoding="utf-8")
    assert [path.name for path in sort_out([folder / "GLOSSARY.csv"]).samples] == ["GLOSSARY.csv"]


def test_a_folder_without_a_mapping_is_refused_with_the_next_step(folder: Path) -> None:
    with pytest.raises(SignoffError, match="drop the workbook or CSV"):
        find_document([folder / "sources"])


def test_a_place_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "map.signoff").touch()
    assert free_place(tmp_path / "map.xlsx").name == "map 2.signoff"


def test_corrected_roles_are_one_act_and_undone_as_one(project: Project) -> None:
    grids = importing.document_grids(importing.stored_document(project))
    before, entries = project.spec, project.mark()[0]
    told = NONE.with_role("garden", "C", Role.NOTE)
    spec = importing.correct_roles(project, grids, told, by=BY)
    assert project.mark()[0] == entries + 1 and project.spec == spec != before
    assert project.corrections == told
    revert(project, Act("correct roles", entries + 1, entries + 1), by=BY)
    assert project.spec == before and project.corrections == NONE


def test_corrections_hold_for_a_new_version_with_the_same_headers(project: Project, folder: Path) -> None:
    grids = importing.document_grids(importing.stored_document(project))
    told = NONE.with_role("garden", "C", Role.NOTE)
    importing.correct_roles(project, grids, told, by=BY)
    (folder / "garden.csv").write_text(MAPPING.replace("Constant 'OLD'", "Constant 'NEW'"))
    read = importing.read_version(folder / "garden.csv", project.spec, project.corrections)
    import_document(project, read, by=BY)
    assert project.corrections == told and project.spec is not None
    assert "Constant 'NEW'" in {c.rule for c in project.spec.targets[0].columns}
    assert project.spec.targets[0].columns[0].type == ""


def test_samples_and_existing_sql_come_from_files_and_folders(project: Project, folder: Path) -> None:
    entries = project.mark()[0]
    importing.import_samples(project, [folder / "sources"], by=BY)
    importing.import_existing(project, [folder / "existing" / "water_bill.sql"], by=BY)
    assert project.mark()[0] == entries + 2
    assert {file.table for file in project.samples()} == {"PLT", "BIL"}
    assert project.existing()["water_bill"].startswith("{{ config")


@pytest.mark.parametrize("take", [importing.import_samples, importing.import_existing])
def test_files_that_are_nothing_of_the_kind_are_refused_and_nothing_is_kept(
    project: Project, tmp_path: Path, take: object
) -> None:
    stray = tmp_path / "stray.png"
    stray.touch()
    entries = project.mark()[0]
    with pytest.raises(SignoffError, match=r"stray\.png holds no"):
        take(project, [stray], by=BY)  # type: ignore[operator]  # one of the two acts
    assert project.mark()[0] == entries


def test_a_folder_that_is_gone_is_named(project: Project, folder: Path) -> None:
    shutil.rmtree(folder / "sources")
    with pytest.raises(SignoffError, match="is not there"):
        importing.import_samples(project, [folder / "sources"], by=BY)
