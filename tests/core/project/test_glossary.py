"""Listed terms are added, grouped and removed, each one act that can be undone and tells no term."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from signoff.core.domain.masking import Term, TermKind
from signoff.core.errors import SignoffError
from signoff.core.project.glossary import add_term, remove_term, set_group
from signoff.core.project.project import Project
from signoff.core.project.undo import Act, revert

BY = "Ada Brandt"
NORD = Term("Nordhafen", TermKind.WORD, "company")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.signoff", name="p", dialect="duckdb", by=BY) as made:
        add_term(made, " Nordhafen ", by=BY, group="company")
        yield made


def test_terms_are_listed_grouped_and_removed(project: Project) -> None:
    assert project.glossary == (NORD,)
    code = Term("MIGTEAM", TermKind.VALUE)
    assert add_term(project, "MIGTEAM", TermKind.VALUE, by=BY) == (NORD, code)
    assert set_group(project, "nordhafen", "harbour", by=BY)[0] == Term(NORD.text, NORD.kind, "harbour")
    assert remove_term(project, "NORDHAFEN", by=BY) == (code,) == project.glossary


def test_each_is_one_act_that_names_no_term_and_can_be_undone(project: Project) -> None:
    before = project.mark()[0]
    set_group(project, "Nordhafen", "harbour", by=BY)
    remove_term(project, "Nordhafen", by=BY)
    entries = project.entries()
    assert [entry.act for entry in entries[-3:]] == ["add term", "group term", "remove term"]
    assert len(entries) == before + 2 and {entry.subject for entry in entries[-3:]} == {"glossary"}
    revert(project, Act("remove term", before + 2, before + 2), by=BY)
    assert [term.group for term in project.glossary] == ["harbour"]


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda p: add_term(p, "NORDHAFEN", by=BY), "already"),
        (lambda p: add_term(p, "  ", by=BY), "one line"),
        (lambda p: add_term(p, "a\nb", by=BY), "one line"),
        (lambda p: remove_term(p, "party", by=BY), "not in the list"),
        (lambda p: set_group(p, "party", "x", by=BY), "not in the list"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    project: Project, act: Callable[[Project], object], said: str
) -> None:
    head = project.head()
    with pytest.raises(SignoffError, match=said):
        act(project)
    assert project.head() == head


def test_the_same_group_again_is_no_act(project: Project) -> None:
    head = project.head()
    set_group(project, "Nordhafen", "company", by=BY)
    assert project.head() == head
