"""Questions on the document in the Input step: answered one by one, for the whole file, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from signoff.cli.main import main
from signoff.core.lint import Level
from signoff.core.parse import parse_document
from signoff.core.project.making import Material, make_project
from signoff.core.project.standing import Standing
from signoff.gui.panes.importing import ImportPane
from signoff.gui.panes.importing.questions_page import QuestionsPage
from signoff.gui.places import Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import BY, LONG_MS
from tests.helpers.asked_document import MAPPING, PLOTS


@pytest.fixture
def pane(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, open_project: Callable[[Path], Standing]
) -> ImportPane:
    """The Input step of a document with six open questions, at its questions."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "garden.csv").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "sources" / "PLT.csv").write_text(PLOTS, encoding="utf-8")
    document = tmp_path / "garden.csv"
    material = Material(document, parse_document(document), tmp_path / "sources")
    make_project(tmp_path / "p.signoff", material, name="Garden", dialect="duckdb", by=BY).close()
    open_project(tmp_path / "p.signoff")
    window.show_step(Step.INPUT)
    shown = window.panes[Step.INPUT]
    assert isinstance(shown, ImportPane)
    qtbot.waitUntil(lambda: bool(shown.reading.grids) and shown.reading.overview is not None, timeout=LONG_MS)
    shown.side.tabs.choose("questions")
    return shown


def _page(pane: ImportPane) -> QuestionsPage:
    return pane.side.asking


def _settled(pane: ImportPane, qtbot: QtBot, act: Callable[[], object]) -> None:
    with qtbot.waitSignals([pane.context.session.acted, pane.reading.counted], timeout=LONG_MS):
        act()


def _counts(pane: ImportPane) -> tuple[int, int]:
    overview = pane.reading.overview
    assert overview is not None
    return overview.readiness.count(Level.READY), len(overview.asked)


def test_an_answer_updates_the_readiness_and_is_not_asked_again(pane: ImportPane, qtbot: QtBot) -> None:
    page, card = _page(pane), _page(pane).card
    assert _counts(pane) == (3, 6)
    assert card.count.text() == "question 1 of 6" and card.question is not None
    assert card.question.column == "origin"
    card.answers.own.field.setText("Constant 'OLD'")
    _settled(pane, qtbot, lambda: qtbot.keyClick(card.answers.own.field, Qt.Key.Key_Return))
    assert _counts(pane) == (4, 5)
    assert card.question.column == "tenant"
    assert page.answered.model.lines[0].text == "origin: where does it come from? → Constant 'OLD'"
    _settled(pane, qtbot, pane.context.session.undo)
    assert _counts(pane) == (3, 6)


def test_next_leads_to_the_question_and_its_cell(pane: ImportPane, qtbot: QtBot) -> None:
    card = _page(pane).card
    qtbot.mouseClick(card.next, Qt.MouseButton.LeftButton)
    assert card.question is not None and card.question.column == "tenant"
    assert pane.sheet.view.here == (3, 7)
    card.step(-1)
    assert pane.sheet.view.here == (6, 2)
    assert card.place.text() == "plot.origin · garden!B6"


def test_one_answer_settles_all_that_are_asked_the_same_and_can_be_changed(
    pane: ImportPane, qtbot: QtBot
) -> None:
    page, card = _page(pane), _page(pane).card
    page.lines.view.setCurrentIndex(page.lines.model.index(2))
    qtbot.keyClick(page.lines.view, Qt.Key.Key_Return)
    assert card.everywhere.isVisible() and "all 2" in card.everywhere.text()
    card.everywhere.setChecked(True)
    _settled(pane, qtbot, lambda: qtbot.keyClick(card, Qt.Key.Key_1))
    assert _counts(pane)[1] == 4
    line = page.rules.lines[0]
    assert (line.name.text(), line.pick.currentData()) == ("Rounding", "half-up")
    line.pick.setCurrentIndex(0)
    _settled(pane, qtbot, lambda: line.pick.activated.emit(0))
    assert _counts(pane)[1] == 6


def test_words_of_ones_own_are_a_rule_of_the_whole_file(pane: ImportPane, qtbot: QtBot) -> None:
    page = _page(pane)
    line = page.rules.lines[1]
    line.own.setText("-1")
    _settled(pane, qtbot, line.own.returnPressed.emit)
    standing = pane.context.session.standing
    assert standing is not None and dict(standing.file_rules) == {"division by zero": "-1"}
    rules = [c.rule for c in standing.targets[0].mapping.columns if c.name.startswith("per")]
    assert rules == ["PRICE / SQM, -1 if SQM is zero", "PRICE / AGE, -1 if AGE is zero"]
    assert page.rules.lines[1].pick.currentText() == "-1"


def test_an_answer_is_taken_back(pane: ImportPane, qtbot: QtBot) -> None:
    page = _page(pane)
    page.card.step(1)
    _settled(pane, qtbot, lambda: page.card.answer(1))
    page.tabs.choose("answered")
    with qtbot.waitSignal(pane.context.notify.said, timeout=LONG_MS):
        page.back.click()
    assert len(page.answered.model.lines) == 1
    page.answered.view.setCurrentIndex(page.answered.model.index(0))
    _settled(pane, qtbot, page.back.click)
    assert _counts(pane)[1] == 6 and not page.answered.model.lines


def test_a_remark_is_accepted_with_a_reason_and_counts_follow(pane: ImportPane, qtbot: QtBot) -> None:
    page = pane.side.remarking
    pane.side.tabs.choose("remarks")
    place = next(n for n, line in enumerate(page.lines.model.lines) if "TBD" in line.text)
    assert not page.accept.isEnabled()
    page.lines.view.setCurrentIndex(page.lines.model.index(place))
    qtbot.keyClicks(page.reason, "known, follows in May")
    _settled(pane, qtbot, page.accept.click)
    assert _counts(pane) == (4, 5)
    shown = next(line.text for line in page.lines.model.lines if "TBD" in line.text)
    assert shown.endswith(f"Accepted by {BY}: known, follows in May")


def test_questions_leave_before_anything_is_drafted_and_come_back_by_dropping(
    pane: ImportPane, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = tmp_path / "questions.xlsx"
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        pane.leaving.write_questions(sheet, "Bo Lind", False)
    assert window.session.standing is not None
    assert {asked.column for asked in window.session.standing.asked} >= {"origin", "tenant"}
    book = openpyxl.load_workbook(sheet)
    row = next(c.row for c in book.active["D"] if "where does it come from?" in str(c.value))
    book.active.cell(row, 6).value = "Constant 'OLD'"
    book.save(sheet)
    _settled(pane, qtbot, lambda: window.open_files([sheet]))
    assert _counts(pane) == (4, 5)
    (said,) = window.session.standing.amendments
    assert (said.column, said.answer, said.by) == ("origin", "Constant 'OLD'", "Bo Lind")


def test_the_page_counts_as_the_window_does(pane: ImportPane, qtbot: QtBot, tmp_path: Path) -> None:
    page, counted = tmp_path / "page.html", pane.reading.overview
    assert counted is not None
    pane.leaving.write_page(page)
    qtbot.waitUntil(page.exists, timeout=LONG_MS)
    assert counted.readiness.words in page.read_text(encoding="utf-8")
    assert main(["review", str(tmp_path / "p.signoff"), "page", "--out", str(tmp_path / "again.html")]) == 0
    assert counted.readiness.words in (tmp_path / "again.html").read_text(encoding="utf-8")
