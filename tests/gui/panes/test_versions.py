"""A document dropped on a project: asked what it is, compared, taken whole, by table, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from signoff.core.pipeline.flow import draft_project
from signoff.core.project import session as acts
from signoff.core.project.standing import Standing
from signoff.core.review.standing import TargetState
from signoff.gui.panes.importing import ImportPane
from signoff.gui.panes.importing.incoming import Incoming
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import LONG_MS
from tests.helpers.versions import make_project_of, sign_all, write_workbook

BY = "Ada Brandt"
ROWS = [
    "party|a|int|S|A|Direct",
    "party|b|varchar(9)|S|B|Trim",
    "shop|c|int|S|A|Direct",
    "town|d|int|S|A|Direct",
]
CHANGED = [
    *ROWS[:1],
    "party|b|varchar(9)|S|B|Upper case",
    "shop|c|int|S|A|Direct",
    "town|d|bigint|S|A|Direct",
]


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("signed")
    with make_project_of(folder, {"Map": ROWS}, {"S": "A,B\n1,x\n"}) as project:
        draft_project(project, None, None, by=BY)
        sign_all(project)
        acts.restate(project, "party", "b", "Lower case", by="Bo")
    return (folder / "p.signoff").read_bytes()


@pytest.fixture
def pane(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, signed: bytes, open_project: Callable[[Path], Standing]
) -> ImportPane:
    """The step with a signed project of three tables, its document read."""
    (tmp_path / "p.signoff").write_bytes(signed)
    open_project(tmp_path / "p.signoff")
    window.show_step(Step.INPUT)
    shown = window.panes[Step.INPUT]
    assert isinstance(shown, ImportPane)
    qtbot.waitUntil(lambda: bool(shown.reading.grids), timeout=LONG_MS)
    return shown


def dropped(pane: ImportPane, qtbot: QtBot, path: Path) -> Incoming:
    """The question on a document that was dropped."""
    with qtbot.waitSignal(pane.taking.document_dropped, timeout=LONG_MS):
        pane.take_files([path])
    assert pane.incoming.asked.isVisible()
    return pane.incoming


def compared(pane: ImportPane, qtbot: QtBot, path: Path, rows: list[str]) -> Incoming:
    """A new version, compared."""
    incoming = dropped(pane, qtbot, write_workbook(path, {"Map": rows}))
    with qtbot.waitSignal(incoming.shown, timeout=LONG_MS):
        incoming.asked.read.click()
    assert pane.pages.currentWidget() is incoming.page
    return incoming


def settled(window: MainWindow, qtbot: QtBot, act: Callable[[], object]) -> Standing:
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        act()
    assert window.session.standing is not None
    return window.session.standing


def states(standing: Standing) -> dict[str, TargetState]:
    return {target.name: target.state for target in standing.targets}


def test_a_comparison_says_what_changes_and_what_reopens_and_cancel_changes_nothing(
    pane: ImportPane, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = window.session.standing
    page = compared(pane, qtbot, tmp_path / "map v2.xlsx", CHANGED).page
    assert page.title.text() == "map v2.xlsx: new version of map.xlsx"
    assert "1 answer stands against a new rule" in page.sum.text()
    lines = {line.name: line for line in page.model.lines}
    assert lines["shop"].sentence == "stays signed" and not lines["shop"].can_take
    assert lines["town"].sentence == "is to be signed again · 1 decision to look at again"
    assert [(c.column, c.what, c.old, c.new) for c in lines["town"].changes] == [
        ("d", "type", "int", "bigint")
    ]
    assert [c.what for c in lines["party"].changes] == ["answer against new rule", "rule"]
    page.cancel.click()
    assert pane.pages.currentIndex() == 1 and window.session.standing is before


def test_all_is_taken_in_one_act_and_undo_brings_it_back(
    pane: ImportPane, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = compared(pane, qtbot, tmp_path / "map v2.xlsx", CHANGED).page
    standing = settled(window, qtbot, page.all.click)
    assert states(standing)["shop"] is TargetState.SIGNED and states(standing)["town"] is TargetState.STALE
    assert pane.pages.currentIndex() == 1 and "map v2.xlsx" in pane.document.words.text()
    qtbot.waitUntil(lambda: pane.sheet.model.index(4, 2).data() == "bigint", timeout=LONG_MS)
    standing = settled(window, qtbot, window.session.undo)
    assert states(standing)["town"] is TargetState.SIGNED and standing.documents[0].name == "map.xlsx"


def test_ticked_tables_alone_are_taken_and_each_document_is_shown_by_its_name(
    pane: ImportPane, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = compared(pane, qtbot, tmp_path / "map v2.xlsx", CHANGED).page
    assert not page.some.isEnabled()
    party = next(n for n, line in enumerate(page.model.lines) if line.name == "party")
    page.model.setData(page.model.index(party, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert page.some.isEnabled() and page.model.tables == ("town",)
    standing = settled(window, qtbot, page.some.click)
    assert states(standing)["town"] is TargetState.STALE
    older = standing.documents[1]
    assert older.is_older_version and older.counting.tables == ("party", "shop")
    cell = standing.targets[1].mapping.columns[0].cell
    assert cell is not None and cell.document == older.name
    pane.show_place(Place(Step.INPUT, cell=cell))
    assert pane.document.name == older.name and "Older version" in pane.document.words.text()
    qtbot.waitUntil(lambda: pane.sheet.model.index(4, 2).data() == "int", timeout=LONG_MS)


def test_a_document_put_aside_waits_beside_the_sheets_and_can_be_looked_at(
    pane: ImportPane, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    incoming = compared(pane, qtbot, tmp_path / "map v2.xlsx", CHANGED)
    standing = settled(window, qtbot, incoming.page.aside.click)
    assert (
        pane.document.aside.text() == "1 document put aside"
        and states(standing)["town"] is TargetState.SIGNED
    )
    with qtbot.waitSignal(incoming.shown, timeout=LONG_MS):
        pane.document.aside.click()
    assert incoming.page.aside.text() == "Leave aside"
    standing = settled(window, qtbot, incoming.page.all.click)
    assert standing.asides == () and not pane.document.aside.isVisible()


def test_another_document_is_added_and_chosen_from_the_list(
    pane: ImportPane, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = {"More": ["shop|c|int|S|A|Direct", "lake|e|int|S|A|Direct"]}
    incoming = dropped(pane, qtbot, write_workbook(tmp_path / "more.xlsx", other))
    with qtbot.waitSignal(incoming.shown, timeout=LONG_MS):
        incoming.asked.another.click()
    lines = {line.name: line for line in incoming.page.model.lines}
    assert "map.xlsx holds a table of that name" in lines["shop"].sentence and not lines["shop"].can_take
    standing = settled(window, qtbot, incoming.page.all.click)
    assert [each.name for each in standing.documents] == ["map.xlsx", "more.xlsx"]
    assert states(standing)["shop"] is TargetState.SIGNED and standing.targets[-1].name == "lake"
    pane.document.choose("more.xlsx")
    assert [line.name for line in pane.sheets.lines.lines] == ["More"]
    qtbot.waitUntil(lambda: pane.sheet.model.index(2, 0).data() == "lake", timeout=LONG_MS)
    incoming = dropped(pane, qtbot, write_workbook(tmp_path / "more v2.xlsx", other))
    assert incoming.asked.of.isVisible() and incoming.asked.of.currentText() == "more.xlsx"


def test_the_very_same_file_is_told_and_changes_nothing(
    pane: ImportPane, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    kept = window.session.standing.documents[0]  # type: ignore[union-attr]  # a project is open
    data = window.session.read_now(lambda project: project.bytes_of(kept.file.digest))
    (tmp_path / "copy.xlsx").write_bytes(data)
    incoming = dropped(pane, qtbot, tmp_path / "copy.xlsx")
    with qtbot.waitSignal(window.notify.said, timeout=LONG_MS):
        incoming.asked.read.click()
    assert "very same file" in window.notices.text and pane.pages.currentIndex() == 1


def test_changes_are_filtered_and_copied_as_a_table_and_shown_in_full(
    pane: ImportPane, qtbot: QtBot, tmp_path: Path
) -> None:
    page = compared(pane, qtbot, tmp_path / "map v2.xlsx", CHANGED).page
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QKeySequence(QKeySequence.StandardKey.Copy).toString() == "Ctrl+C"
    assert "town.d\ttype\tint\tbigint" in QGuiApplication.clipboard().text()
    page.filter.setText("bigint")
    assert [line.name for line in page.model.lines] == ["town"]
    page.view.setCurrentIndex(page.model.index(0, 0, page.model.index(0, 0)))
    assert page.detail.head.text() == "town.d: type" and "bigint" in page.detail.new.text()
    page.filter.setText("no such words")
    assert page.detail.head.text() == "Nothing fits the filter."


def test_of_several_documents_dropped_at_once_each_is_asked_about_in_its_turn(
    pane: ImportPane, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "drop").mkdir()
    write_workbook(tmp_path / "drop" / "a.xlsx", {"A": ["lake|e|int|S|A|Direct"]})
    write_workbook(tmp_path / "drop" / "b.xlsx", {"B": ["pond|e|int|S|A|Direct"]})
    incoming = dropped(pane, qtbot, tmp_path / "drop")
    assert "a.xlsx" in incoming.asked.words.text()
    with qtbot.waitSignal(incoming.shown, timeout=LONG_MS):
        incoming.asked.another.click()
    settled(window, qtbot, incoming.page.all.click)
    assert incoming.asked.isVisible() and "b.xlsx" in incoming.asked.words.text()
    with qtbot.waitSignal(incoming.shown, timeout=LONG_MS):
        incoming.asked.another.click()
    standing = settled(window, qtbot, incoming.page.all.click)
    assert [each.name for each in standing.documents] == ["map.xlsx", "a.xlsx", "b.xlsx"]
    assert not incoming.asked.isVisible()


def test_a_new_version_is_also_chosen_from_the_menu_whatever_step_is_shown(
    pane: ImportPane, window: MainWindow, tmp_path: Path
) -> None:
    window.show_step(Step.VALIDATE)
    window.commands.run("file.version")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "map v2.xlsx"))
    dialog.close()
    assert pane.isVisible() and pane.incoming.asked.isVisible()
    assert "Is map v2.xlsx a new version of map.xlsx" in pane.incoming.asked.words.text()
