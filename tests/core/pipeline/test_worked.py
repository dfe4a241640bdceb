"""Approved rules of a project as worked examples: masked, recorded, and missed when they are taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.plan import HeldExample
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import draft_project, generator_used, preview_prompts
from signoff.core.progress import CancelToken
from signoff.core.project import session
from signoff.core.project.decisions import Written
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from signoff.core.project.standing import standing_of
from signoff.core.project.taking_back import take_back
from signoff.core.review.standing import ColumnState, TargetState
from tests.e2e.small_project import write_small_project

BY = "Test Person"
RULE = "tenant tag: TEN_NM turned over and hung behind PLT_NO, in the usual manner"
DOCUMENT = f"""\
Target Table,Target Column,Target Type,Source Table,Source Column,Transformation Rule
plot,tag,varchar(40),PLT,"PLT_NO, TEN_NM","{RULE}"
lease,tag,varchar(40),PLT,"PLT_NO, TEN_NM","{RULE}, once more"
lease,no,integer,PLT,PLT_NO,Direct move
"""
ANSWER = "CAST(num_01 AS VARCHAR) || text_01"


class Proposer:
    """Answers every prompt alike, and keeps what it was sent."""

    identity = "scripted"

    def __init__(self) -> None:
        self.sent: list[Prompt] = []

    def load(self) -> None:
        """Always ready."""

    def generate(
        self, prompt: Prompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        self.sent.append(prompt)
        return (Generation(ANSWER, 1, 0.0, finished=True),)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    given = write_small_project(tmp_path)
    (given / "tags.csv").write_text(DOCUMENT, encoding="utf-8")
    material = Material(given / "tags.csv", parse_document(given / "tags.csv"), given / "sources")
    with make_project(tmp_path / "p.signoff", material, name="P", dialect="duckdb", by=BY) as made:
        yield made


def draft(project: Project, *targets: str) -> list[Prompt]:
    proposer = Proposer()
    draft_project(project, proposer, generator_used("scripted", "0"), by=BY, targets=targets)
    return proposer.sent


def held(project: Project, target: str) -> tuple[HeldExample, ...]:
    found = project.draft(target)
    assert found is not None
    return found.examples


def states(project: Project, target: str) -> dict[str, ColumnState]:
    standing = standing_of(project).target(target)
    assert standing is not None and standing.review is not None
    return {column.name: column.state for column in standing.review.columns}


def remarked(project: Project, target: str) -> list[str]:
    return [f.column for f in dossier_of(project, target).findings if f.code == "D09"]


def approve_all(project: Project, target: str) -> None:
    names = list(states(project, target))
    session.approve(project, target, names, by=BY)


def helped(project: Project) -> None:
    """`lease` drafted with the approved rule of `plot` as an example, and approved."""
    draft(project)
    session.approve(project, "plot", ["tag"], by=BY)
    draft(project, "lease")
    approve_all(project, "lease")


def test_an_approved_rule_stands_masked_in_the_prompts_of_rules_like_it(project: Project) -> None:
    first = draft(project)
    assert all(not prompt.examples for prompt in first)
    session.approve(project, "plot", ["tag"], by=BY)
    (sent,) = draft(project, "lease")
    assert [(each.target, each.column) for each in sent.examples] == [("plot", "tag")]
    own_turns = [prompt.body.count("usual manner") for prompt in (first[1], sent)]
    assert own_turns == [1, 2]
    assert not any(name in sent.body for name in ("TEN_NM", "PLT_NO", "PLT"))
    assert [(each.column, each.example) for each in held(project, "lease")] == [("tag", sent.examples[0])]


def test_the_preview_shows_the_examples_that_drafting_would_send(project: Project) -> None:
    helped(project)
    shown = {record.target: record.prompt.examples for record in preview_prompts(project)}
    assert shown["lease"] and shown["plot"] == ()


def test_nothing_is_an_example_for_itself_and_approved_columns_are_not_asked_again(project: Project) -> None:
    helped(project)
    assert draft(project) == []
    assert held(project, "plot") == ()


def test_an_expression_written_by_hand_is_an_example_once_approved(project: Project) -> None:
    draft(project)
    written = "CAST(PLT.PLT_NO AS VARCHAR) || reverse(PLT.TEN_NM)"
    project.put_written(Written("plot", "tag", written, BY))
    draft(project, "plot")
    session.approve(project, "plot", ["tag"], by=BY)
    (sent,) = draft(project, "lease")
    assert "|| reverse(text_" in sent.body


def test_a_fixed_value_the_rule_does_not_name_keeps_it_out(project: Project) -> None:
    draft(project)
    written = "CAST(PLT.PLT_NO AS VARCHAR) || 'Brandt & Sons' || PLT.TEN_NM"
    project.put_written(Written("plot", "tag", written, BY))
    draft(project, "plot")
    session.approve(project, "plot", ["tag"], by=BY)
    assert [prompt.examples for prompt in draft(project, "lease")] == []


def test_an_example_taken_back_lists_what_it_helped_to_look_at_again(project: Project) -> None:
    helped(project)
    assert (states(project, "lease")["tag"], remarked(project, "lease")) == (ColumnState.APPROVED, [])
    take_back(project, "plot", "tag", by=BY)
    assert states(project, "lease")["tag"] is ColumnState.LOOK_AGAIN
    assert states(project, "lease")["no"] is ColumnState.APPROVED
    assert remarked(project, "lease") == ["tag"]
    session.approve(project, "lease", ["tag"], by=BY)
    assert states(project, "lease")["tag"] is ColumnState.APPROVED


def test_an_example_whose_sql_changed_is_taken_back_too_and_drafting_again_does_without(
    project: Project,
) -> None:
    helped(project)
    project.put_written(Written("plot", "tag", "PLT.TEN_NM", BY))
    draft(project, "plot")
    assert remarked(project, "lease") == ["tag"]
    assert [prompt.examples for prompt in draft(project, "lease")] == []
    assert (held(project, "lease"), remarked(project, "lease")) == ((), [])


def test_a_signed_target_is_stale_when_its_example_is_taken_back(project: Project) -> None:
    helped(project)
    session.sign(project, "lease", by=BY)
    take_back(project, "plot", "tag", by=BY)
    standing = standing_of(project).target("lease")
    assert standing is not None and standing.state is TargetState.STALE
