"""What people say of edits: refused ones leave the file as it was, come back, and stay refused when drafted again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.edits import EditState
from signoff.core.domain.expressions import Origin
from signoff.core.errors import SignoffError
from signoff.core.parse import parse_document
from signoff.core.pipeline.edit_decisions import with_edit_states
from signoff.core.pipeline.existing_folder import read_existing_folder
from signoff.core.pipeline.flow import draft_project, samples_of, spec_of
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.edit_acts import accept_edits, keep_edits
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from tests.e2e.small_project import EXISTING, write_small_project

BY = "Ada Brandt"
REFUSED, PROPOSED = EditState.REFUSED, EditState.PROPOSED


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with one update, drafted without a language model."""
    folder = write_small_project(tmp_path / "given")
    material = Material(
        document=folder / "garden.csv",
        spec=parse_document(folder / "garden.csv"),
        sources=folder / "sources",
        existing=read_existing_folder(folder / "existing").texts,
    )
    with make_project(tmp_path / "garden.signoff", material, name="Garden", dialect="duckdb", by=BY) as made:
        draft_project(made, None, None, by=BY, targets=["water_bill"])
        yield made


def _decide(project: Project, state: EditState) -> None:
    dossier = dossier_of(project, "water_bill")
    assert dossier.draft.edits is not None
    edit = dossier.draft.edits.edits[0]
    with samples_of(project, spec_of(project)) as (sandbox, _findings):
        decided = with_edit_states(
            project.draft_history("water_bill"), {edit.id: state}, dossier.mapping, dossier.sources, sandbox
        )
    keep_edits(project, dossier, decided.draft, decided.verification, by=BY, about=edit.column)


def test_a_refused_edit_leaves_the_file_as_it_was_to_the_byte(project: Project) -> None:
    _decide(project, REFUSED)
    draft = project.draft("water_bill")
    assert draft is not None and draft.text == EXISTING == draft.existing
    assert [c.origin for c in draft.columns] == [Origin.KEPT, Origin.KEPT]
    assert draft.proof is not None and not draft.proof.bars_sign_off


def test_proposed_again_it_is_the_draft_it_was(project: Project) -> None:
    before = project.draft("water_bill")
    _decide(project, REFUSED)
    _decide(project, PROPOSED)
    after = project.draft("water_bill")
    assert before is not None and after is not None
    assert (after.text, after.sql, after.columns) == (before.text, before.sql, before.columns)


def test_an_edit_that_was_refused_stays_so_when_the_table_is_drafted_again(project: Project) -> None:
    _decide(project, REFUSED)
    draft_project(project, None, None, by=BY, targets=["water_bill"])
    draft = project.draft("water_bill")
    assert draft is not None and draft.edits is not None and draft.text == EXISTING
    assert [e.state for e in draft.edits.edits] == [REFUSED]
    _decide(project, PROPOSED)
    again = project.draft("water_bill")
    assert again is not None and [c.name for c in again.columns if c.origin is not Origin.KEPT] == [
        "bill_total"
    ]


def test_accepting_an_edit_approves_the_column_it_completes(project: Project) -> None:
    dossier = dossier_of(project, "water_bill")
    assert dossier.draft.edits is not None
    assert accept_edits(project, dossier, [dossier.draft.edits.edits[0].id], by=BY) == ("bill_total",)
    present = dossier_of(project, "water_bill")
    assert present.draft.edits is not None and present.draft.edits.edits[0].state is EditState.ACCEPTED
    assert [d.column for d in present.decisions] == [
        "bill_total"
    ] and present.draft.text == dossier.draft.text


def test_what_is_not_the_draft_that_was_looked_at_is_not_decided_on(project: Project) -> None:
    dossier = dossier_of(project, "water_bill")
    assert dossier.draft.edits is not None
    _decide(project, REFUSED)
    with pytest.raises(SignoffError, match="changed while you looked"):
        accept_edits(project, dossier, [dossier.draft.edits.edits[0].id], by=BY)
