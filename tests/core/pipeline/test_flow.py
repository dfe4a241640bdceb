"""Drafting a project: only what was asked for, with what it reads, each target kept as soon as it is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.errors import Cancelled
from signoff.core.parse import parse_document
from signoff.core.pipeline.documents import with_what_they_read
from signoff.core.pipeline.flow import draft_project
from signoff.core.progress import CancelToken, Progress
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from tests.e2e.small_project import write_small_project

BY = "Test Person"
READS = """\
Target Table,Target Column,Target Type,Source Table,Source Column,Transformation Rule
a,id,integer,PLT,PLT_NO,Direct move
b,id,integer,a,id,Direct move
c,id,integer,PLT,PLT_NO,Direct move
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    given = write_small_project(tmp_path)
    (given / "reads.csv").write_text(READS, encoding="utf-8")
    material = Material(given / "reads.csv", parse_document(given / "reads.csv"), given / "sources")
    return make_project(tmp_path / "p.signoff", material, name="P", dialect="duckdb", by=BY)


def test_only_the_named_target_is_drafted_with_what_it_reads(project: Project) -> None:
    with project:
        draft_project(project, None, None, by=BY, targets=["b"])
        assert [draft.target for draft in project.drafts()] == ["a", "b"]
        draft_project(project, None, None, by=BY)
        assert [draft.target for draft in project.drafts()] == ["a", "b", "c"]


def test_what_is_drafted_before_cancel_is_kept(project: Project) -> None:
    token = CancelToken()

    def stop_at_c(news: Progress) -> None:
        if news.message == "c":
            token.cancel()

    with project:
        with pytest.raises(Cancelled):
            draft_project(project, None, None, by=BY, report=stop_at_c, cancel=token)
        assert [draft.target for draft in project.drafts()] == ["a", "b"]


def test_what_a_target_reads_is_followed_to_the_end(tmp_path: Path) -> None:
    (tmp_path / "reads.csv").write_text(READS, encoding="utf-8")
    spec = parse_document(tmp_path / "reads.csv")
    assert with_what_they_read(spec, ["B"]) == {"a", "b"}
    assert with_what_they_read(spec, []) == frozenset()
