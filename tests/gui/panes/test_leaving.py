"""Copies, questions and pages leave from the Input step, and what was filled in comes back by dropping it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from signoff.gui.panes.importing import ImportPane
from signoff.gui.places import Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import LONG_MS


@pytest.fixture
def pane(garden: MainWindow, qtbot: QtBot, tmp_path: Path) -> ImportPane:
    """The step of the small project, its sheet read; whatever is saved goes into one folder."""
    garden.show_step(Step.INPUT)
    shown = garden.panes[Step.INPUT]
    assert isinstance(shown, ImportPane)
    qtbot.waitUntil(lambda: bool(shown.reading.grids) and shown.reading.overview is not None, timeout=LONG_MS)
    folder = tmp_path / "saved"
    folder.mkdir()
    shown.leaving.asks = lambda _title, place, then: then(folder / place.name)
    return shown


def saved(window: MainWindow, qtbot: QtBot, path: Path, act: Callable[[], object]) -> None:
    act()
    qtbot.waitUntil(path.exists, timeout=LONG_MS)


def test_a_copy_and_a_page_are_written(
    pane: ImportPane, garden: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    copy, page = tmp_path / "saved" / "garden - Signoff.csv", tmp_path / "saved" / "garden - readiness.html"
    saved(garden, qtbot, copy, lambda: garden.commands.run("file.save_copy"))
    assert "Signoff: question" in copy.read_text(encoding="utf-8-sig")
    saved(garden, qtbot, page, lambda: garden.commands.run("file.save_page"))
    assert pane.reading.overview is not None
    assert pane.reading.overview.readiness.words in page.read_text(encoding="utf-8")


def test_questions_leave_for_a_person_and_answers_come_back_by_dropping(
    pane: ImportPane, garden: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = tmp_path / "saved" / "Garden - questions for Ana _ Co.xlsx"
    garden.commands.run("file.save_questions")
    person = pane.leaving.person
    assert person.isVisible() and not person.theirs.isVisible()
    person.name.setText(" Ana / Co ")
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(person.name, "\r")
    assert not person.isVisible()
    assert garden.session.standing is not None
    assert {asked.whom for asked in garden.session.standing.asked} == {"Ana / Co"}
    book = openpyxl.load_workbook(sheet)
    book.active["F6"] = "trim"
    book.save(sheet)
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.open_files([sheet])
    answers = [a for t in garden.session.standing.targets if t.dossier for a in t.dossier.answers]
    assert [(answer.value, answer.by) for answer in answers] == [("trim", "Ana / Co")]
    assert not pane.incoming.asked.isVisible()


def test_several_filled_sheets_and_a_text_copy_are_dropped_at_once(
    pane: ImportPane, garden: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    copy = tmp_path / "saved" / "garden - Signoff.csv"
    saved(garden, qtbot, copy, lambda: garden.commands.run("file.save_copy"))
    lines = list(csv.reader(io.StringIO(copy.read_text(encoding="utf-8-sig"))))
    heads = next(line for line in lines if "Answered by" in line)
    asked = lines[lines.index(heads) + 1]
    asked[heads.index("Answer")], asked[heads.index("Answered by")] = "trim", "Bo"
    with copy.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(lines)
    empty = tmp_path / "saved" / "empty.csv"
    empty.write_text(copy.read_text(encoding="utf-8").replace(",trim,Bo,", ",,,"), encoding="utf-8")
    with qtbot.waitSignals([garden.session.acted] * 2, timeout=LONG_MS):
        garden.open_files([copy, empty])
    assert garden.session.standing is not None
    answers = [a for t in garden.session.standing.targets if t.dossier for a in t.dossier.answers]
    assert [(answer.value, answer.by) for answer in answers] == [("trim", "Bo")]
    assert {file.table for file in garden.session.standing.samples}.isdisjoint({"empty", "garden - Signoff"})
