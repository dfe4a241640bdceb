"""Handing over masked and taking back, from the menu and the palette."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from signoff.core.project.standing import Standing
from signoff.gui.panes.export import ExportPane
from signoff.gui.places import Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import LONG_MS
from tests.helpers.signed_projects import make

Open = Callable[[Path], Standing]


@pytest.fixture
def pane(window: MainWindow, open_project: Open, tmp_path: Path) -> ExportPane:
    make(tmp_path / "shop.signoff").close()
    open_project(tmp_path / "shop.signoff")
    pane = window.panes[Step.GENERATE]
    assert isinstance(pane, ExportPane)
    return pane


def choose(pane: ExportPane, folder: Path) -> None:
    """Answer the question for a folder."""
    pane.handing.asks = lambda _title, _begin, then: then(folder)


def test_a_project_is_handed_over_into_a_new_folder_and_taken_back(
    pane: ExportPane, window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(pane, tmp_path)
    window.commands.run("file.hand_over")
    folder = tmp_path / "shop masked"
    qtbot.waitUntil(lambda: (folder / "receipt.json").is_file(), timeout=LONG_MS)
    qtbot.waitUntil(lambda: window.commands.action("file.take_back").isEnabled(), timeout=LONG_MS)
    (folder / "comments.md").write_text("# nowhere.x\nlost?\n", encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(pane.context.notify, "trouble", lambda error, *_words: told.append(str(error)))
    choose(pane, folder)
    window.commands.run("file.take_back")
    qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)
    assert "lost?" in told[0] and "comments.md, line 1" in told[0]


def test_the_commands_wait_for_a_project(window: MainWindow) -> None:
    window.commands.refresh()
    assert not window.commands.action("file.hand_over").isEnabled()
    assert not window.commands.action("file.take_back").isEnabled()
