"""Answers to questions on the document, kept in a project: drafts, sign-offs, undo and later documents follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.amended import contradicted
from signoff.core.domain.review import Question
from signoff.core.errors import SignoffError
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import draft_project
from signoff.core.pipeline.importing import read_version
from signoff.core.pipeline.questioning import questioned_project
from signoff.core.project import answering
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from signoff.core.project.standing import standing_of
from signoff.core.project.undo import Act, revert
from tests.helpers.asked_document import MAPPING, PLOTS
from tests.helpers.new_version import import_document

BY = "Ada Brandt"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project of a document that leaves six things open."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "garden.csv").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "sources" / "PLT.csv").write_text(PLOTS, encoding="utf-8")
    document = tmp_path / "garden.csv"
    material = Material(document, parse_document(document), tmp_path / "sources")
    with make_project(tmp_path / "p.signoff", material, name="G", dialect="duckdb", by=BY) as made:
        yield made


def _question(project: Project, column: str, code: str) -> Question:
    return next(
        f.question
        for f in questioned_project(project).open
        if f.question is not None and (f.column, f.code) == (column, code)
    )


def _rule(project: Project, column: str) -> str:
    spec = project.amended_spec
    assert spec is not None
    return next(c.rule for c in spec.targets[0].columns if c.name == column)


def _answer(project: Project, column: str, code: str, value: str) -> Act:
    question, first = _question(project, column, code), project.mark()[0] + 1
    answering.answer_document(project, question, value, by=BY)
    return Act("answer", first, project.mark()[0])


def _new_version(project: Project, tmp_path: Path, text: str) -> None:
    path = tmp_path / "next.csv"
    path.write_text(text, encoding="utf-8")
    import_document(project, read_version(path, project.spec), by=BY)


def test_the_document_stays_as_it_was_read(project: Project) -> None:
    before = project.spec
    _answer(project, "tenant", "L02", "Trim")
    assert project.spec is before
    assert _rule(project, "tenant") == "Trim"
    standing = standing_of(project)
    assert standing.spec == project.amended_spec and standing.read == before
    assert [(a.by, a.answer, a.before) for a in standing.amendments] == [(BY, "Trim", "PLT.TEN_NM: TBD")]


def test_one_answer_is_one_act_and_undo_asks_again(project: Project) -> None:
    question = _question(project, "tenant", "L02")
    act = _answer(project, "tenant", "L02", "Trim")
    assert act.first == act.last
    again = revert(project, act, by=BY)
    assert _rule(project, "tenant") == "TBD" and _question(project, "tenant", "L02") == question
    revert(project, again, by=BY)
    assert _rule(project, "tenant") == "Trim"


def test_an_answer_after_drafting_asks_for_a_new_draft_only_where_it_changes_something(
    project: Project,
) -> None:
    draft_project(project, None, None, by=BY)
    assert not dossier_of(project, "plot").draft_is_older
    act = _answer(project, "tenant", "L02", "Trim")
    assert dossier_of(project, "plot").draft_is_older
    revert(project, act, by=BY)
    assert not dossier_of(project, "plot").draft_is_older
    _answer(project, "tenant", "L02", "Trim")
    draft_project(project, None, None, by=BY)
    dossier = dossier_of(project, "plot")
    assert not dossier.draft_is_older
    assert [(each.answer, each.by) for each in dossier.mapping.amendments] == [("Trim", BY)]


def test_an_answered_remark_no_longer_bars_the_sign_off(project: Project) -> None:
    draft_project(project, None, None, by=BY)
    assert "L01" in {f.code for f in dossier_of(project, "plot").findings}
    _answer(project, "origin", "L01", "no-value")
    assert "L01" not in {f.code for f in dossier_of(project, "plot").findings}


def test_a_rule_of_the_whole_file_holds_for_columns_that_come_later(project: Project, tmp_path: Path) -> None:
    rule = questioned_project(project).rule("rounding")
    answering.set_file_rule(project, rule, "half-up", by=BY)
    later = MAPPING + 'plot,per_tree,"decimal(9,1)",,PLT,"PRICE, AGE",PRICE / TREES\n'
    _new_version(project, tmp_path, later)
    assert _rule(project, "per_tree") == "PRICE / TREES, rounded to 1 decimals"
    assert _rule(project, "per_year") == "PRICE / AGE, rounded to 2 decimals"


def test_a_column_with_an_answer_of_its_own_keeps_it(project: Project) -> None:
    _answer(project, "per_year", "L13", "cut")
    rule = questioned_project(project).rule("rounding")
    answering.set_file_rule(project, rule, "half-up", by=BY)
    assert _rule(project, "per_year").endswith("truncated to 2 decimals")
    assert _rule(project, "per_metre").endswith("rounded to 2 decimals")
    answering.set_file_rule(project, questioned_project(project).rule("rounding"), "", by=BY)
    assert _rule(project, "per_year").endswith("truncated to 2 decimals")
    assert _rule(project, "per_metre") == "PRICE / SQM"


def test_rows_in_another_order_ask_nothing_twice(project: Project, tmp_path: Path) -> None:
    _answer(project, "tenant", "L02", "Trim")
    head, *rows = MAPPING.splitlines()
    _new_version(project, tmp_path, "\n".join([head, *reversed(rows)]) + "\n")
    assert _rule(project, "tenant") == "Trim"
    assert contradicted(project.spec or parse_document(tmp_path / "next.csv"), project.amendments()) == ()


@pytest.mark.parametrize(("said", "rule"), [("answer", "Trim"), ("document", "Upper case")])
def test_a_document_that_contradicts_an_answer_is_settled_by_a_person(
    project: Project, tmp_path: Path, said: str, rule: str
) -> None:
    _answer(project, "tenant", "L02", "Trim")
    _new_version(project, tmp_path, MAPPING.replace("TBD", "Upper case"))
    assert _rule(project, "tenant") == "Trim"
    assert project.spec is not None
    assert [a.now for a in contradicted(project.spec, project.amendments())] == ["PLT.TEN_NM: Upper case"]
    answering.answer_document(project, _question(project, "tenant", "L31"), said, by=BY)
    assert _rule(project, "tenant") == rule
    assert "L31" not in {f.code for f in questioned_project(project).findings}


def test_what_is_no_answer_is_refused(project: Project) -> None:
    question = replace(_question(project, "tenant", "L02"), own=None)
    with pytest.raises(SignoffError, match="copy, no-value"):
        answering.answer_document(project, question, "something", by=BY)
    with pytest.raises(SignoffError, match="Say how"):
        answering.answer_document(project, _question(project, "tenant", "L02"), " ", by=BY)
    assert project.amendments() == ()
