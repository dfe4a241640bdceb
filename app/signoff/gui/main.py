"""Starts the window: `signoff` without a verb, or with a project or documents to open."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QMessageBox

from signoff.core.domain.policies import policy
from signoff.core.errors import SignoffError
from signoff.gui.look import Look
from signoff.gui.notify import Notifier
from signoff.gui.preferences import Preferences
from signoff.gui.window.main_window import MainWindow

_TURN_SECONDS = 0.0005
"""Longest turn of a busy thread while the window's waits. Every call into Qt gives the turn away and waits for it
again, so that with Python's 5 ms a list of 20 rows takes a second to paint while a document is read."""


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one application object; threads of this process take short turns from here on."""
    sys.setswitchinterval(_TURN_SECONDS)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["signoff", *arguments])
    application.setApplicationName("signoff")
    application.setApplicationDisplayName("Signoff")
    return application


def make_window(application: QApplication, preferences: Preferences | None = None) -> MainWindow:
    """The window, not shown yet.

    Its widgets get their style once, when it is whole: a widget that is put into another gets it anew each time.
    """
    kept = preferences or Preferences()
    look = Look(application, kept.look)
    application.setStyleSheet("")
    window = MainWindow(kept, look, Notifier())
    look.choose(kept.look)
    return window


def _refuse(sentence: str) -> int:
    """Show why there will be no window, and end when it was read."""
    box = QMessageBox(QMessageBox.Icon.Critical, "Signoff", sentence)
    waiting = QEventLoop()
    box.finished.connect(waiting.quit)
    box.open()
    waiting.exec()
    return 1


def run(arguments: Sequence[str]) -> int:
    """Show the window and wait until it is closed; returns the exit code.

    Args:
        arguments: a project, or documents and samples to import; none opens the last project.
    """
    application = make_application(arguments)
    try:
        policy()
    except SignoffError as error:
        return _refuse(str(error))
    window = make_window(application)
    sys.excepthook = window.notify.unforeseen
    window.show()
    paths = [Path(argument) for argument in arguments] or list(window.preferences.recent[:1])
    if paths:
        window.open_files(paths)
    return application.exec()
