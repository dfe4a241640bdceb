"""A name that no source table has is one question, on the page of source tables as among the questions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.annotations import ANSWER
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.pipeline.joining import Survey, given_in, survey
from signoff.core.pipeline.papers import annotated_copy, papers_of, questions_for, told_of
from signoff.core.pipeline.questioning import questioned_project
from signoff.core.pipeline.returning import returned_file, take_up
from signoff.core.project import answering
from signoff.core.project.making import Material, make_project
from signoff.core.project.name_matching import answer_name, forget_match
from signoff.core.project.project import Project

BY = "Ada"
DOCUMENT = """Target Table,Target Column,Source Table,Source Column,Rule,Join
contact,contact_id,ORDERS,ORD_ID,Direct,ORDERS.CUST = PERSN.CODE
contact,full_name,PERSN,NAME,Trim PERSN.NAME,
letter,letter_id,ORDERS,ORD_ID,Direct,ORDERS.CUST = PERSN.CODE
letter,line,PERSN,NAME,Direct,
letter,customer,ORDERS,CSTMER,Trim CSTMER,
letter,customer_again,ORDERS,CSTMER,Direct,
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project whose document misspells a table in two targets and a column in two rows."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "map.csv").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "sources" / "PERSON.csv").write_text("CODE,NAME\n1,Bo\n", encoding="utf-8")
    (tmp_path / "sources" / "ORDERS.csv").write_text("ORD_ID,CUST,CUSTOMER\n1,1,x\n", encoding="utf-8")
    material = Material(tmp_path / "map.csv", parse_document(tmp_path / "map.csv"), tmp_path / "sources")
    with make_project(tmp_path / "p.signoff", material, name="N", dialect="duckdb", by=BY) as made:
        yield made


def _survey(project: Project) -> Survey:
    spec = spec_of(project)
    with samples_of(project, spec) as (sandbox, _findings):
        return survey(spec, sandbox, given_in(project))


def _asked(project: Project) -> list[str]:
    """What is asked about names, as a sheet of questions lists it."""
    asked = questions_for(papers_of(project), "Bo", only_theirs=False)
    return [each.question.topic for each in asked if each.question.code == "L05"]


def test_both_places_show_the_same_question_once(project: Project) -> None:
    names = {each.name: each for each in _survey(project).names}
    assert list(names) == ["PERSN", "CSTMER"]
    assert sorted(_asked(project)) == ["column ORDERS.CSTMER", "table PERSN"]
    asked = questioned_project(project)
    assert len([f for f in asked.open if f.code == "L05"]) == 2
    for each in names.values():
        assert len(each.asked) == 2
        for question in each.asked:
            same = asked.question(question.id)
            assert same is not None and same.text == each.sentence
            assert tuple(choice.text for choice in question.choices) == each.choices


def test_an_answer_on_the_page_of_source_tables_answers_the_questions(project: Project) -> None:
    schema = _survey(project).at_hand
    answer_name(project, "persn", "person", schema, by=BY)
    answer_name(project, "CSTMER", "CUSTOMER", schema, by=BY, table="ORDERS")
    assert _survey(project).names == () and _asked(project) == []
    assert project.name_matches() == ()
    assert {(a.target, a.answer, a.by) for a in project.amendments() if a.topic == "table PERSN"} == {
        ("contact", "PERSON", BY),
        ("letter", "PERSON", BY),
    }
    spec = spec_of(project)
    rows = {row.name: row for target in spec.targets for row in target.columns}
    assert str(rows["full_name"].sources[0]) == "PERSON.NAME"
    assert (
        "PERSON.NAME" in rows["full_name"].rule_resolved and "Trim CUSTOMER" in rows["customer"].rule_resolved
    )
    texts = [row.join for row in rows.values()] + [s.condition for t in spec.targets for s in t.steps]
    assert any("PERSON.CODE" in text for text in texts) and not any("PERSN" in text for text in texts)
    forget_match(project, "PERSN", by=BY)
    assert [each.name for each in _survey(project).names] == ["PERSN"]
    assert _asked(project) == ["table PERSN"]


def test_an_answer_among_the_questions_settles_the_page_of_source_tables(project: Project) -> None:
    for topic, value in (("table PERSN", "PERSON"), ("column ORDERS.CSTMER", "CUSTOMER")):
        rule = next(r for r in questioned_project(project).rules if r.topic == topic)
        answering.set_file_rule(project, rule, value, by=BY)
    assert _survey(project).names == () and _asked(project) == []


def test_one_answer_on_a_column_holds_for_the_whole_table_it_is_in(project: Project) -> None:
    asked = next(
        f.question for f in questioned_project(project).open if f.column == "customer" and f.question
    )
    answering.answer_document(project, asked, "CUSTOMER", by=BY)
    assert [each.name for each in _survey(project).names] == ["PERSN"]
    assert "customer_again" not in {f.column for f in questioned_project(project).open}


def test_a_name_that_is_none_of_those_offered_is_asked_in_neither_place_and_still_holds_up(
    project: Project,
) -> None:
    answer_name(project, "CSTMER", "", _survey(project).at_hand, by=BY, table="ORDERS")
    assert [each.name for each in _survey(project).names] == ["PERSN"]
    assert _asked(project) == ["table PERSN"]
    held = [row.column for row in questioned_project(project).readiness.rows if "CSTMER" in row.reason]
    assert held == ["customer", "customer_again"]
    answer_name(project, "CSTMER", "CUSTOMER", _survey(project).at_hand, by=BY, table="ORDERS")
    assert "column ORDERS.CSTMER" not in _asked(project) and project.name_matches() == ()


def test_a_column_of_another_table_in_own_words_replaces_the_source(project: Project) -> None:
    asked = next(
        f.question for f in questioned_project(project).open if f.column == "customer" and f.question
    )
    answering.answer_document(project, asked, "PERSON.NAME", by=BY)
    rows = {row.name: row for target in spec_of(project).targets for row in target.columns}
    assert [str(source) for source in rows["customer"].sources] == ["PERSON.NAME"]


def test_a_name_answered_beside_one_row_of_a_copy_is_answered_wherever_it_stands(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "c.csv"
    papers = papers_of(project)
    path.write_bytes(annotated_copy(papers, told_of(papers)))
    lines = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    head = next(line for line in lines if ANSWER in line)
    first, second = (
        line for line in lines if line[1:2] in (["customer"], ["customer_again"]) and "ORDERS" in line
    )
    first[head.index(ANSWER)], second[head.index(ANSWER)] = "CUSTOMER", "CUST"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(lines)
    file = returned_file(path)
    assert file is not None
    done = take_up(project, file, by="Bo")
    assert [(each.value, each.by) for each in done.taken] == [("CUSTOMER", "Bo")]
    assert len(done.odd) == 1 and "CUST" in done.odd[0]
    assert _asked(project) == ["table PERSN"]
