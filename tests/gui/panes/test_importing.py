"""The step where the document comes in: a drop makes a project, roles are corrected, remarks lead to cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from signoff.core.domain.cells import Cell
from signoff.core.domain.corrections import SheetCorrection
from signoff.core.domain.spec import Role
from signoff.core.lint import Level
from signoff.gui.panes.importing import ImportPane
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from tests.e2e.small_project import write_small_project
from tests.gui.conftest import LONG_MS


def pane_of(window: MainWindow) -> ImportPane:
    shown = window.panes[Step.INPUT]
    assert isinstance(shown, ImportPane)
    return shown


@pytest.fixture
def pane(garden: MainWindow, qtbot: QtBot) -> ImportPane:
    """The step of the small project, its sheet read and its rows counted."""
    garden.show_step(Step.INPUT)
    shown = pane_of(garden)
    qtbot.waitUntil(lambda: bool(shown.reading.grids) and shown.reading.overview is not None, timeout=LONG_MS)
    return shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files to drop."""
    return write_small_project(tmp_path / "dropped")


def types(window: MainWindow) -> list[str]:
    standing = window.session.standing
    assert standing is not None
    return [column.type for column in standing.targets[0].mapping.columns]


def settled(window: MainWindow, qtbot: QtBot, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        act()


def test_without_a_project_the_step_says_what_to_drop_and_how_else_to_begin(window: MainWindow) -> None:
    assert pane_of(window).pages.currentWidget() is pane_of(window).empty
    assert {"file.new", "file.open", "file.sample"} <= {each.id for each in window.commands.all()}


def test_a_dropped_mapping_makes_a_project_beside_it(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    pane = pane_of(window)
    with qtbot.waitSignal(window.session.opened, timeout=LONG_MS):
        window.open_files([folder / "garden.csv"])
    assert (folder / "garden.signoff").is_file()
    qtbot.waitUntil(lambda: pane.sheet.sheet == "garden", timeout=LONG_MS)
    assert pane.sheet.model.index(1, 1).data() == "plot_id"
    assert pane.sheet.view.roles.chip_words(1) == "B: target column, as its header says"


def test_a_dropped_file_without_a_mapping_leaves_no_project_and_says_why(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    stray = tmp_path / "stray.png"
    stray.touch()
    with qtbot.waitSignal(window.notify.said, timeout=LONG_MS):
        window.open_files([stray])
    assert "no mapping document in stray.png" in window.notices.text
    assert not window.session.is_open and not list(tmp_path.glob("*.signoff"))
    assert pane_of(window).empty.currentWidget() is pane_of(window).empty.drop


def test_reading_for_a_new_project_can_be_cancelled(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    pane = pane_of(window)
    with qtbot.waitSignal(pane.taking.reading_ended, timeout=LONG_MS):
        window.open_files([folder / "garden.csv"])
        pane.empty.cancelled.emit()
    assert not window.session.is_open and not (folder / "garden.signoff").exists()


def test_source_tables_and_sql_dropped_on_a_project_are_one_act(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    with qtbot.waitSignal(window.session.opened, timeout=LONG_MS):
        window.open_files([folder / "garden.csv"])
    settled(window, qtbot, lambda: pane_of(window).take_files([folder / "sources", folder / "existing"]))
    standing = window.session.standing
    assert standing is not None and {file.table for file in standing.samples} == {"PLT", "BIL"}
    assert standing.existing == ("water_bill",)
    settled(window, qtbot, window.session.undo)
    assert window.session.standing is not None and window.session.standing.samples == ()


def test_a_corrected_role_changes_the_targets_and_undo_brings_them_back(
    pane: ImportPane, garden: MainWindow, qtbot: QtBot
) -> None:
    before = types(garden)
    settled(garden, qtbot, lambda: pane.sheet.role_chosen.emit("garden", "C", Role.NOTE))
    assert types(garden) == [""] * 4 != before
    assert pane.sheet.view.roles.chip_words(2) == "C: note, corrected by a person"
    settled(garden, qtbot, lambda: garden.commands.run("edit.undo"))
    assert types(garden) == before
    assert pane.sheet.view.roles.chip_words(2) == "C: target type, as its header says"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_role_of_a_column_is_asked_by_keyboard(pane: ImportPane, qtbot: QtBot) -> None:
    pane.sheet.view.setCurrentIndex(pane.sheet.model.index(1, 2))
    with qtbot.waitSignal(pane.sheet.view.roles.asked, timeout=LONG_MS) as asked:
        qtbot.keyClick(pane.sheet.view, Qt.Key.Key_F2)
    assert asked.args is not None and asked.args[0] == 2
    menu = pane.sheet.findChild(QMenu)
    assert menu is not None and "Column C is …" in [action.text() for action in menu.actions()]
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_header_row_can_be_given(pane: ImportPane, garden: MainWindow, qtbot: QtBot) -> None:
    pane.sheet.ask_cell(1, 0, QPoint(0, 0))
    menu = pane.sheet.findChild(QMenu)
    assert menu is not None
    menu.close()
    settled(garden, qtbot, lambda: pane.sheet.header_chosen.emit("garden", 2))
    standing = garden.session.standing
    assert standing is not None and standing.corrections.of("garden").header_row == 2


def test_a_sheet_is_switched_off_and_on_with_the_space_key(
    pane: ImportPane, garden: MainWindow, qtbot: QtBot
) -> None:
    settled(garden, qtbot, lambda: qtbot.keyClick(pane.sheets, Qt.Key.Key_Space))
    assert pane.sheets.lines.lines[0].is_off and not garden.session.standing.targets  # type: ignore[union-attr]
    settled(garden, qtbot, lambda: qtbot.keyClick(pane.sheets, Qt.Key.Key_Space))
    assert not pane.sheets.lines.lines[0].is_off and garden.session.standing.targets  # type: ignore[union-attr]


def test_a_link_scrolls_to_its_cell_and_lights_it(pane: ImportPane, garden: MainWindow) -> None:
    garden.go(Place(Step.INPUT, cell=Cell("garden", 5, 7)))
    assert pane.sheet.view.here == (5, 7) == pane.sheet.view.lit


def test_a_sheet_that_is_larger_than_is_read_says_so_over_it(pane: ImportPane, garden: MainWindow) -> None:
    standing, grid = garden.session.standing, pane.sheet.model.grid
    assert standing is not None and standing.spec is not None
    pane.sheet.show_grid(replace(grid, cut=True))
    pane.sheet.tell(standing.spec, SheetCorrection(grid.name), None, can_correct=True)
    words = [each.text() for each in pane.sheet.findChildren(QLabel) if "larger than is read" in each.text()]
    assert words and words[0].startswith("header in row") and "200,000 rows" in words[0]


def test_find_goes_round_the_sheet(pane: ImportPane) -> None:
    pane.sheet.find_field.setText("direct")
    found = []
    for _turn in range(3):
        pane.sheet.find_next()
        found.append(pane.sheet.view.here)
    assert found == [(2, 7), (6, 7), (2, 7)]


def test_numbers_lead_to_what_they_count(pane: ImportPane) -> None:
    overview = pane.reading.overview
    assert overview is not None and overview.readiness.count(Level.READY) == 5
    pane.side.readiness.numbers[Level.READY].click()
    assert pane.sheet.model.shows_heat and pane.sheet.legend.isVisible()
    pane.side.readiness.asked.emit(Level.UNUSED.value)
    assert pane.side.tabs.current == "unused"


def test_a_source_table_shows_what_its_samples_hold(pane: ImportPane, qtbot: QtBot) -> None:
    pane.side.tabs.choose("sources")
    pane.side.sources.choose("PLT")
    bars = pane.side.sources.bars
    qtbot.waitUntil(lambda: [c.name for c in bars.model.columns][:1] == ["PLT_NO"], timeout=LONG_MS)
    bars.choose_column("SQM")
    assert bars.chosen is not None and (bars.chosen.rows, bars.chosen.missing) == (3, 1)
