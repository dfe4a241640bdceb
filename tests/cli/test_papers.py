"""What leaves by the command line and comes back: copies, pages, sheets of questions and their answers."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import openpyxl
import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import draft_project
from signoff.core.project.making import Material, make_project
from tests.e2e.small_project import write_small_project

BY = ["--by", "Maren Keller"]


@pytest.fixture
def folder(drafted: Path, tmp_path: Path) -> Path:
    """The small project, one's own."""
    return Path(shutil.copytree(drafted, tmp_path / "project"))


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = write_small_project(tmp_path_factory.mktemp("papers"))
    document = made / "garden.csv"
    material = Material(document=document, spec=parse_document(document), sources=made / "sources")
    with make_project(made / "g.signoff", material, name="Garden", dialect="duckdb", by="Maren") as project:
        draft_project(project, None, None, by="Maren")
    return made


def test_questions_leave_for_a_person_and_come_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project, sheet = str(folder / "g.signoff"), folder / "for Ana.xlsx"
    assert main(["review", project, "questions", "--for", "Ana", "--out", str(sheet), *BY]) == ExitCode.DONE
    assert "1 question for Ana" in capsys.readouterr().out
    book = openpyxl.load_workbook(sheet)
    book.active["F6"] = "trim"
    book.save(sheet)
    assert main(["review", project, "answers", str(sheet), *BY]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "Questions!F6" in said and "answered by Ana: trim" in said and "1 answer was taken up." in said
    book.active["F6"] = "upper"
    book.save(sheet)
    assert main(["review", project, "answers", str(sheet), *BY]) == ExitCode.NOT_DONE
    assert "that answer stays" in capsys.readouterr().out


def test_a_file_that_is_not_ours_is_said_to_be_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["review", str(folder / "g.signoff"), "answers", str(folder / "garden.csv"), *BY]
    assert main(arguments) == ExitCode.BAD_INPUT
    assert "holds no mark" in capsys.readouterr().err


def test_a_project_writes_a_copy_and_a_page(folder: Path, tmp_path: Path) -> None:
    project = str(folder / "g.signoff")
    assert main(["review", project, "copy", "--out", str(tmp_path / "c.csv")]) == ExitCode.DONE
    assert main(["review", project, "page", "--out", str(tmp_path / "p.html")]) == ExitCode.DONE
    assert "Signoff: question" in (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "p.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_taking_a_filled_copy_as_a_new_version_says_that_answers_stand_in_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, copy = str(folder / "g.signoff"), tmp_path / "garden.csv"
    main(["review", project, "copy", "--out", str(copy)])
    lines = list(csv.reader(io.StringIO(copy.read_text(encoding="utf-8-sig"))))
    asked = next(line for line in lines if any("(question " in cell for cell in line))
    asked[-3] = "trim"
    with copy.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(lines)
    capsys.readouterr()
    assert main(["take", project, str(copy), *BY]) == ExitCode.DONE
    said = capsys.readouterr()
    assert "answers stand in it" in said.err


def test_a_document_alone_is_annotated_by_lint(folder: Path, tmp_path: Path) -> None:
    copy, page = tmp_path / "c.csv", tmp_path / "p.html"
    main(["lint", str(folder / "garden.csv"), "--annotated", str(copy), "--html", str(page)])
    assert "Signoff: remarks,Signoff: question,Signoff: answer" in copy.read_text(encoding="utf-8-sig")
    assert "garden.csv" in page.read_text(encoding="utf-8")


def test_lint_of_its_own_copy_says_the_same(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "garden.csv"
    main(["lint", str(folder / "garden.csv"), "--annotated", str(copy)])
    first = capsys.readouterr().out
    main(["lint", str(copy)])
    assert capsys.readouterr().out == first


def test_each_document_counts_for_itself_and_its_questions_leave_together(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, other = str(folder / "g.signoff"), tmp_path / "shed.csv"
    other.write_text(
        "Target Table,Target Column,Source Table,Source Column,Rule\n"
        "shed,plot_id,garden_plot,plot_id,Direct\nshed,colour,,,\n"
    )
    assert main(["take", project, str(other), "--another", *BY]) == ExitCode.DONE
    pages = {}
    for name in ("garden.csv", "shed.csv"):
        out = tmp_path / f"{name}.html"
        assert main(["review", project, "page", "--document", name, "--out", str(out)]) == ExitCode.DONE
        pages[name] = out.read_text(encoding="utf-8")
    assert "1 of 2 rows can be drafted now" in pages["shed.csv"] and "colour" not in pages["garden.csv"]
    assert main(["review", project, "questions", "--for", "Bo", "--out", str(tmp_path / "q.xlsx"), *BY]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "q.xlsx").active
    assert {cell.value for cell in sheet["A"][5:]} == {"garden_plot", "shed"}
