"""What holds for every test of the window: no screen, no stray dialog, no thread left behind, real core underneath."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from signoff.core.parse import parse_document
from signoff.core.pipeline.existing_folder import read_existing_folder
from signoff.core.pipeline.flow import draft_project
from signoff.core.project.making import Material, make_project
from signoff.core.project.standing import Standing
from signoff.gui.main import make_window
from signoff.gui.places import Step
from signoff.gui.preferences import PersonRole, Preferences
from signoff.gui.window.main_window import MainWindow
from tests.e2e.small_project import write_small_project

BY = "Maren Keller"
_KEPT_WARM = "signoff.core.engines.jinja.worker"
LONG_MS = 30_000
"""Longest wait for a signal; a test never waits for time itself."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Any Qt warning fails a test of the window; what the offscreen platform says of every window does not.

    Marks, not settings of pytest, so that core and command line are tested where the plugin is not installed.
    """
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def no_dialog_that_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that runs an event loop of its own would hang a test, and a person's other work."""

    def refuse(self: QDialog) -> int:
        raise AssertionError(f"{type(self).__name__} was opened with exec(); use open()")

    for kind in (QDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", refuse)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Every thread and every top-level window a test made is gone when it ends.

    But those that speak with the child that renders Jinja: it is kept warm as long as the process lives.
    """
    before = set(threading.enumerate())
    yield
    left = {
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not thread.name.startswith(_KEPT_WARM)
    }
    assert not left, f"threads left behind: {[thread.name for thread in left]}"
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert not shown, f"windows left behind: {shown}"


@pytest.fixture
def preferences(tmp_path: Path, qapp: QApplication) -> Preferences:
    """Settings of a person who decides, has a name, and has seen the tour."""
    made = Preferences(tmp_path / "settings")
    made.set_name(BY)
    made.set_role(PersonRole.DECIDES)
    made.set_tour_seen()
    made.set_look("light")
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, preferences: Preferences) -> Iterator[MainWindow]:
    """The window, shown, no project open."""
    made = make_window(qapp, preferences)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def drafted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, drafted without a language model: one new table with an open rule, one update."""
    folder = write_small_project(tmp_path_factory.mktemp("garden"))
    material = Material(
        document=folder / "garden.csv",
        spec=parse_document(folder / "garden.csv"),
        sources=folder / "sources",
        existing=read_existing_folder(folder / "existing").texts,
    )
    path = folder / "garden.signoff"
    with make_project(path, material, name="Garden", dialect="duckdb", by=BY) as project:
        draft_project(project, None, None, by=BY)
    return path


@pytest.fixture
def project_file(drafted_file: Path, tmp_path: Path) -> Path:
    """A copy of the drafted project of one's own."""
    return Path(shutil.copy(drafted_file, tmp_path / "garden.signoff"))


@pytest.fixture
def open_project(window: MainWindow, qtbot: QtBot) -> Callable[[Path], Standing]:
    """Opens a project in the window and waits until it is shown."""

    def opened(path: Path) -> Standing:
        with qtbot.waitSignal(window.session.changed, timeout=LONG_MS):
            window.session.open(path)
        assert window.session.standing is not None
        return window.session.standing

    return opened


@pytest.fixture
def garden(open_project: Callable[[Path], Standing], project_file: Path, window: MainWindow) -> MainWindow:
    """The window with the small project open at Validate."""
    open_project(project_file)
    window.show_step(Step.VALIDATE)
    return window
