"""The pane for sample rows: a draft's rows, source tables, queries of one's own, made-up rows marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from signoff.core.parse import parse_document
from signoff.core.project.making import Material, make_project
from signoff.gui.panes.samples.choices import Kind
from signoff.gui.panes.samples.page import SamplesPage
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from tests.e2e.small_project import write_small_project
from tests.gui.conftest import BY, LONG_MS


@pytest.fixture
def page(garden: MainWindow, qtbot: QtBot) -> SamplesPage:
    """The page with the rows of the first target's draft."""
    garden.go(Place(Step.VALIDATE, "garden_plot", part="samples"))
    found = garden.findChild(SamplesPage)
    assert found is not None
    qtbot.waitUntil(lambda: bool(found.rows.grid().rows), timeout=LONG_MS)
    return found


def choose(page: SamplesPage, kind: Kind, name: str = "") -> None:
    places = [n for n, each in enumerate(page._choices) if each.kind is kind and each.name == name]
    page.what.setCurrentIndex(places[0])


def test_the_rows_of_the_draft_are_there_without_asking(page: SamplesPage) -> None:
    assert page.rows.grid().columns[:2] == ("plot_id", "tenant")
    assert [row[1] for row in page.rows.grid().rows] == ["Ada Marsh", "Ben Okoro", ""]
    assert "3 rows" in page.told.text()


def test_a_source_table_shows_its_rows_as_they_were_sent_and_a_profile(
    page: SamplesPage, qtbot: QtBot
) -> None:
    choose(page, Kind.SOURCE, "PLT")
    qtbot.waitUntil(lambda: page.rows.grid().columns == ("PLT_NO", "TEN_NM", "SQM"), timeout=LONG_MS)
    assert page.rows.grid().rows[0][1] == " Ada Marsh "
    assert page.profile.isVisible()


def test_a_query_of_ones_own_runs_and_a_refused_one_says_why(page: SamplesPage, qtbot: QtBot) -> None:
    choose(page, Kind.QUERY)
    page.editor.setPlainText("select count(*) as n from PLT")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: list(page.rows.grid().rows) == [(3,)], timeout=LONG_MS)
    page.editor.setPlainText("drop table PLT")
    page.run()
    qtbot.waitUntil(lambda: "not run" in page.told.text(), timeout=LONG_MS)
    assert page.told.property("role") == "bad" and not page.rows.grid().rows


def test_a_running_query_is_cancelled_and_the_next_one_runs(page: SamplesPage, qtbot: QtBot) -> None:
    choose(page, Kind.QUERY)
    page.editor.setPlainText("select count(*) from range(100000000) a, range(1000) b")
    page.run()
    qtbot.waitUntil(lambda: page.running.goes_on and page.cancel_button.isVisible(), timeout=LONG_MS)
    page.cancel_button.click()
    qtbot.waitUntil(lambda: not page.running.goes_on, timeout=LONG_MS)
    page.editor.setPlainText("select 1 as one")
    page.run()
    qtbot.waitUntil(lambda: list(page.rows.grid().rows) == [(1,)], timeout=LONG_MS)


def test_rows_are_copied_as_a_table(page: SamplesPage, qapp: object) -> None:
    page.rows.clearSelection()
    page.rows.copy_selection()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["plot_id", "tenant"] and lines[1].split("\t")[1] == "Ada Marsh"


def test_without_rows_some_are_made_up_and_marked(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    given = write_small_project(tmp_path)
    material = Material(given / "garden.csv", parse_document(given / "garden.csv"), None)
    make_project(tmp_path / "p.signoff", material, name="P", dialect="duckdb", by=BY).close()
    with qtbot.waitSignal(window.session.changed, timeout=LONG_MS):
        window.session.open(tmp_path / "p.signoff")
    window.go(Place(Step.VALIDATE, part="samples"))
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        window.commands.run("tools.make_up_rows")
    page = window.findChild(SamplesPage)
    assert page is not None
    qtbot.waitUntil(lambda: "nobody sent these values" in page.told.text(), timeout=LONG_MS)
    assert "2 made up" in page.sources.text()
    assert any("made up" in label.text() for label in window.notices.findChildren(QLabel))
