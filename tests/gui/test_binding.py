"""The Qt binding: some releases lose references at every signal, which ends in an abort after some hundred."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

ROUNDS = 5_000
SLACK = 50
"""References that come and go for other reasons."""


class _Emitter(QObject):
    fired = Signal(bool)


def test_emitting_does_not_lose_references_to_true(qtbot: QtBot) -> None:
    emitter = _Emitter()
    received: list[bool] = []
    emitter.fired.connect(received.append)
    before = sys.getrefcount(True)
    for _round in range(ROUNDS):
        emitter.fired.emit(True)
    kept = len(received)
    received.clear()
    assert kept == ROUNDS
    assert abs(sys.getrefcount(True) - before) < SLACK


def test_setting_does_not_lose_references_to_none(qtbot: QtBot) -> None:
    words = QLabel()
    qtbot.addWidget(words)
    before = sys.getrefcount(None)
    for _round in range(ROUNDS):
        words.setText("x")
    assert abs(sys.getrefcount(None) - before) < SLACK
