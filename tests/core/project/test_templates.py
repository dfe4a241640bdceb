"""A project's prompt templates: every edit is numbered, kept and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.errors import SignoffError
from signoff.core.project.project import Project
from signoff.core.project.undo import Act, revert
from signoff.core.prompt.templates import SHIPPED, shipped_text
from tests.helpers.signed_projects import BY, make

FIRST = "Make {type} of {columns}.\n{remarks}{rule}"
SECOND = "Wanted: {type}. Use {columns}.\n{remarks}{rule}"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.signoff") as made:
        yield made


def test_edits_are_numbered_and_the_last_is_in_use(project: Project) -> None:
    assert project.templates() == SHIPPED
    project.put_template("expression", FIRST, by=BY)
    assert project.put_template("expression", SECOND, by="Bo").version == "1+p2"
    assert project.templates().template("expression").text == SECOND
    history = [(edit.number, edit.text, edit.by) for edit in project.template_history("expression")]
    assert history == [(1, FIRST, BY), (2, SECOND, "Bo")]
    assert project.templates().label("condition") == "condition/1"


def test_a_number_is_never_given_twice(project: Project) -> None:
    project.put_template("expression", FIRST, by=BY)
    project.reset_template("expression", by=BY)
    assert project.templates() == SHIPPED
    assert project.put_template("expression", FIRST, by=BY).version == "1+p2"
    seq = project.mark()[0]
    redo = revert(project, Act("edit template", seq, seq), by=BY)
    assert project.templates() == SHIPPED
    revert(project, redo, by=BY)
    assert project.templates().template("expression").version == "1+p2"
    assert project.put_template("expression", SECOND, by=BY).version == "1+p3"
    assert [edit.number for edit in project.template_history("expression")] == [1, 2, 3]


def test_what_changes_nothing_is_no_act(project: Project) -> None:
    project.put_template("expression", FIRST, by=BY)
    head = project.head()
    project.put_template("expression", FIRST + "\n", by=BY)
    project.put_template("system", shipped_text("system"), by=BY)
    project.reset_template("condition", by=BY)
    assert project.head() == head


def test_the_shipped_text_given_back_is_a_reset(project: Project) -> None:
    project.put_template("expression", FIRST, by=BY)
    assert project.put_template("expression", shipped_text("expression"), by=BY).version == "1"
    assert project.templates() == SHIPPED


@pytest.mark.parametrize("word", ["party_nm", "party clean"])
def test_a_business_term_is_refused_before_anything_is_drafted(project: Project, word: str) -> None:
    head = project.head()
    with pytest.raises(SignoffError, match="business term") as caught:
        project.put_template("system", f"{shipped_text('system')}\nThink of {word}.", by=BY)
    assert word not in str(caught.value) and project.head() == head
