"""The page of source tables: names to confirm, samples that don't join, tables known by their DDL alone."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from signoff.gui.panes.importing import ImportPane
from signoff.gui.panes.importing.sources_page import SourcesPage
from signoff.gui.places import Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import LONG_MS

DOCUMENT = """Target Table,Target Column,Source Table,Source Column,Rule,Join
contact,contact_id,ORDERS,ORD_ID,Direct,ORDERS.CUST = PERSN.CODE
contact,full_name,PERSN,NAME,Direct,
"""


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> SourcesPage:
    """The page of a project whose document misspells a table, and whose samples were drawn apart."""
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "mapping.csv").write_text(DOCUMENT)
    (folder / "tables.ddl").write_text("create table REGION (ID integer not null, LABEL varchar(20));")
    with duckdb.connect(str(folder / "crm.duckdb")) as made:
        made.execute("create table PERSON as select 'c' || i as CODE, ' n' as NAME from range(10) t(i)")
        made.execute("create table ORDERS as select i as ORD_ID, 'x' || i as CUST from range(10) t(i)")
    pane = window.panes[Step.INPUT]
    assert isinstance(pane, ImportPane)
    with qtbot.waitSignal(window.session.opened, timeout=LONG_MS):
        pane.take_files([folder])
    window.show_step(Step.INPUT)
    pane.side.tabs.choose("sources")
    qtbot.waitUntil(lambda: pane.side.sources.surveying.found is not None, timeout=LONG_MS)
    return pane.side.sources


def test_a_name_is_asked_about_and_then_the_joins_are_said(
    page: SourcesPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert any("PERSN" in text and "PERSON" in text for text in page.notices.texts)
    pane = window.panes[Step.INPUT]
    assert isinstance(pane, ImportPane)
    qtbot.waitUntil(lambda: pane.reading.overview is not None, timeout=LONG_MS)
    asked = [line.text for line in pane.side.questions.model.lines if "PERSN" in line.text]
    assert page.open_matters == 0 and len(asked) == 1 and asked[0] in page.notices.texts
    choice = next(b for b in page.notices.findChildren(QPushButton) if b.text() == "PERSON")
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        choice.click()
    qtbot.waitUntil(lambda: bool(page.surveying.found and page.surveying.found.apart), timeout=LONG_MS)
    assert not any("PERSN" in text for text in page.notices.texts)
    assert any("were drawn apart" in text for text in page.notices.texts)
    page.notices.database.setCurrentIndex(page.notices.database.findData("tsql"))
    page.notices.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "TOP 500" in copied and "SQL Server" in copied
    qtbot.waitUntil(
        lambda: not any("PERSN" in x.text for x in pane.side.questions.model.lines), timeout=LONG_MS
    )
    assert [line.text for line in pane.side.asking.answered.model.lines] == [f"{asked[0]} → PERSON"]
    window.session.undo()
    qtbot.waitUntil(lambda: bool(page.surveying.found and page.surveying.found.names), timeout=LONG_MS)


def test_a_request_is_saved(page: SourcesPage, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert page.surveying.found is not None
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        page.notices.answer(page.surveying.found.names[0], "PERSON")
    qtbot.waitUntil(lambda: bool(page.surveying.found and page.surveying.found.apart), timeout=LONG_MS)
    page.notices.save_request(tmp_path / "request.sql")
    assert "Save as PERSON.csv" in (tmp_path / "request.sql").read_text()


def test_a_table_known_by_its_ddl_alone_shows_its_columns(page: SourcesPage, qtbot: QtBot) -> None:
    page.choose("REGION")
    qtbot.waitUntil(lambda: [c.name for c in page.bars.model.columns] == ["ID", "LABEL"], timeout=LONG_MS)
    assert "No sample rows" in page.note.text()


def test_remarks_stand_with_the_table_they_are_about(page: SourcesPage) -> None:
    page.choose("PERSON")
    assert any("blanks at an end" in text for text in page.notices.texts)
    page.choose("ORDERS")
    assert not any("blanks at an end" in text for text in page.notices.texts)


def test_a_glossary_that_is_dropped_goes_into_the_project(
    page: SourcesPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    pane = window.panes[Step.INPUT]
    assert isinstance(pane, ImportPane)
    (tmp_path / "Glossary.csv").write_text("Term,Kind\nNordhafen,word\n", encoding="utf-8")
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        pane.take_files([tmp_path / "Glossary.csv"])
    standing = window.session.standing
    assert standing is not None and [term.text for term in standing.glossary] == ["Nordhafen"]
