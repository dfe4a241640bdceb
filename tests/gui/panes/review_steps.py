"""What a person does in review, for the tests of its pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from signoff.core.domain.review import Decision
from signoff.core.project.standing import TargetStanding
from signoff.gui.panes.annotation import AnnotationPane
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from signoff.gui.window.validate_step import ValidateStep
from tests.gui.conftest import LONG_MS


def pane_of(window: MainWindow) -> AnnotationPane:
    """The pane of review."""
    step = window.panes[Step.VALIDATE]
    assert isinstance(step, ValidateStep)
    return step.annotation


def target_of(window: MainWindow, name: str) -> TargetStanding:
    """A drafted target as it stands."""
    found = window.session.standing.target(name) if window.session.standing else None
    assert found is not None and found.dossier is not None and found.review is not None
    return found


def decision_on(window: MainWindow, target: str, column: str) -> Decision | None:
    """The decision on a column, if there is one."""
    dossier = target_of(window, target).dossier
    assert dossier is not None
    return next((d for d in dossier.decisions if d.column == column), None)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is."""
    focused = QGuiApplication.focusObject()
    receiver = focused if hasattr(focused, "winId") else window
    qtbot.keyClick(receiver, key, modifier or Qt.KeyboardModifier.NoModifier)


def acted(qtbot: QtBot, window: MainWindow, do: Callable[[], object]) -> None:
    """Do something and wait until the act is in the project and on screen."""
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        do()
    decisions = pane_of(window).reviewer.decisions
    qtbot.waitUntil(lambda: not decisions.is_busy, timeout=LONG_MS)


def at(window: MainWindow, target: str, column: str) -> AnnotationPane:
    """Go to a column, or to the rows."""
    window.go(Place(Step.VALIDATE, target, column))
    return pane_of(window)
