"""A glossary that is shared leaves a record: where it came from, its digest, and the other project's record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.masking import Term, TermKind
from signoff.core.errors import SignoffError
from signoff.core.pipeline.glossaries import export_glossary, import_glossary
from signoff.core.project.glossary import accept_terms, glossary_digest, lock_glossary
from signoff.core.project.project import Project
from signoff.core.project.taking import project_identity

BY = "Ada Brandt"
TERMS = (Term("Nordhafen", TermKind.WORD), Term("supp_nm", TermKind.COLUMN, "text", "supplier"))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "own.signoff", name="own", dialect="duckdb", by=BY) as made:
        yield made


@pytest.fixture
def other(tmp_path: Path) -> tuple[Path, str, str]:
    """A project with terms: its file, its identity, its audit head."""
    place = tmp_path / "other.signoff"
    with Project.create(place, name="other", dialect="duckdb", by="Bo") as made:
        accept_terms(made, TERMS, by="Bo")
        return place, project_identity(made), made.head()


def test_terms_of_another_project_come_with_a_record(project: Project, other: tuple[Path, str, str]) -> None:
    place, identity, head = other
    before = place.read_bytes()
    assert import_glossary(project, place, by=BY) == TERMS == project.glossary
    (origin,) = project.glossary_origins()
    assert (origin.name, origin.project, origin.head, origin.terms) == (place.name, identity, head, 2)
    assert origin.digest == glossary_digest(TERMS) and origin.by == BY
    assert (project.entries()[-1].act, project.entries()[-1].subject) == ("import glossary", place.name)
    assert project.verify_chain() is None and place.read_bytes() == before


def test_terms_that_are_there_are_not_counted_as_new(project: Project, other: tuple[Path, str, str]) -> None:
    accept_terms(project, TERMS[:1], by=BY)
    assert import_glossary(project, other[0], by=BY) == TERMS[1:]


def test_a_file_goes_out_and_comes_in(project: Project, tmp_path: Path) -> None:
    accept_terms(project, TERMS, by=BY)
    place = tmp_path / "terms.xlsx"
    assert export_glossary(project, place) == 2
    with Project.create(tmp_path / "third.signoff", name="third", dialect="duckdb", by=BY) as third:
        assert [term.text for term in import_glossary(third, place, by=BY)] == ["Nordhafen", "supp_nm"]
        assert third.glossary_origins()[0].project == ""


def test_a_locked_glossary_takes_nothing_in(project: Project, other: tuple[Path, str, str]) -> None:
    lock_glossary(project, by=BY)
    with pytest.raises(SignoffError, match="locked"):
        import_glossary(project, other[0], by=BY)
    assert project.glossary_origins() == ()
