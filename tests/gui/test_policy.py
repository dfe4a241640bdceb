"""What the administrator set, in the window: shown as theirs, and refused where somebody tries all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from signoff.core.domain.masking import MaskingLevel
from signoff.core.project.standing import Standing
from signoff.gui import main as gui_main
from signoff.gui.panes.masking.level_choice import LevelChoice
from signoff.gui.panes.samples.choices import Kind
from signoff.gui.panes.samples.page import SamplesPage
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from signoff.gui.window.status_bar import StatusBar
from tests.gui.conftest import LONG_MS
from tests.helpers.policy import set_policy

THEIRS = "set by your administrator"


@pytest.fixture
def strict(no_policy: Path) -> None:
    """A policy that was there before the window."""
    set_policy(
        no_policy,
        '[masking]\nleast = "identifiers"\n[values]\nclipboard = false\n[allowed]\nfree_select = false',
    )


@pytest.fixture
def page(strict: None, garden: MainWindow, qtbot: QtBot) -> SamplesPage:
    garden.go(Place(Step.VALIDATE, "garden_plot", part="samples"))
    found = garden.findChild(SamplesPage)
    assert found is not None
    qtbot.waitUntil(lambda: bool(found.rows.grid().rows), timeout=LONG_MS)
    return found


def policy_label(window: MainWindow) -> str:
    bar = window.findChild(StatusBar)
    assert bar is not None
    return bar._policy.text() if bar._policy.isVisibleTo(bar) else ""


def test_the_foot_of_the_window_tells_what_is_set(strict: None, window: MainWindow) -> None:
    assert policy_label(window) == "3 set by your administrator"
    bar = window.findChild(StatusBar)
    assert bar is not None and "Masking level at least identifiers." in bar._policy._hint


def test_without_a_policy_nothing_is_said(window: MainWindow) -> None:
    assert policy_label(window) == ""


def test_a_query_of_ones_own_is_marked_and_refused_while_the_drafts_rows_are_shown(
    page: SamplesPage, qtbot: QtBot
) -> None:
    place = next(n for n, each in enumerate(page._choices) if each.kind is Kind.QUERY)
    assert THEIRS in page.what.itemText(place)
    page.what.setCurrentIndex(place)
    page.editor.setPlainText("select 1")
    with qtbot.waitSignal(page.running.refused, timeout=LONG_MS):
        page.run()
    assert THEIRS in page.told.text()


def test_sample_values_are_not_copied(page: SamplesPage, garden: MainWindow, qtbot: QtBot) -> None:
    assert not page.copy.isEnabled() and "administrator" in page.copy.toolTip()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    page.rows.copy_selection()
    qtbot.waitUntil(lambda: clipboard.text() != "before", timeout=LONG_MS)
    assert THEIRS in clipboard.text() and "Ada Marsh" not in clipboard.text()


def test_only_levels_that_hide_enough_can_be_chosen(strict: None, garden: MainWindow, qtbot: QtBot) -> None:
    garden.show_step(Step.ENHANCE)
    choice = garden.findChild(LevelChoice)
    assert choice is not None
    assert choice.levels == (MaskingLevel.IDENTIFIERS, MaskingLevel.FULL) and choice.list.count() == 2
    assert "administrator" in choice.policy.text() and choice.list.isEnabled()
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        choice._chosen(1)
    assert garden.session.standing is not None
    assert garden.session.standing.masking_level is MaskingLevel.FULL


def test_a_level_that_was_chosen_before_the_policy_counts_as_the_least_allowed(
    no_policy: Path, open_project: Callable[[Path], Standing], project_file: Path, window: MainWindow
) -> None:
    set_policy(no_policy, '[masking]\nleast = "full"')
    assert open_project(project_file).masking_level is MaskingLevel.FULL


def test_a_policy_that_cannot_be_used_is_told_and_no_window_opens(
    no_policy: Path, qapp: QApplication
) -> None:
    set_policy(no_policy, "[masking]\nleast = 7")
    told: list[str] = []

    def read() -> None:
        boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
        told.extend(box.text() for box in boxes)
        for box in boxes:
            box.close()

    QTimer.singleShot(0, read)
    assert gui_main.run([]) == 1
    assert len(told) == 1 and f"{no_policy}, line 3" in told[0]
