"""The masking level of a project: what it hides in prompts; a change asks for new drafts of what was generated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.domain.prompts import Generation
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import draft_project, generator_used, preview_prompts
from signoff.core.project import session
from signoff.core.project.dossiers import dossier_of, dossiers
from signoff.core.project.glossary import accept_terms, choose_level
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from signoff.core.project.standing import standing_of
from signoff.core.review.standing import TargetState
from tests.e2e.small_project import write_small_project

BY = "Test Person"
RULE = "tenant tag: TEN_NM turned over and hung behind PLT_NO, in the usual mangelwurzel manner of the Guild"
DOCUMENT = f"""\
Target Table,Target Column,Target Type,Source Table,Source Column,Transformation Rule
plot,tag,varchar(40),PLT,"PLT_NO, TEN_NM","{RULE}"
lease,no,integer,PLT,PLT_NO,Direct move
"""


class Proposer:
    """Answers every prompt alike."""

    identity = "scripted"

    def load(self) -> None:
        """Always ready."""

    def generate(self, _prompt: Any, **_how: Any) -> tuple[Generation, ...]:
        return (Generation("CAST(num_01 AS VARCHAR) || text_01", 1, 0.0, finished=True),)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    given = write_small_project(tmp_path)
    (given / "tags.csv").write_text(DOCUMENT, encoding="utf-8")
    material = Material(given / "tags.csv", parse_document(given / "tags.csv"), given / "sources")
    with make_project(tmp_path / "p.signoff", material, name="P", dialect="duckdb", by=BY) as made:
        yield made


def draft(project: Project) -> None:
    draft_project(project, Proposer(), generator_used("scripted", "0"), by=BY)


def masked(project: Project, level: MaskingLevel) -> str:
    choose_level(project, level, by=BY)
    return next(record.masked for record in preview_prompts(project) if record.column == "tag")


def states(project: Project) -> dict[str, TargetState]:
    return {target.name: target.state for target in standing_of(project).targets}


def test_each_level_hides_what_it_says(project: Project) -> None:
    accept_terms(project, [Term("Guild", TermKind.WORD)], by=BY)
    terms, identifiers, full = (masked(project, level) for level in MaskingLevel)
    assert [text for text in (terms, identifiers, full) if "Guild" in text] == []
    assert "TEN_NM" in terms and "TEN_NM" not in identifiers and "TEN_NM" not in full
    assert "mangelwurzel" in terms and "mangelwurzel" in identifiers
    assert "mangelwurzel" not in full and "usual" in full


def test_every_member_of_an_accepted_group_is_hidden(project: Project) -> None:
    members = [Term(text, TermKind.WORD, concept="guild") for text in ("Guild", "manner")]
    accept_terms(project, members, by=BY)
    text = masked(project, MaskingLevel.IDENTIFIERS)
    assert "Guild" not in text and "manner" not in text


def test_a_changed_level_asks_for_new_drafts_of_what_was_generated(project: Project) -> None:
    draft(project)
    assert not any(each.draft_is_older for each in dossiers(project))
    choose_level(project, MaskingLevel.FULL, by=BY)
    assert [each.target for each in dossiers(project) if each.level_is_other] == ["plot"]
    assert states(project)["plot"] is TargetState.REDRAFT
    assert states(project)["lease"] is not TargetState.REDRAFT
    with pytest.raises(Exception, match="hidden from the language model was changed"):
        session.sign(project, "plot", by=BY)
    draft(project)
    assert not any(each.draft_is_older for each in dossiers(project))
    assert project.generator is not None and project.generator.masking == "full"


def test_going_back_to_the_level_of_a_draft_leaves_it_as_it_is(project: Project) -> None:
    draft(project)
    choose_level(project, MaskingLevel.TERMS, by=BY)
    choose_level(project, MaskingLevel.IDENTIFIERS, by=BY)
    assert not dossier_of(project, "plot").draft_is_older
