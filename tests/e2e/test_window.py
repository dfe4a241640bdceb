"""The whole flow through the window by keyboard, with the real language model, DuckDB and dbt."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from signoff.__main__ import main
from signoff.core.generate.store import GeneratorFile
from signoff.core.project.project import Project
from signoff.core.project.standing import Standing
from signoff.core.review.standing import TargetState
from signoff.gui.preferences import PersonRole, Preferences
from signoff.gui.window.main_window import MainWindow
from tests.e2e.small_project import EXISTING, write_small_project

BY = "Test Person"
LONG_MS = 240_000
SHORT_MS = 30_000


class Keyboard:
    """A person who only has a keyboard."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is."""
        self.qtbot.keyClick(self.focus(), key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def write(self, text: str) -> None:
        """Type where the focus is."""
        self.qtbot.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Where keys go now; with no dialog open the window is in front again, as a window manager sees to."""
        dialogs = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        if not dialogs and not self.window.isActiveWindow():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            with self.qtbot.waitActive(self.window):
                self.window.activateWindow()
        here = QApplication.focusWidget()
        return here if here is not None and here.isVisible() else self.window.focusWidget() or self.window

    def palette(self, words: str) -> None:
        """Run a command, or go to a table or column, by its name."""
        self.ctrl(Qt.Key.Key_K)
        self.write(words)
        self.press(Qt.Key.Key_Return)

    def until(self, holds: Callable[[], bool], ms: int = SHORT_MS) -> None:
        """Wait until something is on screen."""
        self.qtbot.waitUntil(holds, timeout=ms)

    def standing(self) -> Standing:
        """What the window shows."""
        assert self.window.session.standing is not None
        return self.window.session.standing


def the_window() -> MainWindow:
    """The window that `main` opened."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())


@pytest.mark.generator
@pytest.mark.dbt
def test_from_an_empty_project_to_an_exported_dbt_project_by_keyboard(
    tmp_path: Path, qtbot: QtBot, generator_file: GeneratorFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNOFF_SETTINGS", str(tmp_path / "settings"))
    preferences = Preferences()
    preferences.set_name(BY)
    preferences.set_role(PersonRole.DECIDES)
    preferences.set_tour_seen()
    preferences.save()
    given = write_small_project(tmp_path)
    stumbled: list[BaseException] = []

    def walk() -> None:
        window = the_window()
        try:
            _walk(Keyboard(window, qtbot), given)
        except Exception as error:  # told after `main`, whose own hook would only show it on screen
            stumbled.append(error)
        finally:
            window.close()

    QTimer.singleShot(0, walk)
    files = [given / "garden.csv", given / "sources", given / "existing"]
    assert main([str(path) for path in files]) == 0
    if stumbled:
        raise stumbled[0]
    with Project.open(given / "garden.signoff", read_only=True) as project:
        assert project.verify_chain() is None
        assert {entry.by for entry in project.entries()} == {BY}
        folder = Path(project.exports()[-1].folder)
    written = (folder / "models/water_bill.sql").read_text(encoding="utf-8")
    assert written.startswith(EXISTING.split("\n", 1)[0]) and "bill_total" in written


def _walk(keyboard: Keyboard, given: Path) -> None:
    window = keyboard.window
    keyboard.until(lambda: window.session.is_open)
    keyboard.until(lambda: len(keyboard.standing().samples) == 2)
    keyboard.ctrl(Qt.Key.Key_2)
    keyboard.ctrl(Qt.Key.Key_D)
    keyboard.until(lambda: keyboard.standing().drafted == 2 and not window.drafter.is_running, LONG_MS)
    keyboard.ctrl(Qt.Key.Key_3)
    for target in ("garden_plot", "water_bill"):
        _decide(keyboard, target)
    keyboard.ctrl(Qt.Key.Key_4)
    keyboard.until(lambda: window.commands.action("target.export").isEnabled())
    keyboard.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    keyboard.until(lambda: bool(keyboard.standing().exports), LONG_MS)
    keyboard.until(lambda: not window.jobs.open, LONG_MS)


def _decide(keyboard: Keyboard, target: str) -> None:
    """Go to a target by name, answer, approve and sign it."""
    window = keyboard.window
    keyboard.palette(target)
    keyboard.until(lambda: window.session.target == target)
    for _step in range(40):
        chosen = window.session.chosen
        assert chosen is not None and chosen.review is not None
        if chosen.state is TargetState.READY:
            break
        entries = keyboard.standing().entries
        left = chosen.review.left
        if chosen.state is TargetState.REDRAFT:
            window.drafter.draft([target])
            keyboard.until(lambda: not window.drafter.is_running, LONG_MS)
        elif left and left[0].name == window.session.column:
            is_question = chosen.review.open_questions and any(
                q.column == window.session.column for q in chosen.review.open_questions
            )
            keyboard.press(Qt.Key.Key_1 if is_question else Qt.Key.Key_A)
        else:
            keyboard.press(Qt.Key.Key_N)
            names = {each.name for each in left}
            keyboard.until(lambda names=names: window.session.column in names)
            continue
        keyboard.until(lambda before=entries: keyboard.standing().entries > before)
    keyboard.ctrl(Qt.Key.Key_Return)
    keyboard.until(lambda: QApplication.activeModalWidget() is not None or _sign_button(window) is not None)
    keyboard.until(lambda: _sign_button(window) is not None and _sign_button(window).isEnabled())
    button = _sign_button(window)
    assert button is not None
    button.setFocus()
    keyboard.qtbot.keyClick(button, Qt.Key.Key_Space)
    keyboard.until(
        lambda: window.session.chosen is not None and window.session.chosen.state is TargetState.SIGNED
    )
    keyboard.until(lambda: not [d for d in window.findChildren(QDialog) if d.isVisible()])


def _sign_button(window: MainWindow) -> QPushButton | None:
    shown = [b for b in window.findChildren(QPushButton) if b.isVisible() and b.text().startswith("Sign")]
    return shown[-1] if shown else None
