"""Questions on the document leave on a sheet or a copy before anything is drafted, and come back as answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from signoff.core.domain.annotations import ANSWER, QUESTION, Mark
from signoff.core.errors import SignoffError
from signoff.core.lint import Level
from signoff.core.parse import parse_document, read_with_grids
from signoff.core.pipeline.annotating import Told, annotated_document
from signoff.core.pipeline.importing import document_grids
from signoff.core.pipeline.papers import (
    annotated_copy,
    note_asked,
    papers_of,
    questions_for,
    sheet_of_questions,
    told_of,
)
from signoff.core.pipeline.questioning import questioned, questioned_project
from signoff.core.pipeline.readiness_page import readiness_page
from signoff.core.pipeline.returning import TakenUp, returned_file, take_up
from signoff.core.project import answering
from signoff.core.project.accepting import accept_remark
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from signoff.core.project.standing import standing_of
from signoff.core.project.undo import Act, revert
from tests.helpers.asked_document import MAPPING, PLOTS

BY = "Maren Keller"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project that nothing was drafted in, of a workbook that leaves six things open."""
    (tmp_path / "sources").mkdir()
    book = openpyxl.Workbook()
    book.active.title = "Plots"
    for line in MAPPING.replace('"decimal(10,2)"', "decimal(10;2)").replace(", ", "; ").splitlines():
        book.active.append([cell.replace(";", ",").strip('"') for cell in line.split(",")])
    book.save(tmp_path / "garden.xlsx")
    (tmp_path / "sources" / "PLT.csv").write_text(PLOTS, encoding="utf-8")
    document = tmp_path / "garden.xlsx"
    material = Material(document, parse_document(document), tmp_path / "sources")
    with make_project(tmp_path / "p.signoff", material, name="G", dialect="duckdb", by=BY) as made:
        yield made


def _sheet(project: Project, path: Path, whom: str = "Ana Ortiz") -> openpyxl.Workbook:
    papers = papers_of(project, whom=whom)
    asked = questions_for(papers, whom, only_theirs=False)
    path.write_bytes(sheet_of_questions(papers, asked))
    note_asked(project, asked, whom, by=BY)
    return openpyxl.load_workbook(path)


def _row(sheet: Worksheet, words: str) -> int:
    return next(cell.row for cell in sheet["D"] if words in str(cell.value or ""))


def _back(project: Project, book: openpyxl.Workbook, path: Path) -> TakenUp:
    book.save(path)
    file = returned_file(path)
    assert file is not None
    return take_up(project, file, by=BY)


def test_a_sheet_holds_reason_cell_and_choices_and_one_line_for_many_columns(
    project: Project, tmp_path: Path
) -> None:
    sheet = _sheet(project, tmp_path / "q.xlsx").active
    open_ = questioned_project(project).open
    listed = [cell.value for cell in sheet["I"][5:] if cell.value]
    assert len(open_) == 6 and len(listed) == 4 and len(set(listed)) == 4
    row = _row(sheet, "where does it come from?")
    finding = next(f for f in open_ if f.column == "origin")
    assert finding.question is not None
    assert [sheet.cell(row, n).value for n in (1, 2, 3, 9)] == [
        "plot",
        "origin",
        str(finding.cell),
        finding.question.id,
    ]
    assert finding.message in sheet.cell(row, 4).value
    shared = _row(sheet, "one answer for 2 places")
    assert sheet.cell(shared, 2).value == "per_metre\nper_year"
    rules = {each.id: each for each in questioned_project(project).rules}
    rule = rules[sheet.cell(shared, 9).value]
    assert all(choice.text in sheet.cell(shared, 5).value for choice in rule.choices)


def test_an_answer_is_the_act_of_the_window_with_the_name_and_date_of_who_gave_it(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "q.xlsx"
    book = _sheet(project, path)
    assert {asked.whom for asked in project.asked()} == {"Ana Ortiz"}
    sheet, first = book.active, project.mark()[0] + 1
    row = _row(sheet, "where does it come from?")
    sheet.cell(row, 6).value, sheet.cell(row, 7).value = "Constant 'OLD'", "Bo Lind"
    sheet.cell(row, 8).value = "2026-03-31"
    done = _back(project, book, path)
    assert done.words == "1 answer was taken up." and done.odd == ()
    (said,) = project.amendments()
    assert (said.column, said.answer, said.by, said.at) == (
        "origin",
        "Constant 'OLD'",
        "Bo Lind",
        "2026-03-31",
    )
    assert "origin" not in {asked.column for asked in project.asked()}
    assert said.question not in {f.question.id for f in questioned_project(project).open if f.question}
    assert project.entries()[-1].act == "take answers" and project.verify_chain() is None
    head = project.head()
    again = _back(project, book, path)
    assert (again.taken, again.known, project.head()) == ((), 1, head)
    revert(project, Act("take answers", first, project.mark()[0]), by=BY)
    assert project.amendments() == ()


def test_one_line_answers_every_column_and_an_own_answer_stands_before_it(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "q.xlsx"
    book = _sheet(project, path)
    sheet = book.active
    row = _row(sheet, "one answer for 2 places")
    rule = next(r for r in questioned_project(project).rules if r.id == sheet.cell(row, 9).value)
    sheet.cell(row, 6).value = rule.choices[0].text
    assert _back(project, book, path).odd == ()
    assert dict(project.file_rules()) == {rule.topic: rule.choices[0].id}
    said = [each for each in project.amendments() if each.topic == rule.topic]
    assert {(each.column, each.by, each.everywhere) for each in said} == {
        ("per_metre", "Ana Ortiz", True),
        ("per_year", "Ana Ortiz", True),
    }
    assert _back(project, book, path).known == 1
    sheet.cell(row, 6).value = rule.choices[1].text
    (line,) = _back(project, book, path).odd
    assert line.startswith(f"Questions!F{row}") and "Ana Ortiz has answered" in line


def test_what_can_not_be_taken_is_a_sentence_with_its_cell(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    book = _sheet(project, path)
    sheet = book.active
    origin, gone = _row(sheet, "where does it come from?"), _row(sheet, "tenant")
    asked = questioned_project(project).question(sheet.cell(origin, 9).value)
    assert asked is not None
    answering.answer_document(project, asked, "Constant 'X'", by="Bo")
    findings = questioned_project(project).findings
    tenant = next(f for f in findings if f.question and f.question.id == sheet.cell(gone, 9).value)
    accept_remark(project, tenant, findings, "meant so", by="Bo")
    sheet.cell(origin, 6).value, sheet.cell(gone, 6).value = "Constant 'OLD'", "Trim"
    done = _back(project, book, path)
    assert done.taken == ()
    by_cell = {line.split(" ")[0].rstrip(":"): line for line in done.odd}
    assert "Bo has answered “Constant 'X'” meanwhile" in by_cell[f"Questions!F{origin}"]
    assert "is not asked" in by_cell[f"Questions!F{gone}"]


def test_a_copy_asks_beside_its_row_and_takes_an_answer_there(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    papers = papers_of(project)
    path.write_bytes(annotated_copy(papers, told_of(papers)))
    book = openpyxl.load_workbook(path)
    sheet = book["Plots"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    assert "where does it come from?" in sheet.cell(6, heads[QUESTION]).value
    sheet.cell(6, heads[ANSWER]).value = "Constant 'OLD'"
    assert [t.cell for t in _back(project, book, path).taken] == [
        f"Plots!{sheet.cell(6, heads[ANSWER]).coordinate}"
    ]
    papers = papers_of(project)
    path.write_bytes(annotated_copy(papers, told_of(papers)))
    sheet = openpyxl.load_workbook(path)["Plots"]
    assert f"Constant 'OLD' ({BY})" in str(sheet.cell(6, heads[ANSWER]).value)


def test_a_copy_of_the_document_alone_is_answered_into_a_project_that_holds_it(
    project: Project, tmp_path: Path
) -> None:
    document, path = tmp_path / "garden.xlsx", tmp_path / "c.xlsx"
    spec, grids = read_with_grids(document)
    told = Told(questioned(spec), Mark(document=spec.digest), "2026-03-31")
    path.write_bytes(annotated_document("garden.xlsx", document.read_bytes(), grids, told))
    book = openpyxl.load_workbook(path)
    page = book["Signoff"]
    page.cell(_row(page, "where does it come from?"), 6).value = "Constant 'OLD'"
    assert len(_back(project, book, path).taken) == 1
    mark = next(cell for cell in page["A"] if str(cell.value).startswith("Signoff copy"))
    mark.value = str(Mark(document="0" * 64))
    with pytest.raises(SignoffError, match="does not hold"):
        _back(project, book, path)


def test_page_copy_and_command_line_count_alike_with_rows_answers_and_accepted_remarks(
    project: Project,
) -> None:
    before = questioned_project(project).readiness
    asked = next(f for f in questioned_project(project).open if f.column == "origin")
    assert asked.question is not None
    answering.answer_document(project, asked.question, "Constant 'OLD'", by=BY)
    findings = questioned_project(project).findings
    tenant = next(f for f in findings if f.column == "tenant" and f.code == "L02")
    accept_remark(project, tenant, findings, "meant so", by=BY)
    papers = papers_of(project)
    told, counted = told_of(papers), questioned_project(project).readiness
    assert counted.count(Level.READY) == before.count(Level.READY) + 2
    assert told.found.words == counted.words
    assert counted.words in readiness_page(told, document_grids(papers.document))
    assert standing_of(project).drafted == 0
