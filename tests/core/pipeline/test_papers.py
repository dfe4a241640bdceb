"""Copies and sheets of questions: what leaves a project comes back as answers, with name, date and cell."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from signoff.core.domain.annotations import ANSWER, ANSWERED_BY, BESIDE, QUESTION, Mark, mark_in
from signoff.core.engines.documents.reader import read_document
from signoff.core.errors import SignoffError
from signoff.core.parse import parse_document, read_with_grids
from signoff.core.parse.own_copies import without_ours
from signoff.core.pipeline.annotating import Told, annotated_document, copy_name
from signoff.core.pipeline.existing_folder import read_existing_folder
from signoff.core.pipeline.flow import draft_project
from signoff.core.pipeline.papers import (
    annotated_copy,
    note_asked,
    papers_of,
    questions_for,
    sheet_of_questions,
    told_of,
)
from signoff.core.pipeline.question_sheet import iso_date
from signoff.core.pipeline.questioning import questioned
from signoff.core.pipeline.readiness_page import readiness_page
from signoff.core.pipeline.returning import ReturnedFile, returned_file, same_document, take_up
from signoff.core.project.making import Material, make_project
from signoff.core.project.open_questions import open_questions
from signoff.core.project.project import Project
from signoff.core.project.standing import standing_of
from signoff.core.project.taking import TakenAnswers
from tests.e2e.small_project import write_small_project

BY = "Maren Keller"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A drafted project whose document is a workbook, with one open rule."""
    folder = write_small_project(tmp_path_factory.mktemp("papers"))
    book = openpyxl.Workbook()
    book.active.title = "Garden"
    for line in csv.reader(io.StringIO((folder / "garden.csv").read_text(encoding="utf-8"))):
        book.active.append(line)
    book.save(folder / "garden.xlsx")
    material = Material(
        document=folder / "garden.xlsx",
        spec=parse_document(folder / "garden.xlsx"),
        sources=folder / "sources",
        existing=read_existing_folder(folder / "existing").texts,
    )
    with make_project(folder / "g.signoff", material, name="Garden", dialect="duckdb", by=BY) as project:
        draft_project(project, None, None, by=BY)
    return folder / "g.signoff"


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Iterator[Project]:
    with Project.open(Path(shutil.copy(made, tmp_path / "g.signoff")), by=BY) as opened:
        yield opened


def questions_sheet(project: Project, path: Path, whom: str = "Ana Ortiz") -> openpyxl.Workbook:
    papers = papers_of(project, whom=whom)
    path.write_bytes(sheet_of_questions(papers, questions_for(papers, whom, only_theirs=False)))
    return openpyxl.load_workbook(path)


def came_back(path: Path) -> ReturnedFile:
    found = returned_file(path)
    assert found is not None
    return found


def test_a_filled_sheet_becomes_answers_with_name_and_date(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    (asked, *_more) = open_questions(standing_of(project))
    book = questions_sheet(project, path)
    sheet = book.active
    assert sheet["A1"].value == "Questions for Ana Ortiz" and sheet["I6"].value == asked.question.id
    assert sheet["C6"].value == str(asked.cell)
    sheet["F6"], sheet["G6"], sheet["H6"] = "upper case of the name", "Ana Ortiz", "2026-03-31"
    book.save(path)
    done = take_up(project, came_back(path), by=BY)
    assert [(t.question, t.value, t.by, t.at, t.cell) for t in done.taken] == [
        (asked.question.id, "upper case of the name", "Ana Ortiz", "2026-03-31", "Questions!F6")
    ]
    assert done.odd == () and done.words == "1 answer was taken up."
    (answer,) = project.answers()
    assert (answer.value, answer.by) == ("upper case of the name", "Ana Ortiz")
    entry = project.entries()[-1]
    assert (entry.act, entry.subject, entry.by) == ("take answers", "q.xlsx", BY)
    assert project.verify_chain() is None
    assert next(iter(project.all("taken", TakenAnswers).values())).answers == done.taken
    assert asked.question.id not in {q.question.id for q in open_questions(standing_of(project))}


def test_the_same_file_again_changes_nothing(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    book = questions_sheet(project, path)
    book.active["F6"] = "trim"
    book.save(path)
    take_up(project, came_back(path), by=BY)
    head = project.head()
    again = take_up(project, came_back(path), by=BY)
    assert (again.taken, again.known, project.head()) == ((), 1, head)


def test_a_choice_is_taken_by_its_words(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    (asked, *_more) = open_questions(standing_of(project))
    choice = asked.question.choices[0]
    book = questions_sheet(project, path)
    book.active["F6"] = f"  {choice.text.upper()} "
    book.save(path)
    assert take_up(project, came_back(path), by=BY).taken[0].value == choice.id
    assert take_up(project, came_back(path), by=BY).known == 1
    assert project.answers()[0].by == "Ana Ortiz"


def test_odd_answers_are_sentences_with_their_cell(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    book = questions_sheet(project, path)
    sheet = book.active
    sheet["F6"], sheet["H6"] = "trim", "soon"
    sheet["F20"], sheet["I20"] = "yes", "0123456789ab"
    book.save(path)
    done = take_up(project, came_back(path), by=BY)
    assert len(done.taken) == 1
    assert [line.split(":")[0] for line in done.odd] == ["Questions!F6", "Questions!F20"]
    assert "“soon” is no date" in done.odd[0] and "not asked" in done.odd[1]


def test_an_answer_given_meanwhile_stays(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    book = questions_sheet(project, path)
    book.active["F6"] = "trim"
    book.save(path)
    take_up(project, came_back(path), by=BY)
    book.active["F6"] = "upper case"
    book.save(path)
    done = take_up(project, came_back(path), by=BY)
    assert done.taken == () and "stays" in done.odd[0]
    assert project.answers()[0].value == "trim"


def test_a_sheet_of_another_project_is_refused(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    book = questions_sheet(project, path)
    book.active["A3"], book.active["F6"] = str(Mark("0" * 16, "0" * 64, "x")), "trim"
    book.save(path)
    with pytest.raises(SignoffError, match="another project"):
        take_up(project, came_back(path), by=BY)


def test_who_was_asked_is_kept_and_their_questions_can_leave_alone(project: Project) -> None:
    everything = questions_for(papers_of(project), "Ana", only_theirs=False)
    note_asked(project, everything[:1], "Ana", by=BY)
    papers = papers_of(project)
    assert [asked.whom for asked in papers.standing.asked] == ["Ana"]
    assert [q.whom for q in questions_for(papers, "ana", only_theirs=True)] == ["Ana"]
    assert questions_for(papers, "Bo", only_theirs=True) == ()
    with pytest.raises(SignoffError, match="No question is open"):
        sheet_of_questions(papers_of(project), ())


def copy_of(project: Project, path: Path) -> openpyxl.Workbook:
    papers = papers_of(project)
    path.write_bytes(annotated_copy(papers, told_of(papers)))
    return openpyxl.load_workbook(path)


def beside(book: openpyxl.Workbook, header: str) -> int:
    return next(cell.column for cell in book["Garden"][1] if cell.value == header)


def test_a_copy_comes_back_from_beside_the_row(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    (asked, *_more) = open_questions(standing_of(project))
    assert asked.cell is not None
    book = copy_of(project, path)
    sheet = book["Garden"]
    assert asked.question.id in sheet.cell(asked.cell.row, beside(book, QUESTION)).value
    sheet.cell(asked.cell.row, beside(book, ANSWER)).value = "trim"
    sheet.cell(asked.cell.row, beside(book, ANSWERED_BY)).value = "Bo"
    sheet.insert_rows(2)
    book.save(path)
    (taken,) = take_up(project, came_back(path), by=BY).taken
    assert (taken.question, taken.value, taken.by) == (asked.question.id, "trim", "Bo")


def test_two_answers_to_one_question_are_neither(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "c.xlsx"
    (asked, *_more) = open_questions(standing_of(project))
    assert asked.cell is not None
    book = copy_of(project, path)
    book["Garden"].cell(asked.cell.row, beside(book, ANSWER)).value = "trim"
    page = book["Signoff"]
    row = next(cell.row for cell in page["I"] if cell.value == asked.question.id)
    page.cell(row, 6).value = "upper case"
    book.save(path)
    done = take_up(project, came_back(path), by=BY)
    assert done.taken == () and f"Signoff!F{row}" in done.odd[0]


def test_what_was_added_is_never_read_as_mapping(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "garden.xlsx"
    copy_of(project, path)
    before, after = project.spec, parse_document(path)
    assert before is not None
    assert after.targets == before.targets and after.findings == before.findings
    assert after.unused == before.unused and [s.sheet for s in after.sheets] == [
        s.sheet for s in before.sheets
    ]
    assert same_document(came_back(path).grids, without_ours(read_document(path)))


def test_a_copy_of_a_copy_replaces_what_was_added(project: Project, tmp_path: Path) -> None:
    first = copy_of(project, tmp_path / "c.xlsx")
    first["Garden"].cell(9, beside(first, ANSWER)).value = "stale"
    first.save(tmp_path / "c.xlsx")
    papers, told = papers_of(project), told_of(papers_of(project))
    data, grids = (tmp_path / "c.xlsx").read_bytes(), read_document(tmp_path / "c.xlsx")
    (tmp_path / "cc.xlsx").write_bytes(annotated_document("c.xlsx", data, grids, told))
    second = openpyxl.load_workbook(tmp_path / "cc.xlsx")
    assert second.sheetnames == first.sheetnames and papers.mark == told.mark
    assert [cell.value for cell in second["Garden"][1]] == [cell.value for cell in first["Garden"][1]]
    assert second["Garden"].cell(9, beside(second, ANSWER)).value is None


def test_decisions_and_answers_stand_in_a_later_copy(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "q.xlsx"
    book = questions_sheet(project, path)
    book.active["F6"] = "=trim"
    book.save(path)
    sheet = openpyxl.load_workbook(path).active
    sheet["F6"].value, sheet["F6"].data_type = "'=trim", "s"
    sheet.parent.save(path)
    take_up(project, came_back(path), by=BY)
    copied = copy_of(project, tmp_path / "c.xlsx")
    answers = [cell.value for cell in copied["Garden"][1]]
    column = answers.index(ANSWER) + 1
    given = [copied["Garden"].cell(n, column).value for n in range(2, copied["Garden"].max_row + 1)]
    assert "'=trim (Ana Ortiz)" in given


def test_a_document_alone_gets_remarks_and_state(tmp_path: Path) -> None:
    folder = write_small_project(tmp_path)
    spec, grids = read_with_grids(folder / "garden.csv")
    told = Told(questioned(spec), Mark(document=spec.digest), "2026-03-31")
    text = annotated_document("garden.csv", (folder / "garden.csv").read_bytes(), grids, told).decode(
        "utf-8-sig"
    )
    assert text.splitlines()[0].endswith(",".join(BESIDE))
    assert copy_name("garden.md") == "garden - Signoff.csv" and copy_name("a.XLSM") == "a - Signoff.XLSM"
    (tmp_path / "back.csv").write_text(text, encoding="utf-8")
    assert came_back(tmp_path / "back.csv").mark == Mark(document=spec.digest)


def test_a_document_whose_columns_run_across_has_our_headings_above_them(tmp_path: Path) -> None:
    rows = ("Target table,animal", "Target column,animal_id,name", "Source column,no,nick", "Rule,,as agreed")
    (tmp_path / "across.csv").write_text("\n".join(rows), encoding="utf-8")
    spec, grids = read_with_grids(tmp_path / "across.csv")
    told = Told(questioned(spec), Mark(document=spec.digest), "2026-03-31")
    data = annotated_document("across.csv", (tmp_path / "across.csv").read_bytes(), grids, told)
    lines = data.decode("utf-8-sig").splitlines()
    assert lines[0].endswith(",".join(BESIDE)) and lines[1].startswith(rows[1])
    assert not lines[1].endswith(",".join(BESIDE))
    (tmp_path / "back.csv").write_bytes(data)
    assert [t.name for t in parse_document(tmp_path / "back.csv").targets] == ["animal"]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _value in attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_is_one_file_without_script_and_escapes_the_document(project: Project) -> None:
    papers = papers_of(project)
    told = told_of(papers)
    grids = [*came_grids(project)]
    hostile = grids[0].rows[0][0] + "<script>alert(1)</script>"
    rows = ((hostile, *grids[0].rows[0][1:]), *grids[0].rows[1:])
    page = readiness_page(told, (type(grids[0])(grids[0].name, rows),))
    tags = _Tags()
    tags.feed(page)
    assert "script" not in tags.tags and "<script>alert(1)</script>" in tags.words
    assert told.found.words in tags.words and "prefers-color-scheme:dark" in page
    assert open_questions(papers.standing)[0].question.text.split("\n")[0] in tags.words


def came_grids(project: Project) -> tuple[object, ...]:
    from signoff.core.pipeline.importing import document_grids, stored_document

    return document_grids(stored_document(project))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026-03-31 00:00:00", "2026-03-31"),
        ("31.3.2026", "2026-03-31"),
        ("2026-02-31", ""),
        ("2027-01-01", ""),
        ("03/04/2026", ""),
    ],
)
def test_dates_as_people_write_them(text: str, date: str) -> None:
    assert iso_date(text, "2026-11-28") == date


def test_a_mark_survives_only_whole() -> None:
    mark = Mark("ab", "cd", "Ana · for Bo")
    assert mark_in(str(mark)) == mark
    assert mark_in("Signoff copy 2 · project a") is None
